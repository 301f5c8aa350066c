"""What the index knows of an article besides its words, as tokens in its `meta` column.

A token is a private-use character, a letter for its kind and the value in ASCII letters and
digits. Text never holds that character in the index (index_words drops it), so no words of a
text or a query can be taken for a token.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.model.partial_date import PartialDate

_MARK = "\ue000"
ALL = _MARK + "a"  # every article has it: what `NOT …` alone is taken from


@dataclass(frozen=True, slots=True)
class Described:
    """What of an article becomes tokens."""

    usage: str
    rank: int | None
    reliability: str
    credibility: int | None
    publisher: str
    language: str
    published: PartialDate | None
    tags: tuple[str, ...]
    has: tuple[str, ...]
    is_cited: bool


def meta_text(article: Described) -> str:
    """Return all tokens of an article, as the meta column holds them."""
    return " ".join(dict.fromkeys(_tokens(article)))


def usage(value: str) -> str:
    """Return the token of a triage state."""
    return _token("u", value)


def tag(path: str) -> str:
    """Return the token that an article has for a tag and for all tags below it."""
    return _token("t", path)


def publisher(name: str) -> str:
    """Return the token of a publisher."""
    return _token("p", name)


def rank(number: int) -> str:
    """Return the token of a rank."""
    return _token("r", str(number))


def reliability(letter: str) -> str:
    """Return the token of a source's reliability."""
    return _token("s", letter)


def credibility(digit: str) -> str:
    """Return the token of an information's credibility."""
    return _token("c", digit)


def language(code: str) -> str:
    """Return the token of a language, `es` or `es-mx`."""
    return _token("l", code.replace("_", "-"))


def has(what: str) -> str:
    """Return the token for something that an article has."""
    return _token("h", what)


def cited() -> str:
    """Return the token of an article that a memo cites."""
    return _token("k", "")


def year(number: int) -> str:
    """Return the token of a year of publication."""
    return _token("y", f"{number:04d}")


def month(year_number: int, number: int) -> str:
    """Return the token of a month of publication."""
    return _token("m", f"{year_number:04d}{number:02d}")


def day(year_number: int, month_number: int, number: int) -> str:
    """Return the token of a day of publication."""
    return _token("d", f"{year_number:04d}{month_number:02d}{number:02d}")


def folded(text: str) -> str:
    """Return the text without case; what is equal so is the same tag or publisher."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def above(path: str) -> Iterator[str]:
    """Yield a tag's path and every path above it, the longest first."""
    while path:
        yield path
        path = path.rpartition("/")[0]


def _tokens(article: Described) -> Iterator[str]:
    yield ALL
    yield usage(article.usage)
    if article.rank is not None:
        yield rank(article.rank)
    if article.reliability:
        yield reliability(article.reliability)
    if article.credibility is not None:
        yield credibility(str(article.credibility))
    if article.publisher:
        yield publisher(article.publisher)
    if article.language:
        yield language(article.language)
        yield language(article.language.replace("_", "-").partition("-")[0])
    if article.published:
        first = article.published.first_day()
        yield from (year(first.year), month(first.year, first.month))
        yield day(first.year, first.month, first.day)
    yield from (tag(path) for one in article.tags for path in above(one))
    yield from (has(what) for what in article.has)
    if article.is_cited:
        yield cited()


@lru_cache(maxsize=8192)  # the same few tags, publishers and dates come again and again
def _token(kind: str, value: str) -> str:
    escaped = "".join(
        char if char in "abcdefghijklmnopqrstuvwxy0123456789" else _escape(char)
        for char in folded(value)
    )
    return f"{_MARK}{kind}{escaped}"


def _escape(char: str) -> str:
    return "".join(f"z{byte:02x}" for byte in char.encode("utf-8", "replace"))
