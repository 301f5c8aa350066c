"""Which sentences of a memo cite what: derived in the transaction that changes its text."""

from briefing.model.changes import Changes
from briefing.model.finding import Finding, Severity
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.services.memo_language import language_of
from briefing.store import memos, traces
from briefing.store.connections import Connection
from briefing.text.sentences import supported_sentences


def sources_of(body: str, language: str = "en") -> frozenset[traces.SentenceSource]:
    """Return each sentence with each key that it cites."""
    return frozenset(
        traces.SentenceSource(sentence.span.start, sentence.span.end, item.key)
        for sentence in supported_sentences(body, language)
        for found in sentence.citations
        for item in found.citation.items
    )


def retrace(connection: Connection, memo: Memo) -> None:
    """Derive a memo's sentence sources again."""
    traces.replace(connection, memo.uid, sources_of(memo.body, language_of(memo)))


def retrace_changed(connection: Connection, changes: Changes) -> None:
    """Derive again those of every memo that a change touched and that is still there."""
    there = {row.uid for row in memos.rows(connection)}
    for uid in there if changes.everything else there & changes.memos:
        retrace(connection, memos.get(connection, uid))


def retrace_all(connection: Connection) -> None:
    """Derive again those of every memo."""
    retrace_changed(connection, Changes(everything=True))


def stale_memos(connection: Connection) -> tuple[Finding, ...]:
    """Return a finding for each memo whose sentence sources do not agree with its text."""
    wrong = [row.title for row in memos.rows(connection) if _is_stale(connection, row.uid)]
    return tuple(
        Finding(
            rule="sentence-sources",
            place=f"Memo “{title}”",
            reason="What its sentences cite is not recorded as its text says.",
            mend="Repair the library.",
            severity=Severity.ERROR,
        )
        for title in wrong
    )


def _is_stale(connection: Connection, uid: Uid) -> bool:
    memo = memos.get(connection, uid)
    recorded = frozenset(traces.of_memo(connection, uid))
    return recorded != sources_of(memo.body, language_of(memo))
