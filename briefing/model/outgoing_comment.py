"""A comment that a memo takes along in its Word file: a finding, or a reviewer's open thread."""

from dataclasses import dataclass

from briefing.model.block import Span
from briefing.model.memo_review import ReviewReply


@dataclass(frozen=True, slots=True)
class OutgoingComment:
    """It stands on the words `anchor`, nearest to `span` of the memo's body where it has one.

    Without words it stands on all paragraphs of `span`; without either at the memo's beginning.
    `date` is ISO 8601 or empty.
    """

    author: str
    date: str
    text: str
    anchor: str = ""
    span: Span | None = None
    replies: tuple[ReviewReply, ...] = ()
    is_resolved: bool = False
