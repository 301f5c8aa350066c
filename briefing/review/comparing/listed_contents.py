"""Tables of contents left out of two files before they are compared: Word writes them by itself.

Whoever updates the fields of a returned file changes a page number in every line, and a program
that knows no such field turns the lines into plain text. Nobody meant either as a change.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from briefing.model.word_review import ReviewedFile, WordParagraph
from briefing.review.comparing.renumbered import changes_in, renumbered
from briefing.review.comparing.rewritten_file import RewrittenFile

_STYLE = re.compile(r"(?:toc|contents|table of contents)\s*(?:\d|heading)", re.IGNORECASE)
_PAGE = re.compile(r"[\s.…]*\d*\s*\Z")
_FEWEST = 2  # lines in a row that are plain text: one alone may be a heading


def without_contents(
    original: ReviewedFile, returned: ReviewedFile
) -> tuple[ReviewedFile, ReviewedFile]:
    """Return our own export and what came back without their tables of contents."""
    listed = [one for one in original.paragraphs if _is_listed(one)]
    if not listed:
        return original, returned
    lines = {_line(one) for one in listed}
    gone = {one.number for one in returned.paragraphs if _is_listed(one)}
    gone.update(_unstyled(returned.paragraphs, lines))
    return _without(original, {one.number for one in listed}), _without(returned, gone)


def _is_listed(paragraph: WordParagraph) -> bool:
    return paragraph.part == "body" and _STYLE.match(paragraph.style) is not None


def _line(paragraph: WordParagraph) -> str:
    """Return a line without its page."""
    return " ".join(_PAGE.sub("", paragraph.text).split()).casefold()


def _unstyled(paragraphs: Iterable[WordParagraph], lines: Container[str]) -> Iterator[int]:
    """Yield the numbers of paragraphs in a row that say what lines of the contents say."""

    def is_line(paragraph: WordParagraph) -> bool:
        is_text = paragraph.part == "body" and not paragraph.heading and paragraph.cell is None
        return is_text and _line(paragraph) in lines

    for found, run in groupby(paragraphs, key=is_line):
        held = [one.number for one in run]
        if found and len(held) >= _FEWEST:
            yield from held


def _without(file: ReviewedFile, gone: Container[int]) -> ReviewedFile:
    """Return a file without some paragraphs, and without the changes that only these hold."""
    out = RewrittenFile(len(file.revisions) + 1, file.last_author)
    for paragraph in file.paragraphs:
        if paragraph.number not in gone:
            out.keep_paragraph(paragraph)
    held = {number for paragraph in out.paragraphs for number in changes_in(paragraph)}
    kept = (one for one in file.revisions if one.number in held or one.paragraph not in gone)
    return renumbered(replace(file, revisions=tuple(kept)), out)
