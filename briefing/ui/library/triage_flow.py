"""Triage without the mouse: usage, rank, rating, tags; each key is one undo step."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from briefing.model.article import ArticleRow, Colour, Usage
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.ui.context import WindowContext
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.colour_menu import ColourMenu
from briefing.ui.library.rating_popup import RatingPopup
from briefing.ui.library.tag_popup import TagPopup

_USAGES = {
    "library.shortlist": Usage.SHORTLISTED,
    "library.reject": Usage.REJECTED,
    "library.candidate": Usage.CANDIDATE,
    "library.used": Usage.USED,
}


class TriageFlow(QObject):
    """Turns keys into writes on the selected articles."""

    def __init__(self, context: WindowContext, found: ArticleList) -> None:
        super().__init__(found)
        self._context = context
        self._list = found
        self._tags = TagPopup(context.theme, found)
        self._tags.changed.connect(self._on_tags_changed)
        self._tags.completion_requested.connect(self._on_completion_requested)
        self._colours = ColourMenu(context.theme, found)
        self._colours.chosen.connect(self._on_colour_chosen)
        self._rating = RatingPopup(context.theme, found)
        self._rating.chosen.connect(self._on_rating_chosen)
        context.bulletin.taken_back.connect(self._on_taken_back)
        self._handle()

    def _handle(self) -> None:
        handle = self._context.actions.handle
        for name, usage in _USAGES.items():
            handle(name, partial(self.set_usage, usage))
        for rank in range(1, 10):
            handle(f"library.rank_{rank}", partial(self._set_rank, rank))
        handle("library.no_rank", partial(self._set_rank, None))
        handle("library.next", partial(self._list.step, 1))
        handle("library.previous", partial(self._list.step, -1))
        handle("library.undo", self._undo)
        handle("library.tag", self.ask_tags)
        handle("library.rate", self.ask_rating)
        handle("library.colour", self.ask_colour)
        handle("library.remove", self._remove)

    def set_usage(self, usage: Usage) -> None:
        """Set the usage of what is selected; a single article makes way for the next."""
        uids = self._list.selected()
        if uids:
            work = partial(self._context.desk.triage.set_usage, uids, usage)
            self._write(work, f"{_count(uids)} {usage.value}")
            self._go_on(uids)

    def set_usage_named(self, usage: str) -> None:
        """Set the usage of the open article, chosen by its word; the list stays where it is."""
        current = self._list.current()
        if current:
            work = partial(self._context.desk.triage.set_usage, (current,), Usage(usage))
            self._write(work, f"Article {usage}")

    def ask_tags(self) -> None:
        """Ask for tags to add to what is selected, or to take away."""
        uids = self._list.selected()
        if uids:
            work = partial(self._tags_of, uids)
            self._context.tasks.run(work, partial(self._on_tags_read, uids), key="library.tags")

    def ask_rating(self) -> None:
        """Ask for reliability and credibility, apart."""
        current = self._list.current()
        if current:
            work = partial(self._context.desk.searching.row, current)
            self._context.tasks.run(work, self._on_row_read, key="library.rating")

    def _on_row_read(self, row: ArticleRow) -> None:
        self._rating.ask(self._list.selected(), row.rating)

    def ask_colour(self) -> None:
        """Ask for a colour for what is selected."""
        if self._list.selected():
            self._colours.popup(self._list.menu_place())

    def _on_colour_chosen(self, colour: Colour) -> None:
        uids = self._list.selected()
        work = partial(self._context.desk.triage.set_colour, uids, colour)
        self._write(work, f"{_count(uids)} {colour.value or 'without a colour'}")

    def _undo(self) -> None:
        """Take triage back; a whole memo is not taken back by one letter."""
        label = self._context.desk.safekeeping.undo_label()
        if label.endswith(" memo"):
            self._context.messages.info(f"The last step was “{label}”; Ctrl+Z takes it back.")
        else:
            self._context.actions.trigger("edit.undo")

    def _on_taken_back(self, changes: Changes) -> None:
        """Go back to the article that undo changed: the list had moved on to the next."""
        if len(changes.articles) == 1:
            (uid,) = changes.articles
            if not self._list.show_article(uid):
                self._list.keep(uid)

    def _set_rank(self, rank: int | None) -> None:
        uids = self._list.selected()
        if uids:
            told = f"rank {rank}" if rank is not None else "without a rank"
            work = partial(self._context.desk.triage.set_rank, uids, rank)
            self._write(work, f"{_count(uids)} {told}")
            self._go_on(uids)

    def _remove(self) -> None:
        uids = self._list.selected()
        if uids:
            work = partial(self._context.desk.triage.remove, uids)
            self._write(work, f"{_count(uids)} removed")

    def _go_on(self, uids: tuple[Uid, ...]) -> None:
        if len(uids) == 1 and self._list.current_row():  # not from one that is open aside
            self._list.step(1)

    def _tags_of(self, uids: tuple[Uid, ...]) -> list[str]:
        """Return the tags that all of them have."""
        first, *others = (self._context.desk.searching.row(uid).tags for uid in uids)
        return sorted(tag for tag in first if all(tag in tags for tags in others))

    def _on_tags_read(self, uids: tuple[Uid, ...], shared: list[str]) -> None:
        self._tags.ask(uids, shared)

    def _on_completion_requested(self, typed: str) -> None:
        work = partial(self._context.desk.tags.complete, typed)
        self._context.tasks.run(work, self._tags.offer, key="library.tag_offers")

    def _on_tags_changed(self, uids: tuple[Uid, ...], added: list[str], gone: list[str]) -> None:
        triage = self._context.desk.triage
        if added:
            self._write(partial(triage.add_tags, uids, added), f"{_count(uids)} tagged")
        if gone:
            told = f"{', '.join(gone)} taken off {_count(uids).lower()}"
            self._write(partial(triage.remove_tags, uids, gone), told)

    def _on_rating_chosen(
        self, uids: tuple[Uid, ...], reliability: str, credibility: int | None
    ) -> None:
        work = partial(self._context.desk.triage.set_rating, uids, reliability, credibility)
        self._write(work, f"{_count(uids)} rated")

    def _write(self, work: Callable[[], Changes], told: str) -> None:
        self._context.tasks.run(work, partial(self._on_written, told))

    def _on_written(self, told: str, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        if changes:
            self._context.messages.info(told, undo=True)


def _count(uids: tuple[Uid, ...]) -> str:
    return "Article" if len(uids) == 1 else f"{len(uids):,} articles"
