"""A library on disk, and the command line run in this process."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from briefing.cli import cli

DATA = Path(__file__).parents[1] / "data/intake"
SEED = DATA / "seed_style/000_c11b9f58635f8ad9.txt"
CITEKEY = "nytimes2025mexico"
QUOTE = "the arrest of 59 high-value targets by Mexico"

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run one command; a fault of the world is the result's exception, as `main` tells it."""

    def runner(*words: object, given: str | bytes | None = None) -> Result:
        return CliRunner().invoke(cli, [str(word) for word in words], input=given)

    return runner


@pytest.fixture
def library(tmp_path: Path, run: Run) -> Path:
    """A library with the seed article."""
    path = tmp_path / "mexico.briefing"
    assert run("new", path).exit_code == 0
    assert run("import", path, SEED).exit_code == 0
    return path


@pytest.fixture
def read(run: Run) -> Callable[..., Any]:
    """Run one command with --json; return what it printed."""

    def reader(*words: object) -> Any:  # noqa: ANN401
        result = run(*words, "--json")
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    return reader
