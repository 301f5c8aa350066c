"""An empty library."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.store.library_file import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "desk.briefing") as library:
        yield library
