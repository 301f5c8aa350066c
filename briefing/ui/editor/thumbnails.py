"""Small pictures under the lines that name them; they come when they are asked for."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap

from briefing.text.picture_links import picture_alone
from briefing.ui.editor.line_setter import DrawnPicture
from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit

LARGEST = (640, 400)  # dots that are kept of a picture; it is drawn smaller
_WIDE, _HIGH = 260, 150  # px at 100 %
_MOST = 60  # pictures kept


class Thumbnails(QObject):
    """Tells the setter of lines which picture a line shows."""

    wanted = Signal(str)  # a key; answer with `take`

    def __init__(self, editor: MarkdownTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._kept: dict[str, QPixmap] = {}
        self._asked: set[str] = set()
        editor.text_replaced.connect(self._on_text_replaced)

    def picture_of(self, line: str) -> DrawnPicture | None:
        """Return the picture of a line that names one and nothing else, once it is there."""
        link = picture_alone(line) if line.startswith("![") else None
        if link is None:
            return None
        kept = self._kept.get(link.key)
        if kept is None:
            if link.key not in self._asked:
                self._asked.add(link.key)
                self.wanted.emit(link.key)
            return None
        if kept.isNull():
            return None
        size = kept.size()
        px = self._editor.theme.px
        size.scale(px(_WIDE), px(_HIGH), Qt.AspectRatioMode.KeepAspectRatio)
        own = kept.size()
        if own.width() < size.width():
            size = own
        return DrawnPicture(kept, size.width(), size.height())

    def take(self, key: str, image: QImage) -> None:
        """Keep a picture (a null one where there is none) and draw the lines that name it."""
        self._asked.discard(key)
        if len(self._kept) >= _MOST:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = QPixmap.fromImage(image)
        self._lay_anew(key)

    def _lay_anew(self, key: str = "") -> None:
        entries = self._editor.table.entries
        numbers = [
            number
            for number, entry in enumerate(entries)
            if entry.text.startswith("![")
            and (link := picture_alone(entry.text)) is not None
            and (link.key == key or not key)
        ]
        if numbers:
            self._editor.page.refresh(numbers)

    def _on_text_replaced(self) -> None:
        """Lay the pictures of another text anew: they may have come while it was not shown."""
        if self._kept:
            self._lay_anew()
