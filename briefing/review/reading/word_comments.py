"""The comments of a Word file: their words, places and threads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model.word_review import WordComment, WordParagraph
from briefing.ooxml.word_package import Element, local, value
from briefing.review.reading.comment_threads import Thread
from briefing.review.reading.paragraph_builder import OBJECT
from briefing.review.reading.range_marks import CommentRange, Place

_GONE = frozenset(("del", "moveFrom", "Fallback", "instrText", "delInstrText", "delText"))
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_NOWHERE = Place(-1, 0)
_NO_DATE = "0-00"  # as LibreOffice writes it
_RESOLVED = "_Marked as resolved_"  # an answer by which Google Docs says so
_REOPENED = "_Re-opened_"


@dataclass(slots=True)
class _Note:
    """A comment as it stands in its part, before it has a number."""

    element: Element
    paragraph_ids: list[str]
    start: Place
    end: Place
    parent: "_Note | None" = None
    is_done: bool = False
    date: str = ""


def comments_of(
    root: Element | None,
    ranges: dict[str, CommentRange],
    threads: dict[str, Thread],
    dates: dict[str, str],
    paragraphs: Sequence[WordParagraph],
    *,
    says_threads: bool,
) -> tuple[WordComment, ...]:
    """Return the comments in the order of their places, answers after what they answer.

    Unless the program that wrote the file `says_threads` where there are any, comments of whose
    threads it says nothing are one thread on the very same words: so Google Docs and older
    LibreOffices write them.
    """
    notes = [
        _note(one, ranges, dates, len(paragraphs))
        for one in (root if root is not None else ())
        if local(one) == "comment"
    ]
    _thread(notes, threads)
    if not says_threads:
        _thread_by_range([one for one in notes if not threads.keys() & set(one.paragraph_ids)])
    ordered = _ordered(notes)
    numbers = {id(note): number for number, note in enumerate(ordered, 1)}
    return tuple(_comment(note, numbers, paragraphs) for note in ordered)


def _note(
    element: Element, ranges: dict[str, CommentRange], dates: dict[str, str], count: int
) -> _Note:
    paragraph_ids = [value(one, "paraId").upper() for one in element if local(one) == "p"]
    found = ranges.get(value(element, "id"), CommentRange())
    start = found.start or found.reference or found.end or _NOWHERE
    end = found.end or found.reference or start
    if start.paragraph >= count or end < start:
        start = end = _NOWHERE if start.paragraph >= count else start
    date = value(element, "date") or next(filter(None, map(dates.get, paragraph_ids)), "")
    if date.startswith(_NO_DATE):
        date = ""
    return _Note(element, paragraph_ids, start, end, date=date)


def _thread(notes: list[_Note], threads: dict[str, Thread]) -> None:
    by_paragraph = {one: note for note in notes for one in note.paragraph_ids if one}
    for note in notes:
        for one in reversed(note.paragraph_ids):
            if one in threads:
                note.is_done = threads[one].is_done
                parent = by_paragraph.get(threads[one].parent)
                if parent is not None and _first(parent) is not note:  # no circle
                    note.parent = parent
                break


def _thread_by_range(notes: list[_Note]) -> None:
    alike: dict[tuple[Place, Place], list[_Note]] = {}
    for note in notes:
        if note.start != note.end:
            alike.setdefault((note.start, note.end), []).append(note)
    for thread in alike.values():
        first, *answers = _by_date(thread)
        for note in answers:
            note.parent = first
            words = _words(note).strip()
            if words in {_RESOLVED, _REOPENED}:
                first.is_done = words == _RESOLVED


def _by_date(notes: list[_Note]) -> list[_Note]:
    """Return notes by their dates, or as they stand where one has none."""
    return sorted(notes, key=lambda note: note.date) if all(one.date for one in notes) else notes


def _ordered(notes: list[_Note]) -> list[_Note]:
    """Return first comments by their places, each followed by its answers as they stand."""
    firsts = [note for note in notes if _first(note) is note]
    firsts.sort(key=lambda note: (note.start == _NOWHERE, note.start, note.end))
    answers: dict[int, list[_Note]] = {}
    for note in notes:
        first = _first(note)
        if first is not note:
            answers.setdefault(id(first), []).append(note)
    return [one for note in firsts for one in (note, *_by_date(answers.get(id(note), [])))]


def _first(note: _Note) -> _Note:
    """Return the comment that a thread began with."""
    while note.parent is not None:
        note = note.parent
    return note


def _comment(
    note: _Note, numbers: dict[int, int], paragraphs: Sequence[WordParagraph]
) -> WordComment:
    first = _first(note)
    start, end = (note.start, note.end) if note.start != _NOWHERE else (first.start, first.end)
    return WordComment(
        number=numbers[id(note)],
        author=value(note.element, "author"),
        initials=value(note.element, "initials"),
        date=note.date,
        text=_words(note),
        anchor=_anchor(paragraphs, start, end),
        paragraph=start.paragraph,
        start=start.offset,
        end_paragraph=end.paragraph,
        end=end.offset,
        parent=0 if first is note else numbers[id(first)],
        is_resolved=note.is_done or first.is_done,
    )


def _anchor(paragraphs: Sequence[WordParagraph], start: Place, end: Place) -> str:
    """Return the words between, those that were deleted only where there are no others."""
    for with_deleted in (False, True):
        words = "\n".join(
            _between(paragraph, start, end, with_deleted=with_deleted)
            for paragraph in paragraphs[max(0, start.paragraph) : end.paragraph + 1]
        ).replace(OBJECT, "")
        if words.strip():
            return words
    return ""


def _between(paragraph: WordParagraph, start: Place, end: Place, *, with_deleted: bool) -> str:
    first = start.offset if paragraph.number == start.paragraph else 0
    last = end.offset if paragraph.number == end.paragraph else len(paragraph.text)
    parts: list[str] = []
    place = 0
    for piece in paragraph.pieces:
        if with_deleted or not piece.deleted:
            parts.append(piece.text[max(0, first - place) : max(0, last - place)])
        place += len(piece.text)
    return "".join(parts)


def _words(note: _Note) -> str:
    return "\n".join(map(_text, _paragraphs(note.element))).strip("\n")


def _paragraphs(element: Element) -> Iterator[Element]:
    """Yield the paragraphs of a comment in their order, those in its tables and controls too."""
    for inner in element:
        name = local(inner)
        if name == "p":
            yield inner
        elif name not in _GONE:
            yield from _paragraphs(inner)


def _text(element: Element) -> str:
    parts: list[str] = []
    for inner in element:
        name = local(inner)
        if name == "t":
            parts.append(inner.text or "")
        elif name in _SIGNS and local(element) == "r":
            parts.append(_SIGNS[name])
        elif name not in _GONE and not name.endswith("Pr"):
            parts.append(_text(inner))
    return "".join(parts)
