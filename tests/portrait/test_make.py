"""The portrait as a whole: its parts, its answers, and that it never falls over."""

import re
from itertools import groupby

import pytest

import weft
from tests.portrait import drawn_by_hand as drawn
from weft.change.answer import figures_said
from weft.network import UnknownNameError
from weft.portrait import Portrait, make_portrait
from weft.portrait.findings import COMPARED

TITLES = {
    "call": "What kind of network are we, and what leadership does it call for?",
    "look": "What does leadership look like here?",
    "support": "How do we support it?",
    "changing": "What is it changing?",
}
FIGURES = {
    "call": """
        phase density mean_degree mean_strength reach_2 reach_3 efficiency
        largest_component_share transitivity modularity core_periphery mixing
        assortativity coverage_people coverage_dyads_once coverage_dyads_twice
    """,
    "look": """
        effective_leaders leadership_coverage leadership_density
        leadership_centralization leadership_gini steward_share hierarchy connectedness
        hierarchy_efficiency least_upper_boundedness betweenness_centralization
        steward_betweenness_share
    """,
    "support": """
        reciprocity reciprocity_beyond_density concordance trust_received
        trust_asymmetry two_connected_share cut_people removal_loss robustness brokerage
        constraint effective_size
    """,
    "changing": """
        persistence emergence jaccard fade lift leadership_turnover
    """,
}
DEGENERATE = {
    "nobody": drawn.network([], {"id": []}),
    "one person": drawn.network([], {"id": ["Ana"]}),
    "two people without a tie": drawn.network([], {"id": ["Ana", "Ben"]}),
    "two people and a tie": drawn.network([("Ana", "Ben")]),
    "twelve people without a tie": drawn.network([], {"id": [f"p{i}" for i in range(12)]}),
    "everyone silent": drawn.network([], {"id": list("abcdef")}, everyone_answered=False),
    "declared silent": drawn.network(
        [], {"id": list("abcdef"), "responded": ["no"] * 6}, everyone_answered=False
    ),
    "three of twelve answered": drawn.network(
        [("p0", "p1"), ("p1", "p2"), ("p2", "p5")],
        {"id": [f"p{i}" for i in range(12)], "responded": ["yes"] * 3 + ["no"] * 9},
        everyone_answered=False,
    ),
    "a second wave without ties": drawn.network(
        [("a", "b", "ties", 1, 1)],
        {"id": list("abc"), "responded:1": ["yes"] * 3, "responded:2": ["yes"] * 3},
        everyone_answered=False,
    ),
}


def chapter(portrait, chapter_id):
    return next(c for c in portrait.chapters if c.id == chapter_id)


def figure(portrait, measure_id):
    figures = (f.measure for c in portrait.chapters for f in c.figures)
    return next(m for m in figures if m.id == measure_id)


def test_four_chapters_ask_the_four_questions_with_their_figures():
    portrait = make_portrait(drawn.two_cliques())
    assert {c.id: (c.title, [f.measure.id for f in c.figures]) for c in portrait.chapters} == {
        name: (title, FIGURES[name].split()) for name, title in TITLES.items()
    }


def test_the_package_can_be_called_and_imported_from():
    ties = drawn.star()
    assert isinstance(weft.portrait(ties), Portrait)
    assert weft.portrait(ties).to_dict() == make_portrait(ties).to_dict()


def test_same_seed_gives_the_same_portrait_to_the_letter():
    silent = DEGENERATE["three of twelve answered"]
    once, again = (make_portrait(silent, draws=7, seed=3, names=True) for _ in range(2))
    assert once.to_html() == again.to_html()
    assert once.made_with == {"weft": weft.__version__, "seed": 3, "draws": 7}


@pytest.mark.parametrize("name", DEGENERATE)
def test_degenerate_networks_give_a_readable_portrait(name):
    portrait = make_portrait(DEGENERATE[name], draws=3)
    assert [c.id for c in portrait.chapters] == list(TITLES)
    assert 3 <= len(portrait.next_steps) <= 5
    for text in (portrait.headline, *(c.answer for c in portrait.chapters)):
        assert re.fullmatch(r"[A-Z0-9].*[.?]", text)
    assert "</html>" in portrait.to_html()
    assert portrait.to_dict()["format"] == "weft.portrait/1"


