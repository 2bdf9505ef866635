import pytest

import weft

ROWS = "username,reply_to_username,created_at\nada,ben,2023-11-{}\n"
KEY = {"ada": "Ada", "ben": "Ben"}


@pytest.fixture
def logs(tmp_path):
    for day in (14, 15):
        (tmp_path / f"{day}.csv").write_text(ROWS.format(day))
    return [tmp_path / "14.csv", tmp_path / "15.csv"]


def test_several_logs_with_a_key_are_one_network(logs):
    network = weft.read(logs, key=KEY)

    assert network.people.ids == ("Ada", "Ben")
    assert network.reports.value.tolist() == [2]


def test_pseudonyms_of_several_logs_are_not_mixed_up(logs):
    with pytest.raises(weft.InvalidRequestError) as error:
        weft.read(logs, key={"ada": "Ada"})

    assert str(error.value) == (
        "Several logs were given, and each has people without a key: person 1 of one is not "
        "person 1 of another. Give a key of all of them, or put mails into one folder and read "
        "that."
    )
