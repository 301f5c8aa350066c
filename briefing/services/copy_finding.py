"""Keeping the clusters of near-copies up to date with the texts, proving and rebuilding them."""

from collections.abc import Callable, Iterator, Sequence

from briefing.model.changes import Changes
from briefing.model.finding import Finding, Severity
from briefing.model.ids import Uid
from briefing.services.copy_comparing import Comparing, sketch_row
from briefing.store import article_index, article_sketches, copy_pairs, duplicate_members
from briefing.store.connections import Connection
from briefing.store.library_file import Library

SKETCHED = 1000  # articles a transaction
COMPARED = 250
AT_ONCE = 200  # articles that an undo compares again itself; more wait for the next search
_LABEL = "Find copies"

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class CopyFinding:
    """One search for copies through a library; it ends early where `cancelled` says so."""

    def __init__(self, library: Library, progress: Progress, cancelled: Cancelled) -> None:
        self._library = library
        self._progress = progress
        self._cancelled = cancelled
        self._comparing = Comparing(library.reader())
        self._done = 0
        self._total = 0
        self.changes = Changes()
        self.is_cancelled = False

    def run(self) -> int:
        """Sketch and compare what waits; return how many articles were compared."""
        reader = self._library.reader()
        new = article_sketches.unsketched(reader)
        self._total = 2 * len(new) + len(article_sketches.uncompared(reader))
        for batch in self._batches(new, SKETCHED):
            self._sketch(batch)
        compared = 0
        if not self.is_cancelled:
            for batch in self._batches(article_sketches.uncompared(reader), COMPARED):
                self._compare(batch)
                compared += len(batch)
        return compared

    def _batches(self, pks: Sequence[int], size: int) -> Iterator[Sequence[int]]:
        for start in range(0, len(pks), size):
            if self._cancelled():
                self.is_cancelled = True
                return
            batch = pks[start : start + size]
            yield batch
            self._done += len(batch)
            self._progress(min(self._done, self._total), self._total)

    def _sketch(self, pks: Sequence[int]) -> None:
        texts = article_sketches.sketchable(self._library.reader(), pks)
        rows = [(sketch_row(text), text.updated_at) for text in texts]
        self._library.write(
            _LABEL, lambda connection: article_sketches.put_all(connection, rows), undoable=False
        )

    def _compare(self, pks: Sequence[int]) -> None:
        pairs = self._comparing.new_pairs(pks)

        def work(connection: Connection) -> frozenset[Uid]:
            copy_pairs.add(connection, pairs)
            article_sketches.set_compared(connection, pks)
            moved = duplicate_members.recluster(connection, pks)
            return duplicate_members.uids_of(connection, moved)

        moved, changes = self._library.change(_LABEL, work, undoable=False)
        self.changes |= changes | Changes(articles=moved)


def derive_changed(connection: Connection, changes: Changes) -> None:
    """Compare articles again that an undo brought back or changed, if copies are looked for."""
    if not article_sketches.are_used(connection):
        return
    if changes.everything:
        duplicate_members.recluster(connection, copy_pairs.paired(connection))
        return
    touched = article_index.pks_of(connection, changes.articles)
    waiting = set(touched) - {
        row.article_pk for row in article_sketches.find_all(connection, touched)
    }
    if len(waiting) <= AT_ONCE:
        compare_again(connection, sorted(waiting))
    duplicate_members.recluster(connection, {*touched, *duplicate_members.unsettled(connection)})


def compare_again(connection: Connection, pks: Sequence[int]) -> None:
    """Sketch articles and compare them with all others."""
    texts = article_sketches.sketchable(connection, pks)
    article_sketches.put_all(connection, [(sketch_row(one), one.updated_at) for one in texts])
    copy_pairs.add(connection, Comparing(connection).new_pairs(pks))
    article_sketches.set_compared(connection, pks)


def stale_copies(connection: Connection) -> tuple[Finding, ...]:
    """Return a finding for what is not as it follows from the texts."""
    found: list[Finding] = []
    wrong = wrong_sketches(connection)
    if wrong:
        found.append(_finding(f"{len(wrong):,} sketches", "They are not those of the texts."))
    whole = copy_pairs.component(connection, copy_pairs.paired(connection))
    wanted = duplicate_members.derive(connection, whole)
    if duplicate_members.kept(connection, whole) != wanted:
        found.append(_finding("clusters", "They do not follow from the pairs of copies."))
    return tuple(found)


def wrong_sketches(connection: Connection) -> list[int]:
    """Return the articles whose sketches or keys are not those of their texts."""
    wrong = {
        row.article_pk
        for row, text in article_sketches.every(connection)
        if row != sketch_row(text)
    }
    return sorted(wrong | set(article_sketches.stray_keys(connection)))


def rebuild_copies(connection: Connection) -> None:
    """Derive again what is wrong; what was never looked at goes on waiting."""
    wrong = wrong_sketches(connection)
    article_sketches.remove(connection, wrong)
    compare_again(connection, wrong)
    duplicate_members.recluster(connection, copy_pairs.paired(connection))


def _finding(place: str, reason: str) -> Finding:
    return Finding("copies", place, reason, "Repair the library.", Severity.ERROR)
