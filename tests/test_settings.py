"""Settings come back as they were left, and nonsense in the file does no harm."""

import json
from pathlib import Path

import pytest

from briefing.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def library(folder: Path, name: str) -> Path:
    path = folder / name
    path.touch()
    return path


def test_choices_come_back(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    settings.theme = "dark"
    settings.text_size = 125
    settings.default_folder = tmp_path
    settings.opens_last_library = False
    settings.last_library = library(tmp_path, "A.briefing")
    settings.set_state("window", {"geometry": "abc"})
    settings.save()

    again = Settings(file)
    assert again.theme == "dark"
    assert again.text_size == 125
    assert again.default_folder == tmp_path
    assert not again.opens_last_library
    assert again.last_library == tmp_path / "A.briefing"
    assert again.state("window") == {"geometry": "abc"}


def test_a_fresh_file_has_sound_choices(file: Path) -> None:
    settings = Settings(file)
    assert settings.theme == "system"
    assert settings.text_size == 100
    assert settings.opens_last_library
    assert settings.recent_libraries == ()
    assert settings.last_library is None
    assert settings.state("window") == {}


def test_nothing_changed_writes_nothing(file: Path) -> None:
    settings = Settings(file)
    settings.theme = settings.theme
    Settings(file).save()
    assert not file.exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"theme": 3, "text_size": "big", "recent_libraries": {"a": 1}, "states": []}',
        '{"theme": "pink", "text_size": true, "recent_libraries": [1, null], "last_library": 7}',
    ],
)
def test_nonsense_is_passed_over(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text)
    settings = Settings(file)
    assert settings.theme == "system"
    assert settings.text_size == 100
    assert settings.recent_libraries == ()
    assert settings.last_library is None
    settings.set_state("window", {"a": 1})
    settings.save()
    assert Settings(file).state("window") == {"a": 1}


def test_recent_libraries_are_latest_first_once_and_exist(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    a, b = library(tmp_path, "a.briefing"), library(tmp_path, "b.briefing")
    for path in (a, b, a):
        settings.add_recent_library(path)
    assert settings.recent_libraries == (a, b)
    a.unlink()
    assert settings.recent_libraries == (b,)
    settings.remove_recent_library(b)
    assert settings.recent_libraries == ()
    assert b.exists()


def test_only_so_many_libraries_are_remembered(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    for number in range(40):
        path = library(tmp_path, f"{number}.briefing")
        settings.add_recent_library(path)
        settings.set_state(str(path), {"n": number})
    settings.save()
    kept = json.loads(file.read_text())
    assert len(kept["recent_libraries"]) == 8
    assert len(kept["states"]) == 16
    assert settings.state(str(tmp_path / "39.briefing")) == {"n": 39}


def test_a_folder_that_is_gone_is_not_offered(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    settings.default_folder = tmp_path / "gone"
    assert settings.default_folder.is_dir()


def test_a_write_that_fails_leaves_the_old_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(file)
    settings.theme = "dark"
    settings.save()
    settings.theme = "light"

    def refuse(_self: Path, _target: Path) -> None:
        raise OSError("no")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="no"):
        settings.save()
    assert Settings(file).theme == "dark"
    assert [path.name for path in file.parent.iterdir()] == [file.name]
