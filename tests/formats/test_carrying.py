"""What a file cannot carry is taken away before it is written, and each loss is said."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

import weft
from tests.formats.same import content_of, networks
from weft.formats.carrying import CAN_CARRY, reduced
from weft.network import Notice, Relation

EVERYTHING = frozenset(CAN_CARRY)


def without(network, *parts):
    """Return what is left of a network in a file without these, and the notices of it."""
    return reduced(network, EVERYTHING - {*parts}, "a file")


def said(kind, text, count):
    return Notice(kind=f"{kind}-not-written", text=text, count=count)


def reports_of(network):
    """Return the reports as (reporter, source, target, relation, wave, value, date)."""
    ids, reports = network.people.ids, network.all_reports
    names = [relation.name for relation in network.all_relations]
    return [
        (ids[reports.reporter[i]], ids[reports.source[i]], ids[reports.target[i]],
         names[reports.relation[i]], network.all_waves[reports.wave[i]],
         float(reports.value[i]), reports.date[i])
        for i in range(len(reports))
    ]  # fmt: skip


def read(rows, people=None, **options):
    """Return the network of (reporter, source, target, relation, wave, value, date)."""
    keys = ("reporter", "source", "target", "relation", "wave", "weight", "date")
    ties = dict(zip(keys, map(list, zip(*rows, strict=True)), strict=True))
    return weft.read(ties, people, **options)


BOTH = [
    ("a", "a", "b", "works_with", "1", 2.0, None),
    ("b", "b", "a", "works_with", "1", 4.0, None),
]


def test_a_file_that_carries_everything_loses_nothing():
    network = read(
        [*BOTH, ("c", "a", "b", "trusts", "2", 0.0, "2026-01-02")],
        {"id": ["a", "b", "c", "d"], "steward": [1, 0, 0, 0], "team": ["x", None, "y", "y"]},
        scales={"trusts": (0, 4)},
    )

    left, lost = without(network)

    assert lost == ()
    assert content_of(left) == content_of(network)


def test_only_the_relations_and_waves_that_the_filters_left_are_kept():
    network = read(
        [
            ("a", "a", "b", "trusts", "1", 1.0, None),
            ("a", "a", "b", "helps", "2", 2.0, None),
            ("a", "a", "c", "helps", "1", 3.0, None),
        ],
        {"id": ["a", "b", "c"], "responded:1": [1, 0, 0], "responded:2": [0, 1, 0],
         "invited:2": [1, 1, 1], "invited:9": [1, 0, 1]},
    )  # fmt: skip

    left, lost = without(network.relation("helps").wave("2"))

    assert lost == ()
    assert reports_of(left) == [("a", "a", "b", "helps", "2", 2.0, None)]
    assert left.all_relations == (Relation(name="helps"),)
    assert left.all_waves == left.waves == ("2",)
    assert {wave: states.tolist() for wave, states in left.people.responded.items()} == {
        "2": [0, 1, 0]
    }
    assert sorted(left.people.invited) == ["2", "9"]


@pytest.mark.parametrize(
    ("part", "rows", "message"),
    [
        (
            "relations",
            [("a", "a", "b", "trusts", "1", 1, None), ("a", "a", "b", "helps", "1", 1, None)],
            (
                "A file of the format a file holds one relation; the network has 2: trusts, helps. "
                "Choose one with --relation trusts, or write a format that holds several."
            ),
        ),
        (
            "waves",
            [("a", "a", "b", "trusts", "1", 1, None), ("a", "a", "b", "trusts", "2", 1, None)],
            (
                "A file of the format a file holds one wave; the network has 2: 1, 2. "
                "Choose one with --wave 1, or write a format that holds several."
            ),
        ),
    ],
)
def test_which_one_of_several_is_written_is_asked(part, rows, message):
    with pytest.raises(weft.InvalidRequestError) as error:
        without(read(rows), part)

    assert str(error.value) == message


def test_the_name_of_the_one_relation_is_lost():
    network = read([("a", "a", "b", "trusts", "1", 1.0, None)], scales={"trusts": (0, 4)})

    left, lost = without(network, "relations")

    text = "The name of the relation, trusts, is not in the file."
    assert lost == (said("relation-name", text, 1),)
    assert left.all_relations == (Relation(name="ties", scale=(0, 4)),)
    assert left.relations == ("ties",)


def test_declarations_of_the_one_wave_become_those_of_every_wave():
    network = read(
        [("a", "a", "b", "ties", "3", 1.0, None)],
        {"id": ["a", "b"], "responded:3": [1, 0], "invited": [1, None], "invited:8": [0, 0]},
    )

    left, lost = without(network, "waves")

    assert lost == (said("wave-name", "Which wave this is, 3, is not in the file.", 1),)
    assert left.waves == ("1",)
    assert {k: v.tolist() for k, v in left.people.responded.items()} == {"": [1, 0]}
    assert {k: v.tolist() for k, v in left.people.invited.items()} == {"": [1, -1]}


def test_without_reporters_the_ties_are_left_with_the_mean_strength():
    left, lost = without(read(BOTH), "reporters")

    assert lost == (
        said(
            "reporters",
            "Who said so is not in the file: it holds the ties, with the mean strength reported.",
            2,
        ),
    )
    assert reports_of(left) == [
        ("a", "a", "b", "works_with", "1", 3.0, None),
        ("b", "a", "b", "works_with", "1", 3.0, None),
    ]


def test_what_everybody_says_of_themselves_is_no_news_of_reporters():
    network = read(
        [("a", "a", "b", "trusts", "1", 2.0, "2026"), ("b", "b", "a", "trusts", "1", 0.0, None)]
    )

    left, lost = without(network, "reporters")

    assert lost == ()
    assert reports_of(left) == reports_of(network)


def test_dates_that_go_with_the_reporters_are_said():
    rows = [("a", "a", "b", "works_with", "1", 2.0, "2026-01-01"),
            ("b", "b", "a", "works_with", "1", 2.0, "2026-01-01")]  # fmt: skip

    left, lost = without(read(rows), "reporters")

    assert lost == (said("dates", "The dates of 2 reports are not in the file.", 2),)
    assert [row[-1] for row in reports_of(left)] == [None, None]


def test_without_directions_and_reporters_a_tie_is_there_both_ways():
    network = read([(r, s, t, "meets", w, v, d) for r, s, t, _, w, v, d in BOTH],
                   undirected=["meets"])  # fmt: skip

    left, lost = without(network, "directions", "reporters")

    assert [notice.kind for notice in lost] == [
        "reporters-not-written",
        "directions-not-written",
    ]
    assert lost[1].text == (
        "That these have no direction is not in the file; each tie is there both ways: meets."
    )
    assert left.all_relations == (Relation(name="meets", directed=True),)
    assert reports_of(left) == [
        ("a", "a", "b", "meets", "1", 3.0, None),
        ("b", "b", "a", "meets", "1", 3.0, None),
    ]


def test_a_relation_that_never_has_a_direction_need_not_be_told_so_again():
    left, lost = without(read([BOTH[0], (*BOTH[1][:5], 2.0, None)]), "directions", "reporters")

    assert [notice.text for notice in lost] == [
        "That these have no direction is not in the file; each tie is there both ways: works_with."
    ]
    assert left.all_relations == (Relation(name="works_with", directed=False),)


def test_what_one_person_says_each_way_is_one_report_once_the_direction_is_lost():
    network = read(
        [
            ("a", "a", "b", "works_with", "1", 2.0, None),
            ("a", "b", "a", "works_with", "1", 3.0, None),
        ],
        relations=[Relation(name="works_with")],
    )

    left, lost = without(network, "directions")

    assert reports_of(left) == [("a", "a", "b", "works_with", "1", 3.0, None)]
    assert lost == (
        said(
            "directions",
            "Say again when reading which direction these have: works_with.",
            1,
        ),
        Notice(
            kind="repeats",
            text="1 row repeated another report; the largest value was kept.",
            count=1,
        ),
    )


def test_a_direction_that_the_name_does_not_go_with_must_be_said_again():
    network = read(
        [("a", "a", "b", "meets", "1", 1.0, None), ("a", "a", "b", "works_with", "1", 1.0, None)],
        relations=[Relation(name="meets", directed=False), Relation(name="works_with")],
    )

    left, lost = without(network, "directions")

    text = "Say again when reading which direction these have: meets, works_with."
    assert lost == (said("directions", text, 2),)
    assert [relation.directed for relation in left.all_relations] == [True, False]
    assert reports_of(left) == reports_of(network)


DENIED = [
    ("a", "a", "b", "trusts", "1", 0.5, "2026-01-01"),
    ("a", "a", "c", "trusts", "1", 0.0, None),
    ("b", "b", "a", "trusts", "1", 1.0, "2026-01-03"),
]


@pytest.mark.parametrize(
    ("part", "notice", "expected"),
    [
        (
            "denials",
            said("denials", "1 report that there is no tie is not in the file.", 1),
            [DENIED[0], DENIED[2]],
        ),
        (
            "weights",
            said("weights", "The strength of 1 tie is not in the file.", 1),
            [("a", "a", "b", "trusts", "1", 1.0, "2026-01-01"), *DENIED[1:]],
        ),
        (
            "dates",
            said("dates", "The dates of 2 reports are not in the file.", 2),
            [(*row[:-1], None) for row in DENIED],
        ),
    ],
)
def test_what_is_not_carried_of_a_report_is_taken_away_and_said(part, notice, expected):
    left, lost = without(read(DENIED), part)

    assert lost == (notice,)
    assert reports_of(left) == expected


def test_a_scale_must_be_said_again():
    left, lost = without(read(DENIED, scales={"trusts": (0, 4)}), "scales")

    text = "Say again when reading which scale these have: trusts."
    assert lost == (said("scales", text, 1),)
    assert left.all_relations == (Relation(name="trusts"),)


PEOPLE = {
    "id": ["a", "b", "c", "d"],
    "name": ["Ana", None, "c", "Dee"],
    "steward": [1, 0, 0, 0],
    "responded": [1, 0, None, 0],
    "team": ["x", None, "y", None],
    "age": [30, 31, 32, 33],
}


@pytest.mark.parametrize(
    ("part", "notice", "lacks"),
    [
        (
            "names",
            said("names", "The names of 2 people are not in the file, only their ids.", 2),
            {"name": ["a", "b", "c", "d"]},
        ),
        (
            "declarations",
            said(
                "declarations",
                "Who answered, was invited and convenes is not in the file; write a people table "
                "too.",
                4,
            ),
            {"steward": [False] * 4, "responded": [{}] * 4},
        ),
        (
            "attributes",
            said(
                "attributes",
                "What is known of people is not in the file (team, age); write a people table too.",
                2,
            ),
            {"attributes": [{}] * 4},
        ),
    ],
)
def test_what_is_not_carried_of_people_is_taken_away_and_said(part, notice, lacks):
    network = read(DENIED, PEOPLE)
    expected = content_of(network)
    for key, values in lacks.items():
        for person, value in zip(PEOPLE["id"], values, strict=True):
            expected["people"][person][key] = value

    left, lost = without(network, part)

    assert lost == (notice,)
    assert content_of(left) == expected


def test_people_without_a_report_are_lost_where_only_ties_are_kept():
    left, lost = without(read(DENIED, PEOPLE), "people")

    text = "1 person without a report is not in the file; write a people table too."
    assert lost == (said("people", text, 1),)
    assert left.people.ids == ("a", "b", "c")
    assert reports_of(left) == DENIED


def test_a_name_that_one_person_has_is_said_in_the_singular():
    _, lost = without(read(DENIED, {"id": ["a", "b", "c"], "name": ["Ana", "b", "c"]}), "names")

    assert lost[0].text == "The name of 1 person is not in the file, only the id."


def with_empty(reports=DENIED):
    """Return a network with a relation and two waves that no report is about."""
    network = read(reports, {"id": ["a", "b", "c"], "responded:2": [1, 1, 1],
                             "invited:3": [1, 1, 0]})  # fmt: skip
    relations = (Relation(name="helps"), *network.all_relations)
    waves = ("0", *network.all_waves, "3")
    rows = network.all_reports
    moved = type(rows)(
        **{name: getattr(rows, name) for name in ("reporter", "source", "target", "value", "date")},
        relation=(rows.relation + 1).astype(np.int16),
        wave=(rows.wave + 1).astype(np.int16),
    )
    return weft.Network(
        name="n",
        people=network.people,
        all_reports=moved,
        all_relations=relations,
        all_waves=waves,
        chosen_relations=tuple(relation.name for relation in relations),
        chosen_waves=waves,
    )


def test_relations_and_waves_without_a_report_are_lost_unless_somebody_answered_in_them():
    network = with_empty()

    left, lost = without(network, "empty")

    text = "Relations and waves without a report are not in the file."
    assert lost == (said("empty", text, 3),)
    assert left.relations == ("trusts",)
    assert left.waves == left.all_waves == ("1", "2")
    assert reports_of(left) == reports_of(network) == DENIED


def test_nothing_is_lost_of_people_alone_in_the_relation_and_wave_without_a_name():
    network = weft.read({"source": [], "target": []}, ["a", "b"])

    left, lost = without(network, "empty")

    assert lost == ()
    assert content_of(left) == content_of(network)


@settings(max_examples=300, deadline=None)
@given(
    network=networks(),
    carries=st.sets(st.sampled_from(sorted(EVERYTHING - {"relations", "waves"}))).map(frozenset),
)
def test_what_is_left_can_be_carried_whole(network, carries):
    carries |= {"relations", "waves"}

    once, lost = reduced(network, carries, "a file")
    twice, again = reduced(once, carries, "a file")

    assert content_of(twice) == content_of(once)
    # Only what a file says less plainly, and reading mends, is said each time.
    assert {notice.kind for notice in again} <= {"directions-not-written"}
    assert {notice.kind for notice in again} <= {notice.kind for notice in lost}


@settings(max_examples=200, deadline=None)
@given(
    network=networks(),
    carries=st.sets(st.sampled_from(sorted(EVERYTHING - {"relations", "waves"}))).map(frozenset),
)
def test_a_file_of_one_relation_and_wave_holds_what_is_left_of_those(network, carries):
    chosen = network.relation(network.relations[0]).wave(network.waves[-1])

    once, _ = reduced(chosen, carries, "a file")
    twice, again = reduced(once, carries, "a file")

    assert once.relations == ("ties",)
    assert once.waves == ("1",)
    assert content_of(twice) == content_of(once)
    assert again == ()
