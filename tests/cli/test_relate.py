"""``weft relate``."""

import json

from tests.cli.calling import run, tables


def related(folder, *more):
    return run("relate", *tables(folder), "--of", "turns_to", "--wave", "1", *more)


def test_relate_says_in_sentences_and_figures_what_goes_together(tmp_path):
    outcome = related(tmp_path, "--on", "trusts", "--on", "same:organisation")
    assert outcome.exit_code == 0, outcome.output
    assert outcome.stdout.startswith("Does turns_to go with trusts and the same organisation?\n\n")
    for said in (
        "beyond the same organisation (p = 0.",
        "coefficient",
        "24 renamings, all",
        "12 of 12 ordered pairs of which all is known",
        "not which comes",
        "Dekker",
    ):
        assert said in " ".join(outcome.stdout.split())


def test_relate_as_json_holds_what_the_library_gives(tmp_path):
    outcome = related(tmp_path, "--on", "trusts", "--permutations", "10", "--seed", "2", "--json")
    found = json.loads(outcome.stdout)
    (term,) = found.pop("terms")
    assert term["on"] == "trusts"
    # 12 ordered pairs; of the 3 in which one trusts, ben-ana and cy-ana are among the 4 of turns_to
    assert round(term["coefficient"], 10) == round(2 / 3 - 2 / 9, 10)
    assert (found["format"], found["permutations"], found["every"]) == ("weft.related/1", 10, False)
    assert (found["dyads"], found["answered"], found["undefined_because"]) == (12, 4, None)


def test_relate_says_why_there_is_nothing_to_say(tmp_path):
    outcome = run("relate", *tables(tmp_path), "--of", "works_with", "--on", "trusts")
    assert outcome.exit_code == 0
    assert "Undefined, because works_with is the same between all pairs" in outcome.stdout


def test_relate_refuses_what_is_not_there(tmp_path):
    outcome = related(tmp_path, "--on", "likes")
    assert (outcome.exit_code, outcome.stdout) == (1, "")
    assert "There is no relation “likes”; there is: works_with, trusts, turns_to." in outcome.stderr
    outcome = run("relate", *tables(tmp_path), "--of", "trusts")
    assert outcome.exit_code == 2
