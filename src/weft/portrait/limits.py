"""What the portrait cannot tell, and what was assumed to make it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from weft.measures.kernels.asked_alike import asked_alike, ties_for_each
from weft.measures.words import counted, listed, number, percent, plain_name, sentence_case
from weft.portrait.contents import Limit
from weft.portrait.findings import SURE_COVERAGE
from weft.portrait.once_each import once_each, undirected_flag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weft.network import Notice
    from weft.portrait.findings import Findings

MOST_NOTICES = 10
OF_LITTLE_WEIGHT = frozenset(
    {
        "accounts-folded", "attributes-left-out", "attributes-renamed", "columns-left-out",
        "contact-left-out", "convention", "delays-left-out", "drawing-left-out", "encoding",
        "ends-by-label", "graph-data-left-out", "hierarchy-flattened", "kumu-fields",
        "labels-by-line", "labels-left-out", "lists-left-out", "no-headings", "ports-left-out",
        "time-zone", "times-of-people-left-out", "unix-times", "values-joined", "values-over-time",
    }
)  # fmt: skip
"""Kinds of notice on what bears on no figure: they give way to those on direction, doubles and
silence where there are many."""


def limits(found: Findings, *, group_given: bool, drawn: bool) -> tuple[Limit, ...]:
    """Return every limit that applies, the weightiest first."""
    possible = (
        _coverage(found),
        _undeclared(found),
        _each_pair_once(found),
        _boundary(found),
        _self_report(found),
        _parts(found),
        _direction(found),
        _group(found, given=group_given),
        _asked_alike(found),
        *_notices(found),
        _sampled(found),
        _size(drawn=drawn),
        _ranges(found),
        Limit(
            id="thresholds",
            text="The kinds of network are told apart by thresholds that Weft chose; near a "
            "threshold the kind can tip with a few ties.",
        ),
    )
    return tuple(limit for limit in possible if limit is not None)


def _coverage(found: Findings) -> Limit:
    rate = found.response
    if rate is None:
        return Limit(id="coverage", text="There is nobody in this wave, so nothing is covered.")
    many = f"{found.connection.n_answered:,} of {found.n:,} people answered ({percent(rate)})."
    if found.connection.n_answered == found.n:
        heard = "counts as having answered" if _is_record(found) else "answered"
        return Limit(id="coverage", text=f"Everybody {heard} ({found.n:,} people).")
    seen = found.measures.get("coverage_dyads_once")
    pairs = (
        f" Of {percent(seen.value)} of all pairs at least one of the two was heard."
        if seen and isinstance(seen.value, float)
        else ""
    )
    care = "" if rate >= SURE_COVERAGE else " Who is missing matters more than how many."
    return Limit(id="coverage", text=f"{many}{pairs}{care}")


def _undeclared(found: Findings) -> Limit | None:
    count = found.connection.undeclared
    if not count:
        return None
    people = counted(count, "person", "people")
    return Limit(
        id="undeclared",
        text=f"{sentence_case(people)} reported nothing, and the data do not say whether they were "
        "asked. They are treated as not having answered. A column “responded” in the people table "
        "settles it.",
    )


def _each_pair_once(found: Findings) -> Limit | None:
    parts = found.parts
    told = {
        parts.connection: found.connection,
        parts.trust: found.trust,
        parts.leadership: found.leadership,
    }
    names = [name for name, graph in told.items() if once_each(graph)]
    if not names:
        return None
    quoted = listed([f"“{name}”" for name in names])
    flags = " ".join(undirected_flag(name) for name in names)
    return Limit(
        id="each-pair-once",
        text=f"No tie of {quoted} is given back. If each pair was written down once, because these "
        "ties have no direction, every figure on who names whom, on leadership and on returned "
        f"ties is wrong: make the portrait again with {flags}.",
    )


def _boundary(found: Findings) -> Limit:
    return Limit(
        id="boundary",
        text=f"Only the {counted(found.n, 'person', 'people')} in the data are seen. Ties to "
        "people outside the list, and those who were never listed, are not.",
    )


def _is_record(found: Findings) -> bool:
    return any(notice.kind == "observed" for notice in found.network.notices)


def _self_report(found: Findings) -> Limit | None:
    """Return what limits people's own word; a record of what they did has a notice of its own."""
    if _is_record(found):
        return None
    return Limit(
        id="self-report",
        text="These are people’s own reports. A tie that nobody reported may be there, and two "
        "people may see the same tie differently.",
    )


