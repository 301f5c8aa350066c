"""Writing new texts for sentences of memos; each memo becomes a version before it is changed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from briefing.errors import InputError
from briefing.model.ids import Uid
from briefing.model.ripple import TouchedSentence
from briefing.services.cited_sources import FACT
from briefing.services.fact_standing import newest
from briefing.services.tracing import retrace
from briefing.store import facts, memos, versions
from briefing.store.connections import Connection
from briefing.text.citation_keys import has_key, with_key
from briefing.text.sentences import supported_sentences

Wanted = tuple[TouchedSentence, str]
_Change = tuple[int, int, str]


def write_texts(connection: Connection, wanted: Iterable[Wanted]) -> None:
    """Write sentences anew; InputError where one is no longer in its memo."""
    ordered = sorted(wanted, key=lambda one: one[0].memo_uid)
    for memo_uid, group in groupby(ordered, key=lambda one: one[0].memo_uid):
        _write(connection, memo_uid, list(group))


def _write(connection: Connection, memo_uid: Uid, wanted: Sequence[Wanted]) -> None:
    memo = memos.get(connection, memo_uid)
    versions.add(connection, memo, "before its facts were updated")
    changes: set[_Change] = set()
    for touched, text in wanted:
        start = _place(memo.body, touched)
        changes.add((start, start + len(touched.text), text))
        changes |= set(_apart(connection, memo.body, start, touched))
    changed = replace(memo, body=_changed(memo.body, changes))
    memos.update(connection, changed)
    retrace(connection, changed)


def _place(body: str, touched: TouchedSentence) -> int:
    """Return where the sentence stands now."""
    if body.startswith(touched.text, touched.start):
        return touched.start
    if body.count(touched.text) == 1:
        return body.index(touched.text)
    raise InputError(
        f"“{touched.title}” was changed meanwhile: the sentence “{touched.text[:60]}” is no longer"
        " there as it was. List the sentences again."
    )


def _apart(
    connection: Connection, body: str, start: int, touched: TouchedSentence
) -> Iterable[_Change]:
    """Yield what renames citations of the sentence that stand elsewhere, as under a quotation."""
    if has_key(touched.text, touched.key) or not touched.key.startswith(FACT):
        return
    old = facts.get(connection, touched.source)
    newer = newest(connection, old)
    if newer.uid == old.uid:
        return
    for sentence in supported_sentences(body):
        if sentence.span.start == start:
            for found in sentence.citations:
                words = body[found.span.start : found.span.end]
                renamed = with_key(words, touched.key, FACT + newer.key)
                if renamed != words:
                    yield found.span.start, found.span.end, renamed


def _changed(body: str, changes: Iterable[_Change]) -> str:
    """Return the text with each place replaced; of places that overlap, the first counts."""
    parts: list[str] = []
    position = 0
    for start, end, text in sorted(changes):
        if start >= position:
            parts += [body[position:start], text]
            position = end
    return "".join([*parts, body[position:]])
