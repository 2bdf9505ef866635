import pytest

import weft
from weft.formats.logs.pseudonyms import Accounts, account_of
from weft.formats.tables import Reading


def accounts(key=None, aliases=None):
    return Accounts(Reading(key=key or {}, aliases=aliases or {}))


def kinds(notices):
    return {notice.kind: notice.count for notice in notices}


@pytest.mark.parametrize(
    ("written", "account"),
    [
        ("Ada@Example.ORG", "ada@example.org"),
        (" ada+list+more@a.org ", "ada@a.org"),
        ("+tag@a.org", "+tag@a.org"),
        ("U024BE7LH", "u024be7lh"),
        ("ada+b", "ada+b"),
        ("", ""),
    ],
)
def test_accounts_are_compared_without_case_and_tag(written, account):
    assert account_of(written) == account


def test_pseudonyms_are_numbered_by_the_day_of_first_appearance_then_by_place_in_the_log():
    known = accounts()
    late, early, also_early = map(known.number, ["a@x.org", "z@x.org", "b@x.org"])

    assert known.ids({late: 9, also_early: 3, early: 3}) == {
        early: "person 1",
        also_early: "person 2",
        late: "person 3",
    }


def test_people_in_the_key_have_their_id_and_take_no_number():
    known = accounts(key={"ada@x.org": "007", "u1": "person 1"})
    numbers = [known.number(name) for name in ["ADA+x@x.org", "ben@x.org", "U1", "cy@x.org"]]

    ids = known.ids(dict.fromkeys(numbers, 1))

    assert [ids[number] for number in numbers] == ["007", "person 2", "person 1", "person 3"]


def test_aliases_are_followed_and_folded():
    known = accounts(aliases={"ada@old.org": "ada@mid.org", "ada@mid.org": "ada@new.org"})

    numbers = {known.number(f"ada@{name}.org") for name in ["old", "mid", "new"]}

    assert len(numbers) == 1
    assert kinds(known.notices("log", numbers)) == {"accounts-folded": 2, "pseudonyms": 1}


@pytest.mark.parametrize("first", ["a", "b", "c"])
def test_aliases_in_a_circle_are_one_person(first):
    known = accounts(aliases={"a": "b", "b": "c", "c": "b"})

    assert len({known.number(name) for name in [first, "a", "b", "c"]}) == 1


def test_one_account_in_the_key_names_all_its_aliases():
    known = accounts(key={"ada@old.org": "ada"}, aliases={"ada@old.org": "ada@new.org"})
    numbers = [known.number("ada@new.org"), known.number("ada@old.org")]

    assert known.ids(dict.fromkeys(numbers, 1)) == {numbers[0]: "ada"}


def test_two_accounts_of_one_person_in_the_key_are_one():
    known = accounts(key={"u1": "ada", "ada@x.org": "ada"})

    assert known.number("U1") == known.number("Ada@x.org")


def test_further_accounts_of_a_person_may_stand_in_key_and_aliases():
    known = accounts(key={"ada@x.org": "ada"}, aliases={"ben@old.org": "ben@new.org"})
    ada = known.number("U1", "ada@x.org", "")
    ben = [known.number("U2", "ben@old.org"), known.number("U3", "ben@new.org")]

    assert known.ids({ada: 1})[ada] == "ada"
    assert ben[0] == ben[1]


def test_a_key_that_aliases_contradict_is_refused_without_naming_anybody():
    with pytest.raises(weft.InvalidRequestError) as error:
        accounts(key={"a@x.org": "ada", "b@x.org": "ben"}, aliases={"a@x.org": "b@x.org"})

    assert str(error.value) == (
        "The aliases fold two accounts into one that the key gives to two people; expected one "
        "person. Correct the aliases or the key."
    )


def test_what_was_done_is_said_in_whole():
    known = accounts(key={"ada@x.org": "ada", "zoe@x.org": "zoe"})
    numbers = [known.number(name) for name in ["ada@x.org", "ben@x.org", "ben+2@x.org"]]

    assert "\n".join(notice.text for notice in known.notices("log.mbox", set(numbers))) == (
        "log.mbox: 1 account was folded into another of the same person (by aliases, the key, "
        "capital letters or a +tag).\n"
        "log.mbox: 1 of 2 people are not in the key and have pseudonyms (person 1, person 2, ...). "
        "Their network can still be recognised by its shape: treat it like one with names, and "
        "keep the log and any key apart from it.\n"
        "log.mbox: 1 person of the key never stood in the log; check how they are written."
    )


def test_nothing_is_said_where_everybody_is_in_the_key():
    known = accounts(key={"ada@x.org": "ada"})

    assert known.notices("log", {known.number("ada@x.org")}) == []
