"""The same file read with the core and without it: everything that comes of it, to be compared."""

import weft
from weft.engine import without_core


def all_of(network):
    """Return everything in a network, in its order, as plain values."""
    people, reports = network.people, network.reports
    return {
        "name": network.name,
        "ids": people.ids,
        "names": people.names,
        "attributes": dict(people.attributes),
        "steward": people.steward.tolist(),
        "responded": {wave: said.tolist() for wave, said in people.responded.items()},
        "invited": {wave: said.tolist() for wave, said in people.invited.items()},
        "relations": network.all_relations,
        "waves": network.all_waves,
        "notices": network.notices,
        "reports": {
            part: (getattr(reports, part).dtype, getattr(reports, part).tolist())
            for part in ("reporter", "source", "target", "relation", "wave", "value", "date")
        },
    }


def all_of_graphs(network):
    """Return the ties of every relation in every wave, by either view, as plain values."""
    graphs = {}
    for relation in network.relations:
        for wave in network.waves:
            for view in ("either", "both"):
                graph = network.graph(relation, wave, view=view)
                arrays = (graph.source, graph.target, graph.weight, graph.answered, *graph.either)
                graphs[relation, wave, view] = (
                    graph.people.ids,
                    graph.known_by,
                    graph.undeclared,
                    [(array.dtype, array.tolist()) for array in arrays],
                )
    return graphs


def outcome(read, *, graphs=True):
    """Return all that reading gives: the network and its ties, or what it is refused with."""
    try:
        network = read()
    except weft.WeftError as error:
        problems = getattr(error, "problems", ())
        return type(error), str(error), problems
    return all_of(network), all_of_graphs(network) if graphs else None


def assert_same_by_both(read, *, graphs=True):
    """Assert that both engines give the same, and return it."""
    by_core = outcome(read, graphs=graphs)
    with without_core():
        without = outcome(read, graphs=graphs)
    assert by_core == without
    return by_core
