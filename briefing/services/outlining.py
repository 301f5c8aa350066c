"""A memo's outline held against its template: words, limits, what is missing."""

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.template import Section, Template
from briefing.text.blocks import parse
from briefing.text.outline import OutlineEntry, outline
from briefing.text.portion_marks import folded_title


class SectionVerdict(StrEnum):
    """How a section stands against what its template asks."""

    OK = "ok"
    OVER = "over"
    EMPTY = "empty"
    OPTIONAL = "optional"
    MISSING = "missing"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class SectionState:
    """One line of the outline; `start` and `end` are 0 for a section that the memo lacks."""

    title: str
    level: int
    start: int
    end: int
    words: int
    limit: int | None
    required: bool
    guidance: str
    facts: int
    verdict: SectionVerdict


def section_states(template: Template | None, body: str) -> tuple[SectionState, ...]:
    """Return the memo's sections in its own order, then those its template asks for in vain."""
    asked = {folded_title(s.title): s for s in template.sections} if template else {}
    entries = outline(parse(body), body)
    present = [_state(entry, asked.get(folded_title(entry.title))) for entry in entries]
    there = {folded_title(entry.title) for entry in entries}
    absent = [_absent(s) for name, s in asked.items() if name not in there and s.required]
    return (*present, *absent)


def _state(entry: OutlineEntry, asked: Section | None) -> SectionState:
    return SectionState(
        title=entry.title,
        level=entry.level,
        start=entry.span.start,
        end=entry.span.end,
        words=entry.words,
        limit=asked.words if asked else None,
        required=bool(asked and asked.required),
        guidance=asked.guidance if asked else "",
        facts=entry.facts,
        verdict=_verdict(entry, asked),
    )


def _verdict(entry: OutlineEntry, asked: Section | None) -> SectionVerdict:
    if asked is None:
        return SectionVerdict.EXTRA
    if asked.words is not None and entry.words > asked.words:
        return SectionVerdict.OVER
    if entry.words or entry.facts:
        return SectionVerdict.OK
    return SectionVerdict.EMPTY if asked.required else SectionVerdict.OPTIONAL


def _absent(asked: Section) -> SectionState:
    return SectionState(
        title=asked.title,
        level=asked.level,
        start=0,
        end=0,
        words=0,
        limit=asked.words,
        required=True,
        guidance=asked.guidance,
        facts=0,
        verdict=SectionVerdict.MISSING,
    )
