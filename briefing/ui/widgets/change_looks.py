"""How changed words look: by line as well as by colour (WCAG 2.2, 1.4.1)."""

from PySide6.QtGui import QTextCharFormat

from briefing.model.memo_change import WordKind
from briefing.ui.theme import Theme


def change_looks(theme: Theme) -> dict[WordKind, QTextCharFormat]:
    """Return the format of words that stayed, went and came."""
    plain, gone, new = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    gone.setFontStrikeOut(True)
    gone.setForeground(theme.color("bad_strong"))
    gone.setBackground(theme.color("bad_soft"))
    new.setFontUnderline(True)
    new.setForeground(theme.color("ok_strong"))
    new.setBackground(theme.color("ok_soft"))
    return {"equal": plain, "delete": gone, "insert": new}
