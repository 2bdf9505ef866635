"""The map as a table."""

import numpy as np

from weft.portrait.contents import Drawing
from weft.portrait.rendering.map_table import map_table


def drawing(*, labels: tuple[str, ...], groups: tuple[str, ...] = ("north", "south")) -> Drawing:
    """Three people in the north and one in the south: a path of two ties, and one across."""
    everywhere = np.zeros(4)
    return Drawing(
        x=everywhere,
        y=everywhere,
        size=everywhere,
        group=np.array([0, 0, 0, 1]) if groups else np.zeros(4, dtype=int),
        groups=groups,
        first=np.array([0, 1, 2], dtype=np.int32),
        second=np.array([1, 2, 3], dtype=np.int32),
        labels=labels,
        stewards=np.zeros(4, dtype=bool),
        summary="Four people.",
    )


def test_without_names_it_counts_people_and_pairs_by_group() -> None:
    table = map_table(drawing(labels=()))
    assert table.columns == ("group", "people", "pairs tied within", "pairs tied to other groups")
    assert table.rows == (("north", 3, 2, 1), ("south", 1, 0, 1))


def test_without_groups_everybody_is_one() -> None:
    assert map_table(drawing(labels=(), groups=())).rows == (("everybody", 4, 3, 0),)


def test_with_names_people_stand_by_group_and_name_and_not_by_ties() -> None:
    table = map_table(drawing(labels=("Zoe", "Ana", "Ben", "Di")))
    assert table.columns == ("person", "group", "ties")
    assert table.rows == (
        ("Ana", "north", 2),
        ("Ben", "north", 2),
        ("Zoe", "north", 1),
        ("Di", "south", 1),
    )
