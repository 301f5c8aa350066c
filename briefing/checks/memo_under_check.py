"""What every rule reads: a memo, parsed once, and what became of all that it cites."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from briefing.model.anchor import AnchorState
from briefing.model.block import Document, Span
from briefing.model.fact import FactStatus
from briefing.model.finding import Finding
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.partial_date import PartialDate
from briefing.model.template import Template
from briefing.text.citations import FoundCitation
from briefing.text.code_spans import code_spans
from briefing.text.outline import OutlineEntry
from briefing.text.running_text import RunningSentence
from briefing.text.sentences import Supported

_WORD = re.compile(r"\w+")
SHOWN = 60  # characters of a sentence that name a place


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """An article that a memo rests on, with its grades in the Admiralty code where it has them.

    Two that share a sign (publisher, wire, address, near-copies) are one source. `text` is there
    where the memo cites it as a whole.
    """

    uid: Uid
    citekey: str
    title: str
    published: PartialDate | None = None
    reliability: str = ""
    credibility: int | None = None
    signs: frozenset[tuple[str, str]] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class QuoteState:
    """Whether the quote of a fact still stands in its article, and why not."""

    article: str
    state: AnchorState
    reason: str = ""
    words: str = ""
    source: CitedArticle | None = None


@dataclass(frozen=True, slots=True)
class CitedFact:
    """A fact as a memo cites it, its quotes, and the statement of the one that superseded it.

    `kept` are the words of the sentences that stay as they are although it no longer stands.
    """

    key: str
    statement: str
    status: FactStatus
    quotes: tuple[QuoteState, ...] = ()
    superseded_by: str = ""
    as_of: PartialDate | None = None
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class MemoUnderCheck:
    """A memo ready to be examined.

    `known` are the cited keys that are in the library, `facts` those of them that are facts,
    `articles` the others.
    `page_count` is None where the pages were not made. `running` are its sentences as words,
    headings and cells too; `scale` names a scale of likelihood other than the template's.
    """

    memo: Memo
    template: Template | None
    document: Document
    outline: tuple[OutlineEntry, ...]
    sentences: tuple[Supported, ...]
    citations: tuple[FoundCitation, ...]
    known: frozenset[str]
    facts: Mapping[str, CitedFact]
    page_count: int | None = None
    running: tuple[RunningSentence, ...] = ()
    language: str = "en"
    scale: str = ""
    articles: Mapping[str, CitedArticle] = field(default_factory=dict[str, CitedArticle])

    def section_at(self, position: int) -> str:
        """Return the title of the section in which a place of the body stands."""
        at = bisect_right(self.outline, position, key=lambda entry: entry.span.start)
        around = (one for one in reversed(self.outline[:at]) if position < one.span.end)
        return next((entry.title for entry in around), "")

    @property
    def code_spans(self) -> tuple[Span, ...]:
        """Return where code stands, in blocks or in a line."""
        return code_spans(self.memo.body)

    def place_of(self, span: Span) -> str:
        """Return how a place is named: its section, else its first words."""
        return self.section_at(span.start) or excerpt(self._written(span))

    def told(self, words: str, span: Span) -> str:
        """Return how a sentence begins: its words, or the text itself where it has other ones.

        Signs that stand in for code, an address or a citation are none of the memo's words.
        """
        words, written = " ".join(words.split()), self._written(span)
        is_said = set(_WORD.findall(words)) <= set(_WORD.findall(written))
        return excerpt(words if is_said else written)

    def _written(self, span: Span) -> str:
        return " ".join(self.memo.body[span.start : span.end].split())


class Rule(Protocol):
    """One thing that is asked of a memo."""

    @property
    def name(self) -> str:
        """Return the name by which templates ask for it and findings show it."""
        ...

    @property
    def standard(self) -> str:
        """Return the published standard that it rests on, as a finding cites it."""
        ...

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Return what the rule finds, in reading order."""
        ...


def excerpt(words: str) -> str:
    """Return the beginning of a sentence, as a place is named by it."""
    return words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"
