"""Lists of members of platforms, as the people of a network."""

import pytest

import weft

HYLO = (
    "id,name,joined_at,roles,contact_email,contact_phone,skills,skills_to_learn,bio\n"
    "7,Ana Ruiz,2026-01-01,host,ana@example.org,+1 555,baking,law,CANARY\n"
    "8,Ben Oduya,2026-01-02,,ben@example.org,,law,,\n"
)
SUMAPP = (
    "First Name,Last Name,Email,Segment\n"
    "Ana,Ruiz,ana@example.org,north\n"
    "Cy,Lind,cy@example.org,south\n"
    "Cy,Lind,cy2@example.org,north\n"
)


def test_hylo_members_keep_their_skills_and_lose_what_reaches_them(tmp_path):
    (tmp_path / "members.csv").write_text(HYLO)

    network = weft.read([("7", "8")], people=tmp_path / "members.csv")

    assert (network.people.ids, network.people.names) == (("7", "8"), ("Ana Ruiz", "Ben Oduya"))
    assert dict(network.people.attributes) == {
        "joined_at": ("2026-01-01", "2026-01-02"),
        "roles": ("host", None),
        "skills": ("baking", "law"),
        "skills_to_learn": ("law", None),
    }
    (notice,) = network.notices
    assert notice.text == (
        "3 columns that reach a person (addresses, telephone, links) left out of "
        f"{tmp_path}/members.csv: no figure needs them."
    )


def test_sumapp_members_go_by_name_and_are_counted_where_two_have_one_name(tmp_path):
    (tmp_path / "members.csv").write_text(SUMAPP)

    network = weft.read([("Ana Ruiz", "Cy Lind (1)")], tmp_path / "members.csv")

    assert network.people.ids == (
        "Ana Ruiz",
        "Cy Lind (1)",
        "Cy Lind (2)",
    )
    assert network.people.attribute("Segment") == ("north", "south", "north")


@pytest.mark.parametrize("content", [HYLO, SUMAPP])
def test_members_alone_are_no_network(tmp_path, content):
    (tmp_path / "members.csv").write_text(content)

    with pytest.raises(weft.InvalidRequestError, match=r"\(people without ties\); expected"):
        weft.read(tmp_path / "members.csv")


def test_a_list_of_sumapp_without_a_column_is_refused(tmp_path):
    path = tmp_path / "members.csv"
    path.write_bytes(SUMAPP.replace("First", "F\xffirst").encode("cp1252"))

    with pytest.raises(weft.InvalidDataError) as raised:
        weft.read([("Ana Ruiz", "Cy Lind")], path)

    assert str(raised.value) == (
        f"{path}, row 1: found no column firstname, expected the columns First Name, Last Name and "
        "Email. Check that this is the list of members of a SumApp project."
    )
