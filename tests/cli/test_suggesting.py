"""The commands that suggest something: what they share, and each by itself."""

import csv
import io
import json

import pytest

from tests.cli.calling import run
from tests.cli.test_portrait import too_wide
from tests.portrait.page import Page

TIES = "Ana-Ben Ana-Cy Ana-Di Ben-Cy Di-Eve Eve-Fay Fay-Gil Gil-Hal Hal-Ida Ida-Ana"
PEOPLE = """\
id,steward,responded,offers,joined,willing
Ana,yes,yes,,2020,
Ben,no,yes,=tea,2021,yes
Cy,no,yes,,2022,
Di,no,yes,,2026,no
Eve,no,yes,tea; songs,2020,
Fay,no,yes,,2020,
Gil,no,yes,,2026,
Hal,no,no,,2021,
Ida,no,yes,,2021,
"""
COMMANDS = {
    "introductions": (["--most", "2"], "weft.introductions/1", 2),
    "handovers": (["--role", "chair=Ana"], "weft.handovers/1", 3),
    "refer": (["--need", "tea", "--referrer", "Fay"], "weft.referrals/1", 1),
    "circles": (["--size", "4"], "weft.circles/1", 9),
    "step-back": (["--person", "Ana", "--replicates", "20"], "weft.step_back/1", 2),
    "two-ways-in": ([], "weft.two_ways_in/1", 1),
}


@pytest.fixture
def read(tmp_path):
    ties, people = tmp_path / "ties.csv", tmp_path / "people.csv"
    rows = "\n".join(",".join([*tie.split("-"), "works_with"]) for tie in TIES.split())
    ties.write_text(f"source,target,relation\n{rows}\nBen,Ana,turns_to\nCy,Ana,turns_to\n")
    people.write_text(PEOPLE)
    return [str(ties), "--people", str(people)]


@pytest.fixture(params=COMMANDS)
def asked(request, read):
    return [request.param, *read, *COMMANDS[request.param][0]]


def test_text_is_80_columns_wide_and_ends_with_what_it_was_made_with(asked):
    outcome = run(*asked)
    assert (outcome.exit_code, outcome.stderr, too_wide(outcome.stdout)) == (0, "", [])
    assert "Would move:" in outcome.stdout
    assert outcome.stdout.splitlines()[-1].endswith(", seed 0")


def test_json_is_what_the_library_gives(asked):
    found = json.loads(run(*asked, "--json").stdout)
    assert found["format"] == COMMANDS[asked[0]][1]
    assert found == json.loads(run(*asked, "--format", "json").stdout)


def test_csv_is_a_table(asked, tmp_path):
    path = tmp_path / "it.csv"
    assert run(*asked, "-o", path).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert len(rows) == COMMANDS[asked[0]][2]
    assert {"reason", "wrong_if", "moves"} <= set(rows[0])
    assert "" not in {row["reason"] for row in rows}


def test_cards_are_a_page_of_their_own(asked, tmp_path):
    path = tmp_path / "it.html"
    assert run(*asked, "-o", path).exit_code == 0
    page = Page(path.read_text(encoding="utf-8"))
    found = json.loads(run(*asked, "--json").stdout)
    lists = ("introductions", "circles", "peers", "roles", "plan")
    cards = next(found[name] for name in lists if name in found)
    assert (page.unclosed, len(page.named("article"))) == ([], len(cards))


def test_the_seed_makes_it_again(asked):
    first, second = (run(*asked, "--seed", 4).stdout for _ in range(2))
    assert first == second
    assert first.splitlines()[-1].endswith(", seed 4")


def test_an_ending_that_cannot_be_written_is_told(asked, tmp_path):
    outcome = run(*asked, "-o", tmp_path / "it.pdf")
    assert outcome.exit_code == 2
    assert "Weft writes no “.pdf” file here" in outcome.stderr


def test_json_and_another_format_exclude_each_other(asked):
    outcome = run(*asked, "--json", "--format", "csv")
    assert outcome.exit_code == 2
    assert "--json and --format csv exclude each other" in outcome.stderr


def test_the_data_are_not_written_over(asked):
    outcome = run(*asked, "-o", asked[1])
    assert outcome.exit_code == 2
    assert "holds the data" in outcome.stderr


def test_a_private_relation_that_is_not_there_is_told(asked):
    outcome = run(*asked, "--private", "trust")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "There is no relation “trust”" in outcome.stderr


def test_a_cell_that_a_spreadsheet_would_run_is_guarded(read):
    said = run("refer", *read, "--need", "=tea", "--referrer", "Fay", "--format", "csv").stdout
    (row,) = csv.DictReader(io.StringIO(said))
    assert (row["offers"], row["to"]) == ("'=tea", "Ben")


def test_hand_overs_say_who_how_and_why(read):
    said = run("handovers", *read, "--role", "chair=Ana").stdout
    assert "chair, held by Ana" in said
    assert "Ben goes along with Ana for a while" in said
    assert "Ben is willing" in said
    assert "Di" not in {line.split(",")[0].strip(" •") for line in said.splitlines()}  # said no


def test_without_roles_it_is_the_stewards_role(read):
    found = json.loads(run("handovers", *read, "--json").stdout)
    assert [(role["role"], role["holders"][0]["id"]) for role in found["roles"]] == [
        ("steward", "Ana")
    ]


def test_a_role_named_twice_is_held_by_both(read):
    said = run("handovers", *read, "--role", "chair=Ana", "--role", "chair=Ben").stdout
    assert "Ana and Ben share this role" in " ".join(said.split())


@pytest.mark.parametrize("role", ["chair", "=Ana", "chair="])
def test_a_role_without_a_name_or_a_holder_is_told(role, read):
    outcome = run("handovers", *read, "--role", role)
    assert outcome.exit_code == 2
    assert "is not of the form NAME=ID, such as treasurer=ana" in outcome.stderr


