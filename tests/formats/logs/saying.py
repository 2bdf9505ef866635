"""What the tests of logs compare: ties and what was said of them."""


def ties(network):
    """Return each tie once as (relation, source, target, weight, date), sorted."""
    ids, r = network.people.ids, network.reports
    found = set()
    for i in range(len(r)):
        relation = network.all_relations[r.relation[i]]
        ends = [ids[r.source[i]], ids[r.target[i]]]
        ends = ends if relation.directed else sorted(ends)
        found.add((relation.name, *ends, float(r.value[i]), r.date[i]))
    return sorted(found)


def left_out(network):
    """Return what a notice says was left out."""
    return "".join(n.text.partition(": ")[2] for n in network.notices if n.kind == "left-out")
