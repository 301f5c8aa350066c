"""A query's tree as one condition of SQL, for the tables of facts and of memos.

They are small beside the articles: each word is asked of FTS5 by itself, each filter is a condition
of its own, and SQLite joins them.
"""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefing.model.partial_date import PartialDate
from briefing.model.query import And, Filter, Near, Node, Not, Or, Words
from briefing.store.match_query import phrase

Condition = tuple[str, tuple[str | int, ...]]
Reader = Callable[[str], Condition]
NEVER: Condition = ("false", ())


@dataclass(frozen=True, slots=True)
class Searched:
    """A table that can be searched: its index, the columns that fields name, and its filters."""

    key: str  # the column that holds the index's rowid
    index: str
    columns: Mapping[str, str]
    filters: Mapping[str, Reader]


def condition_of(root: Node | None, searched: Searched) -> Condition:
    """Return the condition and its values; a query that asks for nothing lets all pass."""
    return _condition(root, searched) or ("true", ()) if root else ("true", ())


def within(first: str, last: str) -> Mapping[str, Reader]:
    """Return the filters by date, given SQL for the first and last day of what is compared."""

    def before(value: str) -> Condition:
        return f"{first} <> '' AND {first} < ?", (_days(value)[0],)

    def after(value: str) -> Condition:
        return f"{first} <> '' AND {last} >= ?", (_days(value)[0],)

    def on(value: str) -> Condition:
        begin, end = _days(value)
        return f"{first} <> '' AND {first} <= ? AND {last} >= ?", (end, begin)

    return {"before": before, "after": after, "on": on}


def first_day(column: str) -> str:
    """Return SQL for the first day of a partial date, as text; an empty one stays empty."""
    return (
        f"CASE WHEN {column} <> '' THEN substr(rtrim({column}, '~') || '-01-01', 1, 10) ELSE '' END"
    )


def last_day(column: str) -> str:
    """Return SQL for text that no day of a partial date comes after."""
    return f"substr(rtrim({column}, '~') || '-99-99', 1, 10)"


def plain(text: str) -> str:
    """Return the text without case and diacritics."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in spread if not unicodedata.combining(char))


def _condition(node: Node, searched: Searched) -> Condition | None:
    """Return nothing for what cannot be searched for: it is as if it were not there."""
    match node:
        case Words(field=field) | Near((Words(field=field), *_)):
            return _words(_expression(node), field, searched)
        case Near():
            return None
        case Filter(field=field, value=value):
            reader = searched.filters.get(field)
            return reader(value) if reader else NEVER
        case Not(part):
            inner = _condition(part, searched)
            return (f"NOT coalesce({inner[0]}, false)", inner[1]) if inner else None
        case And(parts):
            return _joined(" AND ", [_condition(part, searched) for part in parts])
        case Or(parts):
            return _joined(" OR ", [_condition(part, searched) for part in parts])


def _joined(operator: str, parts: list[Condition | None]) -> Condition | None:
    real = [part for part in parts if part]
    if not real:
        return None
    values = tuple(value for _, values in real for value in values)
    return f"({operator.join(sql for sql, _ in real)})", values


def _words(expression: str, field: str, searched: Searched) -> Condition | None:
    if not expression:
        return None
    if field and field not in searched.columns:
        return NEVER
    column = f"{searched.columns[field]} : " if field else ""
    chosen = f"SELECT rowid FROM {searched.index} WHERE {searched.index} MATCH ?"
    return f"{searched.key} IN ({chosen})", (column + expression,)


def _expression(node: Words | Near) -> str:
    if isinstance(node, Words):
        quoted = phrase(node.text)
        return f"{quoted} *" if quoted and node.prefix else quoted
    parts = [part for part in map(_expression, node.words) if part]
    return f"NEAR({' '.join(parts)}, {node.distance})" if parts else ""


def _days(value: str) -> tuple[str, str]:
    try:
        named = PartialDate.parse(value)
    except ValueError:  # of a saved search, or handed in by a program
        return "9999-99-99", "0000-00-00"
    return named.first_day().isoformat(), named.last_day().isoformat()
