"""The command grid shows the grids of a memo."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import CITEKEY, QUOTE, Run

GRID = """::: {{.options}}
| Evidence | Stay | Go |
|:--|:-:|:-:|
| Mexico sent 59. [@fact:{key}] | C: it works | I |
| Nobody asked. [@nobody2020] | N | N |
:::
"""


@pytest.fixture
def memo(library: Path, run: Run, read: Callable[..., Any], tmp_path: Path) -> str:
    fact = read("fact", "add", library, CITEKEY, "--quote", QUOTE)
    slug = read("memo", "new", library, "decision-memo", "--subject", "What next")["memo"]
    draft = tmp_path / "draft.md"
    draft.write_text("## Options\n\n" + GRID.format(key=fact["key"]), "utf-8")
    assert run("memo", "edit", library, slug, "--file", draft).exit_code == 0
    return slug


def test_json_tells_columns_with_counts_and_rows_with_quotes(
    library: Path, memo: str, read: Callable[..., Any]
) -> None:
    (found,) = read("grid", library, memo)
    assert found["kind"] == "options"
    assert [(one["title"], one["inconsistent"]) for one in found["columns"]] == [
        ("Stay", 0),
        ("Go", 1),
    ]
    first, second = found["rows"]
    assert first["evidence"][0]["quote"] == QUOTE
    assert first["cells"] == [
        {"mark": "consistent", "note": "it works"},
        {"mark": "inconsistent", "note": ""},
    ]
    assert (first["tells_apart"], second["tells_apart"]) == (True, False)
    assert second["unknown"] == ["nobody2020"]


def test_lines_are_for_reading(library: Path, memo: str, run: Run) -> None:
    told = run("grid", library, memo).stdout
    assert "Options\n  1  Stay\n  2  Go\n" in told
    assert "    1  C: it works\n    2  I\n" in told
    assert told.endswith("Inconsistent: 1: 0, 2: 1\n")


def test_memo_without_a_grid_says_so(library: Path, run: Run, read: Callable[..., Any]) -> None:
    slug = read("memo", "new", library, "decision-memo", "--subject", "Plain")["memo"]
    assert "no options grid" in run("grid", library, slug).stderr
    assert read("grid", library, slug) == []
