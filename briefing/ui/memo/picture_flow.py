"""Pictures in the open memo: pasted, dropped or chosen; kept in the library; shown small."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage, QTextCursor

from briefing.model.picture import Picture
from briefing.ui.context import WindowContext
from briefing.ui.editor.thumbnails import LARGEST, Thumbnails
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.picture_dialog import PictureDialog
from briefing.ui.memo.picture_reading import FILTER, ReadPicture, read_picture

_ESCAPED = str.maketrans({"[": "\\[", "]": "\\]", "\\": "\\\\"})


class PictureFlow(QObject):
    """Takes pictures one after another; asks what each shows."""

    def __init__(self, context: WindowContext, room: MemoRoom) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._editor = room.editor
        self._waiting: list[Path | QImage] = []
        room.editor.pasting.takes_pictures = True
        room.editor.pasting.pictures_pasted.connect(self._on_pictures_pasted)
        for thumbnails in (room.editor.thumbnails, room.beside.editor.thumbnails):
            thumbnails.wanted.connect(partial(self._fetch, thumbnails))
        context.actions.handle("memo.picture", self._choose)

    def _choose(self) -> None:
        path = self._context.files.open_file("Insert a picture", FILTER)
        if path is not None:
            self._on_pictures_pasted((path,))

    def _on_pictures_pasted(self, sources: tuple[Path | QImage, ...]) -> None:
        self._waiting += sources
        self._take_next()

    def _take_next(self) -> None:
        if self._waiting:
            work = partial(read_picture, self._waiting.pop(0))
            self._context.tasks.run(work, self._on_read)

    # ---- taking one in ----

    def _on_read(self, picture: ReadPicture) -> None:
        dialog = PictureDialog(self._context.theme, picture, self._room.window())
        at = QTextCursor(self._editor.textCursor())
        dialog.described.connect(partial(self._keep, picture, at))
        dialog.finished.connect(self._take_next_later)
        dialog.open_over_window()

    def _take_next_later(self) -> None:
        self._take_next()

    def _keep(self, picture: ReadPicture, at: QTextCursor, alt: str, share: int) -> None:
        work = partial(self._keep_now, picture)
        self._context.tasks.run(work, partial(self._on_kept, at, alt, share))

    def _keep_now(self, picture: ReadPicture) -> Picture:
        pictures = self._context.desk.pictures
        return pictures.add(picture.name, picture.media_type, picture.size, picture.data)

    def _on_kept(self, at: QTextCursor, alt: str, share: int, picture: Picture) -> None:
        width = f"?width={share}" if share else ""
        words = alt.translate(_ESCAPED)
        self._editor.pasting.insert_paragraph(f"![{words}](picture:{picture.key}{width})", at)
        self._editor.setFocus()

    # ---- showing small ones ----

    def _fetch(self, thumbnails: Thumbnails, key: str) -> None:
        self._context.tasks.run(partial(self._small, key), partial(thumbnails.take, key))

    def _small(self, key: str) -> QImage:
        """Return a picture small enough to be kept; a null one where there is none."""
        found = self._context.desk.pictures.find((key,))
        image = QImage.fromData(found[0].data) if found else QImage()
        if image.width() > LARGEST[0] or image.height() > LARGEST[1]:
            return image.scaled(
                *LARGEST,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        return image