def test_where_nobody_answered_nothing_is_claimed():
    portrait = make_portrait(DEGENERATE["everyone silent"])
    assert portrait.headline == (
        "Nobody has answered yet, so nothing is known about who is tied to whom. "
        "The first thing to do is to ask."
    )
    assert [step.id for step in portrait.next_steps] == [
        "ask-everybody", "start-small", "second-wave",
    ]  # fmt: skip
    assert portrait.look_after == ()


def test_star_is_a_hub_with_spokes_and_the_hub_is_to_connect_them():
    portrait = make_portrait(drawn.star())
    assert figure(portrait, "phase").value == "hub-and-spoke"
    assert chapter(portrait, "call").answer == (
        "We are a hub with spokes: most ways between people run through one person. It calls for "
        "a hub who connects the others to each other and then lets go. On average a person has "
        "1.8 ties and everybody hangs together."
    )
    assert portrait.next_steps[0].id == "connect-spokes"
    assert {role.id: role.count for role in portrait.look_after} == {
        "cut-people": 1,
        "one-thread": 11,
    }


def test_two_cliques_are_held_together_by_two_people():
    portrait = make_portrait(drawn.two_cliques())
    assert {role.id: role.count for role in portrait.look_after} == {"cut-people": 2}
    assert "Two people each hold parts of the network together alone." in (
        chapter(portrait, "support").answer
    )
    mixing = chapter(portrait, "call").charts[0]
    assert mixing.rows == (("left", 30, 1), ("right", 1, 30))
    assert "second-thread" in {step.id for step in portrait.next_steps}


def test_leadership_answer_counts_people_and_the_stewards_share():
    portrait = make_portrait(drawn.two_waves(), wave=1)
    assert chapter(portrait, "look").answer.startswith(
        "Leadership is held as if by one of 9 people. "
    )
    assert "89% of it is held by the steward" in chapter(portrait, "look").answer
    assert "hand-over" in {step.id for step in portrait.next_steps}


def test_one_wave_says_what_a_second_would_show():
    portrait = make_portrait(drawn.two_waves(), wave=1)
    changing = chapter(portrait, "changing")
    assert changing.answer.startswith("One wave cannot tell what is changing.")
    assert {f.measure.value for f in changing.figures} == {None}
    assert changing.charts == ()
    assert "second-wave" in {step.id for step in portrait.next_steps}


def test_two_waves_read_fade_and_lift_together():
    portrait = make_portrait(drawn.two_waves())
    changing = chapter(portrait, "changing")
    assert changing.answer.startswith(
        "By the word of the nine people who answered both times, five of nine ties lasted from "
        "wave 1 to wave 2, and 12 are new. "
    )
    compared = weft.change(drawn.two_waves(), relation="turns_to", figures=COMPARED)
    assert changing.answer.endswith(f"{compared.verdict.text} {figures_said(compared)}")
    assert [c.rows for c in changing.charts] == [
        (("lasted", 5), ("ended", 4), ("are new", 12)),
    ]


def test_what_chance_or_silence_can_account_for_is_not_said_to_have_risen_or_fallen():
    net = weft.simulate.coalition(people=14, waves=2, response=0.6, seed=5).network
    compared = weft.change(net, relation="turns_to", figures=COMPARED, draws=30)
    answer = chapter(make_portrait(net, draws=30), "changing").answer
    rose = any(figure.arrow == "up" for figure in compared.figures)
    fell = any(figure.arrow == "down" for figure in compared.figures)
    assert (" rose" in answer, " fell" in answer) == (rose, fell)
    assert compared.verdict.id == "no_telling"
    assert "leadership moved from the stewards" not in answer


def test_without_ranges_nothing_is_said_of_leadership_that_moved():
    answer = chapter(make_portrait(drawn.two_waves(), interval=False), "changing").answer
    assert answer.endswith("Without ranges it cannot be told whether leadership moved to others.")


