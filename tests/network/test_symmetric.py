"""A relation in which each tie stands both ways alike is pointed out, and no other."""

import pytest

import weft
from weft.network import Notice, Relation, symmetric

PAIRS = [("a", "b", 1), ("a", "c", 2), ("a", "d", 1), ("b", "c", 3), ("c", "d", 1)]
BOTH_WAYS = PAIRS + [(target, source, weight) for source, target, weight in PAIRS]
ROUND = [(a, "abcde"[(i + step) % 5], 1) for step in (1, 2) for i, a in enumerate("abcde")]


def read(rows, relation="likes", **options):
    """Return the network of (source, target, weight[, wave[, reporter]])."""
    keys = ("source", "target", "weight", "wave", "reporter")
    columns = dict(zip(keys, map(list, zip(*rows, strict=True)), strict=False))
    return weft.read({**columns, "relation": [relation] * len(rows)}, **options)


def test_ties_that_all_stand_both_ways_alike_are_pointed_out():
    network = read(BOTH_WAYS, "plays with")

    assert network.notices == (
        Notice(
            kind="symmetric",
            text="Every tie of “plays with” is there the other way round too, with the same "
            'strength. If these ties have no direction, say so: --undirected "plays with".',
            count=5,
        ),
    )
    assert weft.read([[0, 1, 1], [1, 0, 1], [1, 1, 0]]).notices == ()


def test_several_such_relations_are_pointed_out_together():
    rows = [(source, target, f"r{k}") for k in range(12) for source, target, _ in BOTH_WAYS]

    (said,) = weft.read([*rows, ("a", "b", "likes")]).notices

    assert said.count == 60
    assert said.text.startswith("Every tie of “r0”, “r1”, ")
    assert "“r9” and 2 others is there" in said.text
    assert said.text.endswith("--undirected r8 --undirected r9.")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(BOTH_WAYS[:8], id="too few"),
        pytest.param([*BOTH_WAYS, ("b", "d", 1)], id="one is not returned"),
        pytest.param([*BOTH_WAYS[:9], ("d", "c", 2)], id="one is stronger"),
        pytest.param(ROUND, id="as many out as in"),
        pytest.param([(*row, str(i // 5)) for i, row in enumerate(BOTH_WAYS)],
                     id="returned in another wave"),
        pytest.param([(*row, "1", row[1]) for row in BOTH_WAYS], id="others report"),
    ],
)  # fmt: skip
def test_other_ties_are_not(rows):
    assert symmetric(read(rows)) == []


@pytest.mark.parametrize(
    "options",
    [{"undirected": "likes"}, {"undirected": ["likes"]}, {"relations": [Relation(name="likes")]}],
)
def test_nothing_is_said_where_the_caller_knows_the_direction(options):
    assert read(BOTH_WAYS, **options).notices == ()


def test_reports_of_no_tie_do_not_matter():
    assert [n.kind for n in symmetric(read([*BOTH_WAYS, ("b", "d", 0)]))] == ["symmetric"]
