"""Joins the panes of a memo to the services, and the window's wishes to the panes."""

import shiboken6
from PySide6.QtCore import QObject, QTimer

from briefing.services.portion_marking import marking_labels
from briefing.ui.context import WindowContext
from briefing.ui.memo.beside_flow import BesideFlow
from briefing.ui.memo.checks_flow import ChecksFlow
from briefing.ui.memo.citation_flow import CitationFlow
from briefing.ui.memo.citation_style_flow import CitationStyleFlow
from briefing.ui.memo.evidence_flow import EvidenceFlow
from briefing.ui.memo.export_flow import ExportFlow
from briefing.ui.memo.field_sections import FieldSections
from briefing.ui.memo.find_all_flow import FindAllFlow
from briefing.ui.memo.find_all_pane import FindAllPane
from briefing.ui.memo.focus_flow import FocusFlow
from briefing.ui.memo.grid_flow import GridFlow
from briefing.ui.memo.history_flow import HistoryFlow
from briefing.ui.memo.marking_flow import MarkingFlow
from briefing.ui.memo.memo_import_flow import MemoImportFlow
from briefing.ui.memo.memo_list import MemoList
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.memo_status import heading_of, status_of
from briefing.ui.memo.memo_workspace import MemoWorkspace
from briefing.ui.memo.memos_flow import MemosFlow
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.memo.outline_flow import OutlineFlow
from briefing.ui.memo.picture_flow import PictureFlow
from briefing.ui.memo.preview_flow import PreviewFlow
from briefing.ui.memo.release_flow import ReleaseFlow
from briefing.ui.memo.rich_paste_flow import RichPasteFlow
from briefing.ui.memo.same_facts_flow import SameFactsFlow
from briefing.ui.memo.sentence_update_flow import SentenceUpdateFlow
from briefing.ui.memo.snippet_flow import SnippetFlow
from briefing.ui.memo.source_summary_flow import SourceSummaryFlow
from briefing.ui.memo.spelling_flow import SpellingFlow
from briefing.ui.memo.text_actions import handle_text_actions
from briefing.ui.memo.trace_flow import TraceFlow
from briefing.ui.memo.versions_flow import VersionsFlow
from briefing.ui.templates.templates_flow import TemplatesFlow
from briefing.ui.widgets.buttons import ActionButton

_TICK = 1_000  # ms: `Saved 2 s ago`


class MemoWords(QObject):
    """Keeps heading, status bar and fit in step with what the flows know."""

    def __init__(
        self,
        workspace: MemoWorkspace,
        room: MemoRoom,
        opened: OpenMemo,
        flows: tuple[OutlineFlow, ChecksFlow, PreviewFlow, HistoryFlow],
    ) -> None:
        super().__init__(room)
        self._workspace = workspace
        self._room = room
        self._opened = opened
        self._outline, self._checks, self._preview, self._history = flows
        self._tick = QTimer(self, interval=_TICK)
        self._tick.timeout.connect(self.say)
        self._tick.start()
        for signal in (opened.opened, opened.state_changed, opened.fields_changed):
            signal.connect(self.say)
        self._outline.read.connect(self._on_outline_read)
        self._checks.checked.connect(self._on_outline_read)
        self._preview.filled.connect(self._on_preview_filled)
        self._history.counted.connect(self.say)
        opened.opened.connect(self._on_fields_changed)
        opened.fields_changed.connect(self._on_fields_changed)

    def say(self) -> None:
        """Tell the window."""
        # When a library closes, answers that were on their way come after the workspace went.
        if not shiboken6.isValid(self._workspace):
            return
        if self._opened.is_open and self._workspace.is_memo_shown:
            self._workspace.set_heading(heading_of(self._opened, self._history.newest))
            self._workspace.set_status(
                status_of(self._opened, self._outline.reading, self._checks.findings)
            )

    def _on_outline_read(self) -> None:
        self._checks.mark_sections(self._outline.reading)
        self.say()

    def _on_preview_filled(self) -> None:
        limit = self._opened.template.pages if self._opened.template else None
        used = self._preview.used_pages()
        count = self._preview.pages.count if self._preview.pages else 0
        shown = f"{used:.1f}".removesuffix(".0")
        unit = "page" if (limit or count) == 1 else "pages"
        words = f"{shown} of {limit} {unit}" if limit else f"{shown} {unit}"
        is_over = limit is not None and count > limit
        self._room.outline.set_fit(words if count else "", is_over=is_over)

    def _on_fields_changed(self) -> None:
        if self._opened.is_open:
            known = self._opened.template.fields if self._opened.template else ()
            self._room.card.set_memo(known, self._opened.memo.fields)


def build_memos(context: WindowContext) -> MemoWorkspace:
    """Build the memo workspace; the window owns it from then on."""
    theme, actions = context.theme, context.actions
    markings = marking_labels()
    new_button = ActionButton(theme, actions.action("memo.new"), "file-plus", "accent")
    shown = MemoList(theme, new_button)
    room = MemoRoom(theme, markings)
    opened = OpenMemo(context, room.editor.text, room)
    finds = FindAllPane(theme)
    workspace = MemoWorkspace(context, shown, room, opened, finds)

    memos = MemosFlow(context, shown, opened, markings)
    outline = OutlineFlow(context, room, opened)
    checks = ChecksFlow(context, room, opened)
    preview = PreviewFlow(context, room, opened)
    evidence = EvidenceFlow(context, room, opened)
    citations = CitationFlow(context, room)
    history = HistoryFlow(context, room, opened)
    trace = TraceFlow(context, room, opened)
    beside = BesideFlow(context, room, opened, workspace.tabs)
    find_all = FindAllFlow(context, finds, room, opened)
    TemplatesFlow(context, shown)
    MemoWords(workspace, room, opened, (outline, checks, preview, history))
    handle_text_actions(actions, room)
    _add_flows(context, room, opened)

    room.editor.edited.connect(opened.note_edit)
    room.card.fields_changed.connect(opened.set_fields)
    memos.open_requested.connect(workspace.open)
    memos.list_requested.connect(workspace.show_list)
    beside.place_requested.connect(workspace.open_at)
    find_all.shown_changed.connect(workspace.show_finds)
    find_all.place_requested.connect(workspace.open_span)
    memos.listed.connect(workspace.tabs.take_titles)
    room.outline.list_requested.connect(workspace.show_list)
    flows = (memos, checks, preview, evidence, citations, history, trace, find_all, beside)
    for hear in (flow.hear for flow in flows):
        context.bulletin.changed.connect(hear)
    memos.refresh()
    return workspace


def _add_flows(context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
    """Add the flows that nobody else speaks to."""
    FocusFlow(context.actions, room)
    RichPasteFlow(context, room)
    PictureFlow(context, room)
    ExportFlow(context, room, opened)
    MemoImportFlow(context, room)
    ReleaseFlow(context, room, opened)
    FieldSections(context, room, opened)
    GridFlow(context, room, opened)
    MarkingFlow(context, room, opened)
    SameFactsFlow(context, room, opened)
    SentenceUpdateFlow(context, room, opened)
    SnippetFlow(context, room, opened)
    SourceSummaryFlow(context, room, opened)
    SpellingFlow(context, room, opened)
    CitationStyleFlow(context, room, opened)
    VersionsFlow(context, room, opened)
