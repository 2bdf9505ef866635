"""The map: everyone within the square, the same for the same seed, loners aside."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.portrait import drawn_by_hand as drawn
from tests.portrait.page import Page
from weft.portrait import make_portrait
from weft.portrait.drawing import MOST_PEOPLE, placed
from weft.portrait.packing import drawn_in, in_rows, packed, reach
from weft.portrait.rendering.map_labels import placed_labels
from weft.portrait.rendering.svg_map import map_svg


def graph_of(ties, n):
    return drawn.network(ties, {"id": [f"p{i}" for i in range(n)]}).graph(None if ties else "ties")


def ring(n, first=0):
    return [(f"p{first + i}", f"p{first + (i + 1) % n}") for i in range(n)]


def test_everyone_stands_within_the_square_at_a_place_of_their_own():
    place = placed(graph_of(ring(8) + ring(5, 8) + ring(3, 13), 25), seed=1)
    assert place.min() >= 0
    assert place.max() <= 1
    assert len(np.unique(place.round(6), axis=0)) == 25


@pytest.mark.parametrize("n", [40, 500])
def test_same_seed_gives_the_same_map_and_another_one_another(n):
    graph = graph_of(ring(n) + [(f"p{i}", f"p{(7 * i + 3) % n}") for i in range(0, n, 3)], n)
    once = placed(graph, seed=5)
    np.testing.assert_array_equal(once, placed(graph, seed=5))
    assert not np.array_equal(once, placed(graph, seed=6))


def test_loners_stand_below_and_do_not_shrink_the_rest():
    place = placed(graph_of(ring(20), 40), seed=0)
    tied, alone = place[:20], place[20:]
    assert alone[:, 1].min() > tied[:, 1].max()
    assert np.ptp(tied[:, 0]) > 0.6


def test_neighbours_stand_nearer_than_strangers():
    place = placed(graph_of(ring(16), 16), seed=0)
    away = np.hypot(*(place[:, None] - place[None]).transpose(2, 0, 1))
    ties = [(i, (i + 1) % 16) for i in range(16)]
    assert np.mean([away[tie] for tie in ties]) < away[np.triu_indices(16, 1)].mean() / 2


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(0.5, 5), min_size=1, max_size=12))
def test_packed_pieces_do_not_overlap(sizes):
    sizes = sorted(sizes, reverse=True)
    pieces = [np.array([[size, 0.0], [-size, 0.0]]) for size in sizes]
    centres = [piece.mean(axis=0) for piece in packed(pieces)]
    for i, one in enumerate(centres):
        for j in range(i):
            apart = np.hypot(*(one - centres[j]))
            assert apart >= reach(pieces[i]) + reach(pieces[j])


def test_rows_are_even_and_centred():
    assert in_rows(5, 3).tolist() == [[-1, 0], [0, 0], [1, 0], [-0.5, 1], [0.5, 1]]


def test_those_far_out_are_drawn_in_and_keep_their_direction():
    rng = np.random.default_rng(0)
    xy = np.vstack([rng.normal(size=(99, 2)), [[1000.0, 0.0]]])
    near = drawn_in(xy)
    assert near[99, 0] == pytest.approx(np.hypot(*near.T).max())
    assert near[99, 0] < 5
    assert abs(near[99, 1]) < 0.01


def test_a_network_too_large_to_see_is_not_drawn_and_a_limit_says_so():
    n = MOST_PEOPLE + 1
    portrait = make_portrait(
        drawn.network([("p0", "p1")], {"id": [f"p{i}" for i in range(n)]}), draws=1
    )
    assert portrait.drawing is None
    assert "too-large-to-draw" in {limit.id for limit in portrait.limits}


def test_groups_below_five_are_drawn_together_without_their_names():
    ids = [f"p{i}" for i in range(16)]
    teams = ["big"] * 6 + ["large"] * 6 + ["tiny"] * 3 + ["lone"]
    portrait = make_portrait(drawn.network(ring(16), {"id": ids, "team": teams}))
    assert portrait.drawing.groups == ("big", "large", "smaller groups")
    assert np.bincount(portrait.drawing.group).tolist() == [6, 6, 4]
    assert "tiny" not in portrait.to_html()


def test_bare_numbers_are_shown_with_what_they_count():
    people = {"id": [f"p{i}" for i in range(12)], "site": [1, 2] * 6}
    portrait = make_portrait(drawn.network(ring(12), people))
    assert portrait.drawing.groups == ("site 1", "site 2")


def test_each_group_has_a_colour_and_a_shape_of_its_own_and_stewards_a_ring():
    ids = [f"p{i}" for i in range(35)]
    people = {
        "id": ids,
        "team": [f"team {i % 7}" for i in range(35)],
        "steward": ["yes"] * 2 + ["no"] * 33,
    }
    drawing = make_portrait(drawn.network(ring(35), people)).drawing
    page = Page(map_svg(drawing))
    marks = [a for _, a in page.named("path") if a["class"].startswith("g")]
    assert len(marks) == 35
    looks = {(a["class"], a["fill"], "".join(c for c in a["d"] if c.isalpha())) for a in marks}
    assert len({look[:2] for look in looks}) == 7
    assert len([a for _, a in page.named("circle") if a["class"] == "ring"]) == 2


def test_names_stay_on_the_map_and_apart_where_there_is_room():
    x, y = np.array([10.0, 700.0, 350.0, 352.0]), np.array([50.0, 50.0, 200.0, 201.0])
    labels = placed_labels(
        ["Ana Long Name", "Ben Long Name", "Cy", "Di"], x, y, np.full(4, 8.0), width=720
    )
    for middle, _, said in labels:
        assert 0 <= middle - len(said) * 3.4 <= middle + len(said) * 3.4 <= 720
    assert labels[2][:2] != labels[3][:2]


def test_long_names_are_cut():
    ((_, _, said),) = placed_labels(
        ["x" * 300], np.array([300.0]), np.array([50.0]), np.array([8.0]), width=720
    )
    assert said == "x" * 23 + "…"
