"""The formats that can be imported: which file name is which, and who reads it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from briefing.intake.draft_article import DraftArticle
from briefing.intake.text_article import read_text_article
from briefing.intake.text_file import decode_text


@dataclass(frozen=True, slots=True)
class Reader:
    """One format; `read` takes a file's name and bytes and returns a draft and a remark.

    It raises IntakeError, one sentence, where the bytes are no article.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    read: Callable[[str, bytes], tuple[DraftArticle, str]]


def _read_markdown(name: str, data: bytes) -> tuple[DraftArticle, str]:
    decoded = decode_text(data)
    return read_text_article(name, decoded.text, is_markdown=True), decoded.remark


def _read_plain(name: str, data: bytes) -> tuple[DraftArticle, str]:
    decoded = decode_text(data)
    return read_text_article(name, decoded.text, is_markdown=False), decoded.remark


READERS = (
    Reader(
        "Markdown",
        (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdtxt", ".mmd", ".qmd", ".rmd"),
        "text/markdown",
        _read_markdown,
    ),
    Reader("plain text", (".txt", ".text"), "text/plain", _read_plain),
)
_BY_SUFFIX = {suffix: reader for reader in READERS for suffix in reader.suffixes}
_PLAIN = READERS[-1]


def reader_for(path: PurePath) -> Reader | None:
    """Return who reads a file of that name; a name without a suffix may be plain text."""
    suffix = path.suffix.lower()
    if not suffix or not suffix[1:].strip() or suffix[1:].isdecimal() or " " in suffix:
        return _PLAIN
    return _BY_SUFFIX.get(suffix)


def why_unsupported(path: PurePath) -> str:
    """Return the sentence for a file that no reader takes."""
    names = " and ".join(reader.name for reader in READERS)
    return f"Files of the type {path.suffix.lower()} cannot be imported; {names} can."
