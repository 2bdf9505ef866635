"""What to do next: one rule, one function, its reason made from the figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from weft.measures.words import counted, percent, sentence_case, ties_of
from weft.portrait.answers import nothing_known
from weft.portrait.contents import Step
from weft.portrait.findings import SURE_COVERAGE
from weft.portrait.look_after import number_of_ties
from weft.portrait.once_each import once_each

if TYPE_CHECKING:
    from weft.portrait.findings import Findings

MOST_STEPS = 5
FEW_LEADERS, FEW_AT_MOST, LARGE_STEWARD_SHARE = 0.15, 9, 0.30
LITTLE_RETURNED, LITTLE_AGREED = 0.40, 0.30
"""Where a rule begins to speak. Choices of Weft's own, not values from the literature."""


def next_steps(found: Findings) -> tuple[Step, ...]:
    """Return the three to five things most worth doing, the first one first."""
    if nothing_known(found):
        return tuple(rule(found) for rule in (_ask_everybody, _start_small, _plan_the_second_wave))
    steps = (rule(found) for rule in RULES)
    return tuple(step for step in steps if step is not None)[:MOST_STEPS]


def gather_answers(found: Findings) -> Step | None:
    """Low coverage first: every other step rests on it."""
    rate = found.response
    if rate is None or rate >= SURE_COVERAGE:
        return None
    silent = found.n - found.connection.n_answered
    return Step(
        id="gather-answers",
        title="Gather more answers first",
        why=f"{percent(rate)} of people answered; what {counted(silent, 'person', 'people')} would "
        "say is unknown, and a missing answer can hide a bridge.",
        how="Let the system send the reminders, not the steward, so that nobody is chased by name. "
        "Say in one sentence what members get back for two minutes of their time.",
    )


def move_on_from_the_phase(found: Findings) -> Step | None:
    """The step that the kind of network asks for (Krebs and Holley)."""
    return (
        PHASE_STEPS[found.phase](found) if found.phase in PHASE_STEPS else _close_triangles(found)
    )


def tie_a_second_thread(found: Findings) -> Step | None:
    """Some hang by one tie or one person."""
    single = int(((number_of_ties(found) == 1) & found.connection.answered).sum())
    cut = int(found.cut.sum())
    if single + cut == 0:
        return None
    reasons = []
    if single:
        reasons.append(f"{counted(single, 'person hangs', 'people hang')} by one tie")
    if cut:
        reasons.append(f"{counted(cut, 'person is', 'people are')} the only link between parts")
    return Step(
        id="second-thread",
        title="Tie a second thread",
        why=f"{sentence_case(' and '.join(reasons))}: if one person leaves, others are lost too.",
        how="For each of them, think of one person on the other side whom they would gladly meet, "
        "and let somebody who knows both make the introduction.",
    )


def hand_over_a_role(found: Findings) -> Step | None:
    """Leadership sits with few, or with the stewards."""
    leaders, share = found.value("effective_leaders"), found.value("steward_share")
    few = leaders is not None and leaders < min(FEW_LEADERS * found.n, FEW_AT_MOST)
    held = share is not None and share > LARGE_STEWARD_SHARE
    if not (few or held):
        return None
    reasons = []
    if few and leaders is not None:
        many = counted(max(1, round(leaders)), "person", "people")
        reasons.append(f"leadership is held as if by {many} of {found.n:,}")
    if held and share is not None:
        reasons.append(f"{percent(share)} of it lies with the stewards")
    return Step(
        id="hand-over",
        title="Hand one role over, with its credit",
        why=f"{sentence_case(' and '.join(reasons))}.",
        how="Pick one thing that always lands on the same desk: chairing, minutes, the newcomers’ "
        "welcome. Offer it to two people together, for a fixed time, and say publicly whose it is.",
    )


def talk_about_what_differs(found: Findings) -> Step | None:
    """Ties that one side sees and the other does not."""
    returned, agreed = found.value("reciprocity"), found.value("concordance")
    if found.parts.trust == found.parts.leadership or once_each(found.trust):
        returned = None  # to look to somebody who does not look back is nothing to talk about
    reasons = []
    if returned is not None and returned < LITTLE_RETURNED:
        reasons.append(f"{percent(returned)} of {ties_of(found.parts.trust)} are returned")
    if agreed is not None and agreed < LITTLE_AGREED:
        reasons.append(f"{percent(agreed)} of the ties both were asked about are seen by both")
    if not reasons:
        return None
    return Step(
        id="talk",
        title="Talk about what a tie means here",
        why=f"Only {' and '.join(reasons)}: people see the same relation differently.",
        how="In the next meeting, ask in pairs: what would you turn to each other for, and what "
        "would you need from each other to do so? No results on pairs are shown to anyone.",
    )


