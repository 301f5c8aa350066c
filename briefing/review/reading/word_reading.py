"""A Word file that came back, read whole: its words, tracked changes and comments."""

from collections.abc import Iterator
from dataclasses import replace

from briefing.errors import InputError, IntakeError
from briefing.model.word_review import ReviewedFile
from briefing.ooxml.word_package import Element, WordPackage, child, local, value
from briefing.ooxml.word_styles import WordStyles
from briefing.review.reading.comment_threads import dates_of, threads_of
from briefing.review.reading.open_fields import without_open_fields
from briefing.review.reading.range_marks import RangeMarks
from briefing.review.reading.revision_log import RevisionLog
from briefing.review.reading.word_comments import comments_of
from briefing.review.reading.word_lists import WordLists
from briefing.review.reading.word_paragraphs import ParagraphReader
from briefing.review.reading.word_story import Container, Story

_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"))
_OPEN_MARK = "~$"  # begins the name of what Word keeps beside an open file
_MARGINS = ("header", "footer")
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))


def read_reviewed(data: bytes, name: str) -> ReviewedFile:
    """Return everything that a Word file says; `name` is that of the file.

    Raises InputError, in one sentence, where it is no Word file that can be read.
    """
    if name.startswith(_OPEN_MARK):
        raise InputError(f"“{name}” only says that Word has a file open; choose that file itself.")
    try:
        return _Reading(WordPackage(data)).file(name)
    except IntakeError as fault:
        raise InputError(f"“{name}” cannot be read. {fault}") from None


class _Reading:
    """The parts of one file, read one after another."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._styles = WordStyles(package.beside("styles"))
        self._log, self._ranges = RevisionLog(), RangeMarks()
        self._warnings: list[str] = []
        self._reader = ParagraphReader(WordLists(package.beside("numbering")))

    def file(self, name: str) -> ReviewedFile:
        """Return the file; its comments last, since they stand in all parts."""
        package, reader = self._package, self._reader
        body = child(package.document(), "body")
        if body is not None:
            story = self._story("body", package.main)
            reader.blocks(without_open_fields(body), story, Container("body"))
        for kind, part in _NOTES:
            for story, note in self._notes(kind, part):
                reader.blocks(note, story, Container(part, f"{part}-{value(note, 'id')}"))
        for part in _MARGINS:
            for place, root in package.all_beside(part):
                stem = place.rpartition("/")[2].partition(".")[0]
                story = self._story(part, place)
                reader.blocks(without_open_fields(root), story, Container(part, stem))
        marks = self._ranges.bookmarks(reader.lengths)
        paragraphs = tuple(
            replace(one, bookmarks=tuple(marks[one.number])) if one.number in marks else one
            for one in reader.paragraphs
        )
        threads = threads_of(package.beside("commentsExtended"))
        dates = dates_of(package.beside("commentsIds"), package.beside("commentsExtensible"))
        comments = comments_of(
            package.beside("comments"), self._ranges.comments, threads, dates, paragraphs,
            says_threads=_is_by_word(package.application()),
        )  # fmt: skip
        author = value_of_text(package.properties(), "lastModifiedBy")
        warnings = tuple(dict.fromkeys(self._warnings))
        revisions = self._log.revisions()
        return ReviewedFile(name, paragraphs, revisions, comments, author, warnings)

    def _notes(self, kind: str, part: str) -> Iterator[tuple[Story, Element]]:
        for place, root in self._package.all_beside(kind):
            story = self._story(part, place)
            for note in without_open_fields(root):
                if local(note) == part and value(note, "type") not in _SEPARATORS:
                    yield story, note

    def _story(self, kind: str, name: str) -> Story:
        relations = self._package.relations_at(name)
        return Story(kind, name, relations, self._styles, self._log, self._ranges, self._warnings)


def _is_by_word(application: Element | None) -> bool:
    return value_of_text(application, "Application").startswith("Microsoft")


def value_of_text(root: Element | None, name: str) -> str:
    """Return the words of the child of that name; nothing where there is none."""
    found = child(root, name)
    return (found.text or "").strip() if found is not None else ""
