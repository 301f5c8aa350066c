"""The table of releases: which version of a memo left as which file; lines are only added."""

import json
import sqlite3
from pathlib import Path
from typing import Any, cast

from briefing.model.export_options import CommentsKept, ExportOptions, Waiver
from briefing.model.ids import Uid
from briefing.model.memo_release import MemoRelease
from briefing.model.template import NoteStyle
from briefing.store.index_words import sound
from briefing.store.memos import pk_of
from briefing.store.timestamps import from_text, to_text


def of_memo(connection: sqlite3.Connection, memo_uid: Uid) -> tuple[MemoRelease, ...]:
    """Return the releases of a memo, the latest first."""
    rows = connection.execute(
        "SELECT r.uid, version, version_hash, file_name, file_hash, recipients, options, waivers,"
        " released_at FROM memo_releases AS r JOIN memos ON memos.pk = memo_pk"
        " WHERE memos.uid = ? ORDER BY r.pk DESC",
        (memo_uid,),
    ).fetchall()
    return tuple(
        MemoRelease(
            Uid(uid), memo_uid, version, version_hash, name, file_hash, recipients,
            _options(options), _waivers(waivers), from_text(released_at),
        )
        for uid, version, version_hash, name, file_hash, recipients, options, waivers, released_at
        in rows
    )  # fmt: skip


def add(connection: sqlite3.Connection, release: MemoRelease) -> None:
    """Write a line of the log."""
    connection.execute(
        "INSERT INTO memo_releases (uid, memo_pk, version, version_hash, file_name, file_hash,"
        " recipients, options, waivers, released_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            release.uid,
            pk_of(connection, release.memo_uid),
            release.version,
            release.version_hash,
            sound(release.file_name),
            release.file_hash,
            sound(release.recipients),
            _options_text(release.options),
            json.dumps([[sound(one.rule), sound(one.reason)] for one in release.waivers]),
            to_text(release.released_at),
        ),
    )


def _options_text(options: ExportOptions) -> str:
    """Return what shapes the file; of a style file the name alone, for folders are private."""
    return json.dumps(
        {
            "notes": options.notes.value if options.notes else "",
            "style": sound(options.style.name) if options.style else "",
            "styles": [[sound(role), sound(name)] for role, name in options.styles],
            "csl": sound(Path(options.csl).name),
            "annex": options.annex,
            "comments": options.comments.value,
            "redline": options.redline,
        }
    )


def _options(text: str) -> ExportOptions:
    kept = cast("dict[str, Any]", json.loads(text))
    return ExportOptions(
        notes=NoteStyle(kept["notes"]) if kept["notes"] else None,
        style=Path(kept["style"]) if kept["style"] else None,
        styles=tuple((role, name) for role, name in kept.get("styles", ())),
        csl=kept["csl"],
        annex=kept["annex"],
        comments=CommentsKept(kept["comments"]),
        redline=kept["redline"],
    )


def _waivers(text: str) -> tuple[Waiver, ...]:
    return tuple(Waiver(rule, reason) for rule, reason in json.loads(text))
