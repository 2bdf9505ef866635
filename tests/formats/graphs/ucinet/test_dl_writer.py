"""What is written as DL: matrices of few people, a list of edges of many."""

import pytest

import weft


def test_a_large_list_is_written_as_edges_and_read_back(tmp_path):
    ties = [(f"p{i}", f"p{i + 1}", "trusts", i % 5 + 0.5) for i in range(600)]
    network = weft.read(ties)
    path = tmp_path / "large.dl"

    weft.write(network, path)

    text = path.read_text()
    assert text.startswith('DL\nN=601 NM=1\nFORMAT=EDGELIST1\nLABELS:\n"p0"\n')
    assert weft.read(path).graph("trusts").m == 600


def test_several_relations_of_many_people_are_refused(tmp_path):
    ties = [(f"p{i}", f"p{i + 1}", name) for i in range(600) for name in ("trusts", "helps")]

    with pytest.raises(weft.InvalidRequestError) as raised:
        weft.write(weft.read(ties), tmp_path / "large.dl")

    assert str(raised.value) == (
        "A file of the format UCINET DL holds several relations of at most 500 people; the network "
        "has 601 people and 2 relations. Choose one with --relation trusts, or write a format such "
        "as gexf or csv."
    )


def test_a_small_network_is_written_as_matrices(tmp_path):
    network = weft.read([('the "elder"', "ben", "trusts", 2), ("ben", "cy", "helps", 0.5)])
    path = tmp_path / "small.dl"

    assert weft.write(network, path) == ()

    assert path.read_text() == (
        'DL\nN=3 NM=2\nFORMAT=FULLMATRIX DIAGONAL=PRESENT\nLABELS:\n"the &#34;elder&#34;"\n"ben"\n'
        '"cy"\nMATRIX LABELS:\n"trusts"\n"helps"\nDATA:\n0 2 0\n0 0 0\n0 0 0\n0 0 0\n0 0 0.5\n'
        "0 0 0\n"
    )


def test_labels_that_ucinet_would_cut_are_said(tmp_path):
    network = weft.read([("a" * 19, "a" * 20), ("ben", "Ben")])

    (notice,) = weft.write(network, tmp_path / "long.dl")

    assert notice.text == (
        "UCINET puts labels into capitals and cuts them after 18 characters: 2 of 4 are longer, "
        "and 2 would be called like somebody else. The file holds them whole."
    )


def test_a_relation_without_a_tie_is_a_matrix_of_zeros(tmp_path):
    text = "DL n=2 labels: a b matrix labels: trusts helps data:\n0 1 0 0\n0 0 0 0\n"
    (tmp_path / "in.dl").write_text(text)
    network = weft.read(tmp_path / "in.dl")

    weft.write(network, tmp_path / "out.dl")

    assert weft.read(tmp_path / "out.dl").relations == ("trusts", "helps")
    assert (tmp_path / "out.dl").read_text().endswith("DATA:\n0 1\n0 0\n0 0\n0 0\n")
