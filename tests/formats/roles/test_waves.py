from datetime import date

import hypothesis.strategies as st
import pytest
from hypothesis import given

import weft

TIES = [("ada", "ben"), ("ben", "ada"), ("cy", "ada")]


def read(dates, **options):
    columns = {
        "source": [TIES[i % 3][0] for i in range(len(dates))],
        "target": [TIES[i % 3][1] for i in range(len(dates))],
        "date": dates,
    }
    return weft.read(columns, **options)


@pytest.mark.parametrize(
    ("every", "waves"),
    [
        ("week", ("2026-W01", "2026-W14", "2026-W53")),
        ("month", ("2025-12", "2026-03", "2026-04", "2027-01")),
        ("quarter", ("2025-Q4", "2026-Q1", "2026-Q2", "2027-Q1")),
        ("year", ("2025", "2026", "2027")),
    ],
)
def test_dates_are_cut_into_waves(every, waves):
    days = ["2026-03-31", "2025-12-31", "2026-04-01T10:00:00Z", "2027-01-01"]

    network = read(days, waves=every)

    assert network.waves == waves
    assert "waves-by-alphabet" not in {notice.kind for notice in network.notices}


def test_a_time_may_follow_the_day():
    assert read(["2026-03-31T23:59:59", "2026-03-31 10:00"], waves="month").waves == ("2026-03",)


def test_ties_of_a_wave_are_those_of_its_days():
    network = read(["2026-01-05", "2026-02-05", "2026-05-05"], waves="quarter")

    ids = network.people.ids
    reports = network.reports
    assert [
        (network.all_waves[wave], ids[source], ids[target])
        for wave, source, target in zip(reports.wave, reports.source, reports.target, strict=True)
    ] == [("2026-Q1", "ada", "ben"), ("2026-Q1", "ben", "ada"), ("2026-Q2", "cy", "ada")]


def test_every_date_that_is_none_is_a_problem_with_its_place():
    with pytest.raises(weft.InvalidDataError) as error:
        read(["2026-01-05", "5.1.2026", "", None, "2026-1-5"], waves="month")

    assert str(error.value) == "\n".join(
        f"the columns, row {row}, column date: found {found}, expected a date such as 2026-11-22. "
        "Correct the date, or delete the row."
        for row, found in [(2, "“5.1.2026”"), (3, "nothing"), (4, "nothing"), (5, "“2026-1-5”")]
    )


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "0000-01-01", "2026-00-10"])
@pytest.mark.parametrize("every", ["week", "month", "quarter", "year"])
def test_a_day_that_the_calendar_lacks_is_a_problem(day, every):
    with pytest.raises(weft.InvalidDataError) as error:
        read(["2026-01-05", day], waves=every)

    assert str(error.value) == (
        f"the columns, row 2, column date: found “{day}”, expected a date such as 2026-11-22. "
        "Correct the date, or delete the row."
    )


def test_waves_that_are_there_already_are_not_cut_again():
    ties = {"source": ["ada"], "target": ["ben"], "wave": ["1"], "date": ["2026-01-05"]}

    with pytest.raises(weft.InvalidRequestError) as error:
        weft.read(ties, waves="month")

    assert str(error.value) == "The data have waves already; they cannot be cut by date again."


def test_ties_without_dates_cannot_be_cut():
    with pytest.raises(weft.InvalidRequestError) as error:
        weft.read({"source": ["ada"], "target": ["ben"]}, waves="month")

    assert str(error.value) == (
        "the columns: the ties have no dates to cut waves by; expected a column date."
    )


def test_another_length_is_refused():
    with pytest.raises(weft.InvalidRequestError) as error:
        read(["2026-01-05"], waves="day")

    assert str(error.value) == (
        "Waves are asked for by “day”; expected one of: week, month, quarter, year."
    )


@given(
    days=st.lists(st.dates(date(1, 1, 10), date(9999, 12, 20)), min_size=1, unique=True),
    every=st.sampled_from(["week", "month", "quarter", "year"]),
)
def test_cutting_loses_no_report_and_waves_are_in_the_order_of_time(days, every):
    ties = {
        "source": [f"s{i}" for i in range(len(days))],
        "target": ["t"] * len(days),
        "date": [day.isoformat() for day in days],
    }

    network = weft.read(ties, waves=every)

    reports = network.reports
    assert len(reports) == len(days)
    in_time = sorted(zip(reports.date.tolist(), reports.wave.tolist(), strict=True))
    assert [wave for _, wave in in_time] == sorted(reports.wave.tolist())
