"""A query's tree as one FTS5 expression and a range of row ids.

Everything but dates is words or tokens of the meta column, so FTS5 joins it all. A date that must
hold is a range of row ids; one inside OR or NOT becomes its years, months and days as tokens.
"""

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing.model.partial_date import PartialDate
from briefing.model.query import And, Filter, Near, Node, Not, Or, Words
from briefing.store import index_tokens, sort_ids
from briefing.store.index_words import has_words, index_words, sound
from briefing.store.known_values import DATES, Known
from briefing.store.word_match import ABSENT, WordMatch, phrase

__all__ = ["Match", "compile_query", "phrase", "positive_words", "refuses", "senses"]

_OPERATORS: dict[str, Callable[[int, int], bool]] = {
    "=": lambda rank, limit: rank == limit,
    "<": lambda rank, limit: rank < limit,
    "<=": lambda rank, limit: rank <= limit,
    ">": lambda rank, limit: rank > limit,
    ">=": lambda rank, limit: rank >= limit,
}
_DEEPEST = 24  # FTS5's parser has a small stack; what stands deeper is taken as plain words
EVER = (-(2**62), 2**62)
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()
_NO_DAYS = (_LAST_DAY + 1, _FIRST_DAY)


@dataclass(frozen=True, slots=True)
class Match:
    """A compiled query: an expression (none: every article), and ids from `low` up to `high`.

    `quick` finds most of it in much less time, where the query has the beginning of many words.
    """

    expression: str
    low: int
    high: int
    has_words: bool
    is_hopeless: bool = False
    quick: str = ""


_ABSENT, _NEVER = (
    ABSENT,
    "\0",
)  # what a part may be besides an expression; no article has the latter


def compile_query(root: Node | None, known: Known, *, only_title: bool = False) -> Match:
    """Compile a query; `only_title` looks for words without a field in titles only."""
    column = "title" if only_title else ""
    parts = root.parts if isinstance(root, And) else () if root is None else (root,)
    dates = [part for part in parts if isinstance(part, Filter) and part.field in DATES]
    low, high = EVER
    for part in dates:
        first, end = _ids(part)
        low, high = max(low, first), min(high, end)
    others = tuple(part for part in parts if part not in dates)
    expression, quick = (
        _Compiler(known, WordMatch(known, column, is_quick)).all_of(others, depth=0)
        for is_quick in (False, True)
    )
    return Match(
        expression="" if expression == _NEVER else expression,
        low=low,
        high=high,
        has_words=any(True for _ in positive_words(root)),
        is_hopeless=expression == _NEVER or low >= high,
        quick=quick if quick not in (expression, _NEVER) else "",
    )


def positive_words(node: Node | None) -> Iterator[Words]:
    """Yield the words that a match holds: what is not under a NOT, and can be searched for."""
    return (word for sense in senses(node) for word in sense)


def refuses(node: Node | None) -> bool:
    """Return whether a query refuses anything."""
    match node:
        case Not():
            return True
        case And(parts) | Or(parts):
            return any(map(refuses, parts))
        case _:
            return False


def senses(node: Node | None) -> list[list[Words]]:
    """Return the same, words together of which any one will do."""
    match node:
        case Words(text=text):
            return [[node]] if has_words(index_words(sound(text))) else []
        case Near(words):
            return [sense for one in words for sense in senses(one)]
        case And(parts):
            return [sense for part in parts for sense in senses(part)]
        case Or(parts):
            choices = [senses(part) for part in parts]
            every = [sense for choice in choices for sense in choice]
            is_one = all(len(choice) <= 1 for choice in choices)
            return [[word for sense in every for word in sense]] if is_one and every else every
        case _:
            return []


