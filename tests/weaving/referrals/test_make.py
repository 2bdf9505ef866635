"""To whom something could be passed on: by hand, and what holds for any network."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weft
from tests.weaving.drawn import network, of_pairs, pairs_of
from weft.weaving.reasons import KINDS

TIES = "Ana-Ben Ben-Cy Ana-Di Cy-Eve Fay-Gil"
OFFERS = {
    "Ana": "Grants",
    "Ben": "Printing",
    "Cy": "grants; evaluation",
    "Di": "grants",
    "Eve": "evaluation",
    "Fay": "Grants, Evaluation",
}


def net(**given):
    return network(works_with=TIES, columns={"offers": OFFERS}, **given)


@pytest.fixture(scope="module")
def found():
    return weft.refer(net(), "grants; evaluation", "Ana")


def test_the_best_placed_are_told_in_the_order_of_the_alphabet(found):
    """Cy offers all, two steps away: 1 + 1/4. Fay offers all, no way: 1. Di offers half, tied: 1.

    Eve offers half, three steps away: 1/2 + 1/6. The load takes at most a fifth away.
    """
    assert [(p.name, p.offers, p.lacks, p.steps, p.through) for p in found.peers] == [
        ("Cy", ("evaluation", "grants"), (), 2, ("Ben",)),
        ("Di", ("grants",), ("evaluation",), 1, ()),
        ("Fay", ("evaluation", "grants"), (), None, ()),
    ]


def test_each_says_why_how_and_what_would_make_it_wrong(found):
    assert [(p.reason.text, p.how, p.wrong_if) for p in found.peers] == [
        (
            "Cy offers evaluation and grants, and Ben is tied to both Ana and Cy.",
            "Ana asks Ben to bring Ana and Cy together.",
            "Cy has no room for it now, or no longer offers it.",
        ),
        (
            "Di offers grants, and is tied to Ana.",
            "Ana asks Di first, and then tells whoever came with the request.",
            "it needs evaluation above all, which Di does not offer; or Di has no room for it now.",
        ),
        (
            "Fay offers evaluation and grants; there is no way from Ana to Fay yet.",
            "Ana writes to Fay directly, and says who sent the request and why.",
            "Fay has no room for it now, or no longer offers it.",
        ),
    ]


def test_tags_are_shown_as_they_were_asked_for():
    found = weft.refer(net(), ["EVALUATION;evaluation", "Grants"], "Ana")
    assert found.need == ("EVALUATION", "Grants")
    assert found.peers[0].offers == ("EVALUATION", "Grants")
    assert found.peers[0].reason.text.startswith("Cy offers EVALUATION and Grants, and")


def test_somebody_farther_away_is_reached_by_a_chain():
    peers = weft.refer(net(), "evaluation", "Di").peers
    told = {p.name: (p.steps, p.through, p.reason.text, p.how) for p in peers}
    assert told["Eve"] == (
        4,
        ("Ana", "Ben", "Cy"),
        "Eve offers evaluation, and is four steps from Di.",
        "Di asks Ana, who can ask on: Ben, then Cy, then Eve.",
    )


def test_who_received_much_lately_is_proposed_less():
    names = [p.name for p in weft.refer(net(), "evaluation; grants", "Ana", most=1).peers]
    less = weft.refer(net(), "evaluation; grants", "Ana", most=1, already={"Cy": 3})
    assert names == ["Cy"]
    assert [p.name for p in less.peers] == ["Fay"]


def test_the_way_leads_around_the_steward():
    roundabout = network(works_with="Ana-Ben Ana-Cy Ben-Di Cy-Di", columns={"offers": {"Di": "x"}})
    for steward, other in (("Ben", "Cy"), ("Cy", "Ben")):
        (peer,) = weft.refer(roundabout, "x", "Ana", stewards=[steward]).peers
        assert peer.through == (other,)


def test_as_plain_data_rows_and_cards(found):
    data = found.to_dict()
    assert json.loads(json.dumps(data, allow_nan=False)) == data
    assert (data["format"], data["need"]) == ("weft.referrals/1", ["evaluation", "grants"])
    assert data["from"] == {"id": "Ana", "name": "Ana"}
    assert [peer["id"] for peer in data["peers"]] == ["Cy", "Di", "Fay"]
    row = found.rows()[0]
    assert (row["from"], row["to"], row["through"], row["steps"]) == ("Ana", "Cy", "Ben", 2)
    card = found.cards()[0]
    assert (card.title, card.who) == ("Pass on: evaluation and grants", ("from Ana", "to Cy"))
    assert found.notes == ("One person has not said what they offer (14%); they are not proposed.",)


def test_every_figure_that_would_move_is_one_of_the_portrait(found):
    known = {declared.id for declared in weft.declarations()}
    assert {figure for peer in found.peers for figure in peer.moves} <= known


LIKE = "What is offered and sounds like it: grants."
ASK = " Ask aloud in the network: somebody may offer it and not have said so."


@pytest.mark.parametrize(
    ("need", "because"),
    [
        ("printing", "Nobody but Ben offers printing."),
        ("singing", "Nobody offers singing."),
        ("singing; grant", f"Nobody offers grant or singing. {LIKE}"),
        ("print runs", "Nobody offers print runs."),
    ],
)  # fmt: skip
def test_where_nobody_fits_it_says_why_and_what_to_do(need, because):
    found = weft.refer(net(), need, "Ben")
    assert found.peers == ()
    assert found.because == because + ASK
    assert (found.notes, found.cards(), found.rows()) == ((), (), [])


def test_where_nobody_has_said_what_they_offer_it_says_so():
    found = weft.refer(network(works_with=TIES), "x", "Ana")
    assert found.because == (
        "Nobody has said what they offer: the people table has no column “offers” with tags in it."
        + ASK
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"need": " ; "}, "The need is empty"),
        ({"need": []}, "The need is empty"),
        ({"most": 0}, "most is 0; expected a whole number of 1 or more"),
        ({"already": {"Cy": -1}}, "expected a whole number of 0 or more"),
    ],
)
def test_a_request_that_cannot_be_meant_is_told(given, said):
    with pytest.raises(weft.InvalidRequestError, match=said):
        weft.refer(net(), **{"need": "grants", "from_": "Ana", **given})


def test_a_referrer_who_is_not_there_is_told():
    with pytest.raises(weft.UnknownNameError, match="no person “Zoe”"):
        weft.refer(net(), "grants", "Zoe")


@settings(deadline=None)
@given(st.integers(1, 5), st.sampled_from(["Cy", "Di", "Fay", "Eve"]))
def test_a_private_rating_changes_nothing_where_no_two_are_equal(rating, whom):
    trusts = f"Ana-{whom}:{rating} Ana-Ben:5"
    rated = network(works_with=TIES, trusts=trusts, columns={"offers": OFFERS})
    other = network(works_with=TIES, trusts="Ana-Ben:5", columns={"offers": OFFERS})
    found, again = (weft.refer(one, "grants; evaluation", "Ana", seed=5) for one in (rated, other))
    assert found.to_dict() == again.to_dict()


def test_among_equals_the_lots_of_the_trusted_weigh_more():
    ties = "Ana-Ben Ana-Cy"
    offers = {"Ben": "x", "Cy": "x"}
    rated = network(works_with=ties, trusts="Ana-Ben:5", columns={"offers": offers})
    chosen = [weft.refer(rated, "x", "Ana", most=1, seed=s).peers[0] for s in range(300)]
    assert {peer.reason.kind for peer in chosen} == {"offers-and-tied"}
    assert 170 < sum(peer.name == "Ben" for peer in chosen) < 230  # two of three


TAGS = st.lists(st.sampled_from(["tea", "tents", "song"]), unique=True).map("; ".join)


@settings(deadline=None)
@given(
    pairs_of(most=9), st.lists(TAGS, min_size=9, max_size=9), TAGS.filter(bool), st.integers(0, 9)
)
def test_what_holds_for_any_network(drawn, offers, need, seed):
    people, pairs = drawn
    said = {"offers": dict(zip(people, offers, strict=False))}
    made = of_pairs(people, pairs, columns=said)
    found = weft.refer(made, need, people[0], seed=seed)
    again = weft.refer(
        of_pairs(people, pairs, columns=said, shuffle=seed), need, people[0], seed=seed
    )
    assert found.to_dict() == again.to_dict()
    names = [peer.name for peer in found.peers]
    assert names == sorted(names)
    assert len(names) <= 3
    assert people[0] not in names
    assert bool(found.because) == (not names)
    wanted = set(need.split("; "))
    able = {p for p, tags in said["offers"].items() if set(tags.split("; ")) & wanted}
    assert set(names) <= able
    assert len(names) == min(3, len(able - {people[0]}))
    assert {peer.reason.kind for peer in found.peers} <= set(KINDS)
