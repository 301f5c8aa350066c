"""Copies to send back: our changes tracked, open findings and reviewers' threads as comments."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from briefing.export.docx.comments_part import commented
from briefing.export.docx.redline import redlined
from briefing.model.block import Heading, Paragraph, Span
from briefing.model.export_options import CommentsKept
from briefing.model.finding import Finding
from briefing.model.memo import Memo, MemoVersion
from briefing.model.memo_review import ReviewReply
from briefing.model.outgoing_comment import OutgoingComment
from briefing.services.placed_threads import placed_threads
from briefing.store import versions
from briefing.store.library_file import Library
from briefing.text.block_walk import every_block
from briefing.text.blocks import parse
from briefing.text.inline_text import inline_text

PROGRAM = "Briefing"  # the author of a comment that is a finding
AUTHOR = "Author"  # of tracked changes where the memo does not say whom it is from
_DATE = "%Y-%m-%dT%H:%M:%SZ"

Fields = tuple[tuple[str, str], ...]
Findings = Callable[[Memo], tuple[Finding, ...]]


class MarkedCopies:
    """Marks finished Word files; `findings` examines a memo."""

    def __init__(self, library: Library, findings: Findings) -> None:
        self._library = library
        self._findings = findings

    def redline(self, new: bytes, old: bytes, memo: Memo, since: int) -> bytes:
        """Return the newer Word file with what changed since the version `since` tracked.

        The author is whom the memo is from; the date is that of the version, so that the same
        memo gives the same bytes.
        """
        version = versions.get(self._library.reader(), memo.uid, since)
        return redlined(new, old, redline_author(memo.fields), redline_date(version))

    def commented(self, data: bytes, memo: Memo, kept: CommentsKept) -> bytes:
        """Return a Word file with the comments that are asked for; resolved threads stay here."""
        comments: list[OutgoingComment] = []
        if kept.has_threads:
            comments += self._threads(memo)
        if kept.has_findings:
            comments += [_of_finding(memo, one) for one in self._findings(memo)]
        return commented(data, comments)

    def _threads(self, memo: Memo) -> Iterator[OutgoingComment]:
        for state in placed_threads(self._library.reader(), memo):
            if state.is_resolved:
                continue
            thread = state.thread
            replies = (*thread.replies, *(_signed(one, memo.fields) for one in state.answers))
            yield OutgoingComment(
                thread.author, thread.date, thread.text, thread.anchor, thread.span, replies
            )


def redline_author(fields: Fields) -> str:
    """Return whose the tracked changes are: whom a memo of those fields is from."""
    return " ".join(dict(fields).get("from", "").split()) or AUTHOR


def _signed(answer: ReviewReply, fields: Fields) -> ReviewReply:
    """Return an answer of ours as it leaves: whom the memo is from gives it, to the second."""
    date = datetime.fromisoformat(answer.date).astimezone(UTC) if answer.date else None
    told = date.strftime(_DATE) if date else ""
    return ReviewReply(answer.author or redline_author(fields), told, answer.text)


def redline_date(since: MemoVersion) -> str:
    """Return the date of the tracked changes since a version."""
    return since.created_at.astimezone(UTC).strftime(_DATE)


def _of_finding(memo: Memo, finding: Finding) -> OutgoingComment:
    said = f"{finding.reason} {finding.mend}".strip()
    if finding.start is None or finding.end is None:
        return OutgoingComment(PROGRAM, "", said)
    span = Span(finding.start, finding.end)
    return OutgoingComment(PROGRAM, "", said, _printed(memo.body[span.start : span.end]), span)


def _printed(markdown: str) -> str:
    """Return the words of a stretch of Markdown as print has them; nothing of several blocks."""
    words = [
        inline_text(block.inlines)
        for block in every_block(parse(markdown))
        if isinstance(block, Paragraph | Heading)
    ]
    return words[0].strip() if len(words) == 1 else ""
