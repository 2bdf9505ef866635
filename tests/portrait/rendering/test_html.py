"""The page: self-contained, escaped, readable by everybody."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

import weft.portrait
from tests.portrait import drawn_by_hand as drawn
from tests.portrait.page import Page
from weft.portrait import make_portrait
from weft.portrait.rendering.html import key_facts

NETWORKS = {
    "two cliques": drawn.two_cliques,
    "two waves": drawn.two_waves,
    "hostile names": drawn.with_hostile_names,
    "nobody": lambda: drawn.network([], {"id": []}),
    "no ties": lambda: drawn.network([], {"id": list("abc")}),
}
TEMPLATES = Path(weft.portrait.__file__).parent / "rendering" / "templates"


@pytest.fixture(scope="module", params=NETWORKS)
def page(request):
    return Page(make_portrait(NETWORKS[request.param]()).to_html())


def test_page_is_well_formed(page):
    assert page.unclosed == []


def test_page_runs_nothing_and_asks_for_nothing(page):
    assert page.named("script", "link", "iframe", "object", "embed", "img", "form", "base") == []
    for tag, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on")]
        for name in ("src", "href", "srcset", "action", "data", "poster", "xlink:href"):
            assert attributes.get(name, "#").startswith("#"), (tag, attributes)


def test_styles_ask_for_nothing_either():
    styles = "".join(path.read_text() for path in TEMPLATES.glob("*.css"))
    assert "@import" not in styles
    assert "url(" not in styles


def test_page_forbids_itself_every_request(page):
    policies = [a["content"] for _, a in page.named("meta") if "http-equiv" in a]
    assert [policy.split(";")[0] for policy in policies] == ["default-src 'none'"]


def test_page_has_language_landmarks_and_a_way_past_the_top(page):
    assert [a["lang"] for _, a in page.named("html")] == ["en"]
    for landmark in ("header", "main", "nav", "footer", "h1"):
        assert len(page.named(landmark)) == 1, landmark
    skip = page.named("a")[0][1]
    assert (skip["class"], skip["href"]) == ("skip", "#main")


def test_headings_go_down_one_step_at_a_time(page):
    levels = [int(tag[1]) for tag, _ in page.named("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_id_is_given_once_and_every_reference_is_met(page):
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert sorted(set(ids)) == sorted(ids)
    wanted = {a["href"][1:] for _, a in page.named("a")}
    for _, attributes in page.elements:
        wanted |= set(attributes.get("aria-labelledby", "").split())
    assert wanted <= set(ids)


def test_every_picture_says_what_it_shows_and_has_a_table():
    page = Page(make_portrait(drawn.two_waves()).to_html())
    pictures = [a for _, a in page.named("svg") if a.get("aria-hidden") != "true"]
    assert [a["role"] for a in pictures] == ["img"] * len(pictures)
    assert len(page.named("title")) == len(page.named("desc")) + 1 == len(pictures) + 1
    assert [a["class"] for a in pictures] == ["map", "chart", "chart", "chart"]
    assert len(page.named("table")) == len(pictures)


def test_table_twin_holds_every_number_of_its_chart():
    portrait = make_portrait(drawn.two_waves())
    text = Page(portrait.to_html()).text
    for chapter in portrait.chapters:
        for chart in chapter.charts:
            assert chart.summary in text
    assert re.search(r"ties that\s*ties\s*lasted\s*5\s*ended\s*4\s*are new\s*12", text)


def test_no_name_and_no_id_leaves_unless_asked_for():
    portrait = make_portrait(drawn.with_hostile_names())
    everything = portrait.to_html() + repr(portrait.to_dict()["chapters"])
    for secret in (drawn.CANARY, "canary-id-"):
        assert secret not in everything
    assert drawn.CANARY not in repr([portrait.to_dict()[k] for k in ("look_after", "next")])
    assert portrait.drawing.labels == ()


def test_names_are_shown_to_the_owner_who_asks_and_ids_are_not():
    html = make_portrait(drawn.with_hostile_names(), names=True).to_html()
    assert f"{drawn.CANARY} 3" in html
    assert "canary-id-" not in html


@pytest.mark.parametrize("names", [False, True])
def test_hostile_text_stays_text(names):
    page = Page(make_portrait(drawn.with_hostile_names(), names=names).to_html())
    assert page.named("script", "img", "b") == []
    assert drawn.HOSTILE in page.text


def test_each_figure_comes_with_how_to_read_it_and_what_it_rests_on():
    portrait = make_portrait(drawn.two_cliques())
    text = Page(portrait.to_html()).text
    for chapter in portrait.chapters:
        assert chapter.answer in text
        for figure in chapter.figures:
            if figure.measure.value is None:
                continue
            declaration = figure.declaration
            for said in (declaration.question, declaration.reading, declaration.misreading):
                assert " ".join(said.split()) in text
            assert " ".join(figure.measure.sentence.split()) in text


def test_undefined_figures_are_listed_once_with_their_reason():
    text = Page(make_portrait(drawn.star()).to_html()).text
    assert text.count("There is only one wave.") == 1
    assert (
        text.count("Nobody is marked as a steward. (steward share and steward betweenness share)")
        == 1
    )
    assert "Undefined, because" not in text


def test_page_is_written_whole(tmp_path):
    portrait = make_portrait(drawn.star())
    html = portrait.to_html(str(tmp_path / "portrait.html"))
    assert (tmp_path / "portrait.html").read_text(encoding="utf-8") == html
    assert [path.name for path in tmp_path.iterdir()] == ["portrait.html"]


def test_a_relation_that_only_stands_in_gives_no_figure_on_leadership_at_the_top():
    facts = dict(map(reversed, key_facts(make_portrait(drawn.two_cliques()))))
    assert "people, in effect, share leadership" not in facts
    facts = dict(map(reversed, key_facts(make_portrait(drawn.two_waves()))))
    assert "people, in effect, share leadership" in facts


def test_the_map_with_names_has_the_whole_width_and_prints_them():
    named = make_portrait(drawn.two_cliques(), names=True).to_html()
    assert 'class="map named"' in named
    assert 'class="map named"' not in make_portrait(drawn.two_cliques()).to_html()
    assert "@media screen and (max-width: 44rem) { .map .names" in named


def test_what_opens_a_table_says_which():
    page = make_portrait(drawn.two_cliques()).to_html()
    opened = re.findall(r"<summary>The same as a table(.*?)</summary>", page)
    assert len(opened) > 1
    assert len(set(opened)) == len(opened)


def test_a_name_without_a_space_may_be_broken_so_that_a_small_screen_holds_it():
    page = make_portrait(drawn.two_cliques(), names=True).to_html()
    assert ".role { min-width: 0; }" in page
    assert "tbody th { max-width: 24rem; overflow-wrap: anywhere; }" in page
