"""Serves the editor's citations: what chips say, what `@` offers, where a chip leads."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from briefing.model.changes import Changes
from briefing.services.citing import CitationLabel, CitedState, Completion
from briefing.services.evidence import EvidenceDesk
from briefing.ui.context import WindowContext
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.memo.lookup_words import looked_up
from briefing.ui.memo.memo_room import MemoRoom


class CitationFlow(QObject):
    """Joins the editor to the services that know the sources."""

    def __init__(self, context: WindowContext, room: MemoRoom) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._served = (room.editor, room.beside.editor)
        for editor in self._served:
            editor.labels.labels_wanted.connect(partial(self._on_labels_wanted, editor))
            editor.labels.folds_wanted.connect(partial(self._on_folds_wanted, editor))
            editor.citation_requested.connect(self.open_citation)
        room.completing.offers_wanted.connect(self._on_offers_wanted)

    def hear(self, changes: Changes) -> None:
        """Ask anew for all that is shown when facts or articles changed."""
        if changes.everything or changes.facts or changes.articles:
            for editor in self._served:
                editor.labels.ask_again()

    def open_citation(self, key: str) -> None:
        """Show what a key cites: the article, at the quote where it is a fact's."""
        work = partial(self._labels, frozenset({key}))
        self._context.tasks.run(work, partial(self._on_source_found, key), key="memo.source")

    def _labels(self, keys: frozenset[str]) -> Mapping[str, CitationLabel]:
        """Look keys up, on a worker's thread: there the service is made when first asked for."""
        return self._context.desk.citing.labels(keys)

    def _offers(self, typed: str) -> tuple[Completion, ...]:
        """Look up what was typed after `@`, on a worker's thread."""
        return self._context.desk.citing.completions(typed)

    def _on_source_found(self, key: str, labels: Mapping[str, CitationLabel]) -> None:
        label = labels[key]
        if label.article_uid is None:
            name = key.replace("fact:", "the fact ", 1)
            is_missing = label.state is CitedState.MISSING
            said = "is not in this library" if is_missing else "has no source"
            self._context.messages.warn(f"{name[:1].upper()}{name[1:]} {said}.")
        elif label.end > label.start:
            self._context.navigator.open_article(label.article_uid, label.start, label.end)
        else:
            self._context.navigator.open_article(label.article_uid)

    def _on_labels_wanted(self, editor: MemoEditor, keys: frozenset[str]) -> None:
        if keys:
            work = partial(self._labels, keys)
            self._context.tasks.run(work, editor.labels.set_labels)

    def _on_folds_wanted(self, editor: MemoEditor, lines: frozenset[str]) -> None:
        if lines:
            work = partial(_fold_words, self._context.desk.evidence, lines)
            self._context.tasks.run(work, editor.labels.set_fold_words)

    def _on_offers_wanted(self, typed: str) -> None:
        work = partial(self._offers, typed)
        self._context.tasks.run(work, partial(self._on_offers_found, typed), key="memo.offers")

    def _on_offers_found(self, typed: str, offers: tuple[Completion, ...]) -> None:
        self._room.completing.show_offers(typed, offers)


def _fold_words(evidence: EvidenceDesk, lines: Iterable[str]) -> dict[str, str]:
    return {line: looked_up(evidence, line).words for line in lines}
