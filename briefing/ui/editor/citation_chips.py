"""Citations of a line as chips: where each stands, what it says, what state it is in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.block import Citation, CitationItem
from briefing.services.citing import CitationLabel, CitedState
from briefing.text.citation_syntax import find_plain
from briefing.ui.editor.inline_spans import Ink, InlineSpan

_MOST_SHOWN = 3  # sources in one chip; the rest is counted
_LONGEST_LABEL = 60  # characters


class Tone(StrEnum):
    """How a chip is coloured; its words and its icon say the same."""

    PLAIN = "plain"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class ChipLook:
    """What a chip shows, and what is told of it when the pointer rests there."""

    text: str
    icon: str = ""
    tone: Tone = Tone.PLAIN
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A citation in a line, from `start` up to `end` in code points of the line."""

    start: int
    end: int
    citation: Citation

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys that it cites."""
        return tuple(item.key for item in self.citation.items)

    def is_open_at(self, column: int) -> bool:
        """Return whether a cursor at `column` edits it, so that it is shown as it is written.

        A bare `@key` is still being typed when the cursor stands right behind it.
        """
        if self.citation.bare:
            return self.start < column <= self.end
        return self.start < column < self.end


_ALARMS: dict[CitedState, tuple[Tone, str]] = {
    CitedState.MISSING: (Tone.BAD, "circle-help"),
    CitedState.RETRACTED: (Tone.BAD, "ban"),
    CitedState.CHANGED: (Tone.WARN, "refresh-cw"),
    CitedState.DISPUTED: (Tone.WARN, "triangle-alert"),
    CitedState.SUPERSEDED: (Tone.WARN, "refresh-cw"),
}
_GRAVEST = tuple(_ALARMS)


def find_chips(text: str, spans: tuple[InlineSpan, ...]) -> tuple[Chip, ...]:
    """Return the citations of a line; `spans` tell where code is, which cites nothing."""
    if "@" not in text:
        return ()
    code = [span for span in spans if span.ink is Ink.CODE]
    return tuple(
        Chip(start, end, citation)
        for start, end, citation in find_plain(text)
        if not any(span.start < end and start < span.end for span in code)
        and (start == 0 or text[start - 1] != "\\")
    )


def chip_look(citation: Citation, labels: Mapping[str, CitationLabel]) -> ChipLook:
    """Return how a citation is shown; a key without a label yet is shown as it is written."""
    known = [labels[item.key] for item in citation.items if item.key in labels]
    detail = "\n".join(label.detail for label in known if label.detail)
    for state in _GRAVEST:
        alarming = next((label for label in known if label.state is state), None)
        if alarming is not None:
            tone, icon = _ALARMS[state]
            return ChipLook(_alarm_words(alarming), icon, tone, detail)
    # Two facts of one article are one source to the reader.
    sources = list(dict.fromkeys(_item_words(item, labels) for item in citation.items))
    hidden = len(sources) - _MOST_SHOWN
    words = "; ".join(sources[:_MOST_SHOWN]) + (f" +{hidden}" if hidden > 0 else "")
    return ChipLook(_shortened(words), detail=detail)


def _alarm_words(label: CitationLabel) -> str:
    if label.state is CitedState.MISSING:
        return f"{_plain_key(label.key)}: not in the library"
    return _shortened(label.label)


def _item_words(item: CitationItem, labels: Mapping[str, CitationLabel]) -> str:
    label = labels.get(item.key)
    name = label.label if label else _plain_key(item.key)
    return " ".join(part for part in (item.prefix, _joined(name, item.locator)) if part)


def _joined(name: str, locator: str) -> str:
    return f"{name}, {locator}" if locator else name


def _plain_key(key: str) -> str:
    return key.replace("fact:", "fact ", 1)


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_LABEL else words[: _LONGEST_LABEL - 1] + "…"
