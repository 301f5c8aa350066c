"""A review made by hand, and a service that keeps it: rooms can be tried without Word files."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from briefing.errors import NotFoundError
from briefing.model.block import Span
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.memo_review import (
    Decision,
    MemoEdit,
    MemoReview,
    ReviewChange,
    ReviewKind,
    ReviewReply,
    ReviewThread,
    Verdict,
)
from briefing.model.review_head import ReviewHead
from briefing.model.review_record import (
    ConflictDecision,
    ConflictSide,
    FlagKind,
    MergeConflict,
    Merged,
    MergedPiece,
    OwnChange,
    PieceRole,
    PlacedSpan,
    Review,
    ReviewFile,
    ReviewFlag,
    ReviewState,
    ThreadState,
)
from briefing.text.marked_pieces import marked_pieces
from briefing.text.reading_blocks import reading_blocks
from briefing.ui.review.review_board import ReviewBoard, board_of

UID = Uid("5" * 32)
AUTHOR, LAWYER = "A. Secretary", "Legal adviser"
_OPEN = Decision(Verdict.OPEN)
_WHEN = datetime(2025, 9, 5, tzinfo=UTC)


@dataclass
class Making:
    """Pieces written down one after another, with the records that belong to them."""

    pieces: list[MergedPiece] = field(default_factory=list)
    changes: list[ReviewChange] = field(default_factory=list)
    threads: list[ThreadState] = field(default_factory=list)
    spans: list[PlacedSpan] = field(default_factory=list)
    section: str = ""

    @property
    def at(self) -> int:
        return sum(len(piece.text) for piece in self.pieces if piece.is_in_body)

    @property
    def content(self) -> MemoReview:
        """Return what the file says of the memo that was written down."""
        body = "".join(piece.text for piece in self.pieces if piece.is_in_body)
        threads = tuple(state.thread for state in self.threads)
        return MemoReview(UID, 12, body, ("a.docx",), tuple(self.changes), threads)

    def text(self, words: str, conflict: int = 0) -> None:
        self.pieces.append(MergedPiece(words, conflict=conflict))

    def change(self, before: str, after: str, author: str = AUTHOR, conflict: int = 0) -> int:
        number = len(self.changes) + 1
        start = self.at
        kind = ReviewKind.REPLACED if before and after else ReviewKind.DELETED
        kind = ReviewKind.INSERTED if not before else kind
        date = f"2025-09-04T18:{len(self.changes):02d}:00Z"
        if before:
            self.pieces.append(MergedPiece(before, PieceRole.DELETED, (number,), conflict))
        if after:
            piece = MergedPiece(after, PieceRole.INSERTED, (number,), conflict, is_in_body=False)
            self.pieces.append(piece)
        edit = MemoEdit(start, start + len(before), after)
        self.changes.append(
            ReviewChange(number, kind, author, date, "a.docx", self.section, before, after, (edit,))
        )
        return number

    def comment(self, words: str, text: str, *replies: str) -> None:
        number = len(self.threads) + 1
        start = self.at
        self.text(words)
        answers = tuple(ReviewReply(AUTHOR, "", reply) for reply in replies)
        span = Span(start, self.at)
        date = "2025-09-04T18:40:00Z"
        thread = ReviewThread(
            number, LAWYER, date, "a.docx", self.section, text, words, span, answers
        )
        self.threads.append(ThreadState(f"t{number}", thread))
        self.spans.append(PlacedSpan(number, start, self.at))

    def unplaced(self, before: str, after: str, reason: str) -> None:
        number = len(self.changes) + 1
        self.changes.append(
            ReviewChange(
                number,
                ReviewKind.OTHER,
                LAWYER,
                "",
                "a.docx",
                "",
                before,
                after,
                reason=reason,
                is_tracked=False,
            )
        )


def made_review() -> tuple[Review, Merged, tuple[ReviewFlag, ...]]:
    """Return the review of the picture that the room was drawn after."""
    make = Making(section="Background")
    make.text("# US–Mexico security cooperation\n\n## Background\n\n")
    make.text("On 3 September the two governments agreed to ")
    make.change("step up", "widen")
    make.text(" security cooperation. They set up a ")
    make.comment("bilateral high-level group", "Who chairs it? Cite the joint statement itself.")
    make.text(" to coordinate actions. [@nyt2025vow]\n\nMexico has sent 59 high-value targets")
    make.change("", ", the most in any year")
    make.text(". ")
    make.change("Public opinion has hardened against any foreign operation.", "")
    make.text(" A further strike ")
    make.text("would probably", conflict=4)
    four = make.change("", "is likely to", conflict=4)
    make.text(" end the talks.\n\n## Options\n\n1. **Back the group now.** Keeps it open; low ")
    make.section = "Options"
    make.change("", "political ", LAWYER)
    make.text("cost.\n\n## Recommendation\n\nWait.\n")
    make.unplaced("the old annex", "the new annex", "The table is not in the memo any more.")
    content = make.content
    body = content.body
    start, options = body.index("would probably"), body.index("Back the group")
    conflict = MergeConflict(
        four,
        start,
        start + len("would probably"),
        "could",
        "would probably",
        (ConflictSide(AUTHOR, "a.docx", (four,), "is likely to"),),
        "You changed these words since version 12",
        "Background",
    )
    review = Review(
        Uid("6" * 32),
        UID,
        "US–Mexico security cooperation",
        ReviewState.OPEN,
        (ReviewFile("memo-v12 (AS comments).docx", "0" * 64, 1000),),
        content,
        _WHEN,
        _WHEN,
        threads=tuple(make.threads),
    )
    own = (
        OwnChange("Background", start, start + len("would probably"), is_conflict=True),
        OwnChange("Options", options, options + len("Back"), is_conflict=False),
    )
    merged = Merged(body, (conflict,), (), tuple(make.spans), tuple(make.pieces), own)
    flag = ReviewFlag(2, FlagKind.NO_SOURCE, "new claim without a source", keys=("nyt2025vow",))
    return review, merged, (flag,)


def board(applied: frozenset[int] = frozenset()) -> ReviewBoard:
    """Return the board of the made review."""
    review, merged, flags = made_review()
    made = set_out(replace(review, applied=applied), merged)
    return made.flagged({flag.change: (flag,) for flag in flags})


def set_out(review: Review, merged: Merged) -> ReviewBoard:
    """Return the board of a review of a memo without a head."""
    marked = marked_pieces(merged.pieces, merged.threads)
    return board_of(review, merged, marked, reading_blocks(marked.text))


class StandInReviewing:
    """Keeps one review, or none, and notes what it is asked to write."""

    def __init__(self, made: tuple[Review, Merged, tuple[ReviewFlag, ...]] | None) -> None:
        self._made = made
        self.review = made[0] if made else None
        self.opened: list[tuple[Path, ...]] = []
        self.of_head = ReviewHead()
        self.applied = 0
        self.tasks: list[str] = []

    def make_again(self, made: tuple[Review, Merged, tuple[ReviewFlag, ...]]) -> None:
        self._made = made

    def reviews(self, memo_uid: Uid | None = None) -> tuple[Review, ...]:
        del memo_uid
        return (self.review,) if self.review else ()

    def open(self, paths: tuple[Path, ...], memo_uid: Uid | None) -> Review:
        del memo_uid
        self.opened.append(tuple(paths))
        made = made_review()
        self._made = self._made or made
        self.review = self.review or made[0]
        return self.review

    def get(self, uid: Uid) -> Review:
        if self.review is None or uid != self.review.uid:
            raise NotFoundError("There is no such review.")
        return self.review

    def drawn(self, uid: Uid) -> Merged:
        return self.preview(uid)

    def preview(self, uid: Uid) -> Merged:
        del uid
        assert self._made is not None
        return self._made[1]

    def head(self, uid: Uid) -> ReviewHead:
        del uid
        return self.of_head

    def flags(self, uid: Uid) -> tuple[ReviewFlag, ...]:
        del uid
        assert self._made is not None
        return self._made[2]

    def flags_near(
        self, uid: Uid, numbers: Collection[int]
    ) -> Mapping[int, tuple[ReviewFlag, ...]]:
        """Tell of a rejected change nothing, and of the one behind it that it stands alone."""
        told: dict[int, tuple[ReviewFlag, ...]] = {}
        for number in numbers:
            verdict = self.get(uid).decisions.get(number, _OPEN).verdict
            is_out = verdict is Verdict.REJECTED
            alone = ReviewFlag(number + 1, FlagKind.TURNED, "It stands alone now.")
            own = () if is_out else tuple(one for one in self.flags(uid) if one.change == number)
            told |= {number: own, number + 1: (alone,) if is_out else ()}
        return told

    def decide(self, uid: Uid, decisions: Mapping[int, Decision]) -> None:
        review = self.get(uid)
        self.review = replace(review, decisions={**review.decisions, **decisions})

    def settle(self, uid: Uid, decisions: Mapping[int, ConflictDecision]) -> None:
        review = self.get(uid)
        self.review = replace(review, settled={**review.settled, **decisions})

    def resolve(self, uid: Uid, thread: int, *, is_resolved: bool) -> None:
        self._change(uid, thread, is_resolved=is_resolved)

    def answer(self, uid: Uid, thread: int, text: str) -> None:
        self._change(uid, thread, answers=(ReviewReply("", "", text),))

    def make_task(self, uid: Uid, thread: int, text: str) -> None:
        del uid, thread
        self.tasks.append(text)

    def apply(self, uid: Uid) -> Changes:
        review = self.get(uid)
        self.applied += 1
        return Changes(memos=frozenset({review.memo_uid}))

    def close(self, uid: Uid) -> None:
        self.get(uid)
        self.review = None

    def _change(self, uid: Uid, number: int, **what: object) -> None:
        review = self.get(uid)
        threads = tuple(
            replace(one, **what) if one.number == number else one for one in review.threads
        )
        self.review = replace(review, threads=threads)
