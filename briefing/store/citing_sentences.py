"""Sentences of memos by what they cite: read from the trace, with the words as they stand."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.store.memos import fields_of

_BEHIND = 600  # code points behind a sentence, in which its citations end


@dataclass(frozen=True, slots=True)
class CitingRow:
    """A sentence that cites a key; `behind` is what follows it in the memo."""

    memo_uid: Uid
    slug: str
    title: str
    start: int
    text: str
    behind: str
    key: str


def citing(connection: sqlite3.Connection, keys: Iterable[str]) -> tuple[CitingRow, ...]:
    """Return the sentences that cite any of these keys, whatever their case, memo by memo."""
    rows = connection.execute(
        "WITH cited AS MATERIALIZED (SELECT memo_pk, start, end, key FROM sentence_sources"
        " WHERE lower(key) IN (SELECT lower(value) FROM json_each(?)))"
        " SELECT uid, slug, template, fields, start, substr(body, start + 1, end - start),"
        f" substr(body, end + 1, {_BEHIND}), key FROM cited"
        " JOIN memos ON memos.pk = cited.memo_pk JOIN memo_texts USING (memo_pk)"
        " ORDER BY cited.memo_pk, start, key",
        (json.dumps(list(keys)),),
    ).fetchall()
    return tuple(
        CitingRow(Uid(uid), slug, _title(slug, template, fields), start, text, behind, key)
        for uid, slug, template, fields, start, text, behind, key in rows
    )


def _title(slug: str, template: str, fields: str) -> str:
    return Memo(Uid(""), slug, template, fields_of(fields), "").title
