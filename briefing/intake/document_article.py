"""Blocks and properties of a document to an article: its title, its date, its authors."""

from collections.abc import Sequence

from briefing.errors import IntakeError
from briefing.intake.document_properties import (
    DocumentProperties,
    sensible_authors,
    sensible_title,
)
from briefing.intake.draft_article import DraftArticle
from briefing.intake.markdown_document import Block, Kind
from briefing.intake.printed_date import printed_date
from briefing.intake.text_article import title_of_file
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate

_FRONT = 15  # blocks in which a title or a date of the document may stand
_LONGEST_TITLE = 200
_SAMPLE = 4_000  # characters
_LATIN = frozenset(("en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl"))
_LATIN_END = "\u0250"


def article_of(
    name: str, text: str, blocks: Sequence[Block], said: DocumentProperties
) -> DraftArticle:
    """Return the article; raises IntakeError where a document holds no text.

    The day a file was made is not the day it was published: it counts where no date is printed.
    """
    if not text.strip():
        raise IntakeError("It holds no text.")
    front = [words for block in blocks[:_FRONT] for words in (block.words, *_cells(block)) if words]
    title = sensible_title(said.title) or _title(blocks) or title_of_file(name)
    published = printed_date((title, *front)) or _day(said.created)
    return DraftArticle(
        title=title,
        body=text,
        authors=sensible_authors(said.authors),
        published=published,
        date_origin=DateOrigin.PAGE if published else DateOrigin.NONE,
        language=said.language if _is_of_its_script(said.language, text) else "",
        fields=said.others,
    )


def _title(blocks: Sequence[Block]) -> str:
    """Return the paragraph that is the title, else the first heading, else a short first line."""
    front = [block for block in blocks[:_FRONT] if 0 < len(block.words) <= _LONGEST_TITLE]
    for kind in (Kind.TITLE, Kind.HEADING):
        for block in front:
            if block.kind is kind:
                return block.words
    is_first = bool(front) and front[0] is blocks[0]
    return front[0].words if is_first and front[0].words[-1] not in ".;:," else ""


def _cells(block: Block) -> list[str]:
    """Return what stands in a table's cells, their emphasis left out."""
    return [cell.replace("*", "") for row in block.rows for cell in row]


def _is_of_its_script(language: str, text: str) -> bool:
    """Return whether a text can be in a language: programs state their own where none was set."""
    if language.partition("-")[0] not in _LATIN:
        return True
    letters = [char for char in text[:_SAMPLE] if char.isalpha()]
    return sum(char < _LATIN_END for char in letters) * 2 >= len(letters)


def _day(stated: str) -> PartialDate | None:
    try:
        return PartialDate.parse(stated[:10])
    except ValueError:
        return None
