"""Every file that fuzzing kept is read, or refused with an error of Weft's own."""

import pytest

from fuzz.replay import read_bytes
from tests.docs.printed import ROOT

CORPUS = ROOT / "fuzz" / "corpus"
FOLDERS = sorted(path for path in CORPUS.iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_fuzzing_kept_raises_nothing_else(folder):
    for path in sorted(folder.iterdir()):
        read_bytes(folder.name, path.read_bytes())
