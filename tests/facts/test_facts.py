"""Weft's figures equal those of networkx, igraph and R on the real networks."""

from pathlib import Path

import pytest

from tests.facts.comparison import comparable, comparisons, folders, large_comparisons

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
NAMES = [folder.name for folder in folders(DATA)] or ["no data"]

pytestmark = pytest.mark.facts

FEWEST_FIGURES = 1_500


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_equals_that_of_the_other_programs(
    shared_data: Path, name: str, record_property
) -> None:
    compared = [
        (f"{slice_name}: {comparison}", comparison)
        for slice_name, comparison in comparisons(shared_data / name)
    ]
    record_property("figures compared", len(compared))
    worst = max((c.apart for _, c in compared), default=0.0)
    record_property("worst disagreement", worst)
    assert [said for said, comparison in compared if not comparison.agrees] == []
    assert compared


@pytest.mark.parametrize("name", ["soc_epinions1", "soc_slashdot0902"])
def test_every_figure_of_a_large_network_equals_that_of_the_other_programs(
    shared_data: Path, name: str, record_property
) -> None:
    compared = list(large_comparisons(shared_data / "large" / name))
    record_property("figures compared", len(compared))
    record_property("worst disagreement", max(comparison.apart for comparison in compared))
    assert [comparison for comparison in compared if not comparison.agrees] == []


def test_the_suite_compares_over_1500_figures(shared_data: Path) -> None:
    assert sum(comparable(folder) for folder in folders(shared_data)) > FEWEST_FIGURES
