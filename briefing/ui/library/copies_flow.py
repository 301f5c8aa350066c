"""Near-copies from the window: found after imports, looked through, merged when it is wished."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.memo_change import WordKind
from briefing.model.near_copies import Cluster, MergePreview
from briefing.text.word_changes import word_changes
from briefing.ui.context import WindowContext
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.copies_dialog import CopiesDialog
from briefing.ui.tasks import Progress

_AT_ONCE = 200  # clusters read at once


@dataclass(frozen=True, slots=True)
class _Comparison:
    """How two articles differ, and what merging would do."""

    changes: list[tuple[WordKind, str]]
    preview: MergePreview


class CopiesFlow(QObject):
    """Looks for near-copies in the background and shows them one cluster at a time."""

    def __init__(self, context: WindowContext, over: ArticleList) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._dialog: CopiesDialog | None = None
        self._clusters: tuple[Cluster, ...] = ()
        self._at = 0
        self._is_finding = False
        context.actions.handle("library.copies", self.show_all)
        context.actions.handle("library.copies_of", self.show_current)

    def find(self) -> None:
        """Look for near-copies among what is new, once at a time."""
        if not self._is_finding:
            self._is_finding = True
            self._context.tasks.run_long(
                self._find, self._on_found, self._on_not_found, label="Looking for near-copies"
            )

    def show_all(self) -> None:
        """Show every cluster, those of the newest articles first."""
        self._context.tasks.run_long(
            self._find_and_read, self._on_read, label="Looking for near-copies"
        )

    def show_current(self) -> None:
        """Show the cluster of the article that the list is on."""
        uid = self._over.current()
        if uid:
            work = partial(self._context.desk.copies.of, uid)
            self._context.tasks.run(work, self._on_one_read)

    # finding

    def _find(self, progress: Progress) -> Changes:
        return self._context.desk.copies.find(progress.report, progress.is_cancelled).changes

    def _find_and_read(self, progress: Progress) -> tuple[Changes, tuple[Cluster, ...]]:
        changes = self._find(progress)
        return changes, tuple(self._context.desk.copies.clusters(_AT_ONCE))

    def _on_found(self, changes: Changes) -> None:
        self._is_finding = False
        self._context.bulletin.post(changes)

    def _on_not_found(self, error: Exception) -> None:
        self._is_finding = False
        self._context.messages.warn(str(error))

    def _on_read(self, read: tuple[Changes, tuple[Cluster, ...]]) -> None:
        changes, clusters = read
        self._context.bulletin.post(changes)
        self._show(clusters)
        if not clusters:
            self._context.messages.info("No article is a near-copy of another.")

    def _on_one_read(self, cluster: Cluster | None) -> None:
        if cluster:
            self._show((cluster,))
        else:
            self._context.messages.info("This article has no near-copies.")

    # showing

    def _show(self, clusters: tuple[Cluster, ...]) -> None:
        self._clusters = clusters
        self._at = min(self._at, max(len(clusters) - 1, 0))
        if not clusters:
            if self._dialog is not None:
                self._dialog.accept()
            return
        if self._dialog is None:
            self._at = 0
            self._dialog = self._make_dialog()
            self._dialog.open_over_window()
        self._show_current()

    def _make_dialog(self) -> CopiesDialog:
        dialog = CopiesDialog(self._context.theme, self._over.window())
        dialog.comparison_requested.connect(self._on_comparison_requested)
        dialog.merge_requested.connect(self._on_merge_requested)
        dialog.refusal_requested.connect(self._on_refusal_requested)
        dialog.article_requested.connect(self._on_article_requested)
        dialog.step_requested.connect(self._on_step_requested)
        dialog.destroyed.connect(self._on_dialog_gone)
        return dialog

    def _show_current(self) -> None:
        if self._dialog is not None:
            count = len(self._clusters)
            self._dialog.show_cluster(self._clusters[self._at], self._at + 1, count)

    def _on_step_requested(self, step: int) -> None:
        self._at = (self._at + step) % len(self._clusters)
        self._show_current()

    def _on_article_requested(self, uid: str) -> None:
        self._context.navigator.open_article(Uid(uid))

    def _on_comparison_requested(self, kept: str, other: str) -> None:
        work = partial(self._compare, Uid(kept), Uid(other))
        self._context.tasks.run(work, self._on_compared, key="library.compare")

    def _compare(self, kept: Uid, other: Uid) -> _Comparison:
        desk = self._context.desk
        texts = (desk.searching.article(uid).body for uid in (kept, other))
        return _Comparison(word_changes(*texts), desk.copies.preview_merge(kept, (other,)))

    def _on_compared(self, comparison: _Comparison) -> None:
        if self._dialog is not None:
            self._dialog.show_changes(comparison.changes, comparison.preview)

    # changing

    def _on_merge_requested(self, kept: str, others: list[str]) -> None:
        uids = tuple(Uid(other) for other in others)
        work = partial(self._context.desk.copies.merge, Uid(kept), uids)
        self._context.tasks.run(work, partial(self._on_changed, "Articles merged"))

    def _on_refusal_requested(self, kept: str, other: str) -> None:
        work = partial(self._context.desk.copies.not_copies, Uid(kept), Uid(other))
        self._context.tasks.run(work, partial(self._on_changed, "Not shown as copies any more"))

    def _on_changed(self, told: str, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info(told, undo=True)
        work = partial(self._read_again, tuple(one.number for one in self._clusters))
        self._context.tasks.run(work, self._show)

    def _read_again(self, numbers: tuple[int, ...]) -> tuple[Cluster, ...]:
        wanted = set(numbers)
        every = self._context.desk.copies.clusters(_AT_ONCE)
        return tuple(one for one in every if one.number in wanted)

    def _on_dialog_gone(self) -> None:
        self._dialog = None
