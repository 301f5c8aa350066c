"""Asks what a picture shows, for those who cannot see it, and how wide it shall be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.memo.picture_reading import ReadPicture
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_WIDTHS = {"As large as it is": 0, "The text's width": 100, "Three quarters": 75, "Half": 50,
           "A quarter": 25}  # fmt: skip


class PictureDialog(Sheet):
    """The picture, a line for its words, and its width. The words may be left out."""

    described = Signal(str, int)  # alt text, width in hundredths of the text's (0: its own)

    def __init__(self, theme: Theme, picture: ReadPicture, parent: QWidget) -> None:
        super().__init__(theme, "Insert a picture", parent)
        shown = QLabel()
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        pixmap = QPixmap.fromImage(picture.image)
        if pixmap.width() > theme.px(400) or pixmap.height() > theme.px(220):
            pixmap = pixmap.scaled(
                theme.px(400),
                theme.px(220),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        shown.setPixmap(pixmap)
        self.content.addWidget(shown)
        self.line = QLineEdit()
        self.line.setAccessibleName("What the picture shows")
        self.line.setPlaceholderText("A map of the border with the five crossings marked")
        self.width_box = QComboBox()
        self.width_box.setAccessibleName("Width")
        self.width_box.addItems(list(_WIDTHS))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(make_label("What it shows", "muted"), self.line)
        form.addRow(make_label("Width", "muted"), self.width_box)
        self.content.addLayout(form)
        self.content.addWidget(
            make_label(
                "The words are read out to those who cannot see the picture. You may leave them"
                " out now; the checks will remind you.",
                "small",
                is_wrapped=True,
            )
        )
        cancel = TextButton(theme, "Cancel")
        cancel.clicked.connect(self.reject)
        self.insert = TextButton(theme, "Insert", "accent")
        self.insert.clicked.connect(self._on_insert_clicked)
        self.add_buttons((cancel, self.insert))
        self.setMinimumWidth(theme.px(480))
        self.line.setFocus()

    def _on_insert_clicked(self) -> None:
        words = " ".join(self.line.text().split())
        self.described.emit(words, _WIDTHS[self.width_box.currentText()])
        self.accept()
