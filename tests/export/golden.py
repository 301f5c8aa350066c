"""Golden files: what a writer wrote when somebody last looked at it and found it right.

`UPDATE_GOLDEN=1 make test ARGS=tests/export` writes them anew; look at the difference.
"""

import os
from pathlib import Path

from lxml import etree

FOLDER = Path(__file__).parents[1] / "golden"


def assert_golden(name: str, text: str) -> None:
    """Fail where a text is not that of the golden file of its name."""
    file = FOLDER / name
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    assert text == file.read_text(encoding="utf-8"), f"see tests/golden/{name}"


def pretty(data: bytes) -> str:
    """Return XML with a line for each element, so that a difference can be read."""
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, pretty_print=True, encoding="unicode")
