import os
import socket
from pathlib import Path

from weft.formats.files.folder import regular_files_under


def test_files_are_found_in_order_and_nothing_leads_out(tmp_path):
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.mkdir()
    (outside / "secret").write_text("secret")
    (folder / "b").mkdir(parents=True)
    for name in ("c", "a", "b/d"):
        (folder / name).write_text(name)
    (folder / "link").symlink_to(outside / "secret")
    (folder / "linked folder").symlink_to(outside)
    (folder / "device").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(folder)  # the name of a socket is short
        listening.bind("socket")
        os.chdir(here)

        found = [path.relative_to(folder).as_posix() for path in regular_files_under(folder)]

    assert found == ["a", "c", "b/d"]
