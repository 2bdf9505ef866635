"""Long kernels can be stopped: by what is called now and then, and by Ctrl-C without it."""

import signal
import subprocess
import sys

import numpy as np
import pytest

from tests.core.test_closeness import big_network, rows_of
from weft import _core


class StoppedError(Exception):
    pass


def path(people):
    """Return the rows of a chain of people."""
    source = np.arange(people - 1, dtype=np.int32)
    return rows_of(people, source, source + 1, directed=False)


def everyone_to_everyone(people):
    source, target = np.nonzero(~np.eye(people, dtype=bool))
    return rows_of(people, source.astype(np.int32), target.astype(np.int32), directed=True)


def nearby(tell):
    start = np.zeros(1, dtype=np.int32)
    _core.nearby(rows_of(*big_network()), start, tolerance=1e-9, tell=tell)


KERNELS = {
    "by_degree": lambda tell: _core.by_degree(path(1_000), tell=tell),
    "colours": lambda tell: _core.colours(path(1_000).pair_start, path(1_000).pair, tell=tell),
    "leiden": lambda tell: _core.leiden(everyone_to_everyone(1_100), seed=1, tell=tell),
    "nearby": nearby,
    "pagerank": lambda tell: _core.pagerank(path(1_000), tell=tell),
}


@pytest.mark.parametrize("kernel", KERNELS)
def test_what_the_teller_raises_ends_the_work(kernel):
    told = []

    def tell(done, total):
        told.append(0 <= done <= total)
        raise StoppedError

    with pytest.raises(StoppedError):
        KERNELS[kernel](tell)
    assert told == [True]


def test_an_interruption_ends_a_kernel_that_tells_nobody():
    work = (
        "import signal\n"
        "import numpy as np\n"
        "from weft._core import Rows, closeness_from\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored in the background\n"
        "ends = np.arange(5_000, dtype=np.int32)\n"
        "rows = Rows(5_000, ends, (ends + 1) % 5_000, directed=False)\n"
        "print('begun', flush=True)\n"
        "closeness_from(rows, np.zeros(10**7, dtype=np.int32), threads=2)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", work], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout.readline() == b"begun\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert said.rstrip().endswith(b"KeyboardInterrupt")


def test_a_kernel_can_be_stopped_in_the_middle_of_the_only_piece_that_there_is():
    told = []

    def tell(done, total):
        told.append((done, total))
        raise StoppedError

    people = 1_000  # one search along a chain has as many steps as there are people
    with pytest.raises(StoppedError):
        _core.closeness_from(path(people), np.zeros(1, dtype=np.int32), tell=tell)
    with pytest.raises(StoppedError):
        _core.closeness_to(path(people), np.zeros(1, dtype=np.int32), threads=2, tell=tell)
    assert told == [(0, 1)] * 2
