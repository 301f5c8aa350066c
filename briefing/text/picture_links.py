"""How a memo names a picture of the library: `![words](picture:KEY)`, `picture:KEY?width=60`."""

import re
from dataclasses import dataclass

_SOURCE = re.compile(r"picture:([a-z0-9][a-z0-9-]{0,80})(?:\?width=(\d{1,3}))?")
_IN_TEXT = re.compile(rf"\]\({_SOURCE.pattern}(?=[\s)])")
_WORDS = r"!\[(?:\\.|[^\]\\\n])*\]"
_BEHIND = r"(?:\s+\"[^\"\n]*\")?\)(\{[^}\n]*\})?"  # a title, and attributes
_ALONE = re.compile(rf"{_WORDS}\({_SOURCE.pattern}{_BEHIND}\s*")


@dataclass(frozen=True, slots=True)
class PictureLink:
    """A picture's key, and its width in hundredths of the text's (0: as large as it is)."""

    key: str
    share: int = 0


def picture_link(source: str) -> PictureLink | None:
    """Return the picture that an address names, or nothing for another address."""
    found = _SOURCE.fullmatch(source)
    return _link(found) if found else None


def picture_keys(markdown: str) -> tuple[str, ...]:
    """Return the keys of the pictures that a text names, each once."""
    return tuple(dict.fromkeys(found[1] for found in _IN_TEXT.finditer(markdown)))


def picture_alone(line: str) -> PictureLink | None:
    """Return the picture of a line that holds nothing else."""
    found = _ALONE.fullmatch(line)
    return _link(found) if found else None


def with_files(markdown: str, names: dict[str, str]) -> str:
    """Return the text with the names of files in place of keys; a width as pandoc writes it."""

    def put(found: re.Match[str]) -> str:
        name = names.get(found[1])
        return f"]({name}" if name else found[0]

    def put_width(found: re.Match[str]) -> str:
        link = _link(found)
        if link.key not in names or not link.share or "width=" in (found[3] or ""):
            return found[0]
        width = f"{{width={link.share}%"
        if not found[3]:
            return f"{found[0]}{width}}}"
        return found[0].removesuffix(found[3]) + f"{width} {found[3][1:]}"

    widened = re.sub(rf"\]\({_SOURCE.pattern}{_BEHIND}", put_width, markdown)
    return _IN_TEXT.sub(put, widened)


def _link(found: re.Match[str]) -> PictureLink:
    share = int(found[2] or 0)
    return PictureLink(found[1], share if 0 < share <= 100 else 0)
