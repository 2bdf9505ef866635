"""How often the ranges and the test of introductions hold, in made-up rounds of known effect."""

import os
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from weft.weaving.effect.interval import arms_of, range_of_means, range_of_shares
from weft.weaving.effect.lots import lots_of, p_of

RUNS, DRAWS, CONFIDENCE = 1_000, 399, 0.9
PEOPLE, CONTACTS, CIRCLES = 60, 6, 4
MEET = 0.6
"""The share of offered pairs who meet; only a meeting does anything."""

FOR_TRUTH = 40_000
"""In how many made-up rounds the true difference is counted, where ties bring about others."""


@dataclass(frozen=True)
class Setting:
    """One line of the table.

    Attributes
    ----------
    rounds, pairs, held_out : int
        Pairs, and how many of them the lot holds out, are those of one round.
    effect : float
        By how much an offer raises the chance of a tie, on average.
    spill : float
        By how much each tie that came about raises the chance of a tie of every pair that shares a
        person with it.
    """

    rounds: int
    pairs: int
    held_out: int
    effect: float
    spill: float


SHAPES = ((1, 20, 4), (4, 25, 5), (4, 25, 12), (8, 50, 10))
SETTINGS = tuple(
    Setting(*shape, effect, spill)
    for shape in SHAPES
    for effect in (0.0, 0.2)
    for spill in (0.0, 0.1)
)


@dataclass(frozen=True, eq=False)
class Chosen:
    """Pairs that were chosen in a made-up network, by how many contacts they have in common.

    Attributes
    ----------
    round : int array, shape (n,)
    closeness : float array, shape (n,)
        After Adamic and Adar.
    usual : float array, shape (n,)
        The chance that the two become tied anyway.
    ends : int array, shape (n, 2)
    touching : bool array, shape (n, n)
        Which pairs share a person.
    """

    round: NDArray[np.intp]
    closeness: NDArray[np.float64]
    usual: NDArray[np.float64]
    ends: NDArray[np.intp]
    touching: NDArray[np.bool_]


def run() -> dict[str, Any]:
    """Return how often the test was passed where nothing is, and ranges held the truth."""
    runs = int(os.environ.get("WEFT_BENCH_RUNS", RUNS))
    rows = [
        {**asdict(setting), **measured(setting, runs, seed)}
        for seed, setting in enumerate(SETTINGS, start=1)
    ]
    return {"runs": runs, "draws": DRAWS, "confidence": CONFIDENCE, "settings": rows}


def measured(setting: Setting, runs: int, seed: int) -> dict[str, float]:
    """Return the shares of rounds in which the test was passed, and in which ranges held."""
    rng = np.random.default_rng([seed, 6])
    chosen = chosen_in(setting, rng)
    held_out, met, tied = played(setting, chosen, runs, rng)
    true = setting.effect
    if setting.effect and setting.spill:
        true = true_difference(setting, chosen, rng)
    found = []
    for i in range(runs):
        shares = one_round(chosen, held_out[i], met[i], tied[i], true, seed=i)
        found.append([*shares, displaced(setting, chosen, held_out[i], rng)])
    names = ("passed", "held", "held of meetings", "held of displacement")
    means = np.array(found).mean(axis=0).tolist()
    return {"true": float(true), **dict(zip(names, means, strict=True))}


def one_round(
    chosen: Chosen,
    held_out: NDArray[np.bool_],
    met: NDArray[np.bool_],
    tied: NDArray[np.bool_],
    true: float,
    *,
    seed: int,
) -> tuple[bool, bool, bool]:
    """Return whether the test was passed, and whether both ranges held the truth."""
    lots = lots_of(chosen.round, held_out, assign=None, draws=DRAWS, seed=seed)
    values = tied.astype(np.float64)
    p = p_of(lots, values, values / (1 + chosen.closeness))
    low, high = range_of_shares(arms_of(lots, values), CONFIDENCE)
    share = arms_of(lots, met.astype(np.float64)).difference
    return (
        p is not None and p <= 0.05,
        low <= true <= high,
        low / share <= true / MEET <= high / share,
    )


