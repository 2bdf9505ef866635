"""The answer that opens each chapter, and the headline: plain sentences made from the figures."""

from __future__ import annotations

import numpy as np

from weft.measures.kernels.degrees import named_by
from weft.measures.words import counted, number, percent, plain_name, sentence_case, ties_of
from weft.network.parts_played import LEADERSHIP
from weft.portrait.findings import LOW_COVERAGE, SURE_COVERAGE, Findings
from weft.portrait.once_each import once_each

KINDS = {
    "scattered": (
        "a scattered group: small clusters and single people with little between them",
        "It calls for people who knit: who introduce neighbours to each other, cluster by cluster.",
    ),
    "hub-and-spoke": (
        "a hub with spokes: most ways between people run through one person",
        "It calls for a hub who connects the others to each other and then lets go.",
    ),
    "multi-hub": (
        "several clusters, with more ties inside them than between them",
        "It calls for many people who weave, and for more than one bridge between clusters.",
    ),
    "core/periphery": (
        "a closely knit core with an edge of people who are tied to it more loosely",
        "It calls for a core that keeps its doors open to people and ideas from the edge.",
    ),
    "undetermined": (
        "a web without one clear shape: the ties lie much as they might by chance",
        "No kind of leadership follows from the shape alone; the single figures say more.",
    ),
}
"""What each kind of network looks like, and what it asks of those who lead in it."""

TOP_FEWEST, TOP_MOST = 3, 10


def nothing_known(found: Findings) -> str | None:
    """Return why there is nothing to say yet, or None where there is."""
    if found.n == 0:
        return "There is nobody in this network yet, so there is nothing to say."
    if found.n == 1:
        return "There is one person in this network, and it takes two to make a tie."
    if found.connection.n_answered == 0:
        return "Nobody has answered yet, so nothing is known about who is tied to whom."
    if found.connection.m == 0:
        return (
            f"{sentence_case(counted(found.n, 'person', 'people'))}, and no tie between any two of "
            "them has been reported yet."
        )
    return None


def care_needed(found: Findings) -> str | None:
    """Return the warning that low coverage calls for, or None where enough people answered."""
    rate = found.response
    if rate is None or rate >= SURE_COVERAGE:
        return None
    many = f"{found.connection.n_answered:,} of {found.n:,} people answered"
    if rate < LOW_COVERAGE:
        return f"Read with caution: only {many}."
    return f"Read for patterns only, not for single people: {many}."


def headline(found: Findings) -> str:
    """Return the two sentences a reader should leave with."""
    because = nothing_known(found)
    if because:
        return f"{because} The first thing to do is to ask."
    people = sentence_case(counted(found.n, "person", "people"))
    if found.phase is not None:
        first = f"{people} form {KINDS[found.phase][0]}."
    else:
        first = f"{', and '.join([f'{people} are in this network', *_hanging_together(found)])}."
    leaders = found.value("effective_leaders")
    if leaders is None or found.leadership.m == 0:
        second = "Nobody is looked to for leadership in these data."
    elif LEADERSHIP in found.parts.assumed:
        by = ties_of(found.parts.leadership)
        second = f"Judged by {by}, leadership is held as if by {_as_if(found)} of them."
    else:
        second = f"Leadership is held as if by {_as_if(found)} of them."
    care = care_needed(found)
    return " ".join(part for part in (first, second, care) if part)


def call(found: Findings) -> str:
    """Return what kind of network this is and what it calls for."""
    because = nothing_known(found)
    if because:
        return because
    degree = found.said("mean_degree", "{:.1f}".format)
    facts = []
    if degree is not None:
        graph = found.connection
        one_way = graph.directed and graph.m < 2 * graph.tied
        said = f"names {degree} others" if one_way else f"has {degree} ties"
        facts.append(f"on average a person {said}")
    facts += _hanging_together(found)
    more = f" {sentence_case(' and '.join(facts))}." if facts else ""
    return _careful(found, f"{_shape(found)}{more}")


def _shape(found: Findings) -> str:
    """Return what kind of network this is and what that calls for, or why it is left open."""
    if found.phase is not None:
        kind, calls_for = KINDS[found.phase]
        return f"We are {kind}. {calls_for}"
    _, _, reason = (found.measures["phase"].undefined_because or "").partition("because ")
    return f"Which shape we are in is left open, because {reason}"


def _hanging_together(found: Findings) -> list[str]:
    largest = found.value("largest_component_share")
    if largest is None:
        return []
    whole = largest >= 1 - 1e-9
    share = found.said("largest_component_share", percent)
    return ["everybody hangs together" if whole else f"{share} hang together"]


