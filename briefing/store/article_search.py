"""Finding articles: pages of row ids, by date, by relevance or by a column, each with a cursor.

Times and reasons stand in PERFORMANCE: the newest come out of FTS5 without sorting; relevance is
reckoned exactly only where a bounded probe finds few matches.
"""

import heapq
import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from briefing.errors import InputError
from briefing.model.query import Node
from briefing.store import relevance
from briefing.store.known_values import Known, known_values
from briefing.store.match_query import Match, compile_query, refuses
from briefing.store.match_rows import IN_RANGE, select
from briefing.store.title_hits import newest_with_title

SORTS = ("auto", "date", "relevance", "rank", "added", "title")
RANKED_AT_MOST = 4_000  # with its forms a word costs about twice what it does alone
_WITNESSES = 8  # of the articles before a page tell where it goes on
_RANK = "coalesce(rank, 9223372036854775807)"  # as the index has it: unranked ones last


@dataclass(frozen=True, slots=True)
class FoundIds:
    """Row ids in their order; `after` asks for the next ones, and is empty at the end."""

    ids: tuple[int, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column to sort by: `key` is what it sorts by, unknown values already last."""

    key: str
    direction: str
    beyond: str


_COLUMNS = {
    "rank": _Column(_RANK, "ASC", ">"),
    "added": _Column("created_at", "DESC", "<"),
    "title": _Column("title COLLATE NOCASE", "ASC", ">"),
}

_CURSORS = {
    "date": re.compile(r"date:(-?\d{1,18})"),
    "score": re.compile(r"score:(-?0x[0-9a-f.]+p[+-]\d+):(-?\d{1,18}(?:,-?\d{1,18}){0,7})"),
    "part": re.compile(r"part:([0-2]):(-?\d{1,18})"),
    "rank": re.compile(r"rank:(-?\d{1,18}):(-?\d{1,19})"),
    "added": re.compile(r"added:(-?\d{1,18}):(.*)"),
    "title": re.compile(r"title:(-?\d{1,18}):(.*)", re.DOTALL),
}


def find_page(
    connection: sqlite3.Connection, root: Node | None, sort: str, limit: int, after: str
) -> FoundIds:
    """Return one page; InputError where the order or the cursor is none of ours."""
    if sort not in SORTS:
        raise InputError(f"Articles cannot be sorted by “{sort}”; use {', '.join(SORTS)}.")
    known = known_values(connection, root)
    match = compile_query(root, known)
    if match.is_hopeless or limit < 1:
        return FoundIds(())
    if sort in _COLUMNS:
        return _by_column(connection, match, sort, limit, after)
    if sort == "date" or not match.has_words:
        return _newest(connection, match, limit, after)
    return _relevant(connection, root, known, limit, after)


def _newest(connection: sqlite3.Connection, match: Match, limit: int, after: str) -> FoundIds:
    if match.quick and not after.startswith("date:"):
        parts = (match.quick, _but(match.expression, match.quick))
        return _in_parts(connection, match, parts, limit, after)
    high = int(_read(after, "date")[0]) if after else match.high
    ids = _newest_below(connection, match, limit + 1, high)
    return _page(ids, limit, lambda last: f"date:{ids[last]}")


def _newest_below(connection: sqlite3.Connection, match: Match, limit: int, high: int) -> list[int]:
    query, values = select(match)
    order = "rowid" if match.expression else "sort_id"
    values = (*values[:-1], min(high, match.high), limit)
    rows = connection.execute(f"{query} ORDER BY {order} DESC LIMIT ?", values)
    return [rowid for (rowid,) in rows.fetchall()]


def _relevant(
    connection: sqlite3.Connection, root: Node | None, known: Known, limit: int, after: str
) -> FoundIds:
    match = compile_query(root, known)
    fewest = replace(match, expression=match.quick or match.expression)
    is_begun = after.startswith("score:")  # then it goes on so, though many may have come since
    if after.startswith("part:") or not (is_begun or _is_small(connection, *select(fewest))):
        return _titles_first(connection, root, known, limit, after)
    ranked = relevance.ranked(connection, fewest, root)
    best = heapq.nsmallest(limit + 1, _behind(ranked, after) if after else ranked)
    ids = [-rowid for _, rowid in best]
    found = [(one, _score_cursor(best[at][0], ids[: at + 1])) for at, one in enumerate(ids)]
    if match.quick and len(found) <= limit:  # what begins with rarer words comes last
        others = replace(match, expression=_but(match.expression, match.quick))
        ids = _newest_below(connection, others, limit + 1 - len(found), match.high)
        found += [(rowid, f"part:2:{rowid}") for rowid in ids]
    return _page([rowid for rowid, _ in found], limit, lambda last: found[last][1])


def _score_cursor(score: float, ids: Sequence[int]) -> str:
    return f"score:{score.hex()}:{','.join(map(str, ids[-_WITNESSES:]))}"


def _behind(ranked: Sequence[tuple[float, int]], after: str) -> list[tuple[float, int]]:
    """Return what follows the place that a cursor names.

    Each article that comes or goes changes the scores of all others, so the place is where the
    last ones of the page before stand now; that in their middle, since one may itself have changed.
    """
    score, ids = _read(after, "score")
    shown = {-int(one) for one in ids.split(",")}
    stand = sorted(pair for pair in ranked if pair[1] in shown)
    last = (float.fromhex(score), -int(ids.rpartition(",")[2]))
    place = stand[len(stand) // 2] if stand else last
    return [pair for pair in ranked if pair > place and pair[1] not in shown]


def _titles_first(
    connection: sqlite3.Connection, root: Node | None, known: Known, limit: int, after: str
) -> FoundIds:
    match = compile_query(root, known)
    found = match.quick or match.expression
    rest = [_but(match.expression, found)] if match.quick else []
    if relevance.has_rare_word(connection, root):
        titled = compile_query(root, known, only_title=True)
        titles = titled.quick or titled.expression
        # What has the words in its title has them; but what is refused may stand elsewhere.
        in_title = f"({found}) AND ({titles})" if refuses(root) else titles
        parts = [in_title, _but(found, titles), *rest]
        return _in_parts(connection, match, parts, limit, after)
    ahead = newest_with_title(connection, replace(match, expression=found), root)
    return _in_parts(connection, match, [found, *rest], limit, after, ahead)


def _is_small(connection: sqlite3.Connection, query: str, values: tuple[str | int, ...]) -> bool:
    probe = f"SELECT count(*) FROM ({query} LIMIT ?)"
    count: int = connection.execute(probe, (*values, RANKED_AT_MOST + 1)).fetchone()[0]
    return count <= RANKED_AT_MOST


def _but(expression: str, other: str) -> str:
    return f"({expression}) NOT ({other})"


def _in_parts(
    connection: sqlite3.Connection,
    match: Match,
    parts: Sequence[str],
    limit: int,
    after: str,
    ahead: Sequence[int] | None = None,
) -> FoundIds:
    """Return what the parts of a match find, one part after the other, each newest first.

    `ahead` are row ids that are a part of their own, before all others, and in none of those.
    """
    begun, high = map(int, _read(after, "part")) if after else (0, match.high)
    first, known = (0, frozenset[int]()) if ahead is None else (1, frozenset(ahead))
    found = [(0, one) for one in ahead or () if begun == 0 and one < high][: limit + 1]
    for number, expression in enumerate(parts, first):
        if number < begun or len(found) > limit:
            continue
        narrowed = replace(match, expression=expression)
        below = high if number == begun else match.high
        room = limit + 1 - len(found)
        ids = _newest_below(connection, narrowed, room + len(known), below)
        found += [(number, one) for one in ids if one not in known][:room]
    ids = [one for _, one in found]
    return _page(ids, limit, lambda last: "part:{}:{}".format(*found[last]))


def _by_column(
    connection: sqlite3.Connection, match: Match, sort: str, limit: int, after: str
) -> FoundIds:
    column = _COLUMNS[sort]
    query, values = select(match)
    # Few hits are fetched and sorted. For many, the column's own index is walked until the page is
    # full: the plus keeps SQLite from fetching all of them.
    id_ = "sort_id" if match.expression and _is_small(connection, query, values) else "+sort_id"
    in_range = IN_RANGE.replace("sort_id", "+sort_id")
    conditions = [f"{id_} IN ({query})" if match.expression else in_range]
    bound: list[str | int] = list(values)
    if after:
        sort_id, key = _read(after, sort)
        value = int(key) if sort == "rank" else key
        conditions.append(f"{column.key} {column.beyond}= ?")
        conditions.append(f"({column.key} {column.beyond} ? OR +sort_id < ?)")
        bound += [value, value, int(sort_id)]
    rows = connection.execute(
        f"SELECT sort_id, {column.key} FROM articles WHERE {' AND '.join(conditions)}"
        f" ORDER BY {column.key} {column.direction}, sort_id DESC LIMIT ?",
        (*bound, limit + 1),
    ).fetchall()
    ids = [sort_id for sort_id, _ in rows]
    return _page(ids, limit, lambda last: "{}:{}:{}".format(sort, *rows[last]))


def _page(ids: list[int], limit: int, cursor: Callable[[int], str]) -> FoundIds:
    """Cut the one id that was asked for too many; where it was there, the page has a next."""
    return FoundIds(tuple(ids[:limit]), cursor(limit - 1) if len(ids) > limit else "")


def _read(after: str, kind: str) -> tuple[str, ...]:
    """Read a cursor; InputError where it belongs to another order or is none."""
    match = _CURSORS[kind].fullmatch(after)
    if match is None:
        raise InputError(
            "The place to go on from belongs to another search; start again without it."
        )
    return match.groups()