def test_fade_is_never_shown_without_lift():
    for network in (drawn.two_waves(), drawn.star(), drawn.two_cliques()):
        shown = {f.measure.id for f in chapter(make_portrait(network), "changing").figures}
        assert ("fade" in shown) == ("lift" in shown)


@pytest.mark.parametrize(
    ("answered", "warning"),
    [
        (6, "Read with caution: only 6 of 10 people answered."),
        (7, "Read for patterns only, not for single people: 7 of 10 people answered."),
        (8, None),
    ],
)
def test_low_coverage_is_said_first_and_mended_first(answered, warning):
    ids = [f"p{i}" for i in range(10)]
    people = {"id": ids, "responded": ["yes"] * answered + ["no"] * (10 - answered)}
    ring = [(ids[i], ids[(i + step) % 10]) for i in range(answered) for step in (1, 2)]
    portrait = make_portrait(drawn.network(ring, people, everyone_answered=False), draws=3)
    warned = {c.id: c.answer.startswith(warning or "?") for c in portrait.chapters[:3]}
    assert warned == dict.fromkeys(("call", "look", "support"), warning is not None)
    assert (portrait.next_steps[0].id == "gather-answers") == (warning is not None)
    assert (warning or "answered") in f"{portrait.headline} answered"


def test_without_groups_their_figures_are_left_out_and_a_limit_says_so():
    portrait = make_portrait(drawn.star())
    shown = {f.measure.id for c in portrait.chapters for f in c.figures}
    assert not shown & {"mixing", "brokerage"}
    assert "no-group" in {limit.id for limit in portrait.limits}


@pytest.mark.parametrize(
    "wrong",
    [
        {"relation": "nonsense"},
        {"trust": "nonsense"},
        {"group": "nonsense"},
        {"wave": 9},
        {"stewards": ["nonsense"]},
    ],
)
def test_what_is_not_there_is_an_error(wrong):
    with pytest.raises(UnknownNameError, match=r"nonsense|9"):
        make_portrait(drawn.star(), **wrong)


def test_stewards_can_be_named():
    portrait = make_portrait(drawn.star(), stewards=["hub"])
    assert portrait.network["stewards"] == 1
    assert figure(portrait, "steward_share").value == pytest.approx(0.5)


def test_every_figure_and_then_the_map_is_told():
    seen = []
    make_portrait(drawn.star(), tell=lambda done, of, what: seen.append((done, of, what)))
    steps = [*" ".join(FIGURES.values()).split(), "cut_people", "what changed", "map", ""]
    named = {done: what for done, _, what in reversed(seen)}
    assert named == dict(enumerate(steps))
    assert {of for _, of, _ in seen} == {len(steps) - 1}


def test_of_a_figure_of_many_draws_it_is_told_how_many_are_done():
    seen = []
    network = DEGENERATE["three of twelve answered"]
    make_portrait(network, draws=4, tell=lambda _done, _of, what: seen.append(what))
    parts = [what.partition(", ")[2] for what in seen if what.startswith("transitivity, ")]
    drawn_so_far = [part for part, _ in groupby(parts) if part.endswith("networks drawn")]
    assert drawn_so_far == [
        f"{percent} % of networks drawn"
        for percent in (0, 25, 50, 75) * 2  # value, then range
    ]


def test_what_the_teller_raises_ends_the_portrait():
    class StoppedError(Exception):
        pass

    seen = []

    def tell(_done, _of, what):
        seen.append(what)
        if what == "transitivity":
            raise StoppedError

    with pytest.raises(StoppedError):
        make_portrait(drawn.star(), tell=tell)
    assert seen[-1] == "transitivity"


def test_undeclared_people_are_named_as_an_assumption():
    people = {"id": list("abcdef")}
    ties = [("a", "b"), ("b", "c"), ("c", "a")]
    portrait = make_portrait(drawn.network(ties, people, everyone_answered=False), draws=2)
    (limit,) = [limit for limit in portrait.limits if limit.id == "undeclared"]
    assert limit.text.startswith("Three people reported nothing")


