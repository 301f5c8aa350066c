"""Which pictures can be drawn: typst is asked one by one."""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import typst

from briefing.errors import ExportError
from briefing.model.picture import Picture

_KEPT = 4  # answers; the preview asks at each pause in typing
_ONE = "#set page(width: 1cm, height: 1cm)\n#image({0}, width: 1cm, height: 1cm)\n"


class UndrawnPictureError(ExportError):
    """A picture is damaged, or built as typst does not read it."""


@lru_cache(maxsize=_KEPT)
def drawable(pictures: tuple[Picture, ...]) -> tuple[Picture, ...]:
    """Return the pictures that typst can draw in pages, asked for once it stopped at one."""
    return tuple(picture for picture in pictures if _is_drawn(picture, "pdf"))


@lru_cache(maxsize=_KEPT)
def sound(pictures: tuple[Picture, ...]) -> tuple[Picture, ...]:
    """Return the pictures that are whole; to decode them takes less than to lay them out."""
    return tuple(picture for picture in pictures if _is_drawn(picture, "svg"))


def left_out(pictures: Collection[Picture], kept: Collection[Picture]) -> tuple[str, ...]:
    """Say of each picture that is not among those kept that it is not in the file."""
    return tuple(
        f"The picture “{one.name}” is damaged and left out; its description stands there."
        for one in pictures
        if one not in kept
    )


def _is_drawn(picture: Picture, kind: Literal["pdf", "svg"]) -> bool:
    with TemporaryDirectory(prefix="briefing-picture-") as folder:
        (Path(folder) / "picture").write_bytes(picture.data)
        file = Path(folder) / "one.typ"
        file.write_text(_ONE.format('"picture"'), encoding="utf-8")
        fonts = typst.Fonts(include_system_fonts=False)
        try:
            typst.compile(file, root=Path(folder), format=kind, font_paths=fonts)
        except typst.TypstError:
            return False
    return True
