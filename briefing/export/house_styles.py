"""Where a house style's Word file stands: in the user's own folder, or among those that ship."""

from collections.abc import Sequence
from pathlib import Path

from briefing.errors import ExportError

ENDINGS = (".docx", ".dotx", ".docm", ".dotm")


def find_house_style(name: str, folders: Sequence[Path]) -> Path:
    """Return the Word file of a style from the first folder that has one.

    Raises ExportError, which names the first folder, where none has.
    """
    for folder in folders:
        for ending in ENDINGS:
            file = folder / (Path(name).name + ending)
            if file.is_file():
                return file
    raise ExportError(
        f"There is no house style “{name}”; put {name}.docx into {folders[0]},"
        " or name another style in the template."
    )
