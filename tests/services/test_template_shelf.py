import os
from pathlib import Path

import pytest

from briefing.services.template_shelf import TemplateShelf

TEXT = "---\nname: {name}\ntitle: {title}\nfields:\n  - {{name: to, label: To}}\n---\n\n## Part\n"


def shelve(folder: Path, file: str, title: str, name: str = "memo") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / file
    path.write_text(TEXT.format(name=name, title=title), encoding="utf-8")
    return path


@pytest.fixture
def shelf(tmp_path: Path) -> TemplateShelf:
    shelve(tmp_path / "shipped", "memo.md", "Shipped")
    return TemplateShelf([tmp_path / "shipped", tmp_path / "own"])


def test_own_template_replaces_its_namesake(shelf: TemplateShelf, tmp_path: Path) -> None:
    found = shelf.find("memo")
    assert found is not None
    assert found.title == "Shipped"
    shelve(tmp_path / "own", "memo.md", "Own")
    found = shelf.find("memo")
    assert found is not None
    assert found.title == "Own"


def test_template_is_found_by_its_name_in_another_file(
    shelf: TemplateShelf, tmp_path: Path
) -> None:
    shelve(tmp_path / "own", "copy.md", "Copy", name="other")
    found = shelf.find("other")
    assert found is not None
    assert found.title == "Copy"


def test_file_is_read_again_only_when_it_changed(shelf: TemplateShelf, tmp_path: Path) -> None:
    first = shelf.find("memo")
    assert shelf.find("memo") is first
    path = shelve(tmp_path / "shipped", "memo.md", "Changed")
    os.utime(path, (1, 1))
    changed = shelf.find("memo")
    assert changed is not None
    assert changed.title == "Changed"


@pytest.mark.parametrize("name", ["none", "", "../memo", "a\0b"])
def test_name_that_nothing_has_is_nothing(shelf: TemplateShelf, name: str) -> None:
    assert shelf.find(name) is None


def test_broken_file_is_no_template(shelf: TemplateShelf, tmp_path: Path) -> None:
    (tmp_path / "shipped" / "broken.md").write_text("no front matter")
    assert shelf.find("broken") is None
