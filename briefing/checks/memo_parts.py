"""The parts of a memo that rules of structure look at: its sections, their text, what it asks."""

import re

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.structure_words import plain_title, titles
from briefing.text.counting import visible_text
from briefing.text.outline import OutlineEntry

_DECISION_LINE = re.compile(
    r"\b(?:approved?|agreed?|disapproved?|noted|aprobad[oa]|apruebo|approuvé)\b[^\n]{0,20}_{3,}",
    re.IGNORECASE,
)


def main_sections(memo: MemoUnderCheck) -> tuple[OutlineEntry, ...]:
    """Return the sections of the highest level; a single title above them is none."""
    entries = memo.outline
    if not entries:
        return ()
    level = min(entry.level for entry in entries)
    top = [entry for entry in entries if entry.level == level]
    if len(top) == 1 and top[0] is entries[0] and len(entries) > 1:
        level = min(entry.level for entry in entries[1:])
        top = [entry for entry in entries[1:] if entry.level == level]
    return tuple(top)


def text_of(memo: MemoUnderCheck, entry: OutlineEntry) -> str:
    """Return what a reader sees of a section, below its heading."""
    return visible_text(memo.memo.body[entry.heading_span.end : entry.span.end])


def sections_titled(memo: MemoUnderCheck, key: str) -> tuple[OutlineEntry, ...]:
    """Return the sections, of any level, whose title is in a list of the structure's standard."""
    return tuple(entry for entry in memo.outline if plain_title(entry.title) in titles(key))


def asks_for_decision(memo: MemoUnderCheck) -> bool:
    """Tell whether a memo is one for a decision: by its template, its decision line or options."""
    if memo.template is not None:
        return any(_DECISION_LINE.search(section.text) for section in memo.template.sections)
    if _DECISION_LINE.search(memo.memo.body):
        return True
    asks = any(plain_title(entry.title).startswith(_RECOMMENDATION) for entry in memo.outline)
    return asks and bool(sections_titled(memo, "option_sections"))


_RECOMMENDATION = ("recommendation", "recomendaci", "recommandation")
