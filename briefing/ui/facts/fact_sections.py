"""The rows below a fact: what contradicts it, the sentences that cite it, what was done to it."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing.model.fact_history import FactEvent, FactEventKind
from briefing.services.fact_reading import OpenedFact
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import State, make_frame, make_label

_TOLD = {
    FactEventKind.EDITED: "Edited",
    FactEventKind.SUPERSEDED: "Superseded",
    FactEventKind.DISPUTED: "Disputed",
    FactEventKind.RETRACTED: "Retracted",
    FactEventKind.REINSTATED: "Reinstated",
    FactEventKind.EVIDENCE: "Evidence changed",
}


def conflict_rows(
    theme: Theme, opened: OpenedFact, compare: Callable[[str, str], object]
) -> Iterator[QWidget]:
    """Return a card for each fact that contradicts this one."""
    for conflict in opened.conflicts:
        is_first = conflict.first.uid == opened.fact.uid
        other = conflict.second if is_first else conflict.first
        card, column = _card("warn")
        column.addWidget(make_label(other.statement, is_wrapped=True))
        column.addWidget(make_label(conflict.reason, "small", is_wrapped=True))
        press = partial(compare, conflict.first.uid, conflict.second.uid)
        column.addWidget(_link(theme, "Compare side by side", "git-compare", press))
        yield card


def use_rows(
    theme: Theme, opened: OpenedFact, go: Callable[[str, int], object]
) -> Iterator[QWidget]:
    """Return a row for each sentence of a memo that cites the fact."""
    if not opened.sentences:
        yield make_label("No memo cites it yet. Press Q to cite it.", "small", is_wrapped=True)
    for one in opened.sentences:
        card, column = _card()
        column.addWidget(make_label(" ".join(one.text.split()), is_wrapped=True))
        if one.kept_reason:
            column.addWidget(make_label(f"Kept: {one.kept_reason}", "small", is_wrapped=True))
        column.addWidget(make_label(one.title or one.slug, "small", is_wrapped=True))
        press = partial(go, one.memo_uid, one.start)
        column.addWidget(_link(theme, "Open in its memo", "file-text", press))
        yield card


def history_rows(opened: OpenedFact) -> Iterator[QWidget]:
    """Return a line for each change, the latest first, down to the capture."""
    for event in reversed(opened.history):
        yield make_label(_event_words(event), "small", is_wrapped=True)
    captured = opened.fact.created_at
    when = f"{captured.astimezone():%d %B %Y %H:%M}" if captured else ""
    yield make_label(f"Captured · {when}" if when else "Captured", "small")


def _event_words(event: FactEvent) -> str:
    when = f"{event.created_at.astimezone():%d %B %Y %H:%M}"
    words = f"{_TOLD[event.kind]} · {when}"
    if event.reason:
        words += f" · {event.reason}"
    if event.kind is FactEventKind.EDITED:
        words += f"\nIt said: “{event.before.statement}”"
    return words


def _card(state: State = "") -> tuple[QFrame, QVBoxLayout]:
    card = make_frame("card")
    card.setProperty("state", state)
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(4)
    return card, column


def _link(theme: Theme, text: str, icon: str, press: Callable[[], object]) -> TextButton:
    button = TextButton(theme, text, "link", icon)
    button.clicked.connect(lambda _checked=False: press())
    return button
