"""What a reader finds in a file: an article, or the reason why a part of the file is none."""

from dataclasses import dataclass

from briefing.intake.draft_article import DraftArticle
from briefing.model.article import Original


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """One article of a file, or one part of it that is none.

    `part` names it inside a file of many, the same at every import: a Message-ID, a record's key,
    a member's path; it is empty where the file is one article. `original` is its own bytes where
    the file holds several; a registered reader reads them again to the same draft. `remark` says
    how a draft had to be read, or in one sentence why there is none.
    """

    draft: DraftArticle | None
    part: str = ""
    original: Original | None = None
    remark: str = ""
