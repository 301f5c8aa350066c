"""Standards of the user's own: laid over those that ship; a fault in them is told."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.checks.likelihood_scale import every_scale, scale_named
from briefing.checks.standards_data import standard_named
from briefing.errors import InputError
from briefing.paths import user_data_dir


@pytest.fixture
def folder() -> Iterator[Path]:
    folder = user_data_dir() / "standards"
    folder.mkdir(parents=True, exist_ok=True)
    every_scale.cache_clear()
    yield folder
    for path in folder.iterdir():
        path.unlink()
    every_scale.cache_clear()
    scale_named.cache_clear()


def write(folder: Path, file: str, **content: object) -> None:
    (folder / f"{file}.json").write_text(json.dumps(content), "utf-8")


def test_what_an_own_file_leaves_out_is_as_it_ships(folder: Path) -> None:
    shipped = standard_named("sourcing")
    write(folder, "sourcing", stale_after_days=7)
    own = standard_named("sourcing")
    assert own["stale_after_days"] == 7
    assert own["key_sections"] == shipped["key_sections"]


def test_a_value_of_another_kind_is_told_with_its_key(folder: Path) -> None:
    write(folder, "sourcing", key_sections="Bottom line")
    with pytest.raises(InputError, match=r"sourcing\.json .*“key_sections” must be a list"):
        standard_named("sourcing")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({"name": "house", "title": "Ours"}, "lacks 'terms'"),
        ({"name": "house", "title": "Ours", "terms": "remote"}, "per cent"),
        ({"title": "Ours", "terms": [{"term": "remote", "from": "a", "to": 2}]}, "per cent"),
    ],
)
def test_a_scale_that_is_none_is_told(folder: Path, content: dict[str, object], told: str) -> None:
    write(folder, "likelihood-house", **content)
    with pytest.raises(InputError, match=told):
        scale_named("house")
    with pytest.raises(InputError):
        every_scale()
