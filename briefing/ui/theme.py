"""The theme: tokens, fonts and icons of the scheme in force, and the signal when it changes.

Everything that paints asks here: `theme.color("accent")`, `theme.font(FontRole.READING)`,
`theme.icon("file-plus")`, `theme.px(8)`. Widgets get their looks from the one stylesheet
(`resources/themes/window.qss`) by their class and their `role` property; whoever keeps an icon or
a colour asks again when `changed` is emitted.
"""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTemporaryDir, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from briefing.ui.theme_fonts import FontRole, font_for, register_first_faces, register_other_faces
from briefing.ui.theme_icons import (
    colored_svg,
    draw_pixmap,
    make_icon,
    read_icon,
    stroke_for,
)
from briefing.ui.theme_palette import make_palette
from briefing.ui.theme_sheet import fill_sheet
from briefing.ui.theme_tokens import Token, read_tokens

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
_READ = {FontRole.READING, FontRole.READING_BOLD}  # these come in italics too
_DRAWN_TEXT = 13  # px: the size of the controls' text at 100 %
_LARGE_TEXT = 16  # px: from here on the system's text is enlarged on purpose, and followed


class ThemeMode(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The looks of every window; one object an application, handed down."""

    changed = Signal()

    def __init__(self, resources: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._resources = resources
        self._mode = ThemeMode.SYSTEM
        self._text_size = 100
        self._tokens = {
            name: read_tokens(resources / "themes" / f"{name}.json") for name in ("light", "dark")
        }
        self._icons: dict[tuple[str, str, int, int], QIcon] = {}
        self._colors: dict[str, str] = {}
        self._files = QTemporaryDir()
        self._system_scale = _system_scale()
        self._has_all_faces = False
        register_first_faces(resources / "fonts")
        QTimer.singleShot(0, self, self._register_other_faces)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def close(self) -> None:
        """Remove the pictures that were made for style sheets."""
        self._files.remove()

    # ---- what painters ask ----

    @property
    def scheme(self) -> str:
        """Return `light` or `dark`: the scheme in force."""
        if self._mode is not ThemeMode.SYSTEM:
            return self._mode.value
        is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return "dark" if is_dark else "light"

    def hex(self, token: Token) -> str:
        """Return a token's colour as `#rrggbb`."""
        return self._tokens[self.scheme][token]

    def color(self, token: Token) -> QColor:
        """Return a token's colour."""
        return QColor(self.hex(token))

    def font(self, role: FontRole) -> QFont:
        """Return the font of a role at the text size in force."""
        if role in _READ:
            self._register_other_faces()
        return font_for(role, self.scale)

    def px(self, length: float) -> int:
        """Return a drawn length grown with the text size; at least 1."""
        return max(1, round(length * self.scale))

    def icon(self, name: str, ink: Token = "ink", size: int = 18, gap: int = 0) -> QIcon:
        """Return a Lucide icon in a token's ink, `size` px at 100 % text size.

        Show it at `theme.icon_size(size, gap)`: it is drawn for exactly that and is sharp on every
        screen. `gap` is empty room at its right, for buttons with a text.
        Raises FileNotFoundError for a name that `resources/icons` lacks.
        """
        key = (name, ink, self.px(size), gap)
        if key not in self._icons:
            svg = read_icon(self._icon_file(name))
            self._icons[key] = make_icon(svg, self.px(size), gap, self.hex(ink))
        return self._icons[key]

    def pixmap(self, name: str, ink: Token, size: int, ratio: float) -> QPixmap:
        """Return an icon as a delegate paints it, for a device pixel ratio."""
        found = self.icon(name, ink, size).pixmap(self.icon_size(size), ratio)
        if found.devicePixelRatio() == ratio:
            return found
        svg = colored_svg(
            read_icon(self._icon_file(name)), self.hex(ink), stroke=stroke_for(self.px(size))
        )
        return draw_pixmap(svg, self.px(size), ratio)

    def icon_size(self, size: int, gap: int = 0) -> QSize:
        """Return the room in which an icon of `icon(…, size, gap)` is to be shown."""
        return QSize(self.px(size) + gap, self.px(size))

    # ---- what the user chooses ----

    @property
    def mode(self) -> ThemeMode:
        """Return what the user chose."""
        return self._mode

    @property
    def text_size(self) -> int:
        """Return the chosen text size in per cent."""
        return self._text_size

    @property
    def scale(self) -> float:
        """Return the factor on every text: the chosen size times what the system asks for."""
        return self._text_size / 100 * self._system_scale

    def set_mode(self, mode: ThemeMode) -> None:
        """Change the scheme, at once and everywhere."""
        if mode is not self._mode:
            self._mode = mode
            self.apply()

    def set_text_size(self, percent: int) -> None:
        """Change the text size, kept within what the window can show."""
        wanted = min(max(percent, TEXT_SIZES[0]), TEXT_SIZES[-1])
        if wanted != self._text_size:
            self._text_size = wanted
            self.apply()

    def step_text_size(self, steps: int) -> None:
        """Make the text one step larger (1) or smaller (-1)."""
        nearest = min(TEXT_SIZES, key=lambda size: abs(size - self._text_size))
        at = TEXT_SIZES.index(nearest) + steps
        self.set_text_size(TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)])

    def start(self, mode: ThemeMode, text_size: int) -> None:
        """Put the looks in force for the first time."""
        self.choose(mode, text_size)
        self.dress()

    def choose(self, mode: ThemeMode, text_size: int) -> None:
        """Take what the settings say: the font and the colours that new widgets begin with."""
        self._mode = mode
        self._text_size = min(max(text_size, TEXT_SIZES[0]), TEXT_SIZES[-1])
        self._hand_over()

    def apply(self) -> None:
        """Put the looks in force anew, and tell everyone."""
        self._icons.clear()
        self._hand_over()
        self.dress()
        self.changed.emit()

    def dress(self) -> None:
        """Put the stylesheet in force: once the widgets stand, they are polished once only."""
        sheet = (self._resources / "themes" / "window.qss").read_text(encoding="utf-8")
        filled = fill_sheet(sheet, self._colors, self.scale, self._icon_address)
        _application().setStyleSheet(filled)

    def _hand_over(self) -> None:
        """Hand the font and the colours to Qt."""
        tokens = self._tokens[self.scheme]
        self._colors = {**tokens}
        app = _application()
        app.setPalette(make_palette(tokens))
        app.setFont(self.font(FontRole.UI))

    def redraw_icons(self) -> None:
        """Draw the icons anew, after the window came to a screen of another sharpness."""
        self._icons.clear()
        self.changed.emit()

    def _icon_file(self, name: str) -> Path:
        return self._resources / "icons" / f"{name}.svg"

    def _icon_address(self, name: str, token: str) -> str:
        """Return the address of a recoloured file: a stylesheet takes pictures from files only."""
        color = self._colors[token]
        file = Path(self._files.path()) / f"{name}-{color[1:]}.svg"
        if not file.exists():
            svg = colored_svg(read_icon(self._icon_file(name)), color)
            file.write_text(svg, encoding="utf-8")
        return f'url("{file.as_posix()}")'

    def _register_other_faces(self) -> None:
        if not self._has_all_faces:
            self._has_all_faces = True
            register_other_faces(self._resources / "fonts")

    def _on_system_scheme_changed(self) -> None:
        if self._mode is ThemeMode.SYSTEM:
            self.apply()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a theme needs a QApplication")
    return app


def _system_scale() -> float:
    """Return how much larger than usual the system's own text is set, 1.0 to 2.0."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    dots = QGuiApplication.primaryScreen().logicalDotsPerInch()
    # A font is told in pixels or in points; QFontInfo would know both, and loads the face for it.
    size = font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * dots / 72
    return min(2.0, size / _DRAWN_TEXT) if size >= _LARGE_TEXT else 1.0
