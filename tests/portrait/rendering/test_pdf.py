"""The portrait as a PDF: tagged, readable, the same every time."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import typst

import weft
from tests.portrait import made_by_hand
from weft.portrait.rendering import pages, pdf

FOLDER = Path(weft.__file__).parent / "portrait" / "rendering"


def test_the_pdf_is_tagged_titled_and_in_a_language():
    content = made_by_hand.full().to_pdf()
    assert content.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in content
    assert b"/Marked true" in content
    assert b"/Lang(en)" in content
    assert b"pdfuaid:part>1<" in content  # the claim to be PDF/UA-1, which typst checked
    assert b"Portrait of four friends" in content


def test_the_same_portrait_gives_the_same_bytes():
    assert made_by_hand.full().to_pdf() == made_by_hand.full().to_pdf()


def test_the_pdf_is_written_whole_and_returned(tmp_path):
    path = tmp_path / "it.pdf"
    content = made_by_hand.bare().to_pdf(str(path))
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["it.pdf"]


def test_a_place_that_cannot_be_written_to_is_an_error_of_weft(tmp_path):
    with pytest.raises(weft.WeftError, match="nowhere"):
        made_by_hand.bare().to_pdf(str(tmp_path / "nowhere" / "it.pdf"))


@pytest.mark.parametrize(
    "made",
    [made_by_hand.full, made_by_hand.bare, made_by_hand.not_finite],
    ids=lambda f: f.__name__,
)
def test_every_portrait_can_be_set_without_the_fonts_of_the_machine(made, monkeypatch):
    tried = []
    compiled = pdf._compiled

    def noting(text: str, **how: object) -> bytes:
        tried.append(how)
        return compiled(text, **how)

    monkeypatch.setattr(pdf, "_compiled", noting)
    assert made().to_pdf().startswith(b"%PDF")
    assert tried == [{"machine": False, "standards": ["ua-1"]}]


def test_the_pages_say_everything_that_the_portrait_does():
    portrait = made_by_hand.full()
    said = json.dumps(pages.pages(portrait), ensure_ascii=False)
    wanted = [
        "Portrait of four friends",
        "four people · wave 1 · everyone answered",
        "0.89",
        "0.70 to 0.95",
        "95% interval",
        "Di [bold]Łódź[/bold]",
        "Freeman, L. C. (1979)",
        "Made with weft 0.1.0, seed 0, draws 100.",
        portrait.headline,
        *(chapter.answer for chapter in portrait.chapters),
        *(chart.summary for chart in made_by_hand.charts()),
        *(shown.declaration.misreading for shown in portrait.chapters[0].figures),
        *(step.how for step in portrait.next_steps),
        *(limit.text for limit in portrait.limits),
        made_by_hand.drawing().summary,
    ]
    assert [text for text in wanted if text not in said] == []


def test_headings_tables_pictures_and_letters_are_marked_as_such():
    content = made_by_hand.full().to_pdf()
    marks = {b"H1", b"H2", b"P", b"Table", b"TH", b"TD", b"L", b"Figure", b"Caption"}
    assert marks <= set(re.findall(rb"/S ?/(\w+)", content))
    assert content.count(b"/Alt(") >= 2  # the map and the line chart, in words
    assert b"/ToUnicode" in content  # so that text can be selected, searched and read out


@pytest.mark.parametrize("letters", ["Мария", "Ελένη", "José Łukasz Çelik"])
def test_letters_of_european_alphabets_need_no_font_of_the_machine(letters):
    content = pdf._compiled(
        json.dumps(pages.pages(replace(made_by_hand.bare(), headline=letters))),
        machine=False,
        standards=["ua-1"],
    )
    assert content.startswith(b"%PDF")


@pytest.mark.parametrize(
    "letters", ["李小龍", "عمر", "😀", "\U000e0fff", "\x00\x1b", "#[*_$`<a>@b"]
)
def test_no_letter_breaks_the_pdf(letters):
    look_after = replace(made_by_hand.full().look_after[0], names=(letters,))
    portrait = replace(made_by_hand.full(), look_after=(look_after,), headline=letters)
    assert portrait.to_pdf().startswith(b"%PDF")


def test_an_error_of_the_template_is_not_hidden(monkeypatch):
    monkeypatch.setattr(pdf, "pages", lambda _portrait: {})
    with pytest.raises(typst.TypstError, match="title"):
        made_by_hand.bare().to_pdf()


def test_the_fonts_ship_with_their_licence():
    families = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[FOLDER / "fonts"]
    ).families()
    assert families == [pages.FONT]
    licence = (FOLDER / "fonts" / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Braille Institute" in licence
    assert sum(font.stat().st_size for font in (FOLDER / "fonts").iterdir()) < 600_000


def test_the_template_fetches_nothing():
    template = (FOLDER / "portrait.typ").read_text("utf-8")
    assert "@preview" not in template
    assert "#import" not in template
