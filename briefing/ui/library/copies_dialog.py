"""Near-copies side by side: keep one, merge others into it, or say that they are none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.model.ids import Uid
from briefing.model.memo_change import WordKind
from briefing.model.near_copies import Cluster, CopyMember, MergePreview
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.library.changed_words import ChangedWords
from briefing.ui.library.hit_list import HitList
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class CopiesDialog(Sheet):
    """One cluster at a time. Nothing is merged before the button is pressed."""

    comparison_requested = Signal(str, str)  # uids of the kept one and of the one beside it
    merge_requested = Signal(str, list)  # uid kept, uids merged into it
    refusal_requested = Signal(str, str)  # uids that are no copies
    article_requested = Signal(str)
    step_requested = Signal(int)  # to the next cluster (1) or back (-1)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "Near-copies", parent)
        self._members: tuple[CopyMember, ...] = ()
        self._kept: Uid | None = None
        self._where = make_label("", "muted")
        self._list = HitList(theme, "Articles of this cluster")
        self._list.row_changed.connect(self._on_row_changed)
        self._list.article_opened.connect(self.article_requested)
        self._text = ChangedWords(theme)
        self._brings = make_label("", "small", is_wrapped=True)
        self._lay_out()
        self.resize(theme.px(980), theme.px(620))

    def _lay_out(self) -> None:
        theme = self.theme
        self._keep = TextButton(theme, "Keep this one", icon="check")
        self._keep.clicked.connect(self._on_keep_clicked)
        left = QVBoxLayout()
        left.addWidget(self._list, 1)
        left.addWidget(self._keep)
        right = QVBoxLayout()
        right.addWidget(self._text, 1)
        right.addWidget(self._brings)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        self.content.addWidget(self._where)
        self.content.addLayout(row, 1)
        back = TextButton(theme, "Previous", icon="chevron-left")
        back.setShortcut("Alt+Left")
        back.clicked.connect(self._on_back_clicked)
        onward = TextButton(theme, "Next", icon="chevron-right")
        onward.setShortcut("Alt+Right")
        onward.clicked.connect(self._on_onward_clicked)
        self._refuse = TextButton(theme, "Not a copy", icon="split")
        self._refuse.clicked.connect(self._on_refuse_clicked)
        self._merge = TextButton(theme, "Merge into the kept one", "accent", "merge")
        self._merge.clicked.connect(self._on_merge_clicked)
        close = TextButton(theme, "Close")
        close.clicked.connect(self.reject)
        self._steps = (back, onward)
        self.add_buttons((back, onward, self._refuse, close, self._merge))

    # showing

    def show_cluster(self, cluster: Cluster, number: int, count: int) -> None:
        """Show a cluster; the earliest article is the one to keep until another is chosen."""
        self._members = cluster.members
        earliest = next((one for one in cluster.members if one.is_earliest), cluster.members[0])
        self._kept = earliest.row.uid
        self._where.setText(f"Cluster {number:,} of {count:,}")
        for step in self._steps:
            step.setEnabled(count > 1)
        self._fill()
        others = [at for at, one in enumerate(self._members) if one.row.uid != self._kept]
        self._list.go_to(others[0] if others else 0)

    def show_changes(self, changes: Sequence[tuple[WordKind, str]], preview: MergePreview) -> None:
        """Show how the other text differs from the kept one, and what merging does."""
        self._text.show_changes(changes)
        self._brings.setText(brings(preview))

    def _fill(self) -> None:
        self._list.show_rows([(one.row, self._described(one)) for one in self._members])

    def _described(self, member: CopyMember) -> str:
        row = member.row
        alike = "the earliest" if member.is_earliest else f"{member.similarity:.0%} alike"
        facts = f"{row.fact_count} fact{'s' * (row.fact_count != 1)}" if row.fact_count else ""
        kept = "kept" if row.uid == self._kept else ""
        return " · ".join(filter(None, (kept, alike, facts)))

    def _current(self) -> CopyMember | None:
        at = self._list.current_row()
        return self._members[at] if 0 <= at < len(self._members) else None

    # what is pressed

    def _on_row_changed(self, _row: int) -> None:
        member = self._current()
        is_other = member is not None and member.row.uid != self._kept
        for button in (self._keep, self._refuse, self._merge):
            button.setEnabled(is_other)
        self._text.clear()
        self._brings.setText("" if is_other else "This is the article that is kept.")
        if member and is_other and self._kept:
            self.comparison_requested.emit(self._kept, member.row.uid)

    def _on_keep_clicked(self) -> None:
        member = self._current()
        if member:
            before, self._kept = self._kept, member.row.uid
            self._fill()
            rows = [at for at, one in enumerate(self._members) if one.row.uid == before]
            self._list.go_to(rows[0])

    def _on_refuse_clicked(self) -> None:
        member = self._current()
        if member and self._kept:
            self.refusal_requested.emit(self._kept, member.row.uid)

    def _on_merge_clicked(self) -> None:
        member = self._current()
        if member and self._kept:
            self.merge_requested.emit(self._kept, [member.row.uid])

    def _on_back_clicked(self) -> None:
        self.step_requested.emit(-1)

    def _on_onward_clicked(self) -> None:
        self.step_requested.emit(1)


def brings(preview: MergePreview) -> str:
    """Return what merging does, in sentences."""
    parts: Sequence[str] = (
        f"{len(preview.tags)} tags" if len(preview.tags) > 1 else "1 tag" if preview.tags else "",
        f"{preview.facts} facts" if preview.facts > 1 else "1 fact" if preview.facts else "",
        f"citations in {preview.memos} memos" if preview.memos > 1 else "",
        "citations in 1 memo" if preview.memos == 1 else "",
    )
    brought = ", ".join(filter(None, parts)) or "nothing but its text, which is kept as a version"
    told = f"Merging brings {brought}. Its citekey goes on working, and undo takes it back."
    if preview.lost_quotes:
        keys = ", ".join(key for key, _ in preview.lost_quotes)
        told += f" These facts' quotes are not in the kept text, and will say so: {keys}."
    return told
