from pathlib import Path

import pytest

from briefing.intake.companions import companion_of
from briefing.intake.folders import walk


@pytest.mark.parametrize("folder", ["Page_files", "page-Dateien", "page_fichiers", "page.files"])
def test_folder_beside_its_page_belongs_to_it(folder: str) -> None:
    assert companion_of(folder, {"page.html", "other.txt"}) == "page.html"


@pytest.mark.parametrize("folder", ["page_files", "files", "other_files", "pages"])
def test_folder_without_its_page_is_a_folder(folder: str) -> None:
    assert companion_of(folder, {"page.txt", "page_files", ".html"}) == ""


def test_walk_passes_over_what_belongs_to_a_page(tmp_path: Path) -> None:
    for name in ("page.htm", "page_files/script.txt", "notes_files/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    found = [str(one.relative_to(tmp_path)) for one in walk([tmp_path]) if isinstance(one, Path)]
    assert found == ["page.htm", str(Path("notes_files/a.txt"))]
    assert list(walk([tmp_path / "page_files"])) == [tmp_path / "page_files/script.txt"]
