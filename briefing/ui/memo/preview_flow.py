"""Prints the open memo after a pause and shows its pages; follows the cursor, and leads back."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from briefing.errors import BriefingError
from briefing.model.changes import Changes
from briefing.model.memo import Memo
from briefing.model.page import PageImage, Pages
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import PAGES, MemoRoom
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.memo.page_fill import FILL_SCALE, filled_share
from briefing.ui.memo.page_places import PagePlaces
from briefing.ui.memo.typing_pause import TypingPause

_PAUSE = 250  # ms without a key while the pages are seen
_HIDDEN_PAUSE = 3_000  # ms while only the count of pages is
_FOLLOW = 120  # ms after the cursor moved


class PreviewFlow(QObject):
    """Keeps the pages in step with the text."""

    began = Signal()  # the pause is over
    printed = Signal()  # the pages are laid out
    filled = Signal()  # it is known how full the last one is

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self._canvas = room.pages.canvas
        self.pages: Pages | None = None
        self._places = PagePlaces((), 0.0)
        self._is_stale = True
        self._height = 0.0  # of a page, in points
        self._last_share = 1.0  # how full the last page is
        self._pause = TypingPause(_PAUSE, self)
        self._pause.due.connect(self.refresh)
        self._follow = QTimer(self, singleShot=True, interval=_FOLLOW)
        self._follow.timeout.connect(self.follow_cursor)
        room.editor.edited.connect(self._on_edited)
        room.editor.cursor_moved.connect(self._on_editor_cursor_moved)
        room.panes_changed.connect(self._on_panes_changed)
        self._canvas.pages_wanted.connect(self._on_pages_wanted)
        self._canvas.place_clicked.connect(self._on_place_clicked)
        opened.opened.connect(self._on_memo_opened)
        opened.fields_changed.connect(self._on_edited)

    def refresh(self) -> None:
        """Print the memo now."""
        if self._opened.is_open:
            self._pause.begin_work()
            self.began.emit()
            work = partial(self._print, self._opened.memo)
            self._context.tasks.run(work, self._on_printed, self._on_failed, key="memo.pages")

    def hear(self, changes: Changes) -> None:
        """Print anew when facts or articles changed that may stand in the memo."""
        if changes.everything or changes.facts or changes.articles:
            self._on_edited()

    def follow_cursor(self) -> None:
        """Bring the page with the cursor into view, and mark the block that it stands in."""
        if self.pages is None or not self._room.is_shown(PAGES):
            return
        position = self._room.editor.position()
        spot = self._places.spot_of(position)
        self._canvas.mark(self._places.strips_of(position))
        if spot is not None:
            self._canvas.show_place(*spot)

    def used_pages(self) -> float:
        """Return how many pages are filled, the last one in part; at least a tenth of one."""
        count = self.pages.count if self.pages else 0
        return count - 1 + max(self._last_share, 0.1) if count else 0.0

    def _on_memo_opened(self) -> None:
        self.pages = None
        self._places = PagePlaces((), 0.0)
        self._canvas.clear()
        self._room.pages.say("")
        self._canvas.verticalScrollBar().setValue(0)
        self.refresh()

    def _on_edited(self) -> None:
        self._is_stale = True
        self._pause.start(_PAUSE if self._room.is_shown(PAGES) else _HIDDEN_PAUSE)

    def _on_panes_changed(self) -> None:
        if self._room.is_shown(PAGES) and self._is_stale:
            self.refresh()

    def _on_editor_cursor_moved(self) -> None:
        if not self._pause.is_waiting:
            self._follow.start()

    def _on_printed(self, pages: Pages) -> None:
        self._pause.end_work()
        self._is_stale = False
        self.pages = pages
        self._places = PagePlaces(pages.places, self._height)
        self._room.pages.say("")
        self._canvas.set_pages(pages.count)
        self.follow_cursor()
        self.printed.emit()
        done = partial(self._on_filled, pages)
        self._context.tasks.run(partial(self._fill, pages), done, key="memo.pages.fill")

    def _on_filled(self, pages: Pages, share: float) -> None:
        if pages is self.pages:
            self._last_share = share
            self.filled.emit()

    def _on_failed(self, error: BriefingError) -> None:
        self._pause.end_work()
        earlier = "The pages show an earlier state. " if self.pages is not None else ""
        self._room.pages.say(f"{earlier}{error}")

    def _on_pages_wanted(self, numbers: tuple[int, ...], scale: float) -> None:
        if self.pages is None:
            return
        for number in numbers:
            work = partial(self._draw, self.pages.pdf, number, scale)
            done = partial(self._on_drawn, self.pages, number, scale)
            self._context.tasks.run(work, done, self._on_failed, key=f"memo.page.{number}")

    def _print(self, memo: Memo) -> Pages:
        """Lay a memo out, on a worker's thread: there the service is made when first asked for."""
        return self._context.desk.publishing.pages(memo)

    def _fill(self, pages: Pages) -> float:
        """See how full the last page is, on a worker's thread; the pages in view come first."""
        publishing = self._context.desk.publishing
        last = publishing.draw_page(pages.pdf, pages.count, FILL_SCALE) if pages.count else None
        return filled_share(last) if last else 0.0

    def _draw(self, pdf: bytes, number: int, scale: float) -> QImage:
        """Draw a page; on a worker's thread, where pictures may be made."""
        return _as_image(self._context.desk.publishing.draw_page(pdf, number, scale))

    def _on_drawn(self, pages: Pages, number: int, scale: float, image: QImage) -> None:
        if pages is not self.pages:
            return
        width, height = image.width() / scale, image.height() / scale
        if (number == 1 or not self._height) and abs(height - self._height) > 1:
            self._height = height
            self._places = PagePlaces(pages.places, height)
            self._canvas.set_page_size(width, height)
        self._canvas.set_image(number, image)

    def _on_place_clicked(self, page: int, points: float) -> None:
        """Go to the text that is printed at a place, at the beginning of a word."""
        position = self._places.position_at(page, points)
        if position is None:
            return
        text = self._room.editor.text()
        while position > 0 and not text[position - 1 : position].isspace():
            position -= 1
        self._room.editor.scroll_to(position)
        self._room.editor.setFocus()


def _as_image(drawn: PageImage) -> QImage:
    image = QImage(
        drawn.rgba, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGBA8888
    )
    return image.copy()  # the bytes go when this returns
