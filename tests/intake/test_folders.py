import os
from pathlib import Path

import pytest

from briefing.intake.folders import Unwalked, walk


def names(paths: list[Path], root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in paths]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.md", "sub/.DS_Store", ".git/x.md", "sub/~$d.docx"):
        path = tmp_path / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "folder/Thumbs.db").write_text("x")
    (tmp_path / "folder/empty").mkdir()
    return tmp_path / "folder"


def test_folder_is_walked_in_order_without_litter(folder: Path) -> None:
    found = [path for path in walk([folder]) if isinstance(path, Path)]
    assert names(found, folder) == ["a.md", "b.txt", "sub/c.md"]


def test_hidden_file_that_is_named_itself_is_taken(folder: Path) -> None:
    assert list(walk([folder / ".git/x.md", Path("nowhere")])) == [
        folder / ".git/x.md",
        Path("nowhere"),
    ]


def test_links_in_a_circle_are_entered_once(folder: Path) -> None:
    (folder / "sub/back").symlink_to(folder, target_is_directory=True)
    (folder / "again").symlink_to(folder / "sub", target_is_directory=True)
    found = [path for path in walk([folder, folder]) if isinstance(path, Path)]
    assert sorted(path.name for path in found) == ["a.md", "b.txt", "c.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_closed_folder_has_its_reason(folder: Path) -> None:
    (folder / "sub").chmod(0)
    try:
        (closed,) = [found for found in walk([folder]) if isinstance(found, Unwalked)]
    finally:
        (folder / "sub").chmod(0o700)
    assert closed.path.endswith("sub")
    assert closed.reason == "The folder cannot be read: Permission denied."
