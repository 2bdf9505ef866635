"""The way in: :func:`read`, :func:`check` and what measures do with what they are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from weft.formats.files.characters import with_whole_characters
from weft.formats.logs.key import KeyLike, key_of
from weft.formats.roles.by_position import placed
from weft.formats.roles.presence import with_presence
from weft.formats.roles.waves import Every, cut_into_waves
from weft.formats.source import people_of, tables_of
from weft.formats.tables import NetworkLike, PeopleLike, Reading, Tables, Tell
from weft.network import (
    Columns,
    InvalidDataError,
    InvalidRequestError,
    Network,
    Notice,
    Problem,
    Problems,
    Relation,
    build,
    symmetric,
)
from weft.network.relation import WITHOUT_DIRECTION
from weft.network.repeats import Repeats, with_relations


def read(  # noqa: PLR0913  (each option is about the data; a caller names one or two)
    source: NetworkLike,
    people: PeopleLike = None,
    *,
    name: str | None = None,
    relations: Sequence[Relation] = (),
    undirected: Sequence[str] = (),
    scales: Mapping[str, tuple[float, float]] | None = None,
    everyone_answered: bool = False,
    repeats: Repeats | None = None,
    stewards: Sequence[str] = (),
    columns: Mapping[str, str | None] | None = None,
    format: str | None = None,  # noqa: A002  (what everybody calls it)
    encoding: str | None = None,
    waves: Every | None = None,
    key: KeyLike = None,
    aliases: KeyLike = None,
    tell: Tell | None = None,
) -> Network:
    """Return the network in a file, a graph, a frame or plain Python values.

    Parameters
    ----------
    source : path, list of paths, Network, graph, frame, list of tuples, mapping or matrix
        A file in any known format (recognised by its content; ``.gz`` is seen through), several
        files with ties of one network, a networkx or igraph graph, a pandas, polars or pyarrow
        frame, a list of ``(source, target[, relation[, weight[, wave]]])``, a mapping of columns,
        or a square array or nested list of numbers as adjacency matrix (row reports about column).
    people : path, frame, mapping or list of ids, optional
        Everyone there is. Without it, everyone who stands in a tie, and every node of a graph or
        matrix.
    name : str, optional
        What to call the network; otherwise the name of the file or its folder.
    relations : sequence of Relation, optional
        Direction and scale of relations, spelt out.
    undirected : sequence of str, optional
        Relations without direction, besides ``works_with``.
    scales : mapping of str to (float, float), optional
        The least and greatest value of a relation; other values are problems.
    everyone_answered : bool
        The statement that everybody answered in every wave.
    repeats : {'largest', 'sum'}, optional
        What becomes of rows that repeat one report; the largest value is kept where left out, and
        the sum in a log of behaviour.
    stewards : sequence of str, optional
        Ids of the stewards; replaces what the people table says.
    columns : mapping of str to (str or None), optional
        What headings of the ties stand for where Weft cannot know: a role such as ``source``, or
        None to leave a column out.
    format, encoding : str, optional
        What the file is, where it should not be recognised.
    waves : {'week', 'month', 'quarter', 'year'}, optional
        Cut dated ties into waves of this length.
    key : mapping or path, optional
        Of a log of behaviour (mail, chat, git): which address or account is which person. Everyone
        who is not in it gets a pseudonym, before anything else is done.
    aliases : mapping or path, optional
        Of a log: which address or account belongs to the same person as another.
    tell : function of (int, int), optional
        Called during a long reading with how much is done, and how much there is.

    Returns
    -------
    Network
        Its ``notices`` say what was assumed, left out or merged.

    Raises
    ------
    InvalidDataError
        With every problem found.
    UnreadableFileError
        If a file cannot be opened, decoded or recognised.

    See Also
    --------
    check : The problems without the network.

    Notes
    -----
    Ids are kept exactly. In a graph without direction a tie counts as said by both ends, as it does
    not matter which of them is written first. A plain CSV is read by the compiled core in one pass,
    and any other by pyarrow, to the same end; a million rows take about a tenth of a second, or
    half of one.

    Examples
    --------
    >>> network = read([("ada", "ben", "trusts", 3), ("ben", "ada", "trusts", 2)])
    >>> network.relations, len(network), len(network.reports)
    (('trusts',), 2, 2)
    """
    said = [*relations, *_said(relations, undirected, scales or {})]
    if isinstance(source, Network):
        if people is not None or columns or format or encoding or waves or key or aliases:
            raise InvalidRequestError(
                "A Network was given with people, columns, format, encoding, waves, key or "
                "aliases, which only reading a file or table can use; give them when the network "
                "is first read."
            )
        network = _declared(source, said, repeats or "largest")
        network = replace(network, name=with_whole_characters(name)) if name else network
    else:
        reading = Reading(
            encoding=encoding,
            columns=columns or {},
            people_given=people is not None,
            key=key_of(key),
            aliases=key_of(aliases),
            tell=tell,
        )
        tables, everyone = _both(source, people, reading, format)
        if waves:
            tables = with_presence(cut_into_waves(tables, waves))
            everyone = everyone if people is not None else tables.people
        network = build(
            tables.ties,
            everyone,
            name=with_whole_characters(name or tables.name),
            relations=said,
            of_source=tables.relations,
            waves_known=tables.waves,
            waves_in_order=tables.waves_in_order,
            everyone_answered=tables.observed,
            repeats=repeats or tables.repeats or "largest",
            notices=tables.notices,
            problems=tables.problems,
        )
        known = {*(relation.name for relation in relations), *_names(undirected)}
        more = [*_said_of_records(tables), *symmetric(network, known=known)]
        network = replace(network, notices=(*network.notices, *more))
    network = network.everyone_answered() if everyone_answered else network
    return network.with_stewards(stewards) if stewards else network


def as_network(source: NetworkLike) -> Network:
    """Return a network as it is, and anything else that holds one as read with the defaults."""
    return source if isinstance(source, Network) else read(source)


def check(source: NetworkLike, people: PeopleLike = None, **options: Any) -> tuple[Problem, ...]:  # noqa: ANN401  (those of read)
    """Return what is wrong with the data: every problem with its place and how to mend it.

    Parameters
    ----------
    source, people
        As :func:`read` takes them.
    **options
        The same options as :func:`read`.

    Returns
    -------
    tuple of Problem
        Empty when the data are sound. Beyond 1,000 of a kind the last one counts the rest.

    Raises
    ------
    UnreadableFileError
        If a file cannot be opened, decoded or recognised.

    Examples
    --------
    >>> for problem in check([("ada", "ben", "trusts", "often")]):
    ...     print(problem)
    the list of ties, row 1, column weight: found “often”, expected a number of 0 or more, with a
    decimal point. Write a number such as 2 or 2.5, or leave the cell blank for 1.
    """
    try:
        read(source, people, **options)
    except InvalidDataError as error:
        return error.problems
    return ()


def _both(
    source: NetworkLike,
    people: PeopleLike,
    reading: Reading,
    format_name: str | None,
) -> tuple[Tables, Columns | None]:
    """Return the ties and the people; what is wrong with either is raised at once."""
    wrong = Problems()
    tables, everyone = None, None
    try:
        tables = tables_of(source, people, reading, format_name)
    except InvalidDataError as error:
        wrong.add_all(error.problems)
    if people is not None:
        try:
            everyone, notices, problems = people_of(people, reading)
        except InvalidDataError as error:
            wrong.add_all(error.problems)
        else:
            if tables is not None:
                tables = replace(
                    tables,
                    notices=(*tables.notices, *notices),
                    problems=(*tables.problems, *problems),
                )
    wrong.raise_if_any()
    assert tables is not None  # noqa: S101  (else there was something wrong)
    return tables, tables.people if everyone is None else placed(everyone, tables.people)


def _said(
    relations: Sequence[Relation],
    undirected: Sequence[str],
    scales: Mapping[str, tuple[float, float]],
) -> list[Relation]:
    """Return the relations that the short options declare."""
    names = _names(undirected)
    twice = [r.name for r in relations if r.name in names or r.name in scales]
    if twice:
        raise InvalidRequestError(
            f"The relation {twice[0]} is declared by relations and again by undirected or scales; "
            "expected one of the two."
        )
    return [
        Relation(
            name=name,
            directed=name not in names and name not in WITHOUT_DIRECTION,
            scale=_scale(name, scales[name]) if name in scales else None,
        )
        for name in dict.fromkeys([*names, *scales])
    ]


def _said_of_records(tables: Tables) -> list[Notice]:
    """Return what follows from reading a record of what happened, in which nobody was asked."""
    if not tables.observed:
        return []
    text = (
        f"{tables.ties.origin} is a record of what people did; nobody was asked. Everyone in it "
        "counts as having answered, and what it does not hold as not being there."
    )
    return [Notice(kind="observed", text=text, count=len(tables.ties))]


def _names(names: Sequence[str]) -> list[str]:
    return [names] if isinstance(names, str) else list(names)


def _declared(network: Network, said: Sequence[Relation], repeats: Repeats) -> Network:
    """Return a network with other directions and scales of some of its relations.

    Where a relation loses its direction, what one person said each way becomes one report.
    """
    if not said:
        return network
    new = {relation.name: relation for relation in said}
    for name in new:
        network.declared(name)
    relations = tuple(new.get(r.name, r) for r in network.all_relations)
    return with_relations(network, relations, repeats)


def _scale(name: str, ends: Sequence[float]) -> tuple[float, float]:
    if len(ends) != 2:
        raise InvalidRequestError(
            f"The scale of {name} is given by {len(ends)} numbers; expected two, the least and the "
            "greatest value, such as (0, 4)."
        )
    return ends[0], ends[1]
