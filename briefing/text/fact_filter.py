"""Whether a fact answers a search line: the memo's `.facts` blocks and the facts list ask this."""

import unicodedata
from collections.abc import Callable
from datetime import date

from briefing.model.fact import Fact
from briefing.model.partial_date import PartialDate
from briefing.model.query import And, Filter, Near, Node, Not, Or, Words


def fact_matches(fact: Fact, node: Node | None) -> bool:
    """Return whether `fact` is what the query asks for; no query asks for all."""
    match node:
        case None:
            return True
        case And(parts):
            return all(fact_matches(fact, part) for part in parts)
        case Or(parts):
            return any(fact_matches(fact, part) for part in parts)
        case Not(part):
            return not fact_matches(fact, part)
        case Words():
            return _has_words(fact, node)
        case Near(words):
            return all(_has_words(fact, one) for one in words)  # a fact is short
        case Filter():
            return _passes(fact, node)


def fold(text: str) -> str:
    """Return the text without case and diacritics, as the search index reads it."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in spread if not unicodedata.combining(char))


def _has_words(fact: Fact, words: Words) -> bool:
    said = [fact.statement, fact.unit, *(piece.anchor.quote for piece in fact.evidence)]
    text = f" {_spaced(' '.join(said))} "
    wanted = _spaced(words.text)
    if not wanted:
        return True
    end = "" if words.prefix else " "
    return f" {wanted}{end}" in text


def _spaced(text: str) -> str:
    """Return the folded words with one blank between, whatever stood there."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def _passes(fact: Fact, wanted: Filter) -> bool:
    test = _FILTERS.get(wanted.field)
    return test is not None and test(fact, wanted.value.strip())


def _tagged(fact: Fact, value: str) -> bool:
    path = fold(value).strip("/")
    return any(fold(tag) == path or fold(tag).startswith(path + "/") for tag in fact.tags)


def _before(fact: Fact, value: str) -> bool:
    limit = _date(value)
    return bool(fact.as_of and limit and fact.as_of.first_day() < limit.first_day())


def _after(fact: Fact, value: str) -> bool:
    limit = _date(value)
    return bool(fact.as_of and limit and fact.as_of.last_day() >= limit.first_day())


def _on(fact: Fact, value: str) -> bool:
    span = _date(value)
    if not (fact.as_of and span):
        return False
    days: tuple[date, date] = (span.first_day(), span.last_day())
    return days[0] <= fact.as_of.last_day() and fact.as_of.first_day() <= days[1]


def _date(value: str) -> PartialDate | None:
    try:
        return PartialDate.parse(value)
    except ValueError:
        return None


_FILTERS: dict[str, Callable[[Fact, str], bool]] = {
    "tag": _tagged,
    "status": lambda fact, value: fact.status == value.lower(),
    "kind": lambda fact, value: fact.kind == value.lower(),
    "confidence": lambda fact, value: fact.confidence == value.lower(),
    "key": lambda fact, value: fact.key == value.lower(),
    "before": _before,
    "after": _after,
    "on": _on,
}
