"""What is said of power handed on follows from the region and the test, not from the points."""

import pytest

from weft.change.contents import Counts, FadeAndLift, Region
from weft.change.verdict import verdict_of

COUNTS = Counts(people=(40, 40), answered=(35, 35), stayers=40, matched=30)


def found(fade, lift, *, wide=0.0, p=(0.01, 0.01)):
    region = Region(
        fade=fade, lift=lift, spread=((wide**2, 0), (0, wide**2)), confidence=0.9, draws=200
    )
    return FadeAndLift(
        fade=fade, lift=lift, share_before=0.5, share_after=0.4, region=region,
        p_fade=p[0], p_lift=p[1], least_told=0.07,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fade", "lift", "expected"),
    [
        (0.3, 0.4, "handing_over"),
        (0.3, -0.4, "vacuum"),
        (-0.3, 0.4, "growth_around_hub"),
        (-0.3, -0.4, "gathering"),
    ],
)
def test_four_verdicts_where_both_are_told(fade, lift, expected):
    verdict = verdict_of(found(fade, lift, wide=0.2), COUNTS, asked_alike=True)
    assert (verdict.id, verdict.settle) == (expected, "")


def test_the_same_points_give_no_verdict_where_silence_could_account_for_them():
    verdict = verdict_of(found(0.3, 0.4, wide=0.5), COUNTS, asked_alike=True)
    assert verdict.id == "no_telling"
    assert verdict.settle.startswith("Silence is in the way: ten people of those who stayed")


def test_the_same_points_give_no_verdict_where_chance_could_account_for_them():
    verdict = verdict_of(found(0.3, 0.4, p=(0.2, 0.3)), COUNTS, asked_alike=True)
    assert verdict.id == "no_telling"
    assert "less than seven percentage points cannot be told from chance" in verdict.settle


def test_a_fall_of_the_share_alone_is_not_called_a_hand_over():
    verdict = verdict_of(found(0.3, 0.4, p=(0.01, 0.3)), COUNTS, asked_alike=True)
    assert verdict.id == "no_telling"
    assert "the stewards hold a smaller share" in verdict.text
    assert "it is open whether this is a hand-over" in verdict.text


def test_waves_that_were_not_asked_alike_give_no_verdict():
    assert verdict_of(found(0.3, 0.4), COUNTS, asked_alike=False).id == "no_telling"


def test_without_a_steward_the_question_is_not_asked():
    because = "Undefined, because nobody who is in both waves is marked as a steward."
    verdict = verdict_of(FadeAndLift(undefined_because=because), COUNTS, asked_alike=True)
    assert verdict.id == "not_asked"
