"""Who is told how far work is: whoever listens, for as long as they do."""

import pytest

from weft.engine import one_by_one, part, telling, told


class StoppedError(Exception):
    pass


def test_nobody_is_told_where_nobody_listens():
    with telling(None):
        assert told("triangles") is None
    assert part(None, 0, 1, "density") is None


def test_the_nearest_listener_is_told_and_then_the_one_before():
    outer, inner = [], []
    with telling(lambda *said: outer.append(said)):
        with telling(lambda *said: inner.append(said)), telling(None):
            told("triangles")(1, 2)
        told("circles")(2, 2)
    assert inner == [(1, 2, "triangles")]
    assert outer == [(2, 2, "circles")]


def test_listening_ends_with_an_error_too():
    with pytest.raises(StoppedError), telling(print):
        raise StoppedError
    assert told("triangles") is None


def test_a_part_of_work_of_unknown_size_is_at_its_beginning():
    seen = []
    inner = part(lambda *said: seen.append(said), 1, 3, "constraint")
    inner(0, 0, "triangles")
    assert seen == [(1, 3, "constraint"), (1, 3, "constraint, 0 % of triangles")]


def test_of_several_alike_the_number_done_is_told_whatever_each_of_them_tells():
    seen = []

    def work(item):
        told("triangles")(50, 100)
        return 2 * item

    with telling(lambda *said: seen.append(said)):
        assert one_by_one(work, [3, 4], "networks drawn") == [6, 8]
    first, second = (0, 2, "networks drawn"), (1, 2, "networks drawn")
    assert seen == [first, first, second, second]


def test_one_alone_tells_for_itself():
    seen = []

    def work(item):
        told("triangles")(50, 100)
        return item

    with telling(lambda *said: seen.append(said)):
        one_by_one(work, [3], "networks drawn")
    assert seen == [(50, 100, "triangles")]


def test_what_a_listener_raises_ends_the_work():
    begun = []

    def tell(done, of, what):
        if done == 1:
            raise StoppedError

    with pytest.raises(StoppedError), telling(tell):
        one_by_one(begun.append, [3, 4, 5], "networks drawn")
    assert begun == [3]
