"""Typefaces by role: Inter for the controls, Source Serif 4 for what is read."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

# The shipped families first, then what each platform has.
SANS = ["Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans"]
SERIF = ["Source Serif 4", "Charter", "Georgia", "Noto Serif", "DejaVu Serif"]
MONO = ["JetBrains Mono", "Cascadia Mono", "Menlo", "Consolas", "DejaVu Sans Mono"]


class FontRole(StrEnum):
    """What a text is for."""

    UI = "ui"
    UI_MEDIUM = "ui_medium"
    UI_BOLD = "ui_bold"
    SMALL = "small"
    SMALL_BOLD = "small_bold"
    TINY = "tiny"
    TINY_BOLD = "tiny_bold"
    CAPTION = "caption"
    TITLE = "title"
    HERO = "hero"
    READING = "reading"
    READING_BOLD = "reading_bold"
    READING_HEADING = "reading_heading"
    READING_TITLE = "reading_title"
    MONO = "mono"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FontShape:
    """A typeface at its size in px (at 100 %), its weight, its letter spacing in px."""

    families: list[str]
    size: float
    weight: QFont.Weight = QFont.Weight.Normal
    spacing: float = 0.0
    is_capital: bool = False


SHAPES: dict[FontRole, FontShape] = {
    FontRole.UI: FontShape(SANS, 13),
    FontRole.UI_MEDIUM: FontShape(SANS, 13, QFont.Weight.Medium),
    FontRole.UI_BOLD: FontShape(SANS, 13, QFont.Weight.DemiBold),
    FontRole.SMALL: FontShape(SANS, 12),
    FontRole.SMALL_BOLD: FontShape(SANS, 12, QFont.Weight.DemiBold),
    FontRole.TINY: FontShape(SANS, 11),
    FontRole.TINY_BOLD: FontShape(SANS, 11, QFont.Weight.DemiBold),
    FontRole.CAPTION: FontShape(SANS, 11, QFont.Weight.DemiBold, 0.6, is_capital=True),
    FontRole.TITLE: FontShape(SANS, 13, QFont.Weight.DemiBold),
    FontRole.HERO: FontShape(SERIF, 34, QFont.Weight.DemiBold),
    FontRole.READING: FontShape(SERIF, 17),
    FontRole.READING_BOLD: FontShape(SERIF, 17, QFont.Weight.DemiBold),
    FontRole.READING_HEADING: FontShape(SERIF, 20, QFont.Weight.DemiBold),
    FontRole.READING_TITLE: FontShape(SERIF, 28, QFont.Weight.DemiBold),
    FontRole.MONO: FontShape(MONO, 12.5),
}


# The faces of the first paint; the others are read right after it.
FIRST_FACES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "SourceSerif4-SemiBold.ttf")


def register_first_faces(folder: Path) -> None:
    """Make the typefaces of the first paint known to Qt.

    A file that Qt cannot read is passed over: the platform's own faces then stand in.
    """
    for name in FIRST_FACES:
        QFontDatabase.addApplicationFont(str(folder / name))


def register_other_faces(folder: Path) -> None:
    """Make the rest of the shipped typefaces known to Qt."""
    for file in sorted(folder.glob("*.ttf")):
        if file.name not in FIRST_FACES:
            QFontDatabase.addApplicationFont(str(file))


def font_for(role: FontRole, scale: float) -> QFont:
    """Return the font of a role at a text size (1.0 is the drawn one)."""
    shape = SHAPES[role]
    font = QFont(shape.families)
    font.setPixelSize(max(1, round(shape.size * scale)))
    font.setWeight(shape.weight)
    if shape.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, shape.spacing * scale)
    if shape.is_capital:
        font.setCapitalization(QFont.Capitalization.AllUppercase)
    return font
