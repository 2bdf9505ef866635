"""Strengths with a decimal comma."""

import pytest

import weft


def read(folder, *strengths):
    path = folder / "ties.csv"
    rows = [f"a;{chr(98 + i)};{strength}" for i, strength in enumerate(strengths)]
    path.write_text("\n".join(["source;target;weight", *rows]) + "\n")
    return weft.read(path)


def test_decimal_commas_are_read_and_said(tmp_path):
    net = read(tmp_path, "2,5", "3", "0,75", "")
    assert sorted(net.reports.value.tolist()) == [0.75, 1, 2.5, 3]
    said = [notice.text for notice in net.notices if notice.kind == "decimal-commas"]
    assert said == [
        f"2 strengths in {tmp_path / 'ties.csv'} have a decimal comma; 2,5 was read as 2.5."
    ]


@pytest.mark.parametrize("strengths", [("1,000", "2"), ("2,5", "3.5"), ("2,5", "many")])
def test_a_comma_that_could_mean_something_else_is_refused(tmp_path, strengths):
    with pytest.raises(weft.InvalidDataError, match="expected a number of 0 or more"):
        read(tmp_path, *strengths)
