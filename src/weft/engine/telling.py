"""Who is told how far a long piece of work is, wherever in Weft it is done.

Between whoever asks for a portrait and the kernel that takes the time lie a dozen functions that
compute and have nothing to say. So the one listens for as long as the work takes, and the other
looks up who listens. What a listener raises ends the work, and reaches whoever asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

Tell = Callable[[int, int, str], object]
"""Called now and then with how much is done, how much there is, and what is being done."""

_listening: ContextVar[Tell | None] = ContextVar("listening", default=None)

T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def telling(tell: Tell | None) -> Iterator[None]:
    """Let somebody be told of the work that is done meanwhile; None changes nothing."""
    before = _listening.get()
    token = _listening.set(before if tell is None else tell)
    try:
        yield
    finally:
        _listening.reset(token)


def told(what: str) -> Callable[[int, int], object] | None:
    """Return what a kernel is to call now and then; None where nobody listens.

    Parameters
    ----------
    what : str
        What the kernel does, in a few words.

    Examples
    --------
    >>> with telling(lambda done, of, what: print(f"{what}: {done} of {of}")):
    ...     tell = told("shortest ways")
    ...     tell(3, 4)
    shortest ways: 3 of 4
    >>> told("shortest ways") is None
    True
    """
    tell = _listening.get()
    return None if tell is None else lambda done, of: tell(done, of, what)


def part(tell: Tell | None, done: int, of: int, what: str) -> Tell | None:
    """Tell that a part of some work begins; return who is told how far that part itself is.

    Examples
    --------
    >>> def tell(done, of, what):
    ...     print(f"{done} of {of}: {what}")
    >>> inner = part(tell, 1, 3, "efficiency")
    1 of 3: efficiency
    >>> inner(21, 50, "shortest ways")
    1 of 3: efficiency, 42 % of shortest ways
    """
    if tell is None:
        return None
    tell(done, of, what)
    return lambda did, all_, step: tell(
        done, of, f"{what}, {100 * did // max(all_, 1)} % of {step}"
    )


def one_by_one(work: Callable[[T], R], items: Sequence[T], what: str) -> list[R]:
    """Return what comes of each of several alike, and tell whoever listens how many are done.

    Examples
    --------
    >>> with telling(lambda done, of, what: print(f"{what}: {done} of {of}")):
    ...     one_by_one(abs, [-1, 2], "networks drawn")
    networks drawn: 0 of 2
    networks drawn: 1 of 2
    [1, 2]
    """
    tell = _listening.get()
    if tell is None or len(items) < 2:
        return [work(item) for item in items]
    results: list[R] = []

    def still(_done: int, _of: int, _what: str) -> object:
        return tell(len(results), len(items), what)

    with telling(still):
        for item in items:
            tell(len(results), len(items), what)
            results.append(work(item))
    return results
