"""Reading text as a file of a graph program, and what was read as plain values."""

import io

import pytest

import weft


def read(text, **options):
    data = text if isinstance(text, bytes) else text.encode()
    return weft.read(io.BytesIO(data), **options)


def ties_of(network):
    """Return source, target, relation, wave and value of each report by its source."""
    ids, reports = network.people.ids, network.reports
    names = [relation.name for relation in network.all_relations]
    return sorted(
        (
            ids[reports.source[i]],
            ids[reports.target[i]],
            names[reports.relation[i]],
            network.all_waves[reports.wave[i]],
            float(reports.value[i]),
        )
        for i in range(len(reports))
        if network.declared(names[reports.relation[i]]).directed
        or reports.reporter[i] == reports.source[i]
    )


def said(network):
    return {notice.kind: notice.text for notice in network.notices}


def refused(text):
    with pytest.raises(weft.InvalidDataError) as caught:
        read(text)
    return str(caught.value)
