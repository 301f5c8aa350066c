"""Where an article is used: the facts that rest on it, and the sentences of memos that cite it."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.fact import Fact
from briefing.model.ids import Uid
from briefing.store import facts, memos, traces
from briefing.store.connections import Connection
from briefing.store.library_file import Library


@dataclass(frozen=True, slots=True)
class CitingSentence:
    """A sentence of a memo (code points of its body), and the keys by which it cites."""

    text: str
    start: int
    end: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitingMemo:
    """A memo that cites an article, itself or by its facts."""

    uid: Uid
    slug: str
    title: str
    sentences: tuple[CitingSentence, ...]


@dataclass(frozen=True, slots=True)
class UsedIn:
    """All that an article is used in."""

    facts: tuple[Fact, ...]
    memos: tuple[CitingMemo, ...]


def used_in(library: Library, uid: Uid) -> UsedIn:
    """Return the facts that rest on an article and the memos that cite it or such a fact."""
    reader = library.reader()
    return UsedIn(facts.of_article(reader, uid), tuple(_memos(reader, uid)))


def _memos(connection: Connection, uid: Uid) -> Iterator[CitingMemo]:
    keys = traces.keys_of_article(connection, uid)
    folded = {key.casefold() for key in keys}
    for memo_uid in traces.memos_citing(connection, keys):
        memo = memos.get(connection, memo_uid)
        cited: dict[tuple[int, int], list[str]] = {}
        for source in traces.of_memo(connection, memo_uid):
            if source.key.casefold() in folded:
                cited.setdefault((source.start, source.end), []).append(source.key)
        sentences = (
            CitingSentence(memo.body[start:end].strip(), start, end, tuple(names))
            for (start, end), names in sorted(cited.items())
        )
        yield CitingMemo(memo_uid, memo.slug, memo.title, tuple(sentences))
