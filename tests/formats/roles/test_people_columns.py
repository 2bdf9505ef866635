"""What the headings of a people table mean."""

import pytest

import weft

PEOPLE = {
    "ID,Name,Team\na,Ada,x\nb,Ben,\n": (("Ada", "Ben"), {"Team": ("x", None)}),
    "Id;Label;Team\na;Ada;x\nb;;y\n": (("Ada", "b"), {"Team": ("x", "y")}),
    "node\tfull name\na\tAda\nb\tBen\n": (("Ada", "Ben"), {}),
    "name,label\na,Ada\nb,Ben\n": (("Ada", "Ben"), {}),
    "Label,Type\na,Person\nb,Person\n": (("a", "b"), {"Type": ("Person", "Person")}),
    ",id,node\n1,a,x\n2,b,y\n": (("a", "b"), {"node": ("x", "y")}),
    "id\na\nb\n": (("a", "b"), {}),
}


@pytest.mark.parametrize("text", PEOPLE)
def test_people_go_by_many_names_too(tmp_path, text):
    names, attributes = PEOPLE[text]
    people = tmp_path / "people.csv"
    people.write_text(text)

    found = weft.read([("a", "b")], people).people

    assert (found.ids, found.names, dict(found.attributes)) == (("a", "b"), names, attributes)


def test_declarations_of_people_are_read(tmp_path):
    people = tmp_path / "people.csv"
    people.write_text("id,Steward,Responded: 1,responded,Invited:2\na,yes,1,no,true\nb,,0,,F\n")

    found = weft.read([("a", "b")], people).people

    assert found.steward.tolist() == [True, False]
    assert {k: v.tolist() for k, v in found.responded.items()} == {"1": [1, 0], "": [0, -1]}
    assert {k: v.tolist() for k, v in found.invited.items()} == {"2": [1, 0]}
