"""Which memo and which version of it a returned Word file was made from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.errors import InputError
from briefing.model.ids import Uid
from briefing.model.memo import MemoVersion
from briefing.model.memo_mark import MemoMark, mark_in, memo_mark
from briefing.model.word_review import ReviewedFile
from briefing.review.reading.resolved_text import resolved_text
from briefing.store import memos, versions
from briefing.store.connections import Connection
from briefing.text.shingles import shingle

_LIKE = 0.3  # of the file's runs of words: so many a version must share to be the one


@dataclass(frozen=True, slots=True)
class Origin:
    """The version that a file was made from; `warning` says where that is only the likeliest."""

    memo_uid: Uid
    version: MemoVersion
    warning: str = ""


def origin_of(
    connection: Connection, file: ReviewedFile, memo_uid: Uid | None, *, by_text: bool
) -> Origin:
    """Return where a file comes from: by the mark that an export leaves in it, else by its words.

    `memo_uid` is the memo that the user says it is of. InputError says what else may be done.
    """
    names = (mark.name for paragraph in file.paragraphs for mark in paragraph.bookmarks)
    mark = None if by_text else mark_in(names)
    owner = _owner(connection, mark, file, memo_uid)
    wanted = memo_uid or owner
    kept = _versions(connection, [wanted] if wanted else _all_memos(connection))
    for version in kept:
        if mark and mark in _marks(version):
            return Origin(version.memo_uid, version)
    return _by_words(connection, file, kept, wanted, is_marked=mark is not None)


def _owner(
    connection: Connection, mark: MemoMark | None, file: ReviewedFile, memo_uid: Uid | None
) -> Uid | None:
    """Return the memo that a mark names; InputError where it is another one, or none of ours."""
    if mark is None:
        return None
    rows = memos.rows(connection)
    owner = next((row for row in rows if row.uid.startswith(mark.memo)), None)
    named = next((row for row in rows if row.uid == memo_uid), None)
    if owner is None:
        way = "compare it by its words alone" if named else "name the memo to compare it with"
        raise InputError(
            f"“{file.name}” was made from a memo that is not in this library; open the library"
            f" that holds it, or {way}."
        )
    if named and owner.uid != named.uid:
        raise InputError(
            f"“{file.name}” is a copy of the memo “{owner.title}”, not of “{named.title}”; review"
            " it there, or compare it by its words alone."
        )
    return owner.uid


def _by_words(
    connection: Connection,
    file: ReviewedFile,
    kept: Sequence[MemoVersion],
    wanted: Uid | None,
    *,
    is_marked: bool,
) -> Origin:
    """Return the version whose words a file shares most; the newest of those that share as many."""
    words = shingle(resolved_text(file, accept=False)).kinds
    scored = ((_share(words, version), version.number, version) for version in kept)
    best = max(scored, key=lambda one: one[:2], default=None)
    if best is None or (best[0] < _LIKE and wanted is None):
        raise InputError(
            f"“{file.name}” shares few words with any version of a memo of this library; name the"
            " memo that it is of, or open the library that holds it."
        )
    share, _, version = best
    title = memos.get(connection, version.memo_uid).title
    if share < _LIKE:
        raise InputError(
            f"“{file.name}” shares few words with any version of “{title}”; check that it is a"
            " copy of this memo."
        )
    what = "from a state of the memo that is no version" if is_marked else "without our marks"
    warning = (
        f"“{file.name}” came {what}; it was compared with version {version.number} of"
        f" “{title}”, which shares most of its words."
    )
    return Origin(version.memo_uid, version, warning)


def _share(words: frozenset[int], version: MemoVersion) -> float:
    mine = shingle(version.printed or version.body).kinds
    return len(words & mine) / (len(words) or 1)


def _marks(version: MemoVersion) -> tuple[MemoMark, ...]:
    """Return the marks of a version: of its text, and of what was printed of it."""
    bodies = (version.body, version.printed) if version.printed else (version.body,)
    return tuple(memo_mark(version.memo_uid, version.fields, body) for body in bodies)


def _all_memos(connection: Connection) -> list[Uid]:
    return [row.uid for row in memos.rows(connection)]


def _versions(connection: Connection, uids: Iterable[Uid]) -> list[MemoVersion]:
    return [version for uid in uids for version in versions.of_memo(connection, uid)]
