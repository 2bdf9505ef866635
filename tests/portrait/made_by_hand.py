"""Portraits made by hand, so that what renders them is tested without what assembles them."""

from dataclasses import replace

import numpy as np

import weft
from weft.measures import Measure
from weft.measures.declaration import Null
from weft.measures.registry import registered
from weft.portrait.contents import Chapter, Chart, Drawing, Limit, LookAfter, Shown, Step
from weft.portrait.portrait import Portrait

TIES = [("Ben", "Ana"), ("Cy", "Ana"), ("Di", "Ana"), ("Ana", "Ben")]
QUESTIONS = (
    "Does this network call for a different kind of leadership?",
    "What does leadership look like here?",
    "How do we support it?",
    "What is it changing?",
)


def shown(measure_id: str, ties: object = TIES, **changed: object) -> Shown:
    measure: Measure = replace(weft.measure(ties, measure_id), **changed)
    return Shown(measure=measure, declaration=registered(measure_id).declaration)


def with_interval() -> Shown:
    null = Null(
        model="ties at random, as many",
        mean=0.4,
        sd=0.1,
        p=0.02,
        p_higher=0.01,
        p_lower=1.0,
        sides=2,
        draws=99,
    )
    return shown(
        "leadership_centralization",
        low=0.7,
        high=0.95,
        confidence=0.95,
        nulls=(null,),
        parts={"the greatest share": 1.0},
    )


def undefined_figure() -> Shown:
    return shown("leadership_centralization", [("Ana", "Ben")])


def charts() -> tuple[Chart, ...]:
    return (
        Chart(
            id="answered",
            title="Who is looked to",
            summary="Three look to Ana, one to Ben, nobody to Cy or Di.",
            kind="bars",
            columns=("named by", "people"),
            rows=(("0", 2), ("1", 1), ("2", None), ("3", 1)),
        ),
        Chart(
            id="mixing",
            title="Ties within and between offices",
            summary="Most ties stay within an office.",
            kind="matrix",
            columns=("from", "Boston", "Hartford"),
            rows=(("Boston", 0.5, 0.1), ("Hartford", 0.2, 0.4)),
        ),
        Chart(
            id="robustness",
            title="If people leave",
            summary="When a quarter has left, two thirds still hang together.",
            kind="line",
            columns=("share that left", "at random", "the best tied first"),
            rows=((0.0, 1.0, 1.0), (0.25, 0.74, 0.66), (0.5, 0.5, 0.2), (0.75, 0.2, None)),
        ),
    )


def drawing() -> Drawing:
    return Drawing(
        x=np.array([0.1, 0.5, 0.9, 0.5]),
        y=np.array([0.1, 0.5, 0.1, 0.9]),
        size=np.array([1.0, 2.0, 1.0, 1.0]),
        group=np.array([0, 0, 1, 1]),
        groups=("Boston", "Hartford"),
        first=np.array([0, 1, 1], dtype=np.int32),
        second=np.array([1, 2, 3], dtype=np.int32),
        labels=(),
        stewards=np.array([False, True, False, False]),
        summary="Everyone is tied to one person in the middle.",
    )


def full() -> Portrait:
    chapters = tuple(
        Chapter(
            id=f"question_{number}",
            title=title,
            answer=f"An answer in plain words to question {number}.",
            figures=(with_interval(), shown("density"), undefined_figure()),
            charts=charts() if number == 2 else (),
        )
        for number, title in enumerate(QUESTIONS, start=1)
    )
    return Portrait(
        network={
            "name": "four friends",
            "people": 4,
            "relations": {"leadership": "ties"},
            "wave": "1",
            "answered": 4,
            "coverage": 1.0,
        },
        headline="Four people, and nearly all of them look to one. Nobody looks to two of them.",
        chapters=chapters,
        look_after=(
            LookAfter(
                id="one_thread",
                title="People with one thread",
                text="Two people hang on one tie; a second one would hold them.",
                count=2,
                names=("Cy", "Di [bold]Łódź[/bold]"),
            ),
        ),
        next_steps=(
            Step(
                id="second_thread",
                title="Give two people a second thread",
                why="Two people hang on one tie.",
                how="Ask Ben to invite one of them to what he does next.",
            ),
        ),
        limits=(Limit(id="self_report", text="Ties are what people say they are."),),
        drawing=drawing(),
        made_with={"weft": "0.1.0", "seed": 0, "draws": 100},
    )


def bare() -> Portrait:
    """Nobody, nothing: what a network of no people gives."""
    chapters = tuple(
        Chapter(id=f"question_{n}", title=title, answer="Nothing can be said.", figures=())
        for n, title in enumerate(QUESTIONS, start=1)
    )
    return Portrait(
        network={"name": "nobody", "people": 0},
        headline="There is nobody in this network.",
        chapters=chapters,
        look_after=(),
        next_steps=(),
        limits=(),
        drawing=None,
        made_with={"weft": "0.1.0"},
    )


def not_finite() -> Portrait:
    """Figures that should never come about, and must not break the format if they do."""
    broken = shown("density", value=float("nan"), coverage=float("inf"), parts={"a": float("nan")})
    numpy_made = shown("density", value=np.float64(0.5), n=np.int64(4))
    chapters = (replace(bare().chapters[0], figures=(broken, numpy_made)), *bare().chapters[1:])
    return replace(bare(), chapters=chapters, network={"name": "x", "people": np.int64(2)})
