"""Evidence: what a sentence cites still stands, and its quote is still in its article.

Standards: ICD 206 (a citation leads to the information as it was used) and ICD 203, which asks
that a product tells when the information behind it has changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from briefing.checks.cited_sentences import whole_words
from briefing.checks.memo_under_check import CitedFact, MemoUnderCheck, QuoteState, excerpt
from briefing.model.anchor import AnchorState
from briefing.model.fact import FactStatus
from briefing.model.finding import Finding, Severity


class _Change(NamedTuple):
    """What became of a fact or of one of its quotes."""

    state: str
    reason: str
    mend: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class ChangedEvidence:
    """Finds citations of facts that are disputed, superseded, retracted or lost their quote."""

    name: str = "changed-evidence"
    standard: str = "ICD 206; ICD 203, D.6"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield a finding for each change at each citation of the fact, in reading order.

        A sentence that stays as it is by the author's word is passed over.
        """
        kept = _kept(memo)
        for found in memo.citations:
            for item in found.citation.items:
                fact = memo.facts.get(item.key)
                is_kept = (found.span.start, item.key) in kept
                for change in _changes(fact, is_kept=is_kept) if fact else ():
                    yield Finding(
                        self.name,
                        memo.place_of(found.span),
                        change.reason,
                        change.mend,
                        change.severity,
                        found.span.start,
                        found.span.end,
                        subject=f"{item.key} {change.state}",
                    )


def _kept(memo: MemoUnderCheck) -> set[tuple[int, str]]:
    """Return where citations stand whose sentence is kept as it is, with their keys."""
    keys = {key: fact.kept for key, fact in memo.facts.items() if fact.kept}
    if not keys:
        return set()
    return {
        (found.span.start, item.key)
        for sentence in memo.sentences
        for found in sentence.citations
        for item in found.citation.items
        if item.key in keys and whole_words(memo, sentence) in keys[item.key]
    }


def _changes(fact: CitedFact, *, is_kept: bool) -> Iterable[_Change]:
    if fact.status is not FactStatus.CURRENT and not is_kept:
        yield _status(fact)
    if not fact.quotes:
        reason = f"{_named(fact)} rests on no quote."
        yield _Change("unsupported", reason, "Add evidence to the fact.", Severity.WARNING)
    stands = any(quote.state in _STANDING for quote in fact.quotes)
    for quote in fact.quotes:
        change = _quote(fact, quote, has_other=stands)
        if change is not None:
            yield change


_STANDING = frozenset({AnchorState.EXACT, AnchorState.MOVED})


def _status(fact: CitedFact) -> _Change:
    match fact.status:
        case FactStatus.RETRACTED:
            reason = f"{_named(fact)} was retracted."
            mend = "Take the sentence out, or rest it on another fact."
            return _Change("retracted", reason, mend, Severity.ERROR)
        case FactStatus.SUPERSEDED:
            newer = f" by “{excerpt(fact.superseded_by)}”" if fact.superseded_by else ""
            reason = f"{_named(fact)} was superseded{newer}."
            mend = "Write the newer fact and cite it."
            return _Change(f"superseded {fact.superseded_by}", reason, mend, Severity.WARNING)
        case _:
            reason = f"{_named(fact)} is disputed."
            mend = "Say in the sentence that it is disputed, or rest it on another fact."
            return _Change("disputed", reason, mend, Severity.WARNING)


def _quote(fact: CitedFact, quote: QuoteState, *, has_other: bool) -> _Change | None:
    where = f"in “{excerpt(quote.article)}”"
    match quote.state:
        case AnchorState.EXACT:
            return None
        case AnchorState.MOVED:
            reason = f"The quote of {_named(fact, inside=True)} stands at another place {where}."
            mend = f"{quote.reason} Read it again there.".strip()
            return _Change(f"moved {quote.article}", reason, mend, Severity.NOTE)
        case AnchorState.AMBIGUOUS:
            reason = f"The quote of {_named(fact, inside=True)} cannot be told {where}."
            mend = f"{quote.reason} Open the fact and choose its words again.".strip()
            return _Change(f"ambiguous {quote.article}", reason, mend, Severity.WARNING)
        case AnchorState.LOST:
            reason = f"The quote of {_named(fact, inside=True)} is no longer {where}."
            mend = f"{quote.reason} Read the article again and capture what it says now.".strip()
            severity = Severity.WARNING if has_other else Severity.ERROR
            return _Change(f"lost {quote.article}", reason, mend, severity)


def _named(fact: CitedFact, *, inside: bool = False) -> str:
    return f"{'the' if inside else 'The'} fact “{excerpt(fact.statement)}”"
