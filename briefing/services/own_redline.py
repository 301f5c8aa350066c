"""What of a returned file we sent along ourselves: tracked changes, and findings as comments."""

from dataclasses import replace

from briefing.model.memo import MemoVersion
from briefing.model.word_review import ReviewedFile
from briefing.review.comparing.settled_changes import settled
from briefing.services.marked_copies import PROGRAM, redline_author, redline_date
from briefing.store import versions
from briefing.store.connections import Connection


def without_own(connection: Connection, sent: MemoVersion, returned: ReviewedFile) -> ReviewedFile:
    """Return a file with our own redline accepted, and findings that nobody answered left out.

    A change is ours by its author and date, which is that of a version of the memo.
    """
    author = redline_author(sent.fields)
    dates = {redline_date(one) for one in versions.of_memo(connection, sent.memo_uid)}
    ours = [one.number for one in returned.revisions if one.author == author and one.date in dates]
    file = settled(returned, ours)
    answered = {one.parent for one in file.comments}
    comments = tuple(
        one
        for one in file.comments
        if one.author != PROGRAM or one.parent or one.number in answered
    )
    return replace(file, comments=comments)
