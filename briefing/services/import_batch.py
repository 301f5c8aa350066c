"""Files that are written in one transaction: each becomes an article, or changes one."""

from collections.abc import Sequence

from briefing.model.ids import Uid, new_uid
from briefing.model.import_outcome import ImportOutcome, Outcome
from briefing.services.citekey_giving import CitekeyGiving
from briefing.services.import_identity import Acquaintance, Known, places_of
from briefing.services.import_preparing import Prepared, PreparedFile
from briefing.services.import_refresh import refresh
from briefing.store import article_batches, article_places
from briefing.store.article_batches import NewArticle
from briefing.store.connections import Connection


class Batch:
    """Some files of an import; new articles wait, to be added by date.

    The search index takes rows quickly only in the order of their ids, which is that of dates.
    """

    def __init__(self, files: Sequence[PreparedFile], citekeys: CitekeyGiving) -> None:
        self._files = files
        self._citekeys = citekeys
        self._waiting: dict[Uid, NewArticle] = {}
        self._copies: list[tuple[str, Uid, str]] = []  # place, article, SHA-256
        self.added: list[Uid] = []

    def write(self, connection: Connection) -> list[ImportOutcome]:
        """Write all files; return what became of each."""
        contents = [file.content for file in self._files if file.content]
        same = [file.same_place for file in self._files if file.same_place]
        acquaintance = Acquaintance(connection, contents, same)
        self._citekeys.begin(connection, (content.citekey_stem for content in contents))
        outcomes = [self._take(connection, acquaintance, file) for file in self._files]
        self._add_waiting(connection)
        if any(one.outcome in {Outcome.ADDED, Outcome.UPDATED} for one in outcomes):
            for place, uid, sha256 in self._copies:  # else there would be nothing to undo but them
                article_places.put(connection, place, uid, sha256)
        return outcomes

    def _take(
        self, connection: Connection, acquaintance: Acquaintance, file: PreparedFile
    ) -> ImportOutcome:
        if file.same_place:
            return _same(file, acquaintance.citekey_at(file.same_place))
        if file.content is None:
            return ImportOutcome(file.path, Outcome.FAILED, reason=file.reason)
        known = acquaintance.known(file.content)
        if known is None:
            uid, citekey = self._let_wait(connection, file.content)
            acquaintance.meet(file.content, uid, citekey)
            return ImportOutcome(file.path, Outcome.ADDED, citekey, file.reason)
        if known.is_same:
            self._know_copy(known, file.content)
            return ImportOutcome(file.path, Outcome.UNCHANGED, known.citekey, known.told)
        if known.uid in self._waiting:
            self._add_waiting(connection)
        for place, sha256 in places_of(file.content):
            article_places.put(connection, place, known.uid, sha256)
        told = refresh(connection, known, file.content)
        acquaintance.meet(file.content, known.uid, known.citekey)
        if told is None:
            return ImportOutcome(file.path, Outcome.UNCHANGED, known.citekey)
        reason = " ".join(filter(None, (told, file.reason)))
        return ImportOutcome(file.path, Outcome.UPDATED, known.citekey, reason)

    def _know_copy(self, known: Known, file: Prepared) -> None:
        """Keep where a part stands that is a copy: its article may have other bytes next time.

        Not so for a file of its own: it may be written over with another article.
        """
        if file.whole_place and not known.by_place:
            self._copies.append((file.file_place, known.uid, file.original.sha256))

    def _let_wait(self, connection: Connection, file: Prepared) -> tuple[Uid, str]:
        uid, citekey = new_uid(), self._citekeys.give(connection, file.citekey_stem)
        draft = file.draft
        self._waiting[uid] = NewArticle(
            uid=uid,
            citekey=citekey,
            published=draft.published,
            tags=draft.tags,
            original=file.original,
            places=places_of(file),
            rows=file.rows,
        )
        return uid, citekey

    def _add_waiting(self, connection: Connection) -> None:
        article_batches.add_all(connection, sorted(self._waiting.values(), key=_by_date))
        self.added += self._waiting
        self._waiting.clear()


def _same(file: PreparedFile, citekey: str | None) -> ImportOutcome:
    if citekey is None:
        reason = "Its article was removed while it was imported; import it again."
        return ImportOutcome(file.path, Outcome.FAILED, reason=reason)
    return ImportOutcome(file.path, Outcome.UNCHANGED, citekey)


def _by_date(new: NewArticle) -> tuple[int, int, int]:
    """Order as the index does: by day, undated articles first."""
    published = new.published
    if published is None:
        return (0, 0, 0)
    return (published.year, published.month or 1, published.day or 1)
