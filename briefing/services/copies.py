"""Near-copies: finding wire copies and reprints, showing their clusters, counting true sources."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.errors import InputError
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.near_copies import Cluster, CopyMember, MergePreview
from briefing.services import merging
from briefing.services.copy_finding import Cancelled, CopyFinding, Progress
from briefing.services.corroborating import corroborations
from briefing.store import article_index, article_rows, article_sketches, copy_pairs
from briefing.store import duplicate_members as clusters_kept
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.text.copy_rule import resemblance
from briefing.text.shingles import shingle


@dataclass(frozen=True, slots=True)
class CopiesReport:
    """What a search for copies did, and how many clusters of how many articles there are now."""

    compared: int
    clusters: int
    articles: int
    changes: Changes
    cancelled: bool = False


class Copies:
    """What can be asked and said of near-copies. Every method may be called from any thread."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def find(
        self, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> CopiesReport:
        """Compare the articles that are new or changed with all others.

        Cancelling keeps what was found; the next search goes on from there.
        """
        finding = CopyFinding(self._library, progress or _tell_nobody, cancelled or _never)
        compared = finding.run()
        clusters, articles = clusters_kept.counts(self._library.reader())
        return CopiesReport(compared, clusters, articles, finding.changes, finding.is_cancelled)

    def clusters(self, limit: int = 50, after: int = 0) -> tuple[Cluster, ...]:
        """Return clusters, the newest first; `after` is the number of the last one before."""
        reader = self._library.reader()
        numbers = clusters_kept.clusters(reader, after, limit)
        return tuple(_cluster(reader, number) for number in numbers)

    def of(self, uid: Uid) -> Cluster | None:
        """Return the cluster in which an article stands, or nothing."""
        reader = self._library.reader()
        number = clusters_kept.cluster_of(reader, uid)
        return None if number is None else _cluster(reader, number)

    def not_copies(self, one: Uid, other: Uid) -> Changes:
        """Say that two articles are no copies of one another, for good; it can be undone."""
        if one == other:
            raise InputError("Name two different articles that are no copies of one another.")

        def work(connection: Connection) -> None:
            pks = article_index.pks_of(connection, (one, other))
            if len(pks) < 2:
                raise InputError("One of these articles is no longer in the library.")
            copy_pairs.refuse(connection, *pks)
            clusters_kept.recluster(connection, pks)

        return self._library.change("Tell copies apart", work)[1]

    def preview_merge(self, keep: Uid, others: Sequence[Uid]) -> MergePreview:
        """Return what merging would bring, and the quotes that the kept text does not have."""
        return merging.preview(self._library.reader(), keep, others)

    def merge(self, keep: Uid, others: Sequence[Uid]) -> Changes:
        """Merge articles into the one that is kept, as one step of undo.

        Tags, notes, facts and citations are kept; a quote that the kept text does not have is
        `lost`, as the preview tells.
        """
        count = len({*others} - {keep}) + 1
        return self._library.change(
            f"Merge {count:,} articles", lambda connection: merging.merge(connection, keep, others)
        )[1]

    def independent_sources(self, fact_uid: Uid) -> int:
        """Return on how many sources a fact rests that do not repeat one another.

        Near-copies count once, and so do articles of one publisher or one news agency.
        """
        return corroborations(self._library.reader(), (fact_uid,))[fact_uid].independent


def _cluster(connection: Connection, number: int) -> Cluster:
    return Cluster(number, tuple(_members(connection, number)))


def _members(connection: Connection, number: int) -> Iterator[CopyMember]:
    members = clusters_kept.members(connection, number)
    pks = [pk for pk, _ in members]
    bodies = {text.article_pk: text.body for text in article_sketches.sketchable(connection, pks)}
    earliest = shingle(bodies.get(pks[0], "")) if pks else shingle("")
    for index, (pk, uid) in enumerate(members):
        alike = 1.0 if index == 0 else resemblance(earliest, shingle(bodies.get(pk, "")))
        yield CopyMember(article_rows.get(connection, uid), round(alike, 3), index == 0)


def _tell_nobody(done: int, total: int) -> None:
    del done, total


def _never() -> bool:
    return False