def plan_the_next_wave(found: Findings) -> Step | None:
    """One wave shows a state, never a change; two show one change, not a course."""
    if not found.two_waves:
        return _plan_the_second_wave(found)
    return Step(
        id="next-wave",
        title="Plan the next wave",
        why=f"{sentence_case(counted(len(found.network.waves), 'wave'))} show one stretch of the "
        "way; the next one shows whether it goes on.",
        how="Ask the same questions of the same people, and of those who have joined since. Tell "
        "everybody first what came of the last answers.",
    )


def read_it_together(found: Findings) -> Step | None:
    """A portrait is for those who are in it."""
    return Step(
        id="read-together",
        title="Read this portrait together",
        why=f"It shows what {counted(found.n, 'person', 'people')} reported; only they know what "
        "it leaves out.",
        how="Show the map without names. Ask: what surprises you, what is missing, and what shall "
        "we try before we look again?",
    )


def _knit_clusters(found: Findings) -> Step:
    largest = found.value("largest_component_share")
    part = f"Only {percent(largest)} of people hang together. " if largest is not None else ""
    return Step(
        id="knit-clusters",
        title="Knit the clusters, one small piece of work at a time",
        why=f"{part}The network is in pieces, and people know those next to them.",
        how="Find two or three people in neighbouring clusters who need the same thing done. Bring "
        "them together around it, small enough to finish within a month.",
    )


def _connect_the_spokes(found: Findings) -> Step:
    central = found.value("betweenness_centralization")
    degree = f" (on a scale from 0 to 1, {central:.2f})" if central is not None else ""
    return Step(
        id="connect-spokes",
        title="Connect the spokes to each other",
        why=f"Most ways run through one person{degree}. If that person leaves, most ways go too.",
        how="Whoever stands in the middle introduces two people who each know only them, once a "
        "week, and then leaves the conversation. After ten of these, hand introducing over to "
        "somebody else.",
    )


def _bridge_clusters(found: Findings) -> Step:
    modularity = found.value("modularity")
    degree = f" (modularity {modularity:.2f})" if modularity is not None else ""
    return Step(
        id="bridge-clusters",
        title="Build a second bridge between clusters",
        why=f"More ties run inside clusters than between them{degree}; a bridge that rests on one "
        "person is soon gone.",
        how="Pick two clusters that need each other. Let somebody who knows people in both, and is "
        "not the hub, introduce one pair around one concrete task.",
    )


def _open_the_core(found: Findings) -> Step:
    fit = found.value("core_periphery")
    degree = f" (fit {fit:.2f})" if fit is not None else ""
    return Step(
        id="open-the-core",
        title="Open the core to the edge",
        why=f"There is a closely knit core{degree}; what is new reaches a network by its edge.",
        how="Each person of the core invites one person from the edge into something that is "
        "already going on, and asks what the core does not see.",
    )


def _close_triangles(found: Findings) -> Step:
    closed = found.value("transitivity")
    why = (
        f"{sentence_case(percent(closed))} of all chains of three people are closed; the rest are "
        "introductions nobody has made yet."
        if closed is not None
        else "People who know the same person often do not know each other yet."
    )
    return Step(
        id="close-triangles",
        title="Close a triangle",
        why=why,
        how="Think of two people whom you know and who do not know each other but should. "
        "Introduce them with one sentence on why, and step aside.",
    )


PHASE_STEPS: dict[str, Callable[[Findings], Step]] = {
    "scattered": _knit_clusters,
    "hub-and-spoke": _connect_the_spokes,
    "multi-hub": _bridge_clusters,
    "core/periphery": _open_the_core,
}


def _ask_everybody(found: Findings) -> Step:
    return Step(
        id="ask-everybody",
        title="Ask everybody, in two minutes",
        why=nothing_known(found) or "Nothing is known yet.",
        how="Ask each person three things: who do you work with, whom do you trust, to whom do you "
        "turn. Say what they will get back, and who will see what.",
    )


def _start_small(found: Findings) -> Step:
    people = "a few people" if found.n < 3 else "three people"
    return Step(
        id="start-small",
        title="Start one small thing together",
        why="Ties come from doing something together, not from being listed.",
        how=f"Bring {people} together around one thing that can be finished within a month.",
    )


def _plan_the_second_wave(found: Findings) -> Step:
    when = "" if not np.any(found.connection.answered) else " after this one"
    return Step(
        id="second-wave",
        title="Plan a second wave",
        why="One wave shows how things stand; only a second shows what lasts and what is new.",
        how=f"Put a date in the calendar, six to twelve months{when}: the same questions to the "
        "same people, and to those who have joined since.",
    )


RULES: tuple[Callable[[Findings], Step | None], ...] = (
    gather_answers,
    move_on_from_the_phase,
    tie_a_second_thread,
    hand_over_a_role,
    talk_about_what_differs,
    plan_the_next_wave,
    read_it_together,
)
"""In the order in which they are worth doing."""
