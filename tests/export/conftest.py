"""What the writers' tests share."""

from pathlib import Path

import pytest

from tests.export.publications import RESOURCES


@pytest.fixture
def resources() -> Path:
    return RESOURCES
