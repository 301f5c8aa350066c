"""One reader for each kind of front matter value; each returns what it means, or None."""

import re
from collections.abc import Iterator
from html import unescape

from briefing.intake.front_matter_values import Entries, Items, Value
from briefing.model.article import Usage
from briefing.model.partial_date import PartialDate
from briefing.text.dates import read_date

_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)\S+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", re.ASCII)
_RANK = re.compile(r"0*[1-9]\d{0,5}", re.ASCII)  # as triage takes them
_USAGES = {usage.value: usage for usage in Usage}
_NAME = re.compile(r"(?:[^\W\d_][\w.’'-]*\s+){1,3}[^\W\d_][\w.’'-]*")
_REFERENCE = re.compile(r"&(?:#\d{1,6}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_LONGEST_TAG = 200  # what the library takes
_BY = re.compile(r"by\s+", re.IGNORECASE)


def text(value: Value) -> str | None:
    """Return words on one line; a list on one line as it was written, brackets and all."""
    words = _decoded(value if isinstance(value, str) else value.source)
    return " ".join(words.split()) or None


def passage(value: Value) -> str | None:
    """Return a text that may have several paragraphs."""
    words = _decoded(value if isinstance(value, str) else value.source)
    return words.strip() or None


def address(value: Value) -> str | None:
    """Return a web address."""
    return _matching(_ADDRESS, value)


def name_of_source(value: Value) -> str | None:
    """Return who published, where the value is no address."""
    name = text(value)
    return None if name is None or _ADDRESS.fullmatch(name) else name


def date(value: Value) -> PartialDate | None:
    """Return a date, its time of day left aside."""
    for said in _said(value):
        found = read_date(said)
        if found:
            return found
    return None


def language(value: Value) -> str | None:
    """Return a language tag (BCP 47)."""
    tag = _matching(_LANGUAGE, value)
    return tag.replace("_", "-") if tag else None


def usage(value: Value) -> Usage | None:
    """Return how far triage has come."""
    return next((_USAGES[said.lower()] for said in _said(value) if said.lower() in _USAGES), None)


def rank(value: Value) -> int | None:
    """Return a rank."""
    number = _matching(_RANK, value)
    return int(number) if number else None


def reliability(value: Value) -> str | None:
    """Return a source's grade, A to F (AJP-2.1)."""
    grade = _matching(re.compile("[A-Fa-f]"), value)
    return grade.upper() if grade else None


def credibility(value: Value) -> int | None:
    """Return an information's grade, 1 to 6 (AJP-2.1)."""
    grade = _matching(re.compile("[1-6]"), value)
    return int(grade) if grade else None


def rating(value: Value) -> tuple[str, int | None] | None:
    """Return both grades of `B2`, or the one that is given."""
    code = _matching(re.compile("[A-Fa-f]?[1-6]?"), value)
    if not code:
        return None
    letter = code.rstrip("123456").upper()
    digit = code[len(letter) :]
    return letter, int(digit) if digit else None


def authors(value: Value) -> tuple[str, ...] | None:
    """Return names: the items of a list, or a line split where that is certain."""
    if isinstance(value, str):
        names = _names(_BY.sub("", value.strip(), count=1) if _BY.match(value) else value)
    elif isinstance(value, Items):
        names = tuple(_name(item) for item in value.values)
    else:
        names = (_name(value),)
    return tuple(filter(None, names)) or None


def tags(value: Value) -> tuple[str, ...] | None:
    """Return tags: the items of a list, or a line split at commas and semicolons."""
    if isinstance(value, Entries):
        return None
    items = re.split("[,;\n]", value) if isinstance(value, str) else _words(value)
    found = (" ".join(item.split()).lstrip("#").strip("/ ") for item in items)
    tags = tuple(dict.fromkeys(tag for tag in found if any(map(str.isalnum, tag))))
    return None if not tags or any(len(tag) > _LONGEST_TAG for tag in tags) else tags


def _decoded(words: str) -> str:
    """Return words without HTML's character references, which some sites leave in their titles."""
    return _REFERENCE.sub(lambda match: unescape(match[0]), words) if "&" in words else words


def _said(value: Value) -> Iterator[str]:
    """Yield a value as it stands, and without the comment that may end its line."""
    words = text(value)
    if words:
        yield words
        before, mark, _ = words.partition(" #")
        if mark:
            yield before.strip()


def _matching(pattern: re.Pattern[str], value: Value) -> str | None:
    return next((said for said in _said(value) if pattern.fullmatch(said)), None)


def _words(items: Items) -> Iterator[str]:
    for item in items.values:
        if isinstance(item, str):
            yield item
        elif isinstance(item, Items):
            yield from _words(item)


def _name(value: Value) -> str:
    """Return a name, given as words or as a mapping that has one."""
    if isinstance(value, Entries):
        value = next((inner for key, inner in value.pairs if key.lower() == "name"), "")
    return text(value) or ""


def _names(line: str) -> tuple[str, ...]:
    """Split a byline: at semicolons; at commas and `and` where each part is a person's name."""
    if ";" in line:
        return tuple(" ".join(part.split()) for part in line.split(";"))
    parts = [part for part in re.split(r"\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+", line.strip()) if part]
    if len(parts) > 1 and all(_is_name(part) for part in parts):
        return tuple(parts)
    return (" ".join(line.split()),)


def _is_name(part: str) -> bool:
    """Return whether it reads as a person's name: two to four capitalised words."""
    return bool(_NAME.fullmatch(part)) and all(word[0].isupper() for word in part.split())
