"""What is imported is told by what it is: a name, folders, files."""

from pathlib import Path

from briefing.ui.collecting.import_flow import told_paths


def test_folders_and_files_are_told_apart(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    assert told_paths([one]) == "one"
    assert told_paths([one, two]) == "2 folders"
    assert told_paths([one, tmp_path / "a.ris", two]) == "2 folders and 1 file"
    assert told_paths([tmp_path / "a.ris", tmp_path / "b.ris"]) == "2 files"
