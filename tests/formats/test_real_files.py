"""The real networks beside the repository are read, and have the counts that others found."""

import json
from collections import Counter

import pytest

import weft

PLAIN = {"name", "relation", "wave", "min_weight", "max_weight", "directed"}
WITH_NEGATIVE_WEIGHTS = {"bitcoin_otc": 3_563, "vandebunt_students": 57}


def folders(shared_data):
    return sorted(path.parent for path in shared_data.glob("*/ties.csv"))


@pytest.mark.facts
def test_every_plain_slice_has_the_counts_of_the_facts(shared_data):
    compared, wrong = Counter(), []
    for folder in folders(shared_data):
        if folder.name in WITH_NEGATIVE_WEIGHTS:
            continue
        meta = json.loads((folder / "meta.json").read_text())
        facts = json.loads((folder / "facts.json").read_text())["slices"]
        network = weft.read(folder / "ties.csv", folder / "people.csv")
        assert len(network) == meta["n_people"]
        for spec in meta["slices"]:
            said = {key for key, value in spec.items() if value is not None}
            whole = spec.get("wave") is not None or len(network.waves) == 1
            named = spec.get("relation") is not None or len(network.relations) == 1
            if not (said <= PLAIN and whole and named) or spec["name"] not in facts:
                continue
            relation = spec.get("relation") or network.relations[0]
            undirected = () if spec.get("directed", True) else (relation,)
            at_least = spec.get("min_weight")
            if spec.get("max_weight") is not None:
                continue
            read = weft.read(network, undirected=undirected)
            read = read if at_least is None else read.at_least(at_least)
            graph = read.graph(relation, spec.get("wave"))
            fact = facts[spec["name"]]
            compared[folder.name] += 2
            if (graph.n, graph.m) != (fact["n"], fact["m"]):
                wrong.append((folder.name, spec["name"], graph.n, graph.m, fact["n"], fact["m"]))

    assert wrong == []
    assert sum(compared.values()) > 100


@pytest.mark.facts
@pytest.mark.parametrize("name", WITH_NEGATIVE_WEIGHTS)
def test_negative_weights_are_refused_and_counted(shared_data, name):
    folder = shared_data / name

    problems = weft.check(folder / "ties.csv", folder / "people.csv")

    assert {p.kind for p in problems} == {"negative"}
    assert len(problems) + problems[-1].more == WITH_NEGATIVE_WEIGHTS[name]


@pytest.mark.facts
@pytest.mark.parametrize("name", ["soc_epinions1", "soc_slashdot0902"])
def test_large_files_are_read_whole(shared_data, name):
    folder = shared_data / "large" / name
    meta = json.loads((folder / "meta.json").read_text())

    network = weft.read(folder / "ties.csv.gz", folder / "people.csv.gz")

    assert (len(network), len(network.reports) + meta["self_ties"]) == (meta["n"], meta["m"])
