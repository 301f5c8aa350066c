"""The table of memos, with their texts."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace

from briefing.errors import NotFoundError
from briefing.model.ids import Uid
from briefing.model.memo import Memo, MemoRow
from briefing.store import article_index
from briefing.store.index_words import sound
from briefing.store.timestamps import from_text, now, to_text

_FROM = "FROM memos JOIN memo_texts ON memo_pk = pk"
_SELECT = f"SELECT uid, slug, template, fields, body, created_at, updated_at {_FROM}"

Fields = tuple[tuple[str, str], ...]


def get(connection: sqlite3.Connection, uid: Uid) -> Memo:
    """Return a memo; NotFoundError where there is none."""
    found = _find(connection, "uid", uid)
    if found is None:
        raise NotFoundError(f"There is no memo “{uid}” in this library.")
    return found


def find_by_slug(connection: sqlite3.Connection, slug: str) -> Memo | None:
    """Return the memo of a slug, whatever its case, or nothing."""
    return _find(connection, "slug", sound(slug))


def rows(connection: sqlite3.Connection) -> tuple[MemoRow, ...]:
    """Return every memo as a list shows it, the last changed first."""
    found = connection.execute(
        "SELECT uid, slug, template, fields, updated_at,"
        " (SELECT coalesce(max(number), 0) FROM memo_versions WHERE memo_pk = memos.pk)"
        f" {_FROM} ORDER BY updated_at DESC, pk DESC"
    ).fetchall()
    return tuple(
        _row(Memo(Uid(uid), slug, template, fields_of(fields), ""), version, updated)
        for uid, slug, template, fields, updated, version in found
    )


def texts(connection: sqlite3.Connection) -> Iterator[tuple[Uid, str, str]]:
    """Yield uid, title and body of every memo, the last changed first."""
    query = f"SELECT uid, slug, fields, body {_FROM} ORDER BY updated_at DESC, pk DESC"
    for uid, slug, fields, body in connection.execute(query):
        yield Uid(uid), Memo(Uid(uid), slug, "", fields_of(fields), "").title, body


def front_matters(connection: sqlite3.Connection) -> Iterator[tuple[str, Fields]]:
    """Yield template and fields of every memo, the last changed first."""
    query = f"SELECT template, fields {_FROM} ORDER BY updated_at DESC, pk DESC"
    for template, fields in connection.execute(query):
        yield template, fields_of(fields)


def count(connection: sqlite3.Connection) -> int:
    """Return how many memos there are."""
    return connection.execute("SELECT count(*) FROM memos").fetchone()[0]


def add(connection: sqlite3.Connection, memo: Memo) -> Memo:
    """Keep a new memo; return it with its times."""
    moment = memo.created_at or now()
    memo = replace(memo, created_at=moment, updated_at=memo.updated_at or moment)
    cursor = connection.execute(
        "INSERT INTO memos (uid, slug, template, created_at) VALUES (?, ?, ?, ?)",
        (memo.uid, sound(memo.slug), sound(memo.template), to_text(moment)),
    )
    connection.execute(
        "INSERT INTO memo_texts (memo_pk, fields, body, updated_at) VALUES (?, ?, ?, ?)",
        (
            cursor.lastrowid,
            fields_text(memo.fields),
            sound(memo.body),
            to_text(memo.updated_at or moment),
        ),
    )
    return memo


def update(connection: sqlite3.Connection, memo: Memo) -> None:
    """Change a memo to what is handed in; what is the same is not written."""
    pk = pk_of(connection, memo.uid)
    slug, template = sound(memo.slug), sound(memo.template)
    connection.execute(
        "UPDATE memos SET slug = ?, template = ? WHERE pk = ? AND (slug, template) IS NOT (?, ?)",
        (slug, template, pk, slug, template),
    )
    fields, body = fields_text(memo.fields), sound(memo.body)
    connection.execute(
        "UPDATE memo_texts SET fields = ?, body = ?, updated_at = ?"
        " WHERE memo_pk = ? AND (fields, body) IS NOT (?, ?)",
        (fields, body, to_text(now()), pk, fields, body),
    )


def remove(connection: sqlite3.Connection, uid: Uid) -> None:
    """Remove a memo with its text, versions and dismissals; what only it cited is uncited then."""
    pk = pk_of(connection, uid)
    query = "SELECT DISTINCT key FROM sentence_sources WHERE memo_pk = ?"
    keys = [key for (key,) in connection.execute(query, (pk,)).fetchall()]
    connection.execute("DELETE FROM memos WHERE pk = ?", (pk,))
    article_index.refresh(connection, article_index.pks_cited_as(connection, keys))


def pk_of(connection: sqlite3.Connection, uid: Uid) -> int:
    """Return the pk of a memo; NotFoundError where there is none."""
    row = connection.execute("SELECT pk FROM memos WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        raise NotFoundError(f"There is no memo “{uid}” in this library.")
    return row[0]


def fields_text(fields: Fields) -> str:
    """Return front matter as it is kept: JSON pairs, in order."""
    return json.dumps([[sound(name), sound(value)] for name, value in fields], ensure_ascii=False)


def fields_of(text: str) -> Fields:
    """Read what `fields_text` wrote."""
    return tuple((name, value) for name, value in json.loads(text))


def _find(connection: sqlite3.Connection, column: str, value: str) -> Memo | None:
    row = connection.execute(f"{_SELECT} WHERE {column} = ?", (value,)).fetchone()
    if row is None:
        return None
    uid, slug, template, fields, body, created, updated = row
    return Memo(
        uid=Uid(uid),
        slug=slug,
        template=template,
        fields=fields_of(fields),
        body=body,
        created_at=from_text(created),
        updated_at=from_text(updated),
    )


def _row(memo: Memo, version: int, updated: str) -> MemoRow:
    return MemoRow(
        uid=memo.uid,
        slug=memo.slug,
        title=memo.title,
        template=memo.template,
        date=memo.field("date"),
        version=version,
        updated_at=from_text(updated),
    )
