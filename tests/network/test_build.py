"""From columns of text to a network: what becomes of self-ties, repeats, blanks and orders."""

import numpy as np
import pyarrow as pa
import pytest

import weft
from weft.network import Columns, Notice, build, put_together
from weft.network.waves import in_order


def table(origin="ties", **columns):
    return Columns(origin, {k: pa.array(v, type=pa.string()) for k, v in columns.items()})


def content_of(network):
    """Return the reports by id, in no order, with everything said in them."""
    ids, r = network.people.ids, network.reports
    return sorted(
        (ids[a], ids[b], ids[c], network.all_relations[d].name, network.all_waves[e], float(f))
        for a, b, c, d, e, f in zip(
            r.reporter, r.source, r.target, r.relation, r.wave, r.value, strict=True
        )
    )


def test_everyone_in_a_tie_is_a_person_where_there_is_no_people_table():
    network = build(table(source=["b", "a"], target=["c", "b"], reporter=["b", "d"]))

    assert network.people.ids == ("b", "a", "c", "d")
    assert network.people.names == network.people.ids
    assert content_of(network) == [
        ("b", "b", "c", "ties", "1", 1.0),
        ("d", "a", "b", "ties", "1", 1.0),
    ]


def test_self_ties_are_left_out_and_counted():
    network = build(table(source=["a", "a", "b"], target=["a", "b", "b"]))

    assert content_of(network) == [("a", "a", "b", "ties", "1", 1.0)]
    assert network.notices == (
        Notice(kind="self-ties", text="2 ties from a person to themselves were left out.", count=2),
    )


@pytest.mark.parametrize(
    ("rule", "kept", "said"), [("largest", 3.0, "the largest value"), ("sum", 6.0, "their sum")]
)
def test_repeated_reports_are_merged_by_a_stated_rule(rule, kept, said):
    network = build(
        table(
            source=["a", "b", "a", "a"],
            target=["b", "a", "b", "b"],
            weight=["1", "7", "3", "2"],
        ),
        repeats=rule,
    )

    assert content_of(network) == [
        ("a", "a", "b", "ties", "1", kept),
        ("b", "b", "a", "ties", "1", 7.0),
    ]
    assert [n.text for n in network.notices] == [
        f"2 rows repeated another report; {said} was kept."
    ]


def test_reports_stay_in_the_order_of_the_data_when_repeats_are_merged():
    network = build(
        table(
            source=["b", "a", "a", "b"],
            target=["c", "b", "b", "c"],
            wave=["2", "1", "1", "2"],
            weight=["1", "1", "2", "3"],
        )
    )

    assert network.reports.value.tolist() == [3.0, 2.0]
    assert [network.all_waves[i] for i in network.reports.wave] == ["2", "1"]


def test_another_rule_for_repeats_is_refused():
    with pytest.raises(weft.InvalidRequestError) as caught:
        build(table(source=["a"], target=["b"]), repeats="mean")

    assert str(caught.value) == "The rule for repeats is “mean”; expected one of: largest, sum."


def test_the_same_tie_by_another_reporter_relation_or_wave_is_no_repeat():
    network = build(
        table(
            source=["a"] * 4,
            target=["b"] * 4,
            reporter=["a", "b", "a", "a"],
            relation=["x", "x", "y", "x"],
            wave=["1", "1", "1", "2"],
        )
    )

    assert len(network.reports) == 4
    assert network.notices == ()


def test_blank_cells_mean_the_default():
    network = build(
        table(
            source=["a", "b"],
            target=["b", "a"],
            weight=["", " "],
            relation=[None, "trusts"],
            wave=["", "2"],
            reporter=["", None],
        )
    )

    assert content_of(network) == [
        ("a", "a", "b", "ties", "1", 1.0),
        ("b", "b", "a", "trusts", "2", 1.0),
    ]


@pytest.mark.parametrize(
    ("cell", "value"),
    [("2", 2.0), ("+2", 2.0), (" .5 ", 0.5), ("3.", 3.0), ("1e2", 100.0), ("-0", 0.0)],
)
def test_strengths_are_read_as_people_write_them(cell, value):
    network = build(table(source=["a"], target=["b"], weight=[cell]))

    assert network.reports.value.tolist() == [value]


@pytest.mark.parametrize("cell", ["two", "1,5", "0x10", "1_000", "--1", "1e", ".", "½", "٣"])
def test_what_is_no_number_is_a_problem(cell):
    with pytest.raises(weft.InvalidDataError) as caught:
        build(table(source=["a"], target=["b"], weight=[cell]))

    assert [(p.kind, p.row, p.column) for p in caught.value.problems] == [
        ("not-a-number", 2, "weight")
    ]


