"""What a memo's text amounts to: sections against the template, words, claims and sources."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing.model.template import Template
from briefing.services.citing import CitationLabel, CitedState, Citing
from briefing.services.evidence import EvidenceDesk
from briefing.services.memo_language import DEFAULT_LANGUAGE
from briefing.services.outlining import SectionState, section_states
from briefing.text.blocks import parse
from briefing.text.counting import count_part, reading_minutes
from briefing.text.readability import Readability
from briefing.text.sentences import Supported, supported_sentences
from briefing.ui.memo.lookup_words import is_lookup, looked_up
from briefing.ui.memo.memo_readability import BlockAmounts, of_sections


@dataclass(frozen=True, slots=True)
class MemoReading:
    """Counts and sections of one memo at one moment; spans are code points of its body."""

    sections: tuple[SectionState, ...] = ()
    words: int = 0
    limit: int | None = None
    minutes: int = 0
    claims: int = 0
    sourced: int = 0
    sources: int = 0
    readability: Readability | None = None
    section_readability: tuple[Readability | None, ...] = ()

    def section_at(self, position: int) -> int:
        """Return the number of the innermost section at a position, or -1 before the first."""
        found, start = -1, -1
        for number, section in enumerate(self.sections):
            is_in = section.start <= position < section.end or (
                section.start < section.end == position
            )
            if is_in and section.start >= start:
                found, start = number, section.start
        return found


def read_memo(
    citing: Citing,
    evidence: EvidenceDesk,
    template: Template | None,
    body: str,
    language: str = DEFAULT_LANGUAGE,
) -> MemoReading:
    """Read a memo's text; for a worker's thread."""
    # Block by block, because each block's count is kept: only the changed one is counted.
    blocks = parse(body).blocks
    words = sum(count_part(body[block.span.start : block.span.end]) for block in blocks)
    supported = supported_sentences(body)
    claims = [sentence for sentence in supported if sentence.is_claim]
    keys = {
        item.key
        for sentence in supported
        for found in sentence.citations
        for item in found.citation.items
    }
    labels = citing.labels(keys)
    sections = section_states(template, body)
    read = BlockAmounts(blocks, body, language)
    return MemoReading(
        sections=tuple(_with_facts(evidence, section, body) for section in sections),
        words=words,
        limit=template.words if template else None,
        minutes=reading_minutes(words),
        claims=len(claims),
        sourced=sum(_is_sourced(sentence, labels) for sentence in claims),
        sources=len({labels[key].article_uid or key for key in keys}),
        readability=read.between(0, len(body)),
        section_readability=of_sections(read, sections),
    )


def _is_sourced(sentence: Supported, labels: Mapping[str, CitationLabel]) -> bool:
    """Return whether a sentence cites anything that the library holds."""
    return any(
        labels[item.key].state is not CitedState.MISSING
        for found in sentence.citations
        for item in found.citation.items
    )


def _with_facts(evidence: EvidenceDesk, section: SectionState, body: str) -> SectionState:
    """Count the facts that a section's blocks stand for, in place of the blocks."""
    if not section.facts:
        return section
    lines = body[section.start : section.end].split("\n")
    count = sum(looked_up(evidence, line).facts for line in lines if is_lookup(line))
    return replace(section, facts=count)
