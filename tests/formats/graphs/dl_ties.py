"""What Weft reads in a DL file, as plain values."""

import io

import weft


def ties_in(text):
    """Return the ties of a DL file as tuples of ends, relation and weight, and the network."""
    network = weft.read(io.BytesIO(text.encode()), format="dl")
    reports = network.all_reports
    names = [relation.name for relation in network.all_relations]
    ids = network.people.ids
    rows = zip(reports.source, reports.target, reports.relation, reports.value, strict=True)
    return [(ids[s], ids[t], names[r], float(v)) for s, t, r, v in rows], network