def chosen_in(setting: Setting, rng: np.random.Generator) -> Chosen:
    """Return the pairs with most contacts in common in a made-up network of four circles.

    Rounds go down the list, so that the first has the closest pairs. Most pairs share people.
    """
    circle = rng.integers(CIRCLES, size=PEOPLE)
    same = circle[:, None] == circle[None, :]
    chance = np.where(same, 3.0, 0.5)
    np.fill_diagonal(chance, 0)
    ties = np.triu(rng.random(chance.shape) < chance * CONTACTS / chance.sum(axis=1).mean(), 1)
    ties = (ties | ties.T).astype(float)
    common = ties @ ties
    close = ties @ np.diag(1 / np.log(np.maximum(ties.sum(axis=0), 2))) @ ties
    first, second = np.nonzero(np.triu(ties == 0, 1))
    many = setting.rounds * setting.pairs
    by = np.argsort(-common[first, second], kind="stable")[:many]
    ends = np.stack([first[by], second[by]], axis=1)
    touching = (ends[:, None, :, None] == ends[None, :, None, :]).any(axis=(2, 3))
    np.fill_diagonal(touching, val=False)
    return Chosen(
        round=np.arange(many) // setting.pairs,
        closeness=close[first[by], second[by]],
        usual=0.02 + 0.05 * np.minimum(common[first[by], second[by]], 6),
        ends=ends,
        touching=touching,
    )


def played(
    setting: Setting, chosen: Chosen, times: int, rng: np.random.Generator
) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """Return who was held out, met and became tied, in so many rounds; shape (times, pairs)."""
    many = len(chosen.usual)
    held_out = np.zeros((times, many), dtype=bool)
    for code in range(setting.rounds):
        rows = np.flatnonzero(chosen.round == code)
        lot = np.tile(np.arange(setting.pairs) < setting.held_out, (times, 1))
        held_out[:, rows] = rng.permuted(lot, axis=1)
    met = ~held_out & (rng.random((times, many)) < MEET)
    tied = rng.random((times, many)) < chosen.usual + setting.effect / MEET * met
    near = tied.astype(np.float32) @ chosen.touching.astype(np.float32)
    more = 1 - (1 - setting.spill) ** np.minimum(near, 3)
    return held_out, met, tied | (rng.random((times, many)) < more)


def true_difference(setting: Setting, chosen: Chosen, rng: np.random.Generator) -> float:
    """Return by how much an offer changes a pair's own chance, the lot of all others as usual."""
    held_out, _, tied = played(setting, chosen, FOR_TRUTH, rng)
    found = 0.0
    for code in range(setting.rounds):
        rows = chosen.round == code
        out, values = held_out[:, rows], tied[:, rows]
        found += float(values[~out].mean() - values[out].mean())
    return found / setting.rounds


def displaced(
    setting: Setting, chosen: Chosen, held_out: NDArray[np.bool_], rng: np.random.Generator
) -> bool:
    """Return whether the range of displacement holds the truth.

    Each offer takes as many ties with others from both people as ``effect`` says; what else they
    win and lose is chance, and the same in every pair that they are in. As a round holds out a
    fixed number, the other pairs of an offered one are offered a little less often.
    """
    offers = np.bincount(chosen.ends[~held_out].ravel(), minlength=PEOPLE)
    change = rng.poisson(1.5, PEOPLE) - rng.poisson(1.5, PEOPLE) - setting.effect * offers
    lots = lots_of(chosen.round, held_out, assign=None, draws=1, seed=0)
    arms = arms_of(lots, change[chosen.ends].mean(axis=1))
    low, high = range_of_means(arms, CONFIDENCE) or (np.nan, np.nan)
    same = chosen.round[:, None] == chosen.round
    others = (chosen.touching & same).sum(axis=1).mean() / 2
    true = -setting.effect * (1 - others / (setting.pairs - 1))
    return bool(low <= true <= high)
