from pathlib import Path

import pytest

from briefing.errors import ExportError
from briefing.export.csl.csl_shelf import CslShelf
from briefing.paths import resources_dir
from tests.export.csl.test_csl_style import DEPENDENT, STYLE

SHIPPED = resources_dir() / "csl"


@pytest.fixture
def shelf(tmp_path: Path) -> CslShelf:
    return CslShelf(SHIPPED, tmp_path)


def put(shelf: CslShelf, name: str, text: str) -> Path:
    file = shelf.own / name
    file.write_text(text, encoding="utf-8")
    return file


def test_shipped_styles_are_found_by_short_name_and_by_file(shelf: CslShelf) -> None:
    for name in ("chicago-notes", "chicago-notes-bibliography", "chicago-notes-bibliography.csl"):
        assert "Chicago" in shelf.find(name).title
    names = [style.name for style in shelf.every()]
    assert names == ["chicago-notes", "chicago-author-date", "apa", "oscola", "mhra", "bluebook"]


def test_every_listed_style_is_there(shelf: CslShelf) -> None:
    assert {shelf.find(style.name).title for style in shelf.every()}
    assert {file.name for file in SHIPPED.glob("*.csl")} == {file for _, file, _ in shelf.index()}


def test_own_styles_are_listed_and_found(shelf: CslShelf, tmp_path: Path) -> None:
    file = put(shelf, "mine.csl", STYLE.format("note", "", "", "", ""))
    put(shelf, "broken.csl", "<style")
    assert [style.title for style in shelf.every()][-2:] == ["broken (cannot be read)", "A style"]
    assert shelf.find("mine").title == shelf.find(str(file)).title == "A style"
    beside = tmp_path / "beside"
    beside.mkdir()
    file.rename(beside / "yours.csl")
    assert shelf.find("yours", (beside,)).title == "A style"


def test_a_dependent_style_gives_its_parent(shelf: CslShelf) -> None:
    put(shelf, "child.csl", DEPENDENT.format("apa"))
    assert shelf.find("child").title == shelf.find("apa").title


def test_a_parent_that_is_missing_is_named(shelf: CslShelf) -> None:
    put(shelf, "child.csl", DEPENDENT.format("nature"))
    with pytest.raises(ExportError, match="only points to the style “nature”, which is not here"):
        shelf.find("child")


def test_an_unknown_style_is_told_with_those_there_are(shelf: CslShelf) -> None:
    with pytest.raises(ExportError, match=r"no citation style “vogon”.* apa, oscola"):
        shelf.find("vogon")
