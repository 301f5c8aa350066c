"""An article of the library: what was collected, what is known of it, how it was triaged."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate


class Usage(StrEnum):
    """How far an article has come in triage."""

    CANDIDATE = "candidate"
    SHORTLISTED = "shortlisted"
    USED = "used"
    REJECTED = "rejected"


class Colour(StrEnum):
    """A label that means what the analyst wants it to mean."""

    NONE = ""
    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"


class DateOrigin(StrEnum):
    """Where an article's date was found; anything but `given` is shown as such."""

    NONE = ""
    GIVEN = "given"
    URL = "url"
    PAGE = "page"  # found by a reader on the page itself


@dataclass(frozen=True, slots=True)
class Article:
    """One collected text.

    `body` is Markdown; positions in it count Unicode code points. `fields` are the keys of the
    file that have no place of their own, in their order, duplicates kept. `reliability` (A–F)
    and `credibility` (1–6) are the two halves of the Admiralty code (AJP-2.1). `pages` are (start
    in the body, label) of each page of a paged original.
    """

    uid: Uid
    citekey: str
    title: str
    body: str
    url: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: PartialDate | None = None
    date_origin: DateOrigin = DateOrigin.NONE
    accessed: PartialDate | None = None
    language: str = ""
    summary: str = ""
    usage: Usage = Usage.CANDIDATE
    rank: int | None = None
    reliability: str = ""
    credibility: int | None = None
    note: str = ""
    colour: Colour = Colour.NONE
    tags: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    pages: tuple[tuple[int, str], ...] = ()
    created_at: datetime | None = None
    updated_at: datetime | None = None

    @property
    def rating(self) -> str:
        """Return the Admiralty code as it is written, `A2`, `B`, `3`, or nothing."""
        return f"{self.reliability}{self.credibility or ''}"


@dataclass(frozen=True, slots=True)
class Original:
    """The file an article came from, byte for byte."""

    name: str
    media_type: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article as a list shows it: no body."""

    uid: Uid
    citekey: str
    title: str
    publisher: str
    published: PartialDate | None
    usage: Usage
    rank: int | None
    rating: str
    tags: tuple[str, ...]
    fact_count: int = 0
    memo_count: int = 0
    colour: Colour = Colour.NONE
    copy_count: int = 0
