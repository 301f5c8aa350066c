"""A review of a memo: what Word files that came back would change in it, and what they ask."""

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.block import Span
from briefing.model.ids import Uid


class ReviewKind(StrEnum):
    """What a change does to the memo."""

    INSERTED = "inserted"
    DELETED = "deleted"
    REPLACED = "replaced"
    MOVED = "moved"
    FORMATTED = "formatted"
    SPLIT = "split"
    JOINED = "joined"
    OTHER = "other"


class Verdict(StrEnum):
    """What the analyst decided about a change."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class MemoEdit:
    """Markdown that takes the place of code points `start` to `end` of the version's body."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """What a field of the front matter says in place of `before`, both as the memo holds them."""

    name: str
    before: str
    text: str

    @property
    def label(self) -> str:
        """Return its name in words: `decide-by` is “Decide by”."""
        return self.name.replace("-", " ").replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class ReviewChange:
    """One change by one reviewer; numbers count from 1 in the order of the text.

    `before` and `after` are plain words. Without `edits` or a `field` it could not be placed in
    the memo: `reason` says why, and it is shown all the same. `file` is the Word file's name.
    """

    number: int
    kind: ReviewKind
    author: str
    date: str
    file: str
    section: str
    before: str
    after: str
    edits: tuple[MemoEdit, ...] = ()
    reason: str = ""
    is_tracked: bool = True
    field: FieldEdit | None = None

    @property
    def is_placed(self) -> bool:
        """Tell whether the memo has a place for it, in its text or its head."""
        return bool(self.edits) or self.field is not None


@dataclass(frozen=True, slots=True)
class ReviewReply:
    """One answer in a thread."""

    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewThread:
    """A comment with its answers; `span` is its place in the version's body, if it has one."""

    number: int
    author: str
    date: str
    file: str
    section: str
    text: str
    anchor: str
    span: Span | None
    replies: tuple[ReviewReply, ...] = ()
    is_resolved: bool = False


@dataclass(frozen=True, slots=True)
class MemoReview:
    """What Word files say of one version of a memo; `body` is that version's Markdown."""

    memo_uid: Uid
    version: int
    body: str
    files: tuple[str, ...]
    changes: tuple[ReviewChange, ...]
    threads: tuple[ReviewThread, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a change; with `text` its words are taken in place of the file's."""

    verdict: Verdict
    text: str | None = None
