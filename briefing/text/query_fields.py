"""The fields of a search line: what each may hold, and the filter that it becomes.

`status`, `kind`, `confidence` and `key` are of facts; no article has one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.article import Colour, Usage
from briefing.model.fact import Confidence, FactKind, FactStatus
from briefing.model.partial_date import PartialDate
from briefing.model.query import Filter

TEXT_FIELDS = ("title", "publisher", "author")

_DATE = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(~?)")
_PLAIN = re.compile(r"[\w/][\w/.:&+-]*")
# All but the mark inside a Hebrew abbreviation, as query_tokens reads it.
_QUOTES = re.compile(r"[„‟«»]|(?<![\u05d0-\u05ea])[\"“”]|[\"“”](?![\u05d0-\u05ea])")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_RATING = re.compile(r"[A-Fa-f][1-6]?|[1-6]")
# What `has:` knows: what an article can have, and kinds of file that it may have come from.
_OWN = ("fact", "note", "tag", "url", "date", "rank", "rating", "colour", "copies", "original")
_FILES = ("pdf", "docx", "odt", "rtf", "html", "email", "feed", "reference", "table")
_TEXTS = ("markdown", "text")
_HELD = frozenset((*_OWN, *_FILES, *_TEXTS))
_SAME = {
    "facts": "fact",
    "notes": "note",
    "tags": "tag",
    "copy": "copies",
    "dup": "copies",
    "color": "colour",
    "file": "original",
    "link": "url",
    "mail": "email",
    "word": "docx",
    "web": "html",
    "txt": "text",
    "md": "markdown",
}
_YES = {"yes": "yes", "true": "yes", "y": "yes", "no": "no", "false": "no", "n": "no"}


@dataclass(frozen=True, slots=True)
class QueryField:
    """A field that filters: `read` returns the value as the store knows it, or None."""

    name: str
    wants: str
    read: Callable[[str], str | None]
    is_single: bool = True  # an article has one: a new choice takes the place of the old


def _date(value: str) -> str | None:
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year, month, day, about = match.groups()
    parts = [year, *(part.zfill(2) for part in (month, day) if part)]
    try:
        return str(PartialDate.parse("-".join(parts) + about))
    except ValueError:
        return None


def _choice(names: type[StrEnum]) -> Callable[[str], str | None]:
    """Return a reader that takes one of these names, in any case."""
    known = frozenset(str(name) for name in names)
    return lambda value: value.lower() if value.lower() in known else None


def _key(value: str) -> str | None:
    return value.lower() if value.isalnum() else None


def _tag(value: str) -> str | None:
    parts = [part.strip() for part in value.split("/")]
    return "/".join(part for part in parts if part) or None


def _rank(value: str) -> str | None:
    return str(int(value)) if re.fullmatch(r"[0-9]{1,6}", value) else None


def _rating(value: str) -> str | None:
    return value.upper() if _RATING.fullmatch(value) else None


def _language(value: str) -> str | None:
    return value.lower() if _LANGUAGE.fullmatch(value) else None


def _has(value: str) -> str | None:
    known = value.lower()
    known = _SAME.get(known, known)
    return known if known in _HELD else None


def _slug(value: str) -> str | None:
    slug = value.strip().lower()
    return "memo" if slug == "memos" else slug or None


def _copies(value: str) -> str | None:
    """Return yes, no, or the citekey of an article in the cluster."""
    return _YES.get(value.lower(), value) or None


def _colour(value: str) -> str | None:
    known = value.lower()
    return known if known and known in frozenset(map(str, Colour)) else None


def _yes_or_no(value: str) -> str | None:
    return _YES.get(value.lower())


def _name(value: str) -> str | None:
    return value or None


_DAY = "a date such as 2025, 2025-09 or 2025-09-03"
FILTERS = {
    field.name: field
    for field in (
        QueryField("tag", "a tag such as region/mexico", _tag, is_single=False),
        QueryField("usage", "candidate, shortlisted, used or rejected", _choice(Usage)),
        QueryField("rank", "a number, as in rank:1 or rank:<3", _rank),
        QueryField("rating", "a rating such as B2, B or 2", _rating),
        QueryField("after", _DAY, _date),
        QueryField("before", _DAY, _date),
        QueryField("on", _DAY, _date),
        QueryField("lang", "a language such as en or es", _language),
        QueryField("has", "fact, note, tag, url, copies, pdf, docx or such", _has, is_single=False),
        QueryField("in", "memo, or a memo's name as in in:border-security", _slug, is_single=False),
        QueryField("cited", "yes or no", _yes_or_no),
        QueryField("dup", "yes, no, or an article's citekey", _copies),
        QueryField("colour", "red, orange, yellow, green, blue or purple", _colour),
        QueryField("status", "current, disputed, superseded or retracted", _choice(FactStatus)),
        QueryField("kind", "a kind of fact such as figure or event", _choice(FactKind)),
        QueryField("confidence", "low, moderate or high", _choice(Confidence)),
        QueryField("key", "a fact's key such as 7k2", _key),
        QueryField("publisher", "a publisher's whole name", _name),
    )
}
ALIASES = {"color": "colour", "language": "lang"}  # other names that may be typed


def query_fields() -> tuple[str, ...]:
    """Return the names that may stand before a colon, in the order of the guide."""
    filters = tuple(name for name in FILTERS if name not in TEXT_FIELDS)
    return (*TEXT_FIELDS, *filters)


def read_filter(name: str, operator: str, value: str) -> Filter | str:
    """Return the filter, or the sentence that says what the field wants."""
    field = FILTERS[name]
    if operator in {"<", "<=", ">", ">="} and name != "rank":
        return f"“{name}:” takes no {operator}; it wants {field.wants}."
    known = field.read(value)
    if known is None:
        return f"“{name}:” wants {field.wants}."
    return Filter(name, known, operator or "=")


def quoted_value(value: str) -> str:
    """Return a field's value as it is typed; quotation marks inside it, which cannot be, go."""
    return value if _PLAIN.fullmatch(value) else f'"{_QUOTES.sub(" ", value)}"'
