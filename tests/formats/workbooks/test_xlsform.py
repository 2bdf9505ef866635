"""The form for collecting ties: what it asks, and that form programs take it."""

from io import BytesIO

import openpyxl
import pytest
from pyxform.xls2xform import convert

import weft


@pytest.fixture
def network():
    return weft.read(
        [("ana", "ben", "trusts", 3), ("Cy L.", "ana", "turns to", 1)],
        {"id": ["ana", "ben", "Cy L."], "name": ["Ana Ruiz", "Ben & co <b>", "Cy"]},
        scales={"trusts": (0, 4)},
    )


def sheets_of(path):
    book = openpyxl.load_workbook(BytesIO(path.read_bytes()))
    return {
        sheet.title: [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book
    }


def test_the_form_asks_who_whom_and_how_strong(network, tmp_path):
    path = tmp_path / "form.xlsx"

    notices = weft.write(network, path, format="xlsform")

    sheets = sheets_of(path)
    assert [row[:3] for row in sheets["survey"]] == [
        ["type", "name", "label"],
        ["select_one people", "me", "Who are you?"],
        ["select_one yn", "consent", "May your answers be used to show the network?"],
        ["begin_repeat", "tie", "A person"],
        ["select_one people", "alter", "Who is it?"],
        ["select_one from_0_to_4", "trusts", "I trust this person"],
        ["select_one from_0_to_1", "turns_to", "turns to"],
        ["end_repeat", "", ""],
    ]
    assert [row[:3] for row in sheets["choices"]] == [
        ["list_name", "name", "label"],
        ["people", "ana", "Ana Ruiz"],
        ["people", "ben", "Ben & co <b>"],
        ["people", "p0001", "Cy"],
        ["yn", "yes", "Yes"],
        ["yn", "no", "No"],
        *(["from_0_to_4", str(n), str(n)] for n in range(5)),
        ["from_0_to_1", "0", "No"],
        ["from_0_to_1", "1", "Yes"],
    ]
    assert {"ids-renamed", "renamed-for-the-form"} <= {notice.kind for notice in notices}


def test_form_programs_take_it_without_a_warning(network, tmp_path):
    path = tmp_path / "form.xlsx"
    weft.write(network, path, format="xlsform")

    result = convert(str(path))

    assert result.warnings == []
    assert "Ben &amp; co &lt;b&gt;" in result.xform
    assert 'constraint=". !=  /' in result.xform


def test_the_key_leads_from_choices_back_to_people(network, tmp_path):
    weft.write(network, tmp_path / "form.xlsx", people=tmp_path / "key.csv", format="xlsform")

    assert (tmp_path / "key.csv").read_text() == ("account,person\nana,ana\nben,ben\np0001,Cy L.\n")


def test_a_form_is_written_only(network, tmp_path):
    weft.write(network, tmp_path / "form.xlsx", format="xlsform")

    with pytest.raises(weft.InvalidRequestError, match="reads no networks"):
        weft.read(tmp_path / "form.xlsx", format="xlsform")


def test_the_same_network_gives_the_same_bytes(network, tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        weft.write(network, tmp_path / name, format="xlsform")

    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
