"""Reviewers' comments where their words stand in a memo as it is handed in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.model.block import Span
from briefing.model.memo import Memo
from briefing.model.memo_review import MemoReview, ReviewThread
from briefing.model.review_record import ThreadState
from briefing.review.merging.three_way import merge
from briefing.store import review_threads, versions
from briefing.store.connections import Connection


def placed_threads(connection: Connection, memo: Memo) -> tuple[ThreadState, ...]:
    """Return every comment that came back with a memo; spans are places of the memo's body.

    One whose words are gone has no span.
    """
    rounds: dict[int, list[ThreadState]] = {}
    for version, state in review_threads.with_versions(connection, memo.uid):
        rounds.setdefault(version, []).append(state)
    found: list[ThreadState] = []
    for version, states in rounds.items():
        body = versions.get(connection, memo.uid, version).body
        found += _moved(memo, version, body, states)
    return tuple(found)


def _moved(
    memo: Memo, version: int, body: str, states: Iterable[ThreadState]
) -> Iterator[ThreadState]:
    kept = list(states)
    # Numbered anew: comments of several reviews may have the same number.
    threads = tuple(replace(one.thread, number=at) for at, one in enumerate(kept))
    content = MemoReview(memo.uid, version, body, (), (), threads)
    places = {one.number: Span(one.start, one.end) for one in merge(content, memo.body).threads}
    for number, state in enumerate(kept):
        yield replace(state, thread=_at(state.thread, places.get(number)))


def _at(thread: ReviewThread, span: Span | None) -> ReviewThread:
    is_gone = span is None or (span.start == span.end and thread.anchor.strip() != "")
    return replace(thread, span=None if is_gone else span)
