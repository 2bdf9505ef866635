"""The content of a network as plain values, and made-up networks for round trips."""

import hypothesis.strategies as st

import weft

WORDS = ("Ana", "ana", "Bö, the elder", "007", '"q"', "x\ty", "=SUM(A1)", "+1", "-2", "@x", "'=1",
         "名前", "a;b|c", "1.0", "true", "two\nlines", "<b>&amp;", "🧵", "'", "a b")  # fmt: skip
TEXT = st.sampled_from(WORDS) | st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=6
).filter(lambda text: text.strip() == text)
VALUES = st.integers(0, 5) | st.floats(0.01, 1e6)
DATES = st.none() | st.dates().map(lambda day: day.isoformat())


def content_of(network):
    """Return everything in a network as plain values that do not depend on the order of rows."""
    people, reports = network.people, network.reports
    directed = {relation.name: relation.directed for relation in network.all_relations}
    rows = []
    names = [relation.name for relation in network.all_relations]
    for i in range(len(reports)):
        relation = names[reports.relation[i]]
        ends = [people.ids[reports.source[i]], people.ids[reports.target[i]]]
        if not directed[relation]:
            ends.sort()  # which end stands first means nothing
        rows.append(
            (
                *ends,
                people.ids[reports.reporter[i]],
                relation,
                network.all_waves[reports.wave[i]],
                float(reports.value[i]),
                reports.date[i],
            )
        )
    return {
        "reports": sorted(rows, key=str),
        "people": {
            person: {
                "name": people.names[i],
                "steward": bool(people.steward[i]),
                "responded": {k: int(v[i]) for k, v in people.responded.items()},
                "invited": {k: int(v[i]) for k, v in people.invited.items()},
                "attributes": {k: v[i] for k, v in people.attributes.items()},
            }
            for i, person in enumerate(people.ids)
        },
        "relations": {r.name: (r.directed, r.scale) for r in network.all_relations},
        "waves": network.waves,
    }


@st.composite
def networks(
    draw,
    *,
    text=TEXT,
    relations=("trusts", "works_with", "turns to"),
    waves=("1", "2"),
    reporters=True,
    dates=DATES,
    values=VALUES,
    most_people=5,
):
    """Draw a network with whatever a file may hold; silence, isolates and denials included."""
    ids = draw(st.lists(text, min_size=2, max_size=most_people, unique=True))
    person = st.sampled_from(ids)
    rows = draw(
        st.lists(
            st.tuples(person, person, st.sampled_from(relations), values, st.sampled_from(waves),
                      person if reporters else st.none(), dates)
            .filter(lambda row: row[0] != row[1]),
            min_size=1, max_size=8,
        )
    )  # fmt: skip
    keys = ("source", "target", "relation", "weight", "wave", "reporter", "date")
    ties = dict(zip(keys, map(list, zip(*rows, strict=True)), strict=True))
    said = st.none() | st.booleans()
    people = {
        "id": ids,
        "name": [draw(st.none() | text) for _ in ids],
        "steward": [draw(said) for _ in ids],
        f"responded:{waves[-1]}": [draw(said) for _ in ids],
        "invited": [draw(said) for _ in ids],
        "team": [draw(st.none() | text) for _ in ids],
    }
    return weft.read(ties, people, undirected=draw(st.sampled_from([(), (rows[0][2],)])))