def test_every_problem_is_found_before_one_is_raised():
    with pytest.raises(weft.InvalidDataError) as caught:
        build(
            table(source=["a", None, "z"], target=["b", "a", "a"], weight=["1", "-1", "x"]),
            table("people", id=["a", "b", "a"], steward=["yes", "perhaps", ""]),
        )

    assert [(p.origin, p.row, p.kind) for p in caught.value.problems] == [
        ("people", 3, "not-yes-or-no"),
        ("people", 4, "repeated-id"),
        ("ties", 3, "empty-cell"),
        ("ties", 3, "negative"),
        ("ties", 4, "unknown-person"),
        ("ties", 4, "not-a-number"),
    ]


def test_a_missing_end_is_a_problem():
    with pytest.raises(weft.InvalidDataError) as caught:
        build(table(source=["a"]))

    assert str(caught.value) == (
        "ties, row 1: found the columns none, expected a column “target”. "
        "Name the column that holds the target of each tie “target”."
    )


def test_a_direction_for_a_relation_that_is_not_there_is_refused():
    with pytest.raises(weft.InvalidRequestError) as caught:
        build(
            table(source=["a"], target=["b"], relation=["trusts"]),
            relations=[weft.Relation(name="helps")],
        )

    assert str(caught.value) == (
        "A direction or scale is given for the relation “helps”, which the data do not have; "
        "they have: trusts."
    )


def test_works_with_has_no_direction_and_every_other_relation_has_one():
    network = build(table(source=["a", "a"], target=["b", "b"], relation=["works_with", "trusts"]))

    assert [(r.name, r.directed) for r in network.all_relations] == [
        ("works_with", False),
        ("trusts", True),
    ]


def test_no_rows_and_some_people_is_a_network_with_one_relation_and_wave():
    network = build(table(source=[], target=[]), table("people", id=["a", "b"]))

    assert (network.relations, network.waves) == (("ties",), ("1",))
    assert (network.graph().n, network.graph().m, network.graph().n_answered) == (2, 0, 0)


def test_waves_stand_in_order_of_time():
    network = build(table(source=["a"] * 3, target=["b"] * 3, wave=["10", "9", "2"]))

    assert network.waves == ("2", "9", "10")
    assert [(w, network.graph(wave=w).m) for w in network.waves] == [("2", 1), ("9", 1), ("10", 1)]


@pytest.mark.parametrize(
    ("given_", "ordered"),
    [
        (["2024-10", "2024-09"], ("2024-09", "2024-10")),
        (["after", "before", "10"], ("10", "after", "before")),
        (["1.5", "-1", "1"], ("-1", "1", "1.5")),
        (["1.0", "1", "01"], ("01", "1", "1.0")),
        ([], ("1",)),
    ],
)
def test_waves_are_ordered_as_numbers_or_as_text(given_, ordered):
    assert in_order(given_) == ordered
    assert in_order(given_[::-1]) == ordered


def test_a_wave_that_only_the_people_table_knows_is_there():
    network = build(
        table(source=["a"], target=["b"]),
        table("people", id=["a", "b"], **{"responded:2": ["yes", "no"]}),
    )

    assert network.waves == ("1", "2")
    assert network.graph(wave=2).answered.tolist() == [True, False]


def test_tables_put_together_keep_their_places():
    first = Columns(
        "first", {"source": pa.array(["a"]), "target": pa.array(["b"])}, {"source": "From"}
    )
    second = Columns(
        "second",
        {"source": pa.array(["b", "c"]), "weight": pa.array(["1", "2"])},
        {"source": "Ego"},
        rows=np.array([5, 9]),
    )

    whole = put_together([first, second])

    assert {k: v.to_pylist() for k, v in whole.columns.items()} == {
        "source": ["a", "b", "c"],
        "target": ["b", None, None],
        "weight": [None, "1", "2"],
    }
    places = [whole.place(i, "source") for i in range(3)]
    assert [(p.origin, p.row, p.column) for p in places] == [
        ("first", 2, "From"),
        ("second", 5, "Ego"),
        ("second", 9, "Ego"),
    ]
    assert put_together([first]) is first


@pytest.mark.parametrize(
    ("waves", "said"),
    [
        (["1", "10", "9"], []),
        (["2024-05", "2023", "2024-01-31"], []),
        (
            ["spring", "autumn"],
            [
                (
                    "The waves were put in the order of the alphabet: autumn, spring. "
                    "If that is not the order of time, number them."
                )
            ],
        ),
    ],
)
def test_an_order_of_waves_that_rests_on_the_alphabet_is_said(waves, said):
    ties = {"source": ["a"] * len(waves), "target": ["b"] * len(waves), "wave": waves}
    assert [n.text for n in weft.read(ties).notices if n.kind == "waves-by-alphabet"] == said


def test_waves_that_the_source_puts_in_order_stay_so_and_others_come_after_them():
    ties = Columns("ties", {"source": pa.array(["a", "a"]), "target": pa.array(["b", "b"]),
                            "wave": pa.array(["spring", "9"])})  # fmt: skip

    network = build(ties, waves_known=("spring", "autumn"), waves_in_order=True)

    assert network.waves == ("spring", "autumn", "9")
    assert network.notices == ()
