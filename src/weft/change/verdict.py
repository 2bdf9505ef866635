"""Handing over, vacuum, growth around the hub, or no telling: from the region and the test."""

from __future__ import annotations

from weft.change.contents import SURE, Counts, FadeAndLift, Verdict
from weft.measures.words import counted

NOT_ASKED = Verdict(
    id="not_asked",
    text="Whether power is handed over cannot be asked: nobody is marked as a steward.",
    settle="Mark who convenes, in a column “steward” of the people table or with --steward ID.",
)

TOLD = {
    (1, 1): (
        "handing_over",
        (
            "Power is being handed over: the stewards hold a smaller share of the leadership than "
            "before, and others are looked to more."
        ),
    ),
    (1, -1): (
        "vacuum",
        (
            "The stewards hold a smaller share of the leadership, and others are looked to less as "
            "well: people have stepped back and nobody has stepped in. That is a vacuum, not a "
            "hand-over."
        ),
    ),
    (-1, 1): (
        "growth_around_hub",
        (
            "Others are looked to more, and the stewards' share of the leadership has grown too: "
            "the network grows around its hub."
        ),
    ),
    (-1, -1): (
        "gathering",
        (
            "The stewards hold a larger share of the leadership, and others are looked to less: "
            "leadership has gathered around the stewards."
        ),
    ),
}
"""By the sign of fade and of lift, where both can be told."""

SHARE = {
    1: "the stewards hold a smaller share of the leadership than before",
    -1: "the stewards hold a larger share of the leadership than before",
    0: "",
}
OTHERS = {1: "others are looked to more", -1: "others are looked to less", 0: ""}


def verdict_of(found: FadeAndLift, counts: Counts, *, asked_alike: bool) -> Verdict:
    """Return what can be said of power handed on, and what would settle what cannot.

    A direction counts as told where the whole region lies on one side (silence cannot account for
    it) and so large a change comes seldom of swapped reports (chance cannot either). The points
    decide nothing.
    """
    if found.undefined_because is not None:
        if "marked as a steward" in found.undefined_because:
            return NOT_ASKED
        because = found.undefined_because.removeprefix("Undefined, because ")
        return Verdict(
            id="no_telling", text=f"Whether power is handed over cannot be told, because {because}"
        )
    if not asked_alike:
        return Verdict(
            id="no_telling",
            text="Whether power is handed over cannot be told: the two waves differ so much in how "
            "many ties were reported that they were most likely not asked alike.",
            settle="A further wave with the same questions, asked in the same way.",
        )
    fade, lift = told(found)
    if fade and lift:
        name, text = TOLD[fade, lift]
        return Verdict(id=name, text=text)
    return Verdict(id="no_telling", text=_half(fade, lift), settle=_settle(found, counts))


def told(found: FadeAndLift) -> tuple[int, int]:
    """Return the signs of fade and of lift, 0 where silence or chance can account for it."""
    region = found.region
    if region is None:
        return 0, 0
    return (
        _sign(region.fade_between, found.p_fade),
        _sign(region.lift_between, found.p_lift),
    )


def _sign(between: tuple[float, float], p: float | None) -> int:
    if p is None or p > SURE:
        return 0
    return 1 if between[0] > 0 else -1 if between[1] < 0 else 0


def _half(fade: int, lift: int) -> str:
    if fade:
        return (
            f"What can be told is that {SHARE[fade]}. Whether others are looked to more or less "
            "than before cannot be told, so it is open whether this is a hand-over."
        )
    if lift:
        return (
            f"What can be told is that {OTHERS[lift]} than before. Whether the stewards' share of "
            "the leadership has changed cannot be told, so it is open whether this is a hand-over."
        )
    return (
        "Whether power is handed over cannot be told: neither the stewards' share of the "
        "leadership nor how much others are looked to changed by more than chance and silence "
        "can account for."
    )


def _settle(found: FadeAndLift, counts: Counts) -> str:
    """Return what would settle it: more answers where silence is in the way, else more time."""
    silent = counts.stayers - counts.matched
    chance = _by_chance(found)
    said = []
    if found.region is None:
        said.append("Most ways to fill in what was not said give no figure at all.")
    if silent and not chance:
        people = counted(silent, "person", "people")
        said.append(
            f"Silence is in the way: {people} of those who stayed answered once or not at all. "
            "More answers in the next wave would settle it."
        )
    elif chance:
        small = ""
        if found.least_told:
            points = max(1, round(100 * found.least_told))
            small = (
                f" With {counted(counts.matched, 'person', 'people')} heard both times, a change "
                f"of the stewards' share by less than {counted(points, 'percentage point')} cannot "
                "be told from chance."
            )
        said.append(
            f"Chance is in the way.{small} A further wave, and more people heard in each, would "
            "settle it."
        )
    return " ".join(said)


def _by_chance(found: FadeAndLift) -> bool:
    """Whether chance alone leaves it open, before silence is looked at."""
    return any(p is None or p > SURE for p in (found.p_fade, found.p_lift))