def look(found: Findings) -> str:
    """Return how leadership is held: by how many, and how much of it by the stewards."""
    leaders = found.value("effective_leaders")
    if found.leadership.n_answered == 0 or found.leadership.m == 0 or leaders is None:
        return (
            nothing_known(found)
            or "Nobody named anybody they look to, so nothing can be said about leadership yet."
        )
    parts = [
        *_stand_in(found),
        f"Leadership is held as if by {_as_if(found)} of {found.leadership.n:,} people.",
    ]
    coverage = found.said("leadership_coverage", percent)
    if coverage is not None:
        parts.append(f"{sentence_case(coverage)} of people are looked to by at least two.")
    share = found.said("steward_share", percent)
    if share is not None:
        who = "the steward" if found.stewards == 1 else f"the {number(found.stewards)} stewards"
        parts.append(
            f"{sentence_case(share)} of it is held by {who}{_from_their_organisation(found)}."
        )
    return _careful(found, " ".join(parts))


def _stand_in(found: Findings) -> list[str]:
    """Return what to say where no relation of the data is about leadership."""
    if LEADERSHIP not in found.parts.assumed:
        return []
    by = ties_of(found.parts.leadership)
    return [f"The data name no relation for leadership, so {by} stand in for it."]


def support(found: Findings) -> str:
    """Return how mutual the ties are, and what would hold if somebody left."""
    because = nothing_known(found)
    if because:
        return because
    parts = []
    returned = found.said("reciprocity", percent)
    if once_each(found.trust):
        parts.append(
            "Whether trust goes both ways cannot be told: no tie of these data is given back, as "
            "where each pair was written down once."
        )
    elif returned is not None:
        parts.append(f"{sentence_case(returned)} of {ties_of(found.parts.trust)} are returned.")
    held = found.value("two_connected_share")
    if held is not None:
        who = (
            "Everybody else"
            if held >= 1 - 1e-9
            else "Nobody"
            if held == 0
            else f"{found.said('two_connected_share', percent)} of people"
        )
        parts.append(f"{who} would stay together if any one person left.")
    if len(found.cut):
        parts.append(_cut_said(int(found.cut.sum())))
    return _careful(found, " ".join(parts))


def changing(found: Findings) -> str:
    """Return what changed between the waves; one wave cannot tell."""
    if not found.two_waves:
        return (
            "One wave cannot tell what is changing. A second one, with the same questions in six "
            "to twelve months, would show which ties last, which are new, and whether leadership "
            "spreads."
        )
    parts = found.measures["persistence"].parts
    first, last = found.network.waves[0], found.network.waves[-1]
    if found.value("persistence") is None:
        return (
            f"Waves {first} and {last} share too few people who answered both times, or too few "
            "ties, to tell what changed."
        )
    kept, gone, new, both = (round(parts[p]) for p in ("kept", "gone", "new", "common_people"))
    said = (
        f"By the word of the {number(both)} people who answered both times, {number(kept)} of "
        f"{counted(kept + gone, 'tie')} lasted from wave {first} to wave {last}, and "
        f"{counted(new, 'is', 'are')} new."
    )
    return f"{said} {leadership_moved(found)}".strip()


def leadership_moved(found: Findings) -> str:
    """Return whether leadership was handed on, and which of its figures rose or fell.

    As far as neither silence nor chance can account for it: never by what the figures alone say.
    """
    change = found.change
    if change is None:
        if found.value("fade") is None or found.value("lift") is None:
            return ""
        return "Without ranges it cannot be told whether leadership moved to others."
    if change.verdict.id == "not_asked":
        return ""
    if "asked-alike" in change.limits:
        return change.verdict.text
    from weft.change.answer import figures_said  # a portrait of one wave goes without

    return f"{change.verdict.text} {figures_said(change)}".strip()


def _as_if(found: Findings) -> str | None:
    return found.said("effective_leaders", lambda leaders: number(max(1, round(leaders))))


def _careful(found: Findings, text: str) -> str:
    care = care_needed(found)
    return f"{care} {text}" if care else text


def _cut_said(cut: int) -> str:
    if cut == 0:
        return "Nobody alone holds two parts of the network together."
    if cut == 1:
        return "One person alone holds parts of the network together."
    return f"{sentence_case(number(cut))} people each hold parts of the network together alone."


def _from_their_organisation(found: Findings) -> str:
    """Return how many of those most looked to are from the stewards' own group, where clear."""
    graph, group = found.leadership, found.group
    leaders = found.value("effective_leaders")
    if group is None or leaders is None:
        return ""
    values = graph.people.attribute(group)
    own = {values[i] for i in np.flatnonzero(graph.people.steward)}
    top = round(leaders)
    if len(own) != 1 or None in own or not TOP_FEWEST <= top <= TOP_MOST:
        return ""
    received = named_by(graph.n, graph.arcs[1])
    order = np.argsort(-received, kind="stable")
    if received[order[top - 1]] == received[order[min(top, graph.n - 1)]]:
        return ""  # a tie at the cut: who belongs to the most looked to would be arbitrary
    among = sum(values[i] in own for i in order[:top])
    own_group = f"the stewards’ own {plain_name(group)}"
    return f"; {number(among)} of the {number(top)} most looked to belong to {own_group}"