def test_referrals_that_nobody_can_take_say_so(read):
    asked = ["refer", *read, "--need", "boats", "--referrer", "Fay"]
    assert "Ask aloud in the network" in " ".join(run(*asked).stdout.split())
    table = run(*asked, "--format", "csv")
    assert table.stdout == (
        "need,from,to,name,through,steps,offers,lacks,reason,how,wrong_if,moves\n"
    )
    assert table.stderr.startswith("Nobody offers boats. Ask aloud")


def test_referrals_count_what_was_passed_on_already(read):
    offers = ["refer", *read, "--need", "tea; =tea", "--referrer", "Fay", "--most", "1", "--json"]
    (first,) = json.loads(run(*offers).stdout)["peers"]
    (other,) = json.loads(run(*offers, "--already", f"{first['id']}=9").stdout)["peers"]
    assert {first["id"], other["id"]} == {"Ben", "Eve"}


def test_a_count_that_is_none_is_told(read):
    outcome = run("refer", *read, "--need", "tea", "--referrer", "Fay", "--already", "Eve")
    assert outcome.exit_code == 2
    assert "is not of the form NAME=NUMBER, such as ben=2" in outcome.stderr


def test_circles_of_last_time_are_kept_apart_and_their_hosts_rest(read, tmp_path):
    table = tmp_path / "spring.csv"
    assert run("circles", *read, "--size", 3, "-o", table).exit_code == 0
    before = list(csv.DictReader(io.StringIO(table.read_text())))
    again = ["circles", *read, "--size", 3, "--before", table]
    found = json.loads(run(*again, "--json").stdout)
    assert found["counts"]["met_before"] == 0
    hosts = {row["id"] for row in before if row["host"] == "yes"}
    assert not hosts & {circle["host"] for circle in found["circles"]}


def test_circles_say_who_was_together_before(read, tmp_path):
    table = tmp_path / "all.csv"
    table.write_text("circle,id\n" + "".join(f"1,{name}\n" for name in ("Ana", "Ben", "Cy")))
    people = [word for name in ("Ana", "Ben", "Cy") for word in ("--person", name)]
    said = run("circles", *read, *people, "--size", 3, "--before", table).stdout
    assert "Together before: Ana and Ben; Ana and Cy; Ben and Cy." in said


def test_what_could_not_be_had_is_told(read):
    said = run("circles", *read, "--size", 3, "--newcomer", "Ana").stdout
    assert "What could not be had" in said
    assert "Two circles have no newcomer" in said


def test_introductions_say_who_by_whom_and_why(read):
    said = run("introductions", *read, "--most", "2", "--weight", "fit=9").stdout
    assert "Two introductions worth making" in said
    assert said.count("Wrong if:") == said.count("Would move:") == 2
    assert "Ana" not in {line.split(" and ")[0] for line in said.splitlines()}  # the steward


def test_pairs_held_back_are_named_apart_and_have_no_card(read, tmp_path):
    path = tmp_path / "cards.html"
    asked = ["introductions", *read, "--most", "4", "--keep-out", "0.5"]
    said = run(*asked).stdout
    assert run(*asked, "-o", path).exit_code == 0
    cards = Page(path.read_text(encoding="utf-8")).named("article")

    rows = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv").stdout)))
    held = [row for row in rows if row["held_out"] == "yes"]
    assert len(held) == round(len(rows) / 2)
    assert len(cards) == len(rows) - len(held)
    assert f"{held[0]['a']} and {held[0]['b']}" in said.split("Held back by lot")[1]


def test_introductions_made_before_and_blocked_ones_do_not_come_again(read, tmp_path):
    path = tmp_path / "before.csv"
    asked = ["introductions", *read, "--each", "3", "--most", "3"]
    assert run(*asked, "-o", path).exit_code == 0
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    before = {(row["a"], row["b"]) for row in rows}

    again = json.loads(run(*asked, "--json", "--before", path).stdout)["introductions"]
    assert not before & {(row["a"], row["b"]) for row in again}
    a, b = min(before)
    blocked = json.loads(run(*asked, "--json", "--block", f"{a},{b}").stdout)["introductions"]
    assert (a, b) not in {(row["a"], row["b"]) for row in blocked}


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--block", "ana", "not of the form ID,ID"),
        ("--weight", "fit", "not of the form NAME=NUMBER"),
        ("--keep-out", "0.9", "0<=x<=0.5"),
    ],
)
def test_what_cannot_be_asked_of_introductions_is_told(read, option, value, said):
    outcome = run("introductions", *read, option, value)
    assert outcome.exit_code == 2
    assert said in outcome.stderr


def test_a_weight_that_there_is_not_is_told(read):
    outcome = run("introductions", *read, "--weight", "fame=1")
    assert outcome.exit_code == 1
    assert "fame" in outcome.stderr


def test_nobody_to_part_and_no_role_to_hand_over_are_told(read, tmp_path):
    alone = run("circles", *read, "--person", "Ana")
    assert "One person is no circle; name more of those who take part." in alone.stdout
    people = tmp_path / "people.csv"
    people.write_text(PEOPLE.replace("Ana,yes", "Ana,no"))
    assert "No role is named" in run("handovers", *read).stdout


def test_circles_say_by_what_people_are_grouped(read, tmp_path):
    people = tmp_path / "people.csv"
    head, *rows = PEOPLE.splitlines()
    halls = [f"{row},{'north' if i % 2 else 'south'}" for i, row in enumerate(rows)]
    people.write_text("\n".join([f"{head},hall", *halls]) + "\n")
    assert "of one hall: " in " ".join(run("circles", *read).stdout.split())
