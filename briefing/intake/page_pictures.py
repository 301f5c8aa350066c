"""The pictures that a saved page holds in itself: kept where they are small and of a plain kind."""

import base64
import re
from collections.abc import Iterable
from urllib.parse import unquote

from briefing.intake.mhtml_parts import Part
from briefing.intake.web_origin import joined

SCHEME = "page-picture"
_MAX_ONE, _MAX_ALL = 300_000, 6_000_000  # bytes as base64
_MAX_COUNT = 200
_KINDS = ("image/png", "image/jpeg", "image/gif", "image/webp")
_DATA_URI = re.compile(
    rb"data:(image/(?:png|jpe?g|gif|webp));base64,([A-Za-z0-9+/]{16,}={0,2})(?=[\"'\s)])"
)
_PLACE = re.compile(rf"{SCHEME}:(\d{{1,4}})(?=[\"'])")


class Pictures:
    """Numbers the pictures of a page, so that its markup stays small while it is cleaned."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts: dict[str, Part] = {}
        for part in parts:
            if part.media_type in _KINDS:
                self._parts |= {key: part for key in (part.url, f"cid:{part.cid}") if key}
        self._kept: list[str] = []
        self._places: dict[str, str] = {}
        self._size = 0

    def set_aside(self, data: bytes) -> bytes:
        """Return a page's bytes with a number in place of each picture that is kept."""
        if b"data:image/" not in data:
            return data
        return _DATA_URI.sub(self._numbered, data)

    def address(self, source: str, base: str) -> str:
        """Return the place of a picture that the file holds; nothing for any other."""
        source = source.strip()
        if source.startswith(f"{SCHEME}:"):
            number = source.removeprefix(f"{SCHEME}:")
            return source if number in map(str, range(len(self._kept))) else ""
        key = unquote(source) if source.lower().startswith("cid:") else source
        part = self._parts.get(key) or self._parts.get(joined(base, source))
        if part is None:
            return ""
        if key not in self._places:
            encoded = base64.b64encode(part.data).decode()
            self._places[key] = self._place(part.media_type, encoded)
        return self._places[key]

    def put_back(self, markup: str) -> str:
        """Return markup with the pictures in their places again."""
        return _PLACE.sub(self._picture, markup)

    def _numbered(self, match: re.Match[bytes]) -> bytes:
        place = self._place(match[1].decode(), match[2].decode())
        return place.encode() or b"data:,"

    def _place(self, kind: str, encoded: str) -> str:
        size = len(encoded)
        if size > _MAX_ONE or self._size + size > _MAX_ALL or len(self._kept) >= _MAX_COUNT:
            return ""
        self._size += size
        self._kept.append(f"data:{kind};base64,{encoded}")
        return f"{SCHEME}:{len(self._kept) - 1}"

    def _picture(self, match: re.Match[str]) -> str:
        number = int(match[1])
        return self._kept[number] if number < len(self._kept) else ""
