"""Several files taken together as one network, and what their names say of relation and wave."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from weft.formats.roles.of_file import of_relation_and_wave
from weft.formats.tables import Tables, text_array
from weft.network import Columns, InvalidRequestError, Notice, Relation, put_together, quoted

NUMBERED = re.compile(r"(.*?)[\s._-]*(\d+)")
BY_NAME = "by-name-of-file"


def together(parts: Sequence[Tables]) -> Tables:
    """Return the ties of several files as one.

    Where the files hold the same people and none says which relation or wave it holds, as
    adjacency matrices do not, their names do: files that differ in a number at the end are waves,
    others are relations.
    """
    named, said = _named_by_files(parts)
    known = [part.people for part in named if part.people is not None]
    notices = [notice for part in named for notice in part.notices]
    people = None
    if len(known) == len(named):
        people, alike = _everyone(known)
        notices += alike
    return Tables(
        name=_name_of(named),
        ties=put_together([part.ties for part in named]),
        people=people,
        relations=_relations_of(named),
        waves=tuple(dict.fromkeys(wave for part in named for wave in part.waves)),
        observed=all(part.observed for part in named),
        # Days of a log are always to be summed, whichever file is named first.
        repeats=next((part.repeats for part in parts if part.repeats == "sum"), None),
        notices=(*notices, *([said] if said else [])),
        problems=tuple(problem for part in named for problem in part.problems),
    )


def _named_by_files(parts: Sequence[Tables]) -> tuple[Sequence[Tables], Notice | None]:
    """Return the files with the relation and wave that their names say, where nothing else does."""
    stems = [PurePath(part.ties.origin).name.split(".")[0] for part in parts]
    if len(set(stems)) < len(parts) or not _are_alike(parts):
        return parts, None
    found = [NUMBERED.fullmatch(stem) for stem in stems]
    if all(found) and len({match.group(1) for match in found if match}) < len(parts):
        labels = [(match.group(1) or None, match.group(2)) for match in found if match]
    else:
        labels = [(stem, None) for stem in stems]
    shown = ", ".join(
        f"{stem} as {_in_words(relation, wave)}"
        for stem, (relation, wave) in zip(stems[:MOST_NAMED], labels, strict=False)
    )
    text = f"The files do not say what they hold, so their names did: {shown}."
    notice = Notice(kind=BY_NAME, text=text, count=len(parts))
    return [_labelled(part, *label) for part, label in zip(parts, labels, strict=True)], notice


MOST_NAMED = 10


def _are_alike(parts: Sequence[Tables]) -> bool:
    """Return whether all hold the same people, and none says a relation or wave."""
    if len(parts) < 2 or any(
        part.people is None or part.relations or {"relation", "wave"} & part.ties.columns.keys()
        for part in parts
    ):
        return False
    everyone = [part.people.columns["id"] for part in parts if part.people is not None]
    return all(len(ids) == len(everyone[0]) for ids in everyone) and (
        len({frozenset(ids.to_pylist()) for ids in everyone}) == 1
    )


def _name_of(parts: Sequence[Tables]) -> str:
    """Return the relation where the files are its waves, else the name of the first."""
    declared = {relation.name for part in parts for relation in part.relations}
    waves = {part.waves for part in parts}
    by_name = len(declared) == 1 and len(waves) == len(parts) > 1
    return declared.pop() if by_name else parts[0].name


def _in_words(relation: str | None, wave: str | None) -> str:
    said = [f"{kind} {quoted(name)}" for kind, name in (("relation", relation), ("wave", wave))
            if name is not None]  # fmt: skip
    return " in ".join(said)


def _labelled(part: Tables, relation: str | None, wave: str | None) -> Tables:
    people = part.people
    if people is not None and wave is not None and "responded" in people.columns:
        columns = dict(people.columns)
        columns[f"responded:{wave}"] = columns.pop("responded")
        people = replace(people, columns=columns)
    return replace(
        part,
        ties=of_relation_and_wave(part.ties, relation, wave),
        people=people,
        relations=() if relation is None else (Relation(name=relation),),
        waves=part.waves if wave is None else (wave,),
    )


def _everyone(known: Sequence[Columns]) -> tuple[Columns, list[Notice]]:
    """Return the people of several files, each once, with the first that is said of each."""
    whole = put_together(known)
    part_of = [i for i, people in enumerate(known) for _ in range(len(people))]
    first: dict[str | None, int] = {}
    cells = {role: column.to_pylist() for role, column in whole.columns.items()}
    kept, unlike = [], set()
    for row, person in enumerate(cells["id"]):
        before = first.setdefault(person, row)
        if part_of[before] == part_of[row]:
            kept.append(row)
            continue
        for column in cells.values():
            if column[before] in {None, ""}:
                column[before] = column[row]
            elif column[row] not in {None, "", column[before]}:
                unlike.add(person)
    if len(kept) == len(whole):
        return whole, []
    notices = []
    if unlike:
        text = f"{len(unlike):,} people differ from file to file; the first was kept."
        notices.append(Notice(kind="people-differ", text=text, count=len(unlike)))
    columns = {role: text_array([column[i] for i in kept]) for role, column in cells.items()}
    return Columns(whole.origin, columns, whole.headings, parts=()), notices


def _relations_of(parts: Sequence[Tables]) -> tuple[Relation, ...]:
    """Return what several files say of their relations; they must agree."""
    said: dict[str, tuple[Relation, str]] = {}
    for part in parts:
        for relation in part.relations:
            before, where = said.setdefault(relation.name, (relation, part.ties.origin))
            if before.directed != relation.directed:
                kinds = ("with", "without") if before.directed else ("without", "with")
                raise InvalidRequestError(
                    f"The relation {quoted(relation.name)} is {kinds[0]} direction in {where} and "
                    f"{kinds[1]} direction in {part.ties.origin}; expected one of the two. Say "
                    "which with --undirected, or read the files one at a time."
                )
    return tuple(relation for relation, _ in said.values())
