"""A memo with sources, and reviews that change words of it: what flags are tried on."""

from briefing.model.article import Article
from briefing.model.ids import new_uid
from briefing.model.memo import Memo
from briefing.model.memo_review import MemoEdit, MemoReview, ReviewChange, ReviewKind
from briefing.model.review_record import Review
from briefing.store import memos, reviews, versions
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from tests.services.cited_memos import QUOTE, capture

MEMO = """# Background

Mexico arrested 59 high-value targets. [@fact:KEY] They were sent north by Mexico [@fact:KEY].

Rubio said it of his neighbours, “Rubio praised Mexico's cooperation” [@nytimes2025mexico].

The talks go on in the capital without a pause.
"""


def fact_key(library: Library, article: Article) -> str:
    """Return the key of a fact with a quote behind the memo's figure."""
    statement = "Mexico arrested 59 high-value targets."
    return capture(library, article, QUOTE, statement=statement).key


def kept_review(library: Library, body: str, *edits: tuple[str, str]) -> tuple[Review, Memo]:
    """Keep a review in which each of some words is replaced by others."""

    def work(connection: Connection) -> tuple[Review, Memo]:
        memo = memos.add(connection, Memo(new_uid(), "talks", "decision-memo", (), body))
        versions.add(connection, memo, "sent")
        changes = tuple(_change(body, n, old, new) for n, (old, new) in enumerate(edits, 1))
        content = MemoReview(memo.uid, 1, body, ("a.docx",), changes, ())
        return reviews.get(connection, reviews.add(connection, content, ())), memo

    return library.write("Review", work)


def _change(body: str, number: int, old: str, new: str) -> ReviewChange:
    """Return the change of words that a body has once; `^` stands for the place behind words."""
    words, mark, _ = old.partition("^")
    start, end = body.index(words), body.index(words) + len(words)
    if mark:
        kind, start, before = ReviewKind.INSERTED, end, ""
    else:
        kind, before = ReviewKind.REPLACED if new else ReviewKind.DELETED, words
    edit = MemoEdit(start, end, new)
    return ReviewChange(number, kind, "A", "", "a.docx", "", before, new, (edit,))
