"""Cards on a page: self-contained, escaped, readable by everybody, in the order given."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weft.weaving.cards as cards_module
from tests.portrait.page import Page
from weft import InvalidRequestError, UnknownNameError
from weft.weaving.cards import Card, cards_page

TEMPLATES = Path(cards_module.__file__).parent / "templates"
FULL = Card(
    title="Hand over",
    who=("Ana", "Ben"),
    reason="Both know Cy.",
    how="Go along twice.",
    wrong_if="Ben has no time.",
    blanks=("Done on", "By whom"),
)
BARE = Card(title="Say hello", who=("Di",), reason="Di is new.")
HOSTILE = Card(
    title="</style><script>alert(1)</script>",
    who=("<b>Eve</b>", "\x1b[31mMallory\u202e"),
    reason='" onload="x',
)


@pytest.fixture(scope="module")
def page():
    return Page(cards_page([FULL, BARE, HOSTILE], heading="This month", note="Three of many."))


def test_everything_of_a_card_is_shown_in_order_and_nothing_else():
    shown = Page(cards_page([FULL, BARE], heading="This month", note="Two of many.")).text
    assert shown == (
        "This month This month Two of many. "
        "Hand over Ana · Ben Why Both know Cy. How Go along twice. "
        "Wrong if Ben has no time. Done on: By whom: "
        "Say hello Di Why Di is new. "
        "Made with Weft. Each card is a suggestion: whoever is named on it may say no, and need "
        "not say why."
    )


def test_page_is_well_formed(page):
    assert page.unclosed == []


def test_page_runs_nothing_and_asks_for_nothing(page):
    forbidden = ("script", "link", "iframe", "object", "embed", "img", "form", "base", "a", "b")
    assert page.named(*forbidden) == []
    for _, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name in {"src", "href"}]
    policies = [a["content"] for _, a in page.named("meta") if "http-equiv" in a]
    assert [policy.split(";")[0] for policy in policies] == ["default-src 'none'"]
    styles = (TEMPLATES / "cards.css").read_text()
    assert "@import" not in styles
    assert "url(" not in styles


def test_what_the_data_hold_is_shown_as_text_without_commands(page):
    assert "</style><script>alert(1)</script>" in page.text
    assert "<b>Eve</b> · [31mMallory" in page.text
    assert "\x1b" not in page.text
    assert "\u202e" not in page.text


def test_page_has_language_landmarks_and_headings_that_go_down(page):
    assert [a["lang"] for _, a in page.named("html")] == ["en"]
    for landmark in ("header", "main", "footer", "h1", "title"):
        assert len(page.named(landmark)) == 1, landmark
    levels = [int(tag[1]) for tag, _ in page.named("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_card_is_an_article_called_by_its_title(page):
    titles = [a["id"] for _, a in page.named("h2")]
    assert [a["aria-labelledby"] for _, a in page.named("article")] == titles
    assert len(set(titles)) == 3


def test_eight_cards_fit_on_a_sheet():
    sheet, margin, card, heading = 297, 2 * 10, 66, 11
    styles = (TEMPLATES / "cards.css").read_text()
    for said in (f"minmax({card}mm", f"margin: {margin // 2}mm", f"height: {heading}mm"):
        assert said in styles
    assert margin + heading + 4 * card <= sheet


@pytest.mark.parametrize("colours", [0, 1, 2], ids=["light", "dark", "print"])
def test_text_stands_out_from_the_sheet(colours):
    styles = (TEMPLATES / "cards.css").read_text()
    chosen = [part.split("}")[0] for part in styles.split(":root {")[1:]][colours]
    said = dict(pair.strip().removeprefix("--").split(": ") for pair in chosen.split(";")[:-1])
    for ground in ("paper", "sheet"):
        for letters in ("ink", "quiet"):
            assert contrast(said[letters], said[ground]) >= 4.5, (letters, ground)
        assert contrast(said["line"], said[ground]) >= 3, ground


def test_no_cards_are_told_and_not_left_blank():
    shown = Page(cards_page([], heading="This month")).text
    assert "There is no card here: nothing is suggested." in shown


def test_a_page_without_a_heading_is_refused():
    with pytest.raises(InvalidRequestError, match="say what the cards are about"):
        cards_page([FULL], heading=" ")


def test_a_language_without_words_is_refused():
    with pytest.raises(UnknownNameError, match="There is no language “xx”; there is: en"):
        cards_page([FULL], heading="This month", language="xx")


@settings(deadline=None)
@given(st.lists(st.builds(
    Card, title=st.text(), who=st.lists(st.text()).map(tuple), reason=st.text(), how=st.text(),
    wrong_if=st.text(), blanks=st.lists(st.text()).map(tuple),
), max_size=3))  # fmt: skip
def test_whatever_the_texts_the_page_holds_together(cards):
    page = Page(cards_page(cards, heading="This month"))
    assert page.unclosed == []
    assert len(page.named("article")) == len(cards)


def contrast(one, other):
    """Return the contrast of two colours as WCAG 2 has it."""
    low, high = sorted(luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(2 * d for d in digits)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
