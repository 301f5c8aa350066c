"""Front matter to the fields of an article: which key means what, and what to do with the rest."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from briefing.intake import field_readers as read
from briefing.intake.front_matter_values import Entries, Items, Pairs, Value, flattened

_Reader = Callable[[Value], Any]

# Each field with its reader and the keys that mean it, the most telling first.
_FIELDS: dict[str, tuple[_Reader, tuple[str, ...]]] = {
    "title": (read.text, ("title", "headline")),
    "url": (read.address, ("url", "canonical_url", "link", "source_url", "source", "permalink")),
    "publisher": (
        read.name_of_source,
        ("publisher", "site_name", "sitename", "outlet", "publication", "newspaper", "source"),
    ),
    "published": (
        read.date,
        ("date", "published", "publication_date", "pubdate", "date_published", "datepublished"),
    ),
    "accessed": (read.date, ("accessed", "access_date", "date_accessed", "retrieved")),
    "authors": (read.authors, ("authors", "author", "byline")),
    "language": (read.language, ("language", "lang")),
    "summary": (
        read.passage,
        ("summary", "description", "excerpt", "abstract", "dek", "deck", "standfirst"),
    ),
    "usage": (read.usage, ("usage",)),
    "rank": (read.rank, ("initial_rank", "rank")),
    "reliability": (read.reliability, ("reliability",)),
    "credibility": (read.credibility, ("credibility",)),
    "rating": (read.rating, ("rating",)),
    "tags": (
        read.tags,
        ("tags", "tag", "topics", "topic", "keywords", "keyword", "categories", "category"),
    ),
}


def _meanings() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return for each key the fields it may mean, with its weight there: less is more telling."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for name, (_, keys) in _FIELDS.items():
        for weight, key in enumerate(keys):
            found[key] = (*found.get(key, ()), (name, weight))
    return found


_MEANINGS = _meanings()


@dataclass(slots=True)
class _Claim:
    """The best value for a field so far, and which pair it came from."""

    weight: int
    index: int
    value: Any


def article_fields(pairs: Pairs) -> tuple[dict[str, Any], tuple[tuple[str, str], ...]]:
    """Return the fields of an article by name, and every other pair in its order.

    Keys are compared without case; `-`, `_` and blanks are one. A key that comes twice, a second
    key of the same meaning and a value that cannot be read stay among the others, and so does a
    value of which only a part was used (the time of a date).
    """
    claims: dict[str, _Claim] = {}
    tags: list[str] = []
    taken: set[int] = set()
    for index, (key, value) in enumerate(pairs):
        for name, weight in _MEANINGS.get(_folded(key), ()):
            found = _FIELDS[name][0](value)
            if found is None:
                continue
            if name == "tags":
                tags += found
                taken.add(index)
                continue
            claim = claims.get(name)
            if claim is None or weight < claim.weight:
                claims[name] = _Claim(weight, index, found)
    fields = {name: claim.value for name, claim in claims.items()}
    if tags:
        fields["tags"] = tuple(dict.fromkeys(tags))
    _spread_rating(fields)
    taken |= {claim.index for claim in claims.values() if _is_used_up(*pairs[claim.index], claim)}
    return fields, _others(pairs, taken)


def _folded(key: str) -> str:
    return key.lower().replace("-", "_").replace(" ", "_")


def _spread_rating(fields: dict[str, Any]) -> None:
    """Let a rating fill the grades that were not given by themselves."""
    reliability, credibility = fields.pop("rating", ("", None))
    if reliability:
        fields.setdefault("reliability", reliability)
    if credibility:
        fields.setdefault("credibility", credibility)


def _is_used_up(key: str, value: Value, claim: _Claim) -> bool:
    """Return whether the field says all that the value did."""
    if isinstance(value, str):
        cut_short = ":" in value or " #" in value
        return not (cut_short and _folded(key) in _DATED) and not _has_comment(value, claim)
    if isinstance(value, Items):
        return not any(isinstance(item, Entries) for item in value.values)
    return False


_DATED = frozenset((*_FIELDS["published"][1], *_FIELDS["accessed"][1]))


def _has_comment(value: str, claim: _Claim) -> bool:
    """Return whether a remark after ` #` was left aside; in words it was not."""
    return " #" in value and not isinstance(claim.value, str)


def _others(pairs: Pairs, taken: set[int]) -> tuple[tuple[str, str], ...]:
    """Return what is left as plain fields; an empty value of a known key says nothing."""
    return tuple(
        (name, text)
        for index, (key, value) in enumerate(pairs)
        if index not in taken
        for name, text in flattened(key, value)
        if text or _folded(name) not in _MEANINGS
    )
