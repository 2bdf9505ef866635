"""The one place that chooses what computes."""

import subprocess
import sys

import pytest

from weft.engine import KERNELS, core, core_for, threads, without_core


def test_the_core_is_built_wherever_these_tests_run():
    assert core() is not None


def test_without_core_switches_it_off_for_a_while_only():
    with without_core():
        assert core() is None
        assert {core_for(kernel, 10**9) for kernel in KERNELS} == {None}
    assert core() is not None


def test_below_its_least_number_of_ties_a_kernel_goes_without_the_core(monkeypatch):
    monkeypatch.setattr("weft.engine.choice.KERNELS", {"some kernel": 10})
    assert core_for("some kernel", 9) is None
    assert core_for("some kernel", 10) is core()


@pytest.mark.parametrize(
    ("asked", "used"), [("1", 1), ("3", 3), ("none", threads()), ("0", threads())]
)
def test_the_number_of_threads_is_asked_for_by_the_environment(asked, used, monkeypatch):
    monkeypatch.setenv("WEFT_THREADS", asked)
    assert threads() == used


def test_where_the_core_cannot_be_loaded_weft_goes_without():
    code = (
        "import sys; sys.modules['weft._core'] = None; import weft; from weft.engine import core; "
        "assert core() is None; "
        "print(weft.measure([('a', 'b'), ('b', 'c'), ('c', 'a')], 'reciprocity').value)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "0.0\n"