def _parts(found: Findings) -> Limit | None:
    """Return which relation was taken for which part, unless the caller said it all."""
    parts = found.parts
    if len(found.network.relations) == 1 and parts.assumed:
        return Limit(
            id="one-relation",
            text=f"There is one relation, “{parts.connection}”; it stands for connection, trust "
            "and leadership alike. What is said of the last two is only as good as that.",
        )
    said = []
    if parts.by_name:
        told = [f"“{parts.of(part)}” for {part}" for part in parts.by_name]
        said.append(f"Chosen by the names of the relations: {listed(told)}.")
    if parts.assumed:
        told = [f"“{parts.of(part)}” for {part}" for part in parts.assumed]
        said.append(
            f"Chosen for want of a better sign: {listed(told)}. Say which relation is meant if "
            "that is wrong."
        )
    return Limit(id="relations", text=" ".join(said)) if said else None


def _direction(found: Findings) -> Limit | None:
    if not found.leadership.directed:
        return Limit(
            id="direction",
            text=f"“{found.parts.leadership}” has no direction, so being looked to and looking to "
            "others cannot be told apart.",
        )
    return Limit(
        id="direction",
        text=f"A tie of “{found.parts.leadership}” was read as: the first person looks to the "
        "second. If the data mean the opposite, the figures on leadership are about the wrong end.",
    )


def _group(found: Findings, *, given: bool) -> Limit | None:
    if found.group is None:
        return Limit(
            id="no-group",
            text="No attribute of people was fit to group them by (2 to 12 values that most people "
            "have, and not sensitive), so mixing between groups and brokerage are left out. Name "
            "one with --group if there is one.",
        )
    if given:
        return None
    return Limit(
        id="group",
        text=f"People are grouped by “{plain_name(found.group)}”, which Weft chose; another "
        "attribute gives another picture of mixing.",
    )


def _asked_alike(found: Findings) -> Limit | None:
    """Return a warning where two waves differ more than people do in the same question."""
    if not found.two_waves:
        return None
    first, last = found.network.waves[0], found.connection.wave
    before = found.network.graph(found.parts.connection, first)
    if asked_alike(before, found.connection):
        return None
    then, now = ties_for_each(before), ties_for_each(found.connection)
    return Limit(
        id="asked-alike",
        text=f"In wave {first} there are {then:.1f} ties for each person who answered, in wave "
        f"{last} {now:.1f}. So large a step most often means that the question was asked in "
        "another way; then the figures on change tell of the question and not of the network.",
    )


def _ranges(found: Findings) -> Limit:
    """Return what the ranges beside figures leave out, or that there are none."""
    if all(measure.low is None for measure in found.measures.values()):
        return Limit(
            id="no-intervals",
            text="No ranges are shown: small differences between figures, or between waves, may be "
            "chance.",
        )
    return Limit(
        id="ranges",
        text="The ranges hold what those who did not answer could have said, if they are like "
        "those who answered. What people say wrongly is not in them, and small differences between "
        "waves may still be chance.",
    )


def _notices(found: Findings) -> list[Limit]:
    notices = _weightiest_first(found.network.notices)
    said = [Limit(id=f"data-{n.kind}", text=_without_headings(n)) for n in notices[:MOST_NOTICES]]
    more = len(notices) - MOST_NOTICES
    if more > 0:
        text = f"There are {number(more)} more notices on the data."
        said.append(Limit(id="data-more", text=text))
    return said


def _weightiest_first(notices: Sequence[Notice]) -> list[Notice]:
    """Return what bears on figures before what does not, and one of each kind before the second.

    So many like notices, as of many files, push nothing else out.
    """
    of_kind: Counter[str] = Counter()
    ranks = []
    for notice in notices:
        ranks.append((notice.kind in OF_LITTLE_WEIGHT, of_kind[notice.kind]))
        of_kind[notice.kind] += 1
    order = sorted(range(len(notices)), key=ranks.__getitem__)
    return [notices[i] for i in order]


FOLDERS = re.compile(
    r"(?<![\w/\\.~:])(?:[A-Za-z]:[/\\]|~?/(?=\S)|\.{1,2}/)(?:[^/\\~\n]*[^/\\~\s][/\\])*"
)
"""From the top of a disk, the home or the folder one is in, up to the name of a file."""


def _without_headings(notice: Notice) -> str:
    """Return a notice without the headings of columns, which can be people's names.

    Nor does it say in which folders the data lie: a portrait is handed on.
    """
    if notice.kind != "columns-left-out":
        return FOLDERS.sub("", notice.text)
    columns = counted(notice.count, "column was", "columns were")
    return sentence_case(f"{columns} left out of the data; “weft check” says which.")


def _sampled(found: Findings) -> Limit | None:
    sampled = [m.id for m in found.measures.values() if "drawn at random" in m.method]
    if not sampled:
        return None
    return Limit(
        id="sampled",
        text="At this size some figures rest on a sample, and their method says how far off they "
        f"can be: {listed([name.replace('_', ' ') for name in sampled])}.",
    )


def _size(*, drawn: bool) -> Limit | None:
    if drawn:
        return None
    return Limit(
        id="too-large-to-draw",
        text="The network is too large, or too empty, for a map on which anybody could see "
        "something; none was drawn.",
    )
