"""What the index knows of an article besides its words, as tokens in `meta` and `tags`.

A token is a private-use character, a letter for its kind and the value in ASCII letters and
digits. Text never holds that character in the index (index_words drops it), so no words of a
text or a query can be taken for a token.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.model.partial_date import PartialDate
from briefing.store.folded_words import folded_words
from briefing.store.index_words import index_words

MARK = "\ue000"
ALL = MARK + "a"  # every article has it: what `NOT …` alone is taken from
TAG_WORD = MARK + "w"  # before a word of a tag
_BETWEEN_TAGS = (
    TAG_WORD + "zz"
)  # no word is written so, and no phrase runs from one tag into the next


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
    colour: str = ""
    memos: tuple[int, ...] = ()  # that cite it, by their pks
    cluster: int | None = None  # of the near-copies that it is one of


def meta_text(article: Described) -> str:
    """Return all tokens of an article, as the meta column holds them."""
    return " ".join(dict.fromkeys(_tokens(article)))


def tag_words(paths: Iterable[str]) -> str:
    """Return the words of tags as the tags column holds them."""
    return f" {_BETWEEN_TAGS} ".join(filter(None, (words(path) for path in paths)))


def words(text: str) -> str:
    """Return the tokens of a text's words: what finds them in tags, in this order."""
    return " ".join(_token("w", word) for word in folded_words(index_words(text)))


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


def colour(name: str) -> str:
    """Return the token of a colour."""
    return _token("f", name)


def cited() -> str:
    """Return the token of an article that a memo cites."""
    return _token("k", "")


def memo(pk: int) -> str:
    """Return the token of an article that this memo cites."""
    return _token("e", str(pk))


def cluster(number: int) -> str:
    """Return the token of an article that is one of these near-copies."""
    return _token("q", str(number))


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
    if article.colour:
        yield colour(article.colour)
    if article.memos:
        yield cited()
    yield from map(memo, article.memos)
    if article.cluster is not None:
        yield cluster(article.cluster)


@lru_cache(maxsize=8192)  # the same few tags, publishers and dates come again and again
def _token(kind: str, value: str) -> str:
    escaped = "".join(
        char if char in "abcdefghijklmnopqrstuvwxy0123456789" else _escape(char)
        for char in folded(value)
    )
    return f"{MARK}{kind}{escaped}"


def _escape(char: str) -> str:
    return "".join(f"z{byte:02x}" for byte in char.encode("utf-8", "replace"))
