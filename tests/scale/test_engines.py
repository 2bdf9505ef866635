"""An engine of tables gives the same figures, whole and in words, as Weft in memory."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyarrow import csv

import weft
from weft.scale import engine, figure_of, not_computed, opened
from weft.scale.figures import NOT_HERE

WITHOUT = {"strong_components"}


def written(folder, seed, n, m, *, relation="trusts"):
    rng = np.random.default_rng(seed)
    ends = rng.integers(0, n, (m, 2))
    weights = rng.integers(0, 5, m)
    rows = [f"p{a},p{b},{relation},{w}" for (a, b), w in zip(ends, weights, strict=True)]
    file = folder / f"ties{seed}.csv"
    file.write_text("\n".join(["source,target,relation,weight", *rows]) + "\n")
    return file


def same(found, expected):
    assert found.id == expected.id
    if not isinstance(expected.value, float):
        assert found.value == expected.value
    else:
        assert found.value == pytest.approx(expected.value, rel=1e-9, abs=1e-9)
    shared = {k: v for k, v in expected.parts.items() if k in found.parts}
    assert dict(found.parts) == pytest.approx(shared, rel=1e-9)
    assert set(expected.parts) - set(found.parts) <= WITHOUT
    for name in ("low", "high", "least", "most"):
        end = getattr(expected, name)
        near = None if end is None else pytest.approx(end, rel=1e-9, abs=1e-9)
        assert getattr(found, name) == near, (found.id, name)
    for name in ("n", "answered", "coverage", "method", "sentence", "undefined_because"):
        assert getattr(found, name) == getattr(expected, name), (found.id, name)


EVERY = tuple(declaration.id for declaration in weft.declarations())
ELSEWHERE = {
    declaration.id
    for declaration in weft.declarations()
    if {"group", "two waves", "double reports"} & set(declaration.needs)
}
"""What an engine of tables leaves to Weft in memory."""


def compare(address, file, *, everyone, blocks=None, stewards=()):
    network = weft.read(file, everyone_answered=everyone)
    if stewards:
        network = network.with_stewards(list(stewards))
    with engine(address) as tables:
        whole = opened(
            tables, [str(file)], everyone_answered=everyone, blocks=blocks, stewards=stewards
        )
        counted = whole.counted()
        for measure_id in EVERY:
            found = figure_of(counted, measure_id)
            if measure_id in ELSEWHERE:
                nobody = "Undefined, because nobody is marked as a steward."
                assert found.undefined_because in {
                    not_computed(counted.engine.name, NOT_HERE),
                    nobody,
                }
                continue
            same(found, weft.measure(network, measure_id))


@pytest.mark.parametrize("everyone", [True, False])
@pytest.mark.parametrize("relation", ["trusts", "works_with"])
@pytest.mark.parametrize("seed", range(4))
def test_duckdb_gives_the_same(tmp_path, seed, relation, everyone):
    file = written(tmp_path, seed, 5 + 12 * seed, 20 + 60 * seed, relation=relation)
    compare("duckdb", file, everyone=everyone, stewards=("p0", "p1"))


@pytest.mark.parametrize("blocks", [2, 3, 5])
def test_triangles_are_found_once_however_people_are_put_into_blocks(tmp_path, blocks):
    compare("duckdb", written(tmp_path, 9, 40, 300), everyone=True, blocks=blocks)


@pytest.mark.parametrize("everyone", [True, False])
def test_a_spark_connect_server_gives_the_same(server, tmp_path, everyone):
    compare(server, written(tmp_path, 7, 30, 150), everyone=everyone, blocks=2)


def test_a_server_that_keeps_no_rows_makes_them_again(forgetful_server, tmp_path):
    file = written(tmp_path, 3, 20, 90)
    network = weft.read(file, everyone_answered=True)
    with engine(forgetful_server, tasks=2) as tables:
        counted = opened(tables, [str(file)], everyone_answered=True).counted()
        for measure_id in ("reciprocity", "constraint", "betweenness_centralization"):
            same(figure_of(counted, measure_id), weft.measure(network, measure_id))


LARGE = ("transitivity", "constraint", "effective_size", "largest_component_share")
SAMPLED = ("betweenness_centralization", "steward_betweenness_share")


def large(folder, *, relation):
    """More people than exact betweenness is for, some with very many ties."""
    rng = np.random.default_rng(5)
    ends = np.minimum(rng.pareto(1.5, (9_000, 2)) * 60, 2_499).astype(int)
    rows = [f"p{a},p{b},{relation}" for a, b in ends if a != b]
    rows += [f"p{i},p{(i * 7 + 1) % 2_500},{relation}" for i in range(2_500)]
    file = folder / f"{relation}.csv"
    file.write_text("\n".join(["source,target,relation", *rows]) + "\n")
    return file


def figures_at(address, file, people, **settings):
    with engine(address, **settings) as tables:
        whole = opened(tables, [str(file)], people, everyone_answered=True, seed=3)
        counted = whole.counted()
        return [figure_of(counted, measure_id) for measure_id in (*LARGE, *SAMPLED)]


@pytest.mark.parametrize("relation", ["trusts", "works_with"])
def test_figures_are_the_same_in_however_many_tasks(server, tmp_path, relation):
    file = large(tmp_path, relation=relation)
    order = np.random.default_rng(0).permutation(2_500)
    people = {"id": [f"p{i}" for i in order], "steward": ["yes" if i < 9 else "" for i in order]}
    network = weft.read(file, people=people, everyone_answered=True)
    local = [weft.measure(network, measure_id, seed=3) for measure_id in SAMPLED]
    found = [figures_at(server, file, people, tasks=tasks) for tasks in (1, 2, 5)]
    assert found[0] == found[1] == found[2] == figures_at("duckdb", file, people)
    assert found[0][len(LARGE) :] == local
    for one, measure_id in zip(found[0], LARGE, strict=False):
        same(one, weft.measure(network, measure_id))


@pytest.mark.parametrize("kind", ["csv", "parquet"])
@pytest.mark.parametrize("wave", ["1", "2", None])
def test_each_wave_of_a_table_has_its_own_figures(server, tmp_path, kind, wave):
    rng = np.random.default_rng(8)
    source, target = rng.integers(0, 25, (2, 160)).tolist()
    table = pa.table(
        {
            "source": source,  # whole numbers, as many a table has them
            "target": target,
            "weight": rng.integers(1, 5, 160) / 2,
            "wave": [str(1 + i % 2) for i in range(160)],
        }
    )
    file = tmp_path / f"ties.{kind}"
    {"csv": csv.write_csv, "parquet": pq.write_table}[kind](table, file)
    network = weft.read(file, everyone_answered=True)
    for address in ("duckdb", server):
        with engine(address) as tables:
            whole = opened(tables, [str(file)], everyone_answered=True)
            assert whole.waves == ("1", "2")
            counted = whole.counted(wave=wave)
            for measure_id in ("density", "mean_strength", "constraint", "modularity"):
                same(figure_of(counted, measure_id), weft.measure(network, measure_id, wave=wave))


def test_another_engine_is_refused():
    with (
        pytest.raises(weft.InvalidRequestError, match="There is no engine “dask”"),
        engine("dask"),
    ):
        pass


def test_two_relations_of_one_table_each_have_their_triangles_and_ways(tmp_path):
    one, other = written(tmp_path, 1, 30, 150), written(tmp_path, 2, 30, 120, relation="works_with")
    file = tmp_path / "both.csv"
    file.write_text(one.read_text() + "\n".join(other.read_text().splitlines()[1:]) + "\n")
    network = weft.read(file, everyone_answered=True)
    with engine("duckdb") as tables:
        whole = opened(tables, [str(file)], everyone_answered=True)
        for relation in network.relations:
            counted = whole.counted(relation)
            for measure_id in ("constraint", "transitivity", "betweenness_centralization"):
                same(
                    figure_of(counted, measure_id),
                    weft.measure(network, measure_id, relation=relation),
                )
