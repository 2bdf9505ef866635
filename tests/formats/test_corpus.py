"""Every file that fuzzing kept is read and written again, or refused with a reason."""

import pytest

from fuzz.__main__ import MOST_BYTES, MOST_FILES
from fuzz.replay import read_bytes
from fuzz.seeds import targets
from tests.docs.printed import ROOT

CORPUS = ROOT / "fuzz" / "corpus"


@pytest.mark.parametrize("name", targets())
def test_what_fuzzing_kept_raises_nothing_else(name):
    paths = sorted((CORPUS / name).iterdir())

    assert paths[-1].name.startswith("seed")
    for path in paths:
        read_bytes(name, path.read_bytes())


def test_what_fuzzing_kept_is_little_and_of_something_that_is_read():
    sizes = {
        folder.name: [path.stat().st_size for path in folder.iterdir()]
        for folder in CORPUS.iterdir()
    }

    assert sorted(sizes) == sorted(targets())
    assert max(map(len, sizes.values())) <= MOST_FILES
    assert max(map(max, sizes.values())) <= MOST_BYTES
