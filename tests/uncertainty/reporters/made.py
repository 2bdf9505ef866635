"""Made-up reports of made-up ties, and a slow fit over all cells to compare with."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from hypothesis import strategies as st
from scipy.special import digamma, logsumexp

from weft.network import Columns, Relation, build
from weft.uncertainty.reporters.strata import STRATA

NAMES = ("Ana", "Ben", "Cy", "Di", "Eli", "Fay", "Gus", "Hal", "Ida", "Jo")


def said(says, *, directed=False, asked=None, answered=None, names=NAMES, values=None):
    """Return the network of ``says[m, i, j]``: what m says of the tie from i to j.

    With ``asked`` (of the same shape) every cell of it stands in the table, 0 for a no.
    """
    says = np.asarray(says)
    n = len(says)
    shown = says > 0 if asked is None else np.asarray(asked, dtype=bool)
    m, i, j = np.nonzero(shown & ~np.eye(n, dtype=bool)[None])
    ids = np.array(names[:n])
    columns = {
        "source": pa.array(ids[i].tolist(), type=pa.string()),
        "target": pa.array(ids[j].tolist(), type=pa.string()),
        "reporter": pa.array(ids[m].tolist(), type=pa.string()),
        "weight": pa.array([f"{x:g}" for x in says[m, i, j]], type=pa.string()),
    }
    people = {"id": pa.array(ids.tolist(), type=pa.string())}
    heard = np.ones(n, dtype=bool) if answered is None else np.asarray(answered)
    people["responded"] = pa.array(["yes" if one else "no" for one in heard])
    relation = Relation(name="ties", directed=directed)
    return build(Columns("ties", columns), Columns("people", people), relations=(relation,))


def own(pairs, n=3, *, directed=False, **options):
    """Return the network in which ``(m, i, j)`` are all that is said."""
    says = np.zeros((n, n, n))
    for m, i, j in pairs:
        says[m, i, j] = 1
    return said(says, directed=directed, **options)


@st.composite
def talk(draw, *, most=7):
    """Draw who says what of which ties, and how they were asked."""
    n = draw(st.integers(3, most))
    directed = draw(st.booleans())
    how = draw(st.sampled_from(["own", "all", "listed"]))
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    says = (rng.random((n, n, n)) < draw(st.sampled_from([0.1, 0.4, 0.8]))).astype(float)
    ends = np.zeros((n, n, n), dtype=bool)
    for m in range(n):
        ends[m, m, :] = ends[m, :, m] = True
    if how == "own":
        says *= ends
    if not directed:  # each says one thing of a pair
        says = np.stack([np.triu(part | part.T, 1) for part in says.astype(bool)]).astype(float)
    says[:, np.arange(n), np.arange(n)] = 0
    asked = rng.random((n, n, n)) < 0.7 if how == "listed" else None
    if asked is not None and not directed:
        asked = np.stack([np.triu(part, 1) for part in asked])
    if asked is not None:
        asked[0, 0, 1] = True
    return said(says, directed=directed, asked=asked), how


@dataclass
class Dense:
    """The same equations over every pair and reporter, one cell after another, without classes.

    For people who were asked about every tie, or a table that lists all: there no class of ties is
    taken alike that is not alike.
    """

    says: np.ndarray
    strata: np.ndarray
    priors: object
    untied: float

    def run(self, iterations):
        """Return how likely each tie is, after so many iterations of amounts with yes or no."""
        says, priors, n = self.says, self.priors, len(self.says)
        off = ~np.eye(n, dtype=bool)
        echo = np.swapaxes(says, 1, 2)
        reporter = [np.full(n, priors.reporter[0]), np.full(n, priors.reporter[1])]
        strength, mutual = list(priors.tied), list(priors.mutuality)
        count = np.tile([priors.prevalence[1], priors.prevalence[0]], (STRATA, 1))
        for _ in range(iterations + 1):
            log_reporter = digamma(reporter[0]) - np.log(reporter[1])
            mean_reporter = reporter[0] / reporter[1]
            logs = [np.log(self.untied), digamma(strength[0]) - np.log(strength[1])]
            means = np.array([self.untied, strength[0] / strength[1]])
            back = np.exp(digamma(mutual[0]) - np.log(mutual[1]))
            base = digamma(count) - digamma(count.sum(axis=1, keepdims=True))
            score = base[self.strata]
            due = []
            for k in (0, 1):
                tie = np.exp(log_reporter + logs[k])[:, None, None]
                much = tie + back * echo
                seen = np.where(says > 0, np.log(np.expm1(much)), 0.0)
                score[..., k] += (seen - (mean_reporter * means[k])[:, None, None]).sum(axis=0)
                many = much / -np.expm1(-much)
                due.append(
                    (np.where(says > 0, many * tie / much, 0), says * many * back * echo / much)
                )
            chance = np.exp(score - logsumexp(score, axis=2, keepdims=True))
            result = chance[..., 1].copy()
            chance[~off] = 0
            events = np.array(
                [[(chance[..., k] * due[k][0][m]).sum() for k in (0, 1)] for m in range(n)]
            )
            echoed = sum((chance[..., k] * due[k][1]).sum() for k in (0, 1))
            mass = chance.sum(axis=(0, 1))
            reporter = [
                priors.reporter[0] + events.sum(axis=1),
                priors.reporter[1] + means @ mass * np.ones(n),
            ]
            strength = [
                priors.tied[0] + events[:, 1].sum(),
                priors.tied[1] + (reporter[0] / reporter[1]).sum() * mass[1],
            ]
            mutual = [priors.mutuality[0] + echoed, priors.mutuality[1] + says.sum()]
            count = np.tile([priors.prevalence[1], priors.prevalence[0]], (STRATA, 1)).astype(float)
            np.add.at(count, self.strata[off], chance[off])
        return np.where(off, result, 0.0)
