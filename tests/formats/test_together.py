"""Several files taken together as one network."""

import pytest

import weft

ADVICE = ",a,b,c\na,0,1,0\nb,0,0,0\nc,0,0,0\n"
FRIENDS = ",c,b,a\nc,0,1,0\nb,0,0,0\na,0,0,0\n"


@pytest.fixture
def files(tmp_path):
    def write(**texts):
        paths = [tmp_path / f"{name}.csv" for name in texts]
        for path, text in zip(paths, texts.values(), strict=True):
            path.write_text(text)
        return paths

    return write


def test_matrices_of_the_same_people_are_relations_by_their_names(files):
    network = weft.read(files(advice=ADVICE, friends=FRIENDS))

    assert network.relations == ("advice", "friends")
    assert network.people.ids == ("a", "b", "c")
    assert [len(network.relation(name).reports) for name in network.relations] == [1, 1]
    assert network.notices[-1].text == (
        "The files do not say what they hold, so their names did: advice as relation “advice”, "
        "friends as relation “friends”."
    )


def test_numbers_at_the_end_of_names_are_waves_of_each_relation(files):
    network = weft.read(
        files(advice_1=ADVICE, advice_2=ADVICE, friends_1=FRIENDS, friends_2=FRIENDS)
    )

    assert network.relations == ("advice", "friends")
    assert network.waves == ("1", "2")
    assert len(network.reports) == 4
    assert len(network) == 3


def test_a_number_without_more_is_a_wave_of_the_only_relation(files):
    network = weft.read(files(**{"1": ADVICE, "2": FRIENDS}))

    assert (network.relations, network.waves) == (("ties",), ("1", "2"))


def test_a_number_that_only_one_name_has_is_part_of_the_name(files):
    network = weft.read(files(advice1=ADVICE, friends2=FRIENDS))

    assert (network.relations, network.waves) == (("advice1", "friends2"), ("1",))


def test_matrices_of_other_people_are_parts_of_one_relation(files):
    other = ",c,d,e\nc,0,1,0\nd,0,0,0\ne,0,0,0\n"

    network = weft.read(files(east1=ADVICE, west2=other))

    assert network.relations == ("ties",)
    assert network.people.ids == ("a", "b", "c", "d", "e")


def test_lists_of_ties_are_put_together_as_they_are(files):
    table = "source,target\na,b\n"

    network = weft.read(files(w1=table, w2="source,target\nb,c\n"))

    assert (network.relations, network.waves, len(network.reports)) == (("ties",), ("1",), 2)


def test_what_happened_several_times_is_summed_whichever_file_is_named_first(tmp_path):
    asked, timed = tmp_path / "asked.csv", tmp_path / "timed.txt"
    asked.write_text("source,target,relation\n1,2,trusts\n")
    timed.write_text("1 2 1100000000\n1 2 1200000000\n2 3 1100000000\n")

    strengths = [
        sorted(weft.read(files).reports.value.tolist())
        for files in ([asked, timed], [timed, asked])
    ]

    assert strengths == [[1, 1, 2], [1, 1, 2]]
