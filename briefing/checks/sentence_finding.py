"""A finding on some words of a sentence, as the rules of language make them."""

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.model.finding import Finding, Severity
from briefing.text.running_text import RunningSentence


def finding_on(
    rule: str,
    memo: MemoUnderCheck,
    sentence: RunningSentence,
    place: tuple[int, int],
    reason: str,
    mend: str,
    severity: Severity = Severity.NOTE,
) -> Finding:
    """Return a finding on the words at `place`; it is dismissed with its sentence."""
    span = sentence.place(*place)
    subject = " ".join(sentence.words.split())
    return Finding(
        rule, memo.place_of(span), reason, mend, severity, span.start, span.end, subject=subject
    )


def authors_sentences(memo: MemoUnderCheck) -> tuple[RunningSentence, ...]:
    """Return the sentences of a memo that are its author's own prose."""
    return tuple(sentence for sentence in memo.running if sentence.is_authors_prose)
