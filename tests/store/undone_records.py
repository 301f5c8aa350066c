"""Records of every kind, for the tests of undo, and a memo that is typed in."""

from dataclasses import replace
from decimal import Decimal

from briefing.model.article import Article
from briefing.model.fact import FactStatus
from briefing.model.memo import Memo
from briefing.store import (
    dismissals,
    memos,
    traces,
    versions,
)
from briefing.store.library_file import Library
from tests.store.records import (
    add_articles,
    add_fact,
    add_memo,
    make_article,
    make_evidence,
    make_fact,
    make_memo,
)


def everything(library: Library) -> tuple[Article, Memo]:
    """Fill a library with a record of each kind that hangs on others."""
    one, two = add_articles(library, make_article(1, tags=("a/b",)), make_article(2))
    newer = add_fact(library, make_fact(make_evidence(one), tags=("a/b", "c")))
    add_fact(
        library,
        make_fact(
            make_evidence(one),
            make_evidence(two),
            value=Decimal("59.5"),
            status=FactStatus.SUPERSEDED,
            superseded_by=newer.uid,
        ),
    )
    memo = add_memo(library, make_memo())
    library.write("Version", lambda c: versions.add(c, memo, "made"), undoable=False)
    library.write("Dismiss", lambda c: dismissals.add(c, memo.uid, "rule", "place", "why"))
    library.write(
        "Trace",
        lambda c: traces.replace(
            c,
            memo.uid,
            [
                traces.SentenceSource(0, 5, one.citekey),
                traces.SentenceSource(6, 9, f"fact:{newer.key}"),
            ],
        ),
        undoable=False,
    )
    return one, memo


def type_body(library: Library, memo: Memo, body: str) -> None:
    """Save a memo as it is saved while it is typed: outside undo."""

    def work(connection: object) -> None:
        here = memos.get(connection, memo.uid)  # pyright: ignore[reportArgumentType]
        memos.update(connection, replace(here, body=body))  # pyright: ignore[reportArgumentType]

    library.write("Type", work, undoable=False)


def body_of(library: Library, memo: Memo) -> str:
    """Return what a memo says now."""
    return memos.get(library.reader(), memo.uid).body
