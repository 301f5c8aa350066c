"""The pictures of memos: taken in once, found by the keys that texts name."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from briefing.errors import InputError
from briefing.model.picture import EXTENSIONS, Picture
from briefing.store import pictures
from briefing.store.connections import Connection
from briefing.store.library_file import Library

MAX_BYTES = 15_000_000
MAX_SIDE = 12_000  # dots
_LONGEST_KEY = 40


class Pictures:
    """The pictures of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def add(self, name: str, media_type: str, size: tuple[int, int], data: bytes) -> Picture:
        """Keep a PNG, JPEG or GIF and return it with its key; InputError where it is too large."""
        width, height = size
        if media_type not in EXTENSIONS:
            raise InputError(f"“{name}” is no PNG, JPEG or GIF: convert it first.")
        if len(data) > MAX_BYTES:
            raise InputError(f"“{name}” is larger than 15 MB: make it smaller first.")
        if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
            raise InputError(f"“{name}” has more than {MAX_SIDE:,} dots a side: make it smaller.")
        picture = Picture(_key_of(name), name, media_type, width, height, data)
        sha256 = hashlib.sha256(data).hexdigest()

        def work(connection: Connection) -> str:
            return pictures.add(connection, picture, sha256)

        # Never taken back: an undo in a memo's text may name it again.
        key = self._library.write("Keep a picture", work, undoable=False)
        return Picture(key, name, media_type, width, height, data)

    def find(self, keys: Iterable[str]) -> tuple[Picture, ...]:
        """Return those of the pictures that are there."""
        return pictures.find(self._library.reader(), keys)


def _key_of(name: str) -> str:
    """Return a key of plain letters, digits and hyphens for a file's name."""
    spread = unicodedata.normalize("NFKD", name.rpartition(".")[0] or name)
    plain = spread.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_KEY].strip("-") or "picture"
