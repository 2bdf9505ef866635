import pytest

import weft
from weft.formats.logs.key import key_of


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "key.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_without_a_key_there_is_none():
    assert key_of(None) == {}


def test_a_mapping_is_a_key_in_lower_case():
    assert key_of({" Ada@A.org ": "Ada", "U1": "ben"}) == {"ada@a.org": "Ada", "u1": "ben"}


@pytest.mark.parametrize("first", ["address,person\n", "E-mail,Who\n".replace("E-", "E"), ""])
def test_a_table_of_two_columns_is_a_key_with_headings_or_without(written, first):
    path = written(first + "Ada@a.org,ada\nben@b.org,007\n")

    assert key_of(path) == {"ada@a.org": "ada", "ben@b.org": "007"}
    assert key_of(str(path)) == key_of(path)


def test_blank_cells_and_repeated_lines_are_passed_over(written):
    assert key_of(written("address;person\na@x.org;ada\nb@x.org;\n;cy\nA@x.org; ada \n")) == {
        "a@x.org": "ada"
    }


def test_further_columns_are_passed_over(written):
    assert key_of(written("address,person,team\na@x.org,ada,red\n")) == {"a@x.org": "ada"}


def test_one_column_is_refused(written):
    path = written("address\na@x.org\n")

    with pytest.raises(weft.InvalidDataError) as error:
        key_of(path)

    assert str(error.value) == (
        f"{path}, row 1: found one column, expected two columns: the address or account, and the "
        "person. Write one line for each address: the address, a comma, the person."
    )


def test_two_people_for_an_address_are_refused_with_the_row_and_without_the_address(written):
    path = written("address,person\na@x.org,ada\nb@x.org,ben\nA@x.org,cy\n")

    with pytest.raises(weft.InvalidDataError) as error:
        key_of(path)

    assert str(error.value) == (
        f"{path}, row 4: found another person for an address than further up, expected one person "
        "for each address. Delete the line that is wrong."
    )


def test_two_people_for_an_address_in_a_mapping_are_refused():
    with pytest.raises(weft.InvalidRequestError) as error:
        key_of({"a@x.org": "ada", "A@x.org": "ben"})

    assert str(error.value) == (
        "The mapping gives two people to one address that it writes with different capital letters "
        "or spaces; expected one person for each address."
    )


def test_a_key_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(weft.UnreadableFileError, match="found no such file"):
        key_of(tmp_path / "none.csv")
