"""Plain views of a simulated network for the tests: sets of reports, matrices by person."""

import numpy as np


def reports_of(network, wave=None, relation=None):
    """The reports as a set of (reporter, source, target, relation, wave, value), all by name."""
    rows, ids = network.all_reports, network.people.ids
    names = [declared.name for declared in network.all_relations]
    columns = (rows.reporter, rows.source, rows.target, rows.relation, rows.wave, rows.value)
    named = {
        (ids[r], ids[s], ids[t], names[kind], network.all_waves[when], value)
        for r, s, t, kind, when, value in zip(*(c.tolist() for c in columns), strict=True)
    }
    return {
        row
        for row in named
        if (wave is None or row[4] == str(wave)) and (relation is None or row[3] == relation)
    }


def matrix_of(network, relation, wave):
    """The 0/1 matrix over all people of all waves: row = source, column = target."""
    n, ids = len(network.people), network.people.position
    matrix = np.zeros((n, n), dtype=int)
    for _, source, target, *_ in reports_of(network, wave, relation):
        matrix[ids[source], ids[target]] = 1
    return matrix


def people_table(network):
    people = network.people
    return {
        "ids": people.ids,
        "names": people.names,
        "steward": people.steward.tolist(),
        **{name: list(values) for name, values in people.attributes.items()},
        **{f"invited:{w}": v.tolist() for w, v in people.invited.items()},
        **{f"responded:{w}": v.tolist() for w, v in people.responded.items()},
    }


def declared(network, kind, wave):
    """The ids of those who said yes, no and nothing."""
    said = network.people.declared(kind, str(wave))
    ids = np.array(network.people.ids)
    return tuple(set(ids[said == state].tolist()) for state in (1, 0, -1))
