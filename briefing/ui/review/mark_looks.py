"""How the words of a change look in the text, before and after it was decided."""

from PySide6.QtGui import QBrush, QTextCharFormat

from briefing.model.marked_text import MarkKind
from briefing.ui.review.item_states import ItemState
from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token

_Line = QTextCharFormat.UnderlineStyle

_TAKEN = frozenset({ItemState.ACCEPTED, ItemState.BOTH})
_GONE = frozenset({ItemState.REJECTED, ItemState.EDITED})


def mark_look(theme: Theme, kind: MarkKind, state: ItemState) -> QTextCharFormat:
    """Return a format to merge into that of the words: line, ink and ground tell the state.

    Words that will be in the memo are not struck, words that will not are.
    """
    if state in _TAKEN or state in _GONE:
        return _decided(theme, kind, is_taken=state in _TAKEN)
    match kind:
        case MarkKind.INSERTED:
            return _look(theme, "ok_strong", "ok_soft", line=_Line.SingleUnderline)
        case MarkKind.DELETED:
            return _look(theme, "bad_strong", "bad_soft", is_struck=True)
        case MarkKind.MINE:
            return _look(theme, "warn_strong", "warn_soft", line=_Line.DashUnderline)
        case _:
            return _look(theme, None, None, line=_Line.DashUnderline, line_ink="accent")


def _decided(theme: Theme, kind: MarkKind, *, is_taken: bool) -> QTextCharFormat:
    if kind is MarkKind.CHANGED:
        return _look(theme, None, None, line=_Line.DotLine if is_taken else _Line.NoUnderline)
    stays = is_taken == (kind is MarkKind.INSERTED)
    if not stays:
        return _look(theme, "muted", None, is_struck=True)
    line = _Line.DotLine if kind is MarkKind.INSERTED else _Line.NoUnderline
    return _look(theme, "ink", None, line=line, line_ink="ok")


def _look(
    theme: Theme,
    ink: Token | None,
    ground: Token | None,
    *,
    is_struck: bool = False,
    line: QTextCharFormat.UnderlineStyle = _Line.NoUnderline,
    line_ink: Token = "muted",
) -> QTextCharFormat:
    made = QTextCharFormat()
    if ink is not None:
        made.setForeground(QBrush(theme.color(ink)))
    made.setBackground(QBrush(theme.color(ground)) if ground else QBrush())
    made.setFontStrikeOut(is_struck)
    made.setUnderlineStyle(line)
    made.setUnderlineColor(theme.color(ink or line_ink) if ground else theme.color(line_ink))
    return made
