"""A query's tree as one FTS5 expression and a range of row ids.

Everything but dates is words or tokens of the meta column, so FTS5 joins it all. A date that must
hold is a range of row ids; one inside OR or NOT becomes its years, months and days as tokens.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.model.partial_date import PartialDate
from briefing.model.query import And, Filter, Node, Not, Or, Words
from briefing.store import index_tokens, sort_ids
from briefing.store.index_words import has_words, index_words, sound

COLUMNS = {"title": "title", "publisher": "publisher", "author": "authors"}
_DATES = ("after", "before", "on")
_OPERATORS: dict[str, Callable[[int, int], bool]] = {
    "=": lambda rank, limit: rank == limit,
    "<": lambda rank, limit: rank < limit,
    "<=": lambda rank, limit: rank <= limit,
    ">": lambda rank, limit: rank > limit,
    ">=": lambda rank, limit: rank >= limit,
}
_DEEPEST = 24  # FTS5's parser has a small stack; what stands deeper is taken as plain words
_EVER = (-(2**62), 2**62)


@dataclass(frozen=True, slots=True)
class Known:
    """What the library holds of values that are asked for by comparing: ranks, and years."""

    ranks: tuple[int, ...] = ()
    first_year: int = 1
    last_year: int = 9998


@dataclass(frozen=True, slots=True)
class Match:
    """A compiled query: an expression (none: every article), and ids from `low` up to `high`."""

    expression: str
    low: int
    high: int
    has_words: bool
    is_hopeless: bool = False


# What a part may be besides an expression: nothing that can be searched for, so that it is as if
# it were not there; or something that no article has.
_ABSENT, _NEVER = "", "\0"


def compile_query(root: Node | None, known: Known, *, only_title: bool = False) -> Match:
    """Compile a query; `only_title` looks for words without a field in titles only."""
    compiler = _Compiler(known, "title" if only_title else "")
    parts = root.parts if isinstance(root, And) else () if root is None else (root,)
    dates = [part for part in parts if isinstance(part, Filter) and part.field in _DATES]
    low, high = _EVER
    for part in dates:
        first, end = _ids(part)
        low, high = max(low, first), min(high, end)
    others = tuple(part for part in parts if part not in dates)
    expression = compiler.all_of(others, depth=0)
    return Match(
        expression="" if expression == _NEVER else expression,
        low=low,
        high=high,
        has_words=any(True for _ in positive_words(root)),
        is_hopeless=expression == _NEVER or low >= high,
    )


def positive_words(node: Node | None) -> Iterator[Words]:
    """Yield the words that a match holds: what is not under a NOT, and can be searched for."""
    match node:
        case Words(text=text):
            if has_words(index_words(sound(text))):
                yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from positive_words(part)
        case _:
            return


def phrase(text: str) -> str:
    """Return text as an FTS5 string: its words in this order, nothing in it an operator."""
    words = index_words(sound(text)).replace('"', " ")
    return f'"{words}"' if has_words(words) else _ABSENT


@dataclass(frozen=True, slots=True)
class _Compiler:
    known: Known
    column: str

    def node(self, node: Node, depth: int) -> str:
        if depth > _DEEPEST:
            return _joined(" AND ", [self.words(one) for one in positive_words(node)])
        match node:
            case Words():
                return self.words(node)
            case Filter():
                return self.filter(node)
            case Not(part):
                return _without(_ABSENT, [self.node(part, depth + 1)])
            case And(parts):
                return self.all_of(parts, depth + 1)
            case Or(parts):
                return _any_of([self.node(part, depth + 1) for part in parts])

    def all_of(self, parts: Sequence[Node], depth: int) -> str:
        wanted = [self.node(part, depth) for part in parts if not isinstance(part, Not)]
        unwanted = [self.node(part.part, depth + 1) for part in parts if isinstance(part, Not)]
        return _without(_joined(" AND ", wanted), unwanted)

    def words(self, words: Words) -> str:
        quoted = phrase(words.text)
        if quoted == _ABSENT:
            return _ABSENT
        column = COLUMNS.get(words.field, self.column)
        return f"{column + ' : ' if column else ''}{quoted}{' *' if words.prefix else ''}"

    def filter(self, wanted: Filter) -> str:
        if wanted.field in _DATES:
            return _any_of([_meta(token) for token in self._day_tokens(*_days(wanted))])
        if wanted.field == "rank":
            return _any_of([_meta(index_tokens.rank(rank)) for rank in self._ranks(wanted)])
        if wanted.field == "rating":
            return _joined(" AND ", [_meta(token) for token in _rating_tokens(wanted.value)])
        if wanted.field == "cited":
            cited = _meta(index_tokens.cited())
            return _without(_ABSENT, [cited]) if wanted.value == "no" else cited
        token = _TOKENS.get(wanted.field)
        return _meta(token(wanted.value)) if token else _NEVER

    def _ranks(self, wanted: Filter) -> list[int]:
        holds = _OPERATORS.get(wanted.operator)
        if holds is None or not wanted.value.lstrip("-").isdecimal():
            return []
        return [rank for rank in self.known.ranks if holds(rank, int(wanted.value))]

    def _day_tokens(self, first: date, end: date) -> Iterator[str]:
        """Yield the tokens that together cover the days, as far as the library has years."""
        day = max(first, date(self.known.first_year, 1, 1))
        end = min(end, date(self.known.last_year + 1, 1, 1))
        while day < end:
            if day.day == day.month == 1 and (after := _next_year(day)) <= end:
                yield index_tokens.year(day.year)
            elif day.day == 1 and (after := _next_month(day)) <= end:
                yield index_tokens.month(day.year, day.month)
            else:
                after = day + timedelta(days=1)
                yield index_tokens.day(day.year, day.month, day.day)
            day = after


def _meta(token: str) -> str:
    return f'meta : "{token}"'


def _joined(operator: str, parts: list[str]) -> str:
    if _NEVER in parts:
        return _NEVER
    real = list(dict.fromkeys(part for part in parts if part != _ABSENT))
    if len(real) < 2:
        return real[0] if real else _ABSENT
    return f"({operator.join(real)})"


def _any_of(parts: list[str]) -> str:
    possible = [part for part in parts if part not in (_NEVER, _ABSENT)]
    return _joined(" OR ", possible) if possible else _NEVER if _NEVER in parts else _ABSENT


def _without(wanted: str, unwanted: list[str]) -> str:
    """Return what matches `wanted` and none of `unwanted`; FTS5 knows no NOT alone."""
    refused = _any_of(unwanted)
    if wanted == _NEVER or refused == _ABSENT:
        return wanted
    wanted = wanted or _meta(index_tokens.ALL)
    return wanted if refused == _NEVER else f"({wanted} NOT {refused})"


def _rating_tokens(value: str) -> Iterator[str]:
    for char in value:
        yield index_tokens.credibility(char) if char.isdecimal() else index_tokens.reliability(char)


def _days(wanted: Filter) -> tuple[date, date]:
    """Return the first day that a date filter allows, and the first that it no longer does.

    `after:` begins with the day, month or year that it names; `before:` ends ahead of it.
    """
    try:
        named = PartialDate.parse(wanted.value)
    except ValueError:
        return date.max, date.min
    first = named.first_day()
    if wanted.field == "after":
        return first, date.max
    if wanted.field == "before":
        return date.min, first
    return first, min(named.last_day(), date.max - timedelta(days=1)) + timedelta(days=1)


def _ids(wanted: Filter) -> tuple[int, int]:
    first, end = _days(wanted)
    low = sort_ids.FIRST_DATED if first == date.min else sort_ids.first_of(first)
    high = _EVER[1] if end == date.max else sort_ids.first_of(end)
    return low, high


def _next_year(day: date) -> date:
    return date(day.year + 1, 1, 1) if day.year < date.max.year else date.max


def _next_month(day: date) -> date:
    if day.month < 12:
        return date(day.year, day.month + 1, 1)
    return _next_year(day)


_TOKENS: dict[str, Callable[[str], str]] = {
    "tag": index_tokens.tag,
    "usage": index_tokens.usage,
    "publisher": index_tokens.publisher,
    "lang": index_tokens.language,
    "has": index_tokens.has,
}
