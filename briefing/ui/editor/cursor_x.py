"""Where a character of a set line stands: Qt's answer, as the number that it is."""

from typing import cast

from PySide6.QtGui import QTextLine


def x_of(line: QTextLine, unit: int) -> float:
    """Return the x of a code unit within its layout; PySide answers with the unit too."""
    return cast("tuple[float, int]", line.cursorToX(unit))[0]
