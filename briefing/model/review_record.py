"""A review as the library keeps it: its files, what was decided, what the merge makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from briefing.model.ids import Uid
from briefing.model.memo_review import Decision, MemoReview, ReviewReply, ReviewThread, Verdict


class ReviewState(StrEnum):
    """How far a review is; an undo of Apply makes an applied one open again."""

    OPEN = "open"
    APPLIED = "applied"
    CLOSED = "closed"


class ConflictChoice(StrEnum):
    """How a conflict was settled; open ones keep the analyst's own words in the preview."""

    OPEN = "open"
    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    EDITED = "edited"


class PieceRole(StrEnum):
    """What a piece of the merged text is to the change it belongs to."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


class FlagKind(StrEnum):
    """Why a sentence that a reviewer changed wants a look."""

    NO_SOURCE = "no-source"
    DIFFERS = "differs"
    TURNED = "turned"
    QUOTE_CHANGED = "quote-changed"
    CITATION_DELETED = "citation-deleted"
    CITATION_LEFT = "citation-left"
    UNKNOWN_CITATION = "unknown-citation"


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A Word file that a review was made of; its bytes stay in the library."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class ReviewTask:
    """Something to do that came out of a comment; kept with the memo until it is removed."""

    uid: Uid
    memo_uid: Uid
    thread: str
    text: str
    is_done: bool
    created_at: datetime
    author: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ThreadState:
    """A comment thread with what the analyst did about it; `key` names it in every copy.

    `answers` are the analyst's own that the file does not hold yet. `is_resolved` is the analyst's
    word where there is one, else the file's.
    """

    key: str
    thread: ReviewThread
    answers: tuple[ReviewReply, ...] = ()
    is_resolved: bool = False
    tasks: tuple[ReviewTask, ...] = ()

    @property
    def number(self) -> int:
        """Return its number in the review."""
        return self.thread.number


@dataclass(frozen=True, slots=True)
class ConflictDecision:
    """How one conflict was settled: whose words, or words of the analyst's own.

    `side` counts the conflict's sides from 0 where the choice is THEIRS. `about` is filled when
    it is remembered: where the words in conflict are others by then, it is open again.
    """

    choice: ConflictChoice
    side: int = 0
    text: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """What one reviewer's file makes of the words in conflict, in Markdown."""

    author: str
    file: str
    changes: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """Words that two hands changed; `number` is that of the first change in it.

    `base` is what the version said, `mine` what the memo says now (the same where only reviewers
    disagree). It stands from `start` up to `end` of the merged body.
    """

    number: int
    start: int
    end: int
    base: str
    mine: str
    sides: tuple[ConflictSide, ...]
    reason: str
    section: str = ""
    decision: ConflictDecision = ConflictDecision(ConflictChoice.OPEN)
    about: str = ""  # what a decision about it is remembered with
    is_moved: bool = False  # by the analyst; its words are as they were
    also: tuple[int, ...] = ()  # changes at other places that are settled with it
    is_in_head: bool = False  # about a field, which has no place in the body

    @property
    def changes(self) -> tuple[int, ...]:
        """Return the numbers of the changes in it."""
        own = {number for side in self.sides for number in side.changes}
        return tuple(sorted(own | {*self.also}))

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has settled it yet."""
        return self.decision.choice is ConflictChoice.OPEN

    @property
    def is_with_mine(self) -> bool:
        """Tell whether the analyst's own later words are one side of it."""
        return self.is_moved or self.mine != self.base


@dataclass(frozen=True, slots=True)
class MergedPiece:
    """A stretch of text in reading order; `changes` and `conflict` are numbers, or none.

    What is in the body makes up the merged text; the rest is what an open change would bring or
    an accepted one took away.
    """

    text: str
    role: PieceRole = PieceRole.KEPT
    changes: tuple[int, ...] = ()
    conflict: int = 0
    is_in_body: bool = True


@dataclass(frozen=True, slots=True)
class PlacedSpan:
    """Where a change or a thread stands in the merged body; empty where it only takes away."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class OwnChange:
    """A paragraph that the analyst changed since the version; it merged, or is in conflict."""

    section: str
    start: int
    end: int
    is_conflict: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """The memo as the decisions make it; nothing of it is written before Apply.

    `fields` are those of its head that changes are about, as they make them.
    """

    body: str
    conflicts: tuple[MergeConflict, ...] = ()
    spans: tuple[PlacedSpan, ...] = ()
    threads: tuple[PlacedSpan, ...] = ()
    pieces: tuple[MergedPiece, ...] = ()
    own: tuple[OwnChange, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()

    @property
    def open_conflicts(self) -> tuple[MergeConflict, ...]:
        """Return those that nobody has settled yet."""
        return tuple(one for one in self.conflicts if one.is_open)


@dataclass(frozen=True, slots=True)
class ReviewFlag:
    """Why the sentence that a change makes wants a look; places are those of `words`.

    `words` is the sentence as it would read. `keys` are the citations that it is about.
    """

    change: int
    kind: FlagKind
    reason: str
    words: str = ""
    start: int = 0
    end: int = 0
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewCounts:
    """How many of what a review holds."""

    changes: int
    decided: int
    accepted: int
    applied: int
    unplaced: int
    threads: int
    open_threads: int


@dataclass(frozen=True, slots=True)
class Review:
    """One or more reviewers' copies of one version of a memo, and what was decided so far."""

    uid: Uid
    memo_uid: Uid
    memo_title: str
    state: ReviewState
    files: tuple[ReviewFile, ...]
    content: MemoReview
    created_at: datetime
    updated_at: datetime
    decisions: Mapping[int, Decision] = field(default_factory=dict[int, Decision])
    settled: Mapping[int, ConflictDecision] = field(default_factory=dict[int, ConflictDecision])
    applied: frozenset[int] = frozenset()
    threads: tuple[ThreadState, ...] = ()

    @property
    def version(self) -> int:
        """Return the number of the version that the files were made from."""
        return self.content.version

    @property
    def authors(self) -> tuple[str, ...]:
        """Return who changed or asked something, in the order of the text."""
        changed = (one.author for one in self.content.changes)
        return tuple(dict.fromkeys((*changed, *(one.author for one in self.content.threads))))

    def decision(self, number: int) -> Decision:
        """Return what was decided about a change; open where nothing was."""
        return self.decisions.get(number, Decision(Verdict.OPEN))

    def waiting(self, verdict: Verdict) -> list[int]:
        """Return the numbers of changes of one verdict that could be in the memo and are not."""
        return [
            change.number
            for change in self.content.changes
            if change.is_placed
            and change.number not in self.applied
            and self.decision(change.number).verdict is verdict
        ]

    @property
    def counts(self) -> ReviewCounts:
        """Return how many of what it holds; what could not be placed counts as a change too."""
        changes = self.content.changes
        verdicts = [self.decision(one.number).verdict for one in changes]
        return ReviewCounts(
            changes=len(changes),
            decided=sum(verdict is not Verdict.OPEN for verdict in verdicts),
            accepted=sum(verdict is Verdict.ACCEPTED for verdict in verdicts),
            applied=len(self.applied),
            unplaced=sum(not one.is_placed for one in changes),
            threads=len(self.threads),
            open_threads=sum(not one.is_resolved for one in self.threads),
        )