@dataclass(frozen=True, slots=True)
class _Compiler:
    known: Known
    match: WordMatch

    def node(self, node: Node, depth: int) -> str:
        if depth > _DEEPEST:
            return _joined(" AND ", list(map(self.match.words, positive_words(node))))
        match node:
            case Words():
                return self.match.words(node)
            case Near():
                return self.match.near(node)
            case Filter():
                return self.filter(node)
            case Not(part):
                return _without(_ABSENT, [self.exactly().node(part, depth + 1)])
            case And(parts):
                return self.all_of(parts, depth + 1)
            case Or(parts):
                return _any_of([self.node(part, depth + 1) for part in parts])

    def all_of(self, parts: Sequence[Node], depth: int) -> str:
        wanted = [self.node(part, depth) for part in parts if not isinstance(part, Not)]
        refused = [part.part for part in parts if isinstance(part, Not)]
        unwanted = [self.exactly().node(part, depth + 1) for part in refused]
        return _without(_joined(" AND ", wanted), unwanted)

    def exactly(self) -> "_Compiler":
        """Return a compiler for what is refused: there, no word may be passed over."""
        return replace(self, match=replace(self.match, is_quick=False))

    def filter(self, wanted: Filter) -> str:
        if wanted.field in DATES:
            return _any_token(self._day_tokens(*_days(wanted)))
        if wanted.field == "rank":
            return _any_token(map(index_tokens.rank, self._ranks(wanted)))
        if wanted.field == "rating":
            return _joined(" AND ", list(map(_meta, _rating_tokens(wanted.value)))) or _NEVER
        if wanted.field in ("cited", "in", "dup"):
            return self.related(wanted.field, wanted.value)
        token = _TOKENS.get(wanted.field)
        return _meta(token(wanted.value)) if token else _NEVER

    def related(self, name: str, value: str) -> str:
        """Return what finds articles by what they have to do with memos or with one another."""
        there = _meta(index_tokens.has("copies") if name == "dup" else index_tokens.cited())
        folded = value.lower()
        if (name, folded) == ("in", "memo") or (name, folded) in _YES:
            return there
        if (name, folded) in _NO:
            return _without(_ABSENT, [there])
        if name == "in":
            memo = self.known.memos.get(folded)
            return _NEVER if memo is None else _meta(index_tokens.memo(memo))
        cluster = self.known.clusters.get(folded)
        return _NEVER if cluster is None else _meta(index_tokens.cluster(cluster))

    def _ranks(self, wanted: Filter) -> list[int]:
        holds = _OPERATORS.get(wanted.operator)
        if holds is None or not wanted.value.lstrip("-").isdecimal():
            return []
        return [rank for rank in self.known.ranks if holds(rank, int(wanted.value))]

    def _day_tokens(self, first: int, end: int) -> Iterator[str]:
        """Yield the tokens that together cover the days, in the years that the library has."""
        for year in self.known.years:
            at, stop = max(first, date(year, 1, 1).toordinal()), min(end, _year_end(year))
            if (at, stop) == (date(year, 1, 1).toordinal(), _year_end(year)):
                yield index_tokens.year(year)
                continue
            while at < stop:
                day = date.fromordinal(at)
                is_month = day.day == 1 and _month_end(day) <= stop
                if is_month:
                    yield index_tokens.month(year, day.month)
                else:
                    yield index_tokens.day(year, day.month, day.day)
                at = _month_end(day) if is_month else at + 1


def _meta(token: str) -> str:
    return f'meta : "{token}"'


def _any_token(tokens: Iterable[str]) -> str:
    return _any_of(list(map(_meta, tokens))) or _NEVER


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


def _days(wanted: Filter) -> tuple[int, int]:
    """Return the ordinals of the first day that a date filter allows, and of the first after.

    `after:` begins with the day, month or year that it names; `before:` ends ahead of it.
    """
    try:
        named = PartialDate.parse(wanted.value)
    except ValueError:
        return _NO_DAYS
    first = named.first_day().toordinal()
    if wanted.field == "after":
        return first, _LAST_DAY + 1
    if wanted.field == "before":
        return _FIRST_DAY, first
    return first, named.last_day().toordinal() + 1


def _ids(wanted: Filter) -> tuple[int, int]:
    first, end = _days(wanted)
    return sort_ids.first_of(first), EVER[1] if end > _LAST_DAY else sort_ids.first_of(end)


def _year_end(year: int) -> int:
    return date(year, 12, 31).toordinal() + 1


def _month_end(first: date) -> int:
    return first.toordinal() + monthrange(first.year, first.month)[1]


_YES = {("cited", "yes"), ("dup", "yes")}
_NO = {("cited", "no"), ("dup", "no")}
_TOKENS: dict[str, Callable[[str], str]] = {
    "tag": index_tokens.tag,
    "usage": index_tokens.usage,
    "publisher": index_tokens.publisher,
    "lang": index_tokens.language,
    "has": index_tokens.has,
    "colour": index_tokens.colour,
}
