"""Titles in quotation marks as a language sets them."""

import re
from dataclasses import dataclass

_ANY = re.compile(r'(?P<opens>(?:^|(?<=[\s(\[—–/-]))(?:[„«]\s?|["“”»]))|\s»|["“”„«»]')
_WRAPPED = re.compile(r'["“„«]\s?([^"“”„«»]*?)\s?["”“»]')
_STOPPED = re.compile(r"[.?!…][’”'»]?$")
_ABBREVIATION = re.compile(r"(?:\b\w\.)+$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|No|St|Dr|vs|etc)\.$")


@dataclass(frozen=True, slots=True)
class Marks:
    """Outer and inner marks, and whether a comma goes inside them (American use)."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    is_comma_inside: bool = False


_AMERICAN = Marks("“", "”", "‘", "’", is_comma_inside=True)
_ENGLISH = Marks("“", "”", "‘", "’")
_GUILLEMETS = Marks("«", "»", "“", "”")
_BY_LANGUAGE = {
    "en": _AMERICAN,
    "en-us": _AMERICAN,
    "de": Marks("„", "“", "‚", "‘"),
    "es": _GUILLEMETS,
    "it": _GUILLEMETS,
    "pt": _ENGLISH,
    "ru": Marks("«", "»", "„", "“"),
    "fr": Marks("«\u202f", "\u202f»", "“", "”"),
    "pl": Marks("„", "”", "«", "»"),
    "nl": _ENGLISH,
    "ja": Marks("「", "」", "『", "』"),
    "zh": _ENGLISH,
}


def marks_of(language: str) -> Marks:
    """Return the marks of a language tag (BCP 47); English ones where it is not known."""
    tag = language.strip().lower().replace("_", "-")
    primary = tag.partition("-")[0]
    if primary in {"", "en"}:
        return _BY_LANGUAGE.get(tag or "en", _ENGLISH)
    return _BY_LANGUAGE.get(primary, _ENGLISH)


def quoted(title: str, marks: Marks, after: str = "") -> str:
    """Return a title in quotation marks, with the comma or full stop that is to follow it.

    Quotation marks within the title become inner ones; a full stop at its end goes, but not
    that of an abbreviation; a question or exclamation mark stays, before a comma too, and
    spares the full stop (Chicago 17, 6.125).
    """
    text = " ".join(title.split())
    wrapped = _WRAPPED.fullmatch(text)
    if wrapped:
        text = wrapped[1]
    if text.endswith(".") and not text.endswith("..") and not _ABBREVIATION.search(text):
        text = text[:-1]
    text = _ANY.sub(lambda mark: _inner(mark, marks), text)
    if after == "." and _STOPPED.search(text):
        after = ""
    if marks.is_comma_inside:
        inner = marks.inner_closing
        text = text.removesuffix(inner) + after + inner if text.endswith(inner) else text + after
        after = ""
    return marks.opening + text + marks.closing + after


def _inner(mark: re.Match[str], marks: Marks) -> str:
    """Return an inner mark in place of any other: what follows a space opens."""
    return marks.inner_closing if mark["opens"] is None else marks.inner_opening
