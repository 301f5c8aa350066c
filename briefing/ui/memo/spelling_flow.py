"""Spelling in the open memo: what is underlined, what may be meant, the library's own words."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.services.misspelling_search import Misspelling, next_misspelling
from briefing.ui.context import WindowContext
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.memo.language_menu import LanguageMenu
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.memo.own_words_dialog import OwnWordsDialog
from briefing.ui.memo.spelling_menu import SpellingMenu

_NOT_READ = frozenset({LineKind.CODE, LineKind.FENCE, LineKind.DIV_OPEN, LineKind.DIV_CLOSE})


class SpellingFlow(QObject):
    """Joins the editor's spelling marks to the dictionaries."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self._seen: tuple[Uid, str] | None = None
        self._dialog: OwnWordsDialog | None = None
        room.editor.spelling.words_wanted.connect(self._on_words_wanted)
        room.editor.menu_opening.connect(self._on_menu_opening)
        opened.opened.connect(self._look)
        opened.fields_changed.connect(self._look)
        room.tables.refused.connect(context.messages.info)
        handle = context.actions.handle
        handle("memo.next_misspelling", self._find_next)
        handle("memo.spellings", self._open_at_cursor)
        handle("memo.language", self._choose_language)
        handle("memo.own_words", self._show_own_words)

    @property
    def _language(self) -> str:
        fields = dict(self._opened.fields)
        return fields.get("language") or fields.get("lang") or "en"

    # ---- what is underlined ----

    def _look(self) -> None:
        """Begin anew where the memo or its language is another."""
        if not self._opened.is_open:
            return
        now = (self._opened.memo.uid, self._language)
        if now != self._seen:
            self._seen = now
            self._begin()

    def _begin(self) -> None:
        work = self._read_switch
        self._context.tasks.run(work, self._on_switch_read, key="memo.spelling_switch")

    def _read_switch(self) -> bool:
        return self._context.desk.spelling.is_on

    def _on_switch_read(self, is_on: bool) -> None:  # noqa: FBT001 - the answer of a task
        self._room.editor.spelling.reset(is_on=is_on)

    def _on_words_wanted(self, words: frozenset[str]) -> None:
        if self._seen is None:
            return
        uid, language = self._seen
        work = partial(self._misspelt, words, language, uid)
        self._context.tasks.run(work, partial(self._on_looked_up, self._seen, words))

    def _misspelt(self, words: frozenset[str], language: str, uid: Uid) -> frozenset[str]:
        """Look words up, on a worker's thread: there a dictionary is read when first asked for."""
        return self._context.desk.spelling.misspelt_in(words, language, uid)

    def _on_looked_up(
        self, asked_for: tuple[Uid, str], words: frozenset[str], misspelt: frozenset[str]
    ) -> None:
        if asked_for == self._seen:
            self._room.editor.spelling.learn(words, misspelt)

    # ---- one word ----

    def _on_menu_opening(self, menu: QMenu, point: int) -> None:
        found = self._room.editor.spelling.word_at(point)
        if found is not None:
            self._fill(menu, Misspelling(*found))

    def _open_at_cursor(self) -> None:
        found = self._room.editor.spelling.word_at(self._room.editor.position())
        if found is None:
            self._context.messages.info("The word at the cursor is spelt as a dictionary has it.")
        else:
            self._open(Misspelling(*found))

    def _open(self, found: Misspelling) -> None:
        editor = self._room.editor
        menu = QMenu(editor)
        menu.aboutToHide.connect(menu.deleteLater)
        self._fill(menu, found)
        menu.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))

    def _fill(self, menu: QMenu, found: Misspelling) -> None:
        rows = SpellingMenu(menu, found.word)
        rows.replaced.connect(partial(self._replace, found))
        rows.learnt.connect(partial(self._learn, found.word))
        rows.ignored.connect(partial(self._ignore, found.word))
        language = self._language
        self._context.tasks.run(partial(self._spellings, found.word, language), rows.show_spellings)

    def _spellings(self, word: str, language: str) -> tuple[str, ...]:
        return self._context.desk.spelling.suggestions(word, language)

    def _replace(self, found: Misspelling, spelling: str) -> None:
        editor = self._room.editor
        if editor.text()[found.start : found.end] == found.word:
            written = spelling.replace("'", "’") if "’" in found.word else spelling
            editor.replace_spans(((found.start, found.end, written),))
            editor.set_position(found.start + len(written))

    def _learn(self, word: str) -> None:
        self._write(partial(self._learn_now, word), f"“{word}” is one of this library's words now.")

    def _learn_now(self, word: str) -> Changes:
        return self._context.desk.spelling.learn(word)

    def _ignore(self, word: str) -> None:
        work = partial(self._ignore_now, self._opened.memo.uid, word)
        self._write(work, f"“{word}” is left as it is in this memo.")

    def _ignore_now(self, uid: Uid, word: str) -> Changes:
        return self._context.desk.spelling.ignore(uid, word)

    def _write(self, work: "partial[Changes]", told: str) -> None:
        self._context.tasks.run(work, partial(self._on_written, told))

    def _on_written(self, told: str, _changes: Changes) -> None:
        self._begin()
        if told:
            self._context.messages.info(told)
        if self._dialog is not None:
            self._dialog.set_words(self._context.desk.spelling.own_list)

    # ---- the next one ----

    def _find_next(self) -> None:
        if not self._opened.is_open:
            return
        editor = self._room.editor
        lines: list[tuple[int, str]] = []
        start = 0
        for entry in editor.table.entries:
            if entry.kind not in _NOT_READ:
                lines.append((start, entry.text))
            start += len(entry.text) + 1
        after = editor.selected_span()[1]
        work = partial(self._search, lines, after, self._language, self._opened.memo.uid)
        self._context.tasks.run(work, self._on_next_found, key="memo.next_misspelling")

    def _search(
        self, lines: list[tuple[int, str]], after: int, language: str, uid: Uid
    ) -> Misspelling | None:
        return next_misspelling(self._context.desk.spelling, lines, after, language, uid)

    def _on_next_found(self, found: Misspelling | None) -> None:
        if found is None:
            self._context.messages.info("No misspelt word in this memo.")
            return
        editor = self._room.editor
        if editor.text()[found.start : found.end] == found.word:
            editor.scroll_to(found.start)
            editor.select_span(found.start, found.end)
            self._open(found)

    # ---- language and words ----

    def _choose_language(self) -> None:
        spelling = self._context.desk.spelling
        editor = self._room.editor
        current = spelling.dictionary_for(self._language)
        menu = LanguageMenu(spelling.dictionaries, current, editor, is_on=spelling.is_on)
        menu.language_chosen.connect(self._set_language)
        menu.switched.connect(self._switch)
        menu.words_requested.connect(self._show_own_words)
        menu.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))

    def _set_language(self, tag: str) -> None:
        fields = self._opened.fields
        if dict(fields).get("language") == tag:
            return
        kept = tuple((name, value) for name, value in fields if name not in {"language", "lang"})
        self._opened.set_fields((*kept, ("language", tag)))

    def _switch(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's value
        self._write(partial(self._switch_now, is_on), "")

    def _switch_now(self, is_on: bool) -> Changes:  # noqa: FBT001
        return self._context.desk.spelling.switch(is_on=is_on)

    def _show_own_words(self) -> None:
        words = self._context.desk.spelling.own_list
        dialog = OwnWordsDialog(self._context.theme, words, self._room.window())
        dialog.word_added.connect(self._add_word)
        dialog.words_removed.connect(self._remove_words)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open_over_window()

    def _add_word(self, word: str) -> None:
        self._write(partial(self._learn_now, word), "")

    def _remove_words(self, words: tuple[str, ...]) -> None:
        self._write(partial(self._forget_now, words), "")

    def _forget_now(self, words: tuple[str, ...]) -> Changes:
        for word in words:
            self._context.desk.spelling.forget(word)
        return Changes()

    def _on_dialog_finished(self) -> None:
        self._dialog = None
