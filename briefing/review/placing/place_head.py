"""The fields of a memo's head as a returned file says them: each that is another is a change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model.head_field import HeadField
from briefing.model.memo_review import FieldEdit, ReviewChange, ReviewKind
from briefing.model.word_review import Cell, PieceKind, ReviewedFile, WordParagraph
from briefing.review.placing.head_lines import HeadLine, head_lines
from briefing.review.placing.place_stretches import Group, Stretch, groups_of, stretches_of
from briefing.review.placing.printed_places import Slot
from briefing.text.dates import read_date

HEAD = "Head"
NO_DATE = "It is no date that the field could hold; put it into the memo's head by hand."
NO_CHOICE = "The field holds one of a few words, and this is none of them: {}."
_MARGINS = ("header", "footer")


@dataclass(frozen=True, slots=True)
class HeadChanges:
    """The changes of a memo's head, and the revisions that are told by them."""

    changes: tuple[ReviewChange, ...] = ()
    revisions: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Said:
    """What a file says of a field at one place; `is_gone` where its row was taken away."""

    field: HeadField
    words: str
    revisions: set[int]
    is_gone: bool = False


def head_changes(
    file: ReviewedFile, slots: Sequence[Slot], groups: Sequence[Group], fields: Sequence[HeadField]
) -> HeadChanges:
    """Return what a file says otherwise of a memo's fields; `groups` are those of its body.

    A field that is printed at several places is changed once, where they say the same.
    """
    lines = head_lines(slots, fields)
    said = [*_of_lines(file, slots, groups, lines), *_new_rows(file, groups, lines, fields)]
    anew = {one.field.name for one in said if not one.is_gone}
    told = frozenset(number for one in said for number in one.revisions)
    wishes: dict[tuple[str, str], _Said] = {}
    for one in said:
        if one.words == one.field.printed or (one.is_gone and one.field.name in anew):
            continue
        wish = wishes.setdefault((one.field.name, one.words), one)
        wish.revisions |= one.revisions
    return HeadChanges(tuple(_change(one, file) for one in wishes.values()), told)


def _of_lines(
    file: ReviewedFile,
    slots: Sequence[Slot],
    groups: Sequence[Group],
    lines: Mapping[int, HeadLine],
) -> Iterator[_Said]:
    rows = _RowRevisions(file)
    for group in (*groups, *_in_margins(file, slots)):
        line = lines.get(group.slot)
        cell = group.last.cell
        if line is None:
            continue
        if cell is not None and cell.row_deleted:
            gone = rows.of(cell)
            yield from (_Said(field, "", set(gone), is_gone=True) for field in line.fields)
        elif not group.is_untouched:
            yield from _of_line(group, line)


def _of_line(group: Group, line: HeadLine) -> Iterator[_Said]:
    numbers = {number for one in group.stretches for number in (one.inserted, one.deleted)} - {0}
    words = _words(group.stretches)
    match = line.pattern.fullmatch(words) if words is not None else None
    if match is None:
        return
    said = [(field, text.strip()) for field, text in zip(line.fields, match.groups(), strict=True)]
    for field, text in said:
        yield _Said(field, text, set(numbers))


def _new_rows(
    file: ReviewedFile,
    groups: Sequence[Group],
    lines: Mapping[int, HeadLine],
    fields: Sequence[HeadField],
) -> Iterator[_Said]:
    """Yield the fields of rows that were put into the table of the head, known by their labels."""
    tables = {one.last.cell.table for one in groups if one.slot in lines and one.last.cell}
    labels = {field.label.casefold(): field for field in fields}
    rows = _RowRevisions(file)
    for (table, _), paragraphs in rows.paragraphs.items():
        cell = paragraphs[0].cell
        if table not in tables or cell is None or not cell.row_inserted:
            continue
        texts = [_words(list(stretches_of(one))) for one in paragraphs]
        field = labels.get((texts[0] or "").rstrip(": ").casefold())
        if field is not None and None not in texts:
            yield _Said(field, " ".join(one for one in texts[1:] if one), rows.of(cell))


class _RowRevisions:
    """The rows of a file's tables, and which revisions are about each."""

    def __init__(self, file: ReviewedFile) -> None:
        self.paragraphs: dict[tuple[int, int], list[WordParagraph]] = {}
        for one in file.paragraphs:
            if one.part == "body" and one.cell is not None:
                self.paragraphs.setdefault((one.cell.table, one.cell.row), []).append(one)

    def of(self, cell: Cell) -> set[int]:
        """Return the revisions of a row and of all words in it."""
        found = {cell.row_deleted, cell.row_inserted}
        for one in self.paragraphs[cell.table, cell.row]:
            found |= {one.mark_deleted, one.mark_inserted}
            for piece in one.pieces:
                found.update((*piece.inserted, *piece.deleted))
        return found - {0}


def _in_margins(file: ReviewedFile, slots: Sequence[Slot]) -> Iterator[Group]:
    """Yield the lines of heads and feet of pages; where none is missing, each is its own."""
    for part in _MARGINS:
        paragraphs = [one for one in file.paragraphs if one.part == part]
        numbers = [number for number, slot in enumerate(slots) if slot.paragraph.part == part]
        groups = groups_of(paragraphs, slots, numbers)
        if len(groups) == len(numbers):
            for group, number in zip(groups, numbers, strict=True):
                group.slot = number
        yield from groups


def _words(stretches: Sequence[Stretch]) -> str | None:
    """Return the words of a line with its changes accepted; None where they are no plain line."""
    *inside, end = stretches
    if end.deleted or any(one.is_end and one.deleted for one in inside):
        return None
    if any(one.piece and one.piece.kind is not PieceKind.TEXT for one in inside if one.inserted):
        return None
    kept = (one for one in inside if not one.deleted)
    return " ".join("".join("\n" if one.is_end else one.text for one in kept).split())


def _change(said: _Said, file: ReviewedFile) -> ReviewChange:
    field, words = said.field, said.words
    who = [one for one in file.revisions if one.number in said.revisions]
    kind = ReviewKind.REPLACED if words and field.printed else ReviewKind.INSERTED
    text, reason = _held(field, words)
    authors = dict.fromkeys(one.author for one in who)
    change = ReviewChange(
        0,
        kind if words else ReviewKind.DELETED,
        ", ".join(authors) if who else file.last_author,
        max((one.date for one in who), default=""),
        file.name,
        HEAD,
        field.printed,
        words,
        reason=reason,
        is_tracked=any(one.is_tracked for one in who),
    )
    return change if reason else replace(change, field=FieldEdit(field.name, field.value, text))


def _held(field: HeadField, words: str) -> tuple[str, str]:
    """Return a field's words as the memo holds them, or why it cannot."""
    if field.is_date and words:
        date = read_date(words)
        return (str(date), "") if date else ("", NO_DATE)
    if field.choices and words:
        known: Mapping[str, str] = {one.casefold(): one for one in field.choices}
        held = known.get(words.casefold(), "")
        return (held, "") if held else ("", NO_CHOICE.format(", ".join(field.choices)))
    return words, ""
