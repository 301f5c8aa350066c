"""The blocks of a memo that are looked up: `.facts` as a list, `.timeline` as a table."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from briefing.errors import InputError
from briefing.export.pandoc_syntax import citation, plain_text
from briefing.model.block import (
    Block,
    Citation,
    CitationItem,
    Div,
    Html,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
    Text,
)
from briefing.model.fact import Fact
from briefing.services.cited_sources import FACT, CitedSources
from briefing.services.evidence import EvidenceDesk
from briefing.services.grid_blocks import is_grid, with_counts
from briefing.services.timeline_words import TimelineWords, timeline_words
from briefing.text.html_words import words_of_html

FACTS, TIMELINE, SOURCES, GUIDANCE = "facts", "timeline", "sources", "guidance"
SOURCE_SUMMARY = "source-summary"
_FILLED = frozenset({FACTS, TIMELINE, SOURCES, SOURCE_SUMMARY})
_HTML_TOLD = "HTML in the text became plain words."
_LIMIT = re.compile("[0-9]{1,9}")


class LookupBlocks:
    """Fills the looked-up blocks of one publication, and writes them as Markdown beside."""

    def __init__(
        self,
        evidence: EvidenceDesk,
        sources: CitedSources,
        summary: Callable[[], str],
        language: str = "",
    ) -> None:
        """`summary` drafts the source summary statement; it is asked where a block wants it."""
        self._words = timeline_words(language)
        self._evidence = evidence
        self._sources = sources
        self._summary = summary
        self.markdown: dict[Span, str] = {}
        self.warnings: list[str] = []

    def filled(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """Return the blocks with facts looked up; the writer's guidance is left out."""
        return tuple(
            self._block(block)
            for block in blocks
            if not (isinstance(block, Div) and GUIDANCE in block.classes)
        )

    def _block(self, block: Block) -> Block:
        match block:
            case Div():
                return self._div(block)
            case Quote():
                return replace(block, blocks=self.filled(block.blocks))
            case List():
                items = (replace(item, blocks=self.filled(item.blocks)) for item in block.items)
                return replace(block, items=tuple(items))
            case Html():
                return self._words_of(block)
            case _:
                return block

    def _div(self, div: Div) -> Div:
        match set(div.classes) & _FILLED:
            case found if FACTS in found:
                return self._looked_up(div, _fact_list, _list_markdown)
            case found if TIMELINE in found:
                return self._looked_up(div, _timeline, _timeline_markdown)
            case found if SOURCE_SUMMARY in found:
                return self._summarised(div)
            case found if SOURCES in found:
                return div
            case _:
                if is_grid(div):
                    return with_counts(div)
                return replace(div, blocks=self.filled(div.blocks))

    def _words_of(self, block: Html) -> Block:
        """Return raw HTML as a paragraph of its words, which no writer then loses."""
        words = words_of_html(block.text)
        if not words:
            return block
        if _HTML_TOLD not in self.warnings:
            self.warnings.append(_HTML_TOLD)
        return Paragraph(block.span, (Text(words),))

    def _summarised(self, div: Div) -> Div:
        words = self._summary()
        self.markdown[div.span] = plain_text(words)
        return replace(div, blocks=(Paragraph(div.span, (Text(words),)),))

    def _looked_up(
        self,
        div: Div,
        blocks_of: Callable[[Span, Sequence[Fact], TimelineWords], Block],
        markdown_of: Callable[[Sequence[Fact], CitedSources, TimelineWords], str],
    ) -> Div:
        found = self._facts(div)
        if not found:
            query = div.attribute("query")
            sentence = f"No facts match “{query}”." if query else "No facts have been captured yet."
            self.warnings.append(sentence)
            self.markdown[div.span] = plain_text(sentence)
            return replace(div, blocks=(Paragraph(div.span, (Text(sentence),)),))
        for fact in found:
            self._sources.keep(fact)
        self.markdown[div.span] = markdown_of(found, self._sources, self._words)
        return replace(div, blocks=(blocks_of(div.span, found, self._words),))

    def _facts(self, div: Div) -> tuple[Fact, ...]:
        query, sort = div.attribute("query"), div.attribute("sort") or "date"
        limit = self._limit(div.attribute("limit"))
        try:
            return self._evidence.facts(query, sort, limit)
        except InputError as error:
            self.warnings.append(str(error))
            return self._evidence.facts(query, "date", limit)

    def _limit(self, text: str) -> int | None:
        if not text or _LIMIT.fullmatch(text):
            return int(text) if text else None
        self.warnings.append(f"The limit “{text[:20]}” of a list of facts is no number.")
        return None


def _statement(fact: Fact, words: TimelineWords) -> Inlines:
    said = (Text(fact.statement.strip()), Citation((CitationItem(FACT + fact.key),)))
    remark = words.remark(fact.status)
    return (*said, Text(remark)) if remark else said


def _fact_list(span: Span, facts: Sequence[Fact], words: TimelineWords) -> Block:
    items = (ListItem(span, (Paragraph(span, _statement(fact, words)),)) for fact in facts)
    return List(span, tuple(items))


def _timeline(span: Span, facts: Sequence[Fact], words: TimelineWords) -> Block:
    rows = tuple(
        ((Text(words.when(fact.as_of)),), _statement(fact, words)) for fact in _in_order(facts)
    )
    return Table(span, ((Text(words.date),), (Text(words.event),)), rows, ("left", "left"))


def _in_order(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts by date, those of one date as they come, the undated last."""
    return sorted(facts, key=lambda fact: fact.as_of.first_day() if fact.as_of else date.max)


def _statement_markdown(fact: Fact, sources: CitedSources, words: TimelineWords) -> str:
    cited = citation(sources.expanded(CitationItem(FACT + fact.key)))
    return f"{plain_text(fact.statement)} {cited}{words.remark(fact.status)}"


def _list_markdown(facts: Sequence[Fact], sources: CitedSources, words: TimelineWords) -> str:
    return "\n".join(f"- {_statement_markdown(fact, sources, words)}" for fact in facts)


def _timeline_markdown(facts: Sequence[Fact], sources: CitedSources, words: TimelineWords) -> str:
    rows = (
        f"| {words.when(fact.as_of)} | {_statement_markdown(fact, sources, words)} |"
        for fact in _in_order(facts)
    )
    head = (f"| {words.date} | {words.event} |", "|:-----------|:-------------------------------|")
    return "\n".join([*head, *rows])
