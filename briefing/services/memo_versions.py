"""Versions of memos: named and sent ones, the changes between two, taking one of them back."""

from collections.abc import Callable
from dataclasses import replace

from briefing.errors import InputError, NotFoundError
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.memo import MemoVersion
from briefing.model.memo_change import ChangeKind, MemoChange
from briefing.services.change_draft import drafted
from briefing.services.tracing import retrace
from briefing.store import memos, versions
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.text.memo_changes import memo_changes, without_change

NOW = 0  # the number that stands for the memo as it is
LONGEST = 200  # characters of a name


class MemoVersions:
    """What a memo said at each of its versions."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def changes(self, memo_uid: Uid, before: int, after: int = NOW) -> tuple[MemoChange, ...]:
        """Return what changed from one version to another; NOW is the memo as it is."""
        return memo_changes(self._body(memo_uid, before), self._body(memo_uid, after))

    def name(self, memo_uid: Uid, number: int, name: str) -> Changes:
        """Give a version a name, or with an empty one take it away; outside undo."""
        words = " ".join(name.split())[:LONGEST]
        return self._write(
            "Name version",
            memo_uid,
            lambda connection: versions.name(connection, memo_uid, number, words),
        )

    def mark_sent(self, memo_uid: Uid, number: int, recipients: str) -> Changes:
        """Note that a version went out, and to whom."""
        words = " ".join(recipients.split())[:LONGEST]
        return self._write(
            "Mark version as sent",
            memo_uid,
            lambda connection: versions.mark_sent(connection, memo_uid, number, words),
        )

    def sent(self, memo_uid: Uid) -> MemoVersion | None:
        """Return the version that was sent last; else the last that was exported, or nothing."""
        every = versions.of_memo(self._library.reader(), memo_uid)
        sent = [one for one in every if one.sent_at]
        if sent:
            return max(sent, key=lambda one: one.sent_at or one.created_at)
        return next((one for one in every if one.reason.startswith("exported to ")), None)

    def take_back(self, memo_uid: Uid, number: int, change: MemoChange) -> Changes:
        """Bring one paragraph back as a version had it, as one step of undo.

        `change` is one of `changes(memo_uid, number)`; InputError where the memo changed since.
        """

        def work(connection: Connection) -> None:
            memo = memos.get(connection, memo_uid)
            was = versions.get(connection, memo_uid, number)
            if change.kind is ChangeKind.MOVED:
                raise InputError("A paragraph that only moved is moved back by hand, or with all.")
            if change not in memo_changes(was.body, memo.body):
                raise InputError("The memo was changed meanwhile; compare the versions again.")
            versions.add(connection, memo, f"before a paragraph of version {number} came back")
            changed = replace(memo, body=without_change(memo.body, change))
            memos.update(connection, changed)
            retrace(connection, changed)

        self._library.write("Bring a paragraph back", work)
        return Changes(memos=frozenset({memo_uid}))

    def since_sent(self, memo_uid: Uid) -> str:
        """Return a drafted paragraph, in Markdown, of what changed since the memo was sent.

        Raises NotFoundError where no version was sent or exported.
        """
        version = self.sent(memo_uid)
        if version is None:
            raise NotFoundError(
                "No version of this memo was sent or exported yet: export it, or mark one as sent."
            )
        memo = memos.get(self._library.reader(), memo_uid)
        return drafted(version, memo.body, memo_changes(version.body, memo.body))

    def _body(self, memo_uid: Uid, number: int) -> str:
        reader = self._library.reader()
        if number == NOW:
            return memos.get(reader, memo_uid).body
        return versions.get(reader, memo_uid, number).body

    def _write(self, label: str, memo_uid: Uid, work: Callable[[Connection], None]) -> Changes:
        self._library.write(label, work, undoable=False)
        return Changes(memos=frozenset({memo_uid}))
