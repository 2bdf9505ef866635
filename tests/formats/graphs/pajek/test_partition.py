"""Partitions and vectors: what is said of vertices by their position."""

import pytest

import weft

NET = '*Vertices 3\n1 "Ana"\n2 "Ben"\n3 "Cy"\n*Arcs\n1 2 1\n'


@pytest.fixture
def files(tmp_path):
    (tmp_path / "a.net").write_text(NET)

    def write(text, name="office.clu"):
        (tmp_path / name).write_text(text)
        return tmp_path / "a.net", tmp_path / name

    return write


@pytest.mark.parametrize("text", ["*Vertices 3\n 2\n 1\n 2\n", "% groups\r\n2\r\n1\r\n2\r\n"])
def test_a_partition_is_an_attribute_of_the_people_of_its_network(files, text):
    net, clu = files(text)

    network = weft.read(net, people=clu)

    assert network.people.ids == ("Ana", "Ben", "Cy")
    assert dict(network.people.attributes) == {"office": ("2", "1", "2")}


def test_a_vector_holds_any_numbers(files):
    net, vec = files("*Vertices 3\n0.5\n-1\n2e3\n", "weight.vec")

    assert weft.read(net, people=vec).people.attribute("weight") == ("0.5", "-1", "2e3")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("*Vertices 2\n1\n2\n", "found values for 2 people by their position, expected one for"),
        ("*Vertices 3\n1\n2\n", "row 1: found “2 numbers”, expected 3, as the heading says."),
        ("*Vertices 3\n1\nx\n3\n", "row 3: found “x”, expected one number for each vertex."),
        ("1\n2\n*Vertices 3\n1\n2\n3\n", "expected *Vertices and a number for each"),
    ],
)  # fmt: skip
def test_a_partition_that_does_not_fit_is_refused_with_the_place(files, text, message):
    net, clu = files(text)

    with pytest.raises(weft.InvalidDataError) as caught:
        weft.read(net, people=clu)

    assert message in str(caught.value)


def test_a_partition_alone_is_no_network(files):
    _, clu = files("*Vertices 3\n1\n2\n1\n")

    with pytest.raises(
        weft.InvalidRequestError, match=r"a Pajek partition \(people without ties\)"
    ):
        weft.read(clu)


def test_a_partition_needs_people_in_an_order(files):
    _, clu = files("*Vertices 2\n1\n2\n")

    with pytest.raises(weft.InvalidDataError, match="expected people listed in the file of ties"):
        weft.read([("a", "b")], people=clu)


def test_one_attribute_is_written_beside_a_network_and_comes_back_as_numbers(files):
    net, clu = files("*Vertices 3\n2\n1\n2\n")
    network = weft.read([("Ana", "Ben")], {"id": ["Ana", "Ben", "Cy"], "office": ["n", "s", None]})

    notices = weft.write(network, net.with_name("b.net"), people=clu)

    assert clu.read_bytes() == b"*Vertices 3\r\n1\r\n2\r\n0\r\n"
    assert notices[-1].text == (
        "In the partition the values of “office” are numbers: 1 - “n”, 2 - “s”; 0 is not known."
    )
    again = weft.read(net.with_name("b.net"), people=clu)
    assert again.people.attribute("office") == ("1", "2", "0")


def test_several_attributes_need_a_project(files):
    net, clu = files("*Vertices 1\n1\n")
    network = weft.read([("a", "b")], {"id": ["a", "b"], "x": ["1", "2"], "y": ["3", "4"]})

    with pytest.raises(weft.InvalidRequestError, match="A partition holds one attribute of people"):
        weft.write(network, net.with_name("b.net"), people=clu)
