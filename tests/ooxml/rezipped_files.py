"""Word files written anew with some of their parts changed, as other programs leave them."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

Change = Callable[[str, bytes], bytes | None]  # of a part's name and content; none leaves it out


def rezipped(source: Path, target: Path, change: Change) -> Path:
    """Write a copy of a file with its parts as they are changed."""
    target.write_bytes(rewritten(source.read_bytes(), change))
    return target


def rewritten(data: bytes, change: Change) -> bytes:
    """Return a file with its parts as they are changed."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(made, "w") as copy:
        for entry in source.infolist():
            part = change(entry.filename, source.read(entry))
            if part is not None:
                copy.writestr(entry, part)
    return made.getvalue()
