"""What work takes is weighed against what is free before it starts."""

import pytest

import weft
from weft.engine import memory
from weft.uncertainty.replicates import SameSize

MIB = 1 << 20


def group(folder, **files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text)


def left(tmp_path, said):
    ours = tmp_path / "ours"
    ours.write_text(said)
    return memory._left_to_our_groups(tmp_path / "groups", ours)


def test_a_group_of_version_2_leaves_its_limit_less_what_is_used_and_not_cached(tmp_path):
    group(
        tmp_path / "groups" / "box",
        memory__max="1000",
        memory__current="700",
        memory__stat="anon 1\ninactive_file 200\n",
    )
    assert left(tmp_path, "0::/box\n") == [500]


def test_the_groups_above_count_too_and_no_limit_is_none(tmp_path):
    group(tmp_path / "groups" / "a", memory__max="2000", memory__current="500")
    group(tmp_path / "groups" / "a" / "b", memory__max="max", memory__current="10")
    assert left(tmp_path, "0::/a/b\n") == [1500]


def test_a_group_of_version_1_is_read_also_where_the_container_shows_only_the_top(tmp_path):
    group(
        tmp_path / "groups" / "memory",
        memory__limit_in_bytes="4096",
        memory__usage_in_bytes="96",
        memory__stat="total_inactive_file 0\n",
    )
    assert left(tmp_path, "4:memory:/docker/abc\n1:cpu:/docker/abc\n") == [4000]


def test_a_version_1_group_without_limit_tells_nothing(tmp_path):
    group(
        tmp_path / "groups" / "memory",
        memory__limit_in_bytes=str(2**63 - 4096),
        memory__usage_in_bytes="96",
    )
    assert left(tmp_path, "4:memory:/\n") == []


def test_no_groups_tell_nothing(tmp_path):
    assert memory._left_to_our_groups(tmp_path, tmp_path / "missing") == []


def test_this_machine_has_memory():
    there = memory.available()
    assert there is None or there > MIB


def test_reading_a_large_file_is_refused_before_it_starts(tmp_path, monkeypatch):
    monkeypatch.setattr(memory, "available", lambda: 64 * MIB)
    monkeypatch.setattr("weft.formats.source.LARGE", 10)
    file = tmp_path / "ties.csv"
    file.write_text("source,target\n" + "ana,ben\n" * 4_000_000)
    with pytest.raises(weft.NotEnoughMemoryError) as refused:
        weft.read(file)
    assert str(refused.value) == (
        f"Reading {file} would take about 192 MiB of memory, and 64 MiB are free. It was not "
        "started. Take --engine duckdb, which works from the disk, leave out relations or waves "
        "that are not needed, or use a machine with more memory."
    )


def test_a_portrait_is_refused_before_it_starts(monkeypatch):
    network = weft.read([("ana", "ben"), ("ben", "ana")])
    monkeypatch.setattr(memory, "available", lambda: 1000)
    with pytest.raises(weft.NotEnoughMemoryError, match="The figures of this portrait would take"):
        weft.portrait(network)


def test_one_figure_is_refused_before_it_starts(monkeypatch):
    network = weft.read([("ana", "ben"), ("ben", "ana")])
    monkeypatch.setattr(memory, "available", lambda: 100)
    with pytest.raises(weft.NotEnoughMemoryError, match="Computing density would take about"):
        weft.measure(network, "density")


def test_drawn_networks_are_refused_before_they_are_drawn(monkeypatch):
    model = SameSize(100, 500, directed=True)
    monkeypatch.setattr(memory, "available", lambda: 100 * MIB)
    with pytest.raises(weft.NotEnoughMemoryError) as refused:
        model.ties(1_000_000, seed=1)
    assert str(refused.value) == (
        "The ties of 1,000,000 networks would take about 7.5 GiB of memory, and 100 MiB are free. "
        "It was not started. Draw fewer at a time; first=… says which are next."
    )
    with pytest.raises(weft.NotEnoughMemoryError, match="The figures of 10,000,000 networks"):
        model.figures(10_000_000, seed=1)


def test_where_nothing_tells_how_much_there_is_nothing_is_refused(monkeypatch):
    monkeypatch.setattr(memory, "available", lambda: None)
    assert memory.lacking(2**60) is None


def test_what_fits_is_done(monkeypatch):
    monkeypatch.setattr(memory, "available", lambda: 100)
    assert memory.lacking(90) is None
    assert memory.lacking(91) == 100