def each_pair_once():
    return drawn.network([(f"p{a}", f"p{b}") for a in range(8) for b in range(a + 1, 8)])


def test_pairs_that_stand_once_are_not_called_unreturned():
    portrait = make_portrait(each_pair_once())
    answer = portrait.chapters[2].answer
    assert "are returned" not in answer
    assert "no tie of these data is given back" in answer
    assert any("undirected" in limit.text for limit in portrait.limits)
    assert not [step for step in portrait.next_steps if "returned" in step.why]


def test_ties_with_a_direction_are_counted_by_who_names_whom():
    ties = [(f"p{a}", f"p{(a + b) % 9}") for a in range(9) for b in (1, 2)]
    answer = make_portrait(drawn.network(ties)).chapters[0].answer
    assert "On average a person names 2.0 others" in answer


def test_nobody_is_never_counted_as_no_people():
    portrait = make_portrait(drawn.network(drawn.both_ways([("a", "b"), ("b", "c"), ("a", "c")])))
    chart = next(c for c in portrait.chapters[1].charts if c.id == "leadership-received")
    assert chart.summary.startswith("Everybody is looked to by somebody; ")


def test_waves_that_must_have_been_asked_in_another_way_are_not_taken_for_change():
    ids = [f"p{i}" for i in range(8)]
    few = [(f"p{i}", f"p{(i + 1) % 8}", "ties", 1, 1) for i in range(8)]
    many = [(a, b, "ties", 1, 2) for a, b in drawn.clique(ids)]
    limits = {limit.id: limit.text for limit in make_portrait(drawn.network(few + many)).limits}
    assert "1.0 ties for each person who answered, in wave 2 7.0" in limits["asked-alike"]
    assert "asked-alike" not in {one.id for one in make_portrait(drawn.two_waves()).limits}


def test_headings_of_columns_left_out_are_counted_and_not_named():
    ties = {"source": ["a", "b"], "target": ["b", "a"], "Zebedee Canary": ["1", "2"]}
    made = make_portrait(ties)
    said = {limit.id: limit.text for limit in made.limits}
    assert said["data-columns-left-out"] == (
        "One column was left out of the data; “weft check” says which."
    )
    assert "Canary" not in str(made.to_dict())


def test_figures_that_were_sampled_are_a_limit():
    ring = [(f"p{i}", f"p{(i + 1) % 2_100}") for i in range(2_100)]
    said = {limit.id for limit in make_portrait(weft.read(ring, everyone_answered=True)).limits}
    assert "sampled" in said


def test_people_are_called_cut_people_only_where_most_draws_make_them_so():
    left = drawn.clique([f"a{i}" for i in range(5)])
    ties = [*left, ("a0", "b0")]
    ids = [*(f"a{i}" for i in range(5)), "b0", "b1"]
    people = {"id": ids, "responded": ["yes"] * 5 + ["no"] * 2}
    made = make_portrait(drawn.network(ties, people, everyone_answered=False))
    (figure,) = [
        shown.measure
        for chapter in made.chapters
        for shown in chapter.figures
        if shown.measure.id == "cut_people"
    ]
    count = sum(role.count for role in made.look_after if role.id == "cut-people")
    assert abs(count - figure.number) <= 1


def test_a_shape_that_was_not_computed_is_left_open_and_not_called_chance():
    ring = [(f"p{i}", f"p{(i + 1) % 2_100}") for i in range(2_100)]
    made = make_portrait(weft.read(ring, everyone_answered=True))
    assert made.headline.startswith(
        "2,100 people are in this network, and everybody hangs together. "
    )
    assert chapter(made, "call").answer == (
        "Which shape we are in is left open, because it is set against chance only up to 2,000 "
        "people and 50,000 pairs. On average a person names 1.0 others and everybody hangs "
        "together."
    )


def test_three_people_have_no_shape_yet():
    made = make_portrait(drawn.network([("a", "b"), ("b", "c")]))
    assert "chance" not in made.headline
    assert chapter(made, "call").answer.startswith("Which shape we are in is left open, because 3 ")
