"""Networks that hold everything that one may hold, all of one as plain values, and archives."""

import json
from io import BytesIO
from zipfile import ZipFile

import hypothesis.strategies as st
import numpy as np

import weft
from weft.formats import Reading
from weft.formats.files.file import File
from weft.formats.native.native import NATIVE
from weft.network import Network, Notice, People, Relation, Reports, build

NASTY = ("id", "name", "steward", "responded", "responded:2", "invited", "ID", "label", "attribute",
         "007", "0", "1.0", "1e5", "NaN", "null", "None", "yes", "no", "true", "=1+1", "+1", "-1",
         "@x", "'=1", "''=1", "'", '"', '""', ",", ";", "|", "\t", "a\tb", "\n", "\r\n", "\r",
         "a\n", " ", " a", "a ", "\ufeff", "\u00e9", "e\u0301", "\u2028", "\x85", "\x1c", "sep=,",
         "名前", "\U0001f9f5", "<b>", "&amp;", "\\", "\\n", "%", "#", "a" * 1_000)  # fmt: skip
TEXT = st.sampled_from(NASTY) | st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), min_size=1, max_size=5
)
VALUES = (
    st.sampled_from((0.0, 1.0, 3.0, 1e-300, 5e-324, 1e300, 1.7976931348623157e308, 0.1, 1 / 3))
    | st.floats(0, allow_infinity=False, allow_nan=False).map(abs)
)  # fmt: skip
STATES = st.sampled_from((-1, 0, 1))


@st.composite
def everything(draw):
    """Draw a network in which everything that one may hold is there, in any order."""
    ids = draw(st.lists(TEXT, max_size=4, unique=True))
    n = len(ids)
    each = lambda values, kind: np.array([draw(values) for _ in range(n)], dtype=kind)  # noqa: E731
    relations = draw(
        st.lists(
            st.builds(
                lambda name, directed, scale: Relation(name=name, directed=directed, scale=scale),
                TEXT,
                st.booleans(),
                st.none() | st.sampled_from([(0.0, float("inf")), (0.0, 1.8e308)]),
            ),
            min_size=1,
            max_size=3,
            unique_by=lambda relation: relation.name,
        )
    )
    waves = draw(st.lists(TEXT, min_size=1, max_size=3, unique=True))
    place = st.integers(0, max(n - 1, 0))
    rows = draw(
        st.lists(
            st.tuples(place, place, place, st.integers(0, len(relations) - 1),
                      st.integers(0, len(waves) - 1), VALUES, st.none() | TEXT)
            .filter(lambda row: row[1] != row[2]),
            max_size=6 if n > 1 else 0,
            unique_by=lambda row: _what_is_reported(row, relations),
        )
    )  # fmt: skip
    kinds = ("i4", "i4", "i4", "i2", "i2", "f8", object)
    columns = list(zip(*rows, strict=True)) or [()] * 7
    declared = lambda names: {  # noqa: E731
        wave: each(STATES, np.int8) for wave in draw(st.lists(names, max_size=2, unique=True))
    }
    attributes = draw(st.lists(TEXT, max_size=3, unique=True))
    return Network(
        name=draw(st.just("") | TEXT),
        people=People(
            ids=tuple(ids),
            names=tuple(draw(st.sampled_from(["Ana", "Ana", person]) | TEXT) for person in ids),
            attributes={name: tuple(draw(st.none() | TEXT) for _ in ids) for name in attributes},
            steward=each(st.booleans(), bool),
            responded=declared(st.sampled_from(["", *waves])),
            invited=declared(st.just("") | st.sampled_from(waves) | TEXT),
        ),
        all_reports=Reports(
            *(np.array(c, dtype=kind) for c, kind in zip(columns, kinds, strict=True))
        ),
        all_relations=tuple(relations),
        all_waves=tuple(waves),
        chosen_relations=tuple(relation.name for relation in relations),
        chosen_waves=tuple(waves),
        notices=tuple(draw(st.lists(st.builds(Notice, kind=TEXT, text=TEXT,
                                              count=st.integers(0, 10**6)), max_size=2))),
    )  # fmt: skip


def _what_is_reported(row, relations):
    """Return what a row is about: without direction it does not matter which end stands first."""
    reporter, *ends, relation, wave = row[:5]
    return (reporter, *(ends if relations[relation].directed else sorted(ends)), relation, wave)


def all_of(network):
    """Return everything that a network holds, in its order, as plain values."""
    people, reports = network.people, network.reports
    names = [relation.name for relation in network.all_relations]
    columns = ("reporter", "source", "target", "relation", "wave", "value", "date")
    return {
        "name": network.name,
        "ids": people.ids,
        "names": people.names,
        "attributes": list(people.attributes.items()),
        "steward": people.steward.tolist(),
        "responded": {wave: states.tolist() for wave, states in people.responded.items()},
        "invited": {wave: states.tolist() for wave, states in people.invited.items()},
        "relations": [network.all_relations[names.index(name)] for name in network.relations],
        "waves": network.waves,
        "notices": network.notices,
        "kinds": {column: getattr(reports, column).dtype for column in columns},
        "reports": list(zip(*(getattr(reports, column).tolist() for column in columns),
                            strict=True)),
    }  # fmt: skip


def read_back(data):
    """Return the network in a native file, read in this process as the door does it."""
    tables = NATIVE.read(File("n.weft.zip", content=data), Reading())
    return build(
        tables.ties,
        tables.people,
        name=tables.name,
        of_source=tables.relations,
        waves_known=tables.waves,
        waves_in_order=tables.waves_in_order,
        notices=tables.notices,
        problems=tables.problems,
    )


def zipped(contents):
    """Return an archive of these files, as another program would make it."""
    place = BytesIO()
    with ZipFile(place, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return place.getvalue()


def harbour():
    """Return a small network with something of everything."""
    return weft.read(
        {
            "source": ["a", "b", "b", "c"],
            "target": ["b", "a", "c", "b"],
            "relation": ["trusts", "trusts", "works_with", "works_with"],
            "weight": [2, 0, 1, 3.5],
            "wave": ["1", "1", "2", "2"],
            "reporter": ["a", "b", "b", "c"],
            "date": [None, "2026-01-02", None, None],
        },
        {
            "id": ["a", "b", "c", "007"],
            "name": ["Ana", "Ben", None, "=Cy"],
            "steward": [True, False, None, None],
            "responded:2": [None, True, True, False],
            "team": ["x", None, "y, z", "+1"],
        },
        name="harbour",
        scales={"trusts": (0, 4)},
    )


def files_of(network):
    """Return the files in a native file, unpacked."""
    with ZipFile(BytesIO(NATIVE.write(network).data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def described(contents, **changes):
    """Return the files with something else in network.json."""
    return {
        **contents,
        "network.json": json.dumps({**json.loads(contents["network.json"]), **changes}),
    }
