"""What a reader makes of the text of a file, without a process for each."""

from weft.formats.files.file import File
from weft.formats.tables import Reading
from weft.network import WeftError, build


def network_in(text, read, name, **reading):
    """Return the network in a file that is given as text or bytes."""
    content = text if isinstance(text, bytes) else text.encode()
    tables = read(File(name, content=content), Reading(**reading))
    return build(
        tables.ties,
        tables.people,
        name=tables.name,
        of_source=tables.relations,
        notices=tables.notices,
        problems=tables.problems,
    )


def outcome(text, read, name):
    """Return the network, or what it was refused with; any other exception fails the test."""
    try:
        return network_in(text, read, name)
    except WeftError as refused:
        return refused


def ties_in(network):
    """Return source, target, reporter, relation, value and date of each report."""
    people, reports = network.people.ids, network.reports
    names = [relation.name for relation in network.all_relations]
    return [
        (people[s], people[t], people[w], names[r], float(v), d)
        for s, t, w, r, v, d in zip(
            reports.source, reports.target, reports.reporter, reports.relation, reports.value,
            reports.date, strict=True,
        )
    ]  # fmt: skip


def notices_in(network):
    """Return what reading did, by kind."""
    return {notice.kind: notice.text for notice in network.notices}
