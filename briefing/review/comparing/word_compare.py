"""What was changed in a Word file without tracking: found by comparing it with the one sent."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model.word_review import Cell, ReviewedFile, RevisionKind, WordParagraph
from briefing.review.comparing.compare_atoms import (
    Atom,
    Unit,
    atoms,
    cells,
    said_as,
    side_by_side,
    units,
    whole_words,
    words_of,
)
from briefing.review.comparing.note_pairs import renamed
from briefing.review.comparing.renumbered import renumbered
from briefing.review.comparing.rewritten_file import RewrittenFile
from briefing.text.token_changes import token_changes
from briefing.text.unit_pairs import Pair, paired, unit_stretches

_COMPARED = ("body", "text-box", "footnote", "endnote")


def compared(original: ReviewedFile, returned: ReviewedFile) -> ReviewedFile:
    """Return the returned file with what was changed untracked as changes; tracked ones stay.

    The original counts with its changes accepted, the returned one with its own rejected. Heads
    and feet of pages are not compared.
    """
    comparison = _Comparison(original, returned)
    comparison.run()
    return renumbered(returned, comparison.out)


class _Comparison:
    def __init__(self, original: ReviewedFile, returned: ReviewedFile) -> None:
        self._original, self._returned = original, returned
        first = max((one.number for one in returned.revisions), default=0) + 1
        self.out = RewrittenFile(first, returned.last_author)

    def run(self) -> None:
        """Compare unit by unit; what is not compared is taken as it stands."""
        old = units(_shown(self._original), accepted=True)
        every = units(_shown(self._returned), accepted=False)
        new = [one for one in every if not _is_added(one)]
        rest = iter(every)
        stretches = list(unit_stretches([one.key for one in old], [one.key for one in new]))
        old = renamed(old, new, stretches)
        for was, now in stretches:
            for unit in new[now.start : now.stop]:
                self._keep_added(rest, unit)
            self._stretch(old[was.start : was.stop], new[now.start : now.stop])
        self._keep_added(rest, None)
        for paragraph in self._returned.paragraphs:
            if paragraph.part not in _COMPARED:
                self.out.keep_paragraph(paragraph)

    def _keep_added(self, rest: Iterator[Unit], until: Unit | None) -> None:
        """Take rows that tracking says were put in as they stand, up to a unit that was there."""
        for unit in rest:
            if unit is until:
                return
            for paragraph in unit.paragraphs:
                self.out.keep_paragraph(paragraph)

    def _stretch(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        if old and new and old[0].is_row:
            self._row(old[0], new[0])
        elif not new and old[0].is_row:
            self._whole_row(old[0], RevisionKind.ROW_DELETION)
        elif not old and new[0].is_row:
            self._whole_row(new[0], RevisionKind.ROW_INSERTION)
        elif not old and new[0].key.kind and not new[0].key.words.strip():
            for paragraph in new[0].paragraphs:
                self.out.keep_paragraph(paragraph)  # a note or a box that came in tracked
        else:
            self._stream(
                [paragraph for unit in old for paragraph in unit.paragraphs],
                [paragraph for unit in new for paragraph in unit.paragraphs],
            )

    def _row(self, old: Unit, new: Unit) -> None:
        was, now = cells(old), cells(new)
        if len(was) == len(now):
            pairs: Sequence[Pair] = [(at, at) for at in range(len(was))]
        else:
            pairs = paired(_words(was, accepted=True), _words(now, accepted=False))
        for at, to in pairs:
            if at is not None and to is not None:
                self._stream(was[at], now[to])
            elif at is not None:
                self._whole_cell(was[at], RevisionKind.CELL_DELETION)
            elif to is not None:
                self._whole_cell(now[to], RevisionKind.CELL_INSERTION)

    def _whole_row(self, unit: Unit, kind: RevisionKind) -> None:
        is_gone = kind is RevisionKind.ROW_DELETION
        number = self.out.whole(kind, _plain(unit.paragraphs, accepted=is_gone))
        name = "row_deleted" if is_gone else "row_inserted"
        self._whole(unit.paragraphs, name, number, is_gone=is_gone)

    def _whole_cell(self, paragraphs: Sequence[WordParagraph], kind: RevisionKind) -> None:
        is_gone = kind is RevisionKind.CELL_DELETION
        number = self.out.whole(kind, _plain(paragraphs, accepted=is_gone))
        name = "cell_deleted" if is_gone else "cell_inserted"
        self._whole(paragraphs, name, number, is_gone=is_gone)

    def _whole(
        self, paragraphs: Sequence[WordParagraph], name: str, number: int, *, is_gone: bool
    ) -> None:
        """Take all of a row or a cell as it stands; the change is that of the whole."""
        for paragraph in paragraphs:
            cell = replace(paragraph.cell or Cell(0, 0, 0), **{name: number})
            marked = replace(paragraph, cell=cell)
            for atom in atoms(marked, accepted=is_gone):
                if not is_gone:
                    self.out.keep(atom)
                elif atom.in_base:
                    self.out.bring_back(atom)

    def _stream(self, old: Sequence[WordParagraph], new: Sequence[WordParagraph]) -> None:
        """Compare paragraphs word by word, their ends among the words."""
        if len(old) == len(new) == 1 and _is_as_it_was(old[0], new[0]):
            self.out.keep_paragraph(new[0])
            return
        was = [one for paragraph in old for one in atoms(paragraph, accepted=True) if one.in_base]
        all_now = [one for paragraph in new for one in atoms(paragraph, accepted=False)]
        now = [one for one in all_now if one.in_base]
        rest = iter(all_now)
        old_words, new_words = whole_words(was), whole_words(now)
        for change in token_changes(_keys(old_words), _keys(new_words)):
            before = [atom for word in old_words[change.i : change.j] for atom in word]
            after = [atom for word in new_words[change.k : change.m] for atom in word]
            if change.is_equal:
                for was_atom, atom in side_by_side(before, after):
                    self._pass_to(atom, rest)
                    self._same(was_atom, atom)
                continue
            for atom in before:
                self.out.delete(atom.put_in(new[0]) if new else atom)
            for atom in after:
                self._pass_to(atom, rest)
                self.out.insert(atom)
        for atom in rest:
            self.out.keep(atom)

    def _pass_to(self, wanted: Atom, rest: Iterator[Atom]) -> None:
        """Take what tracked changes put in before an atom."""
        for atom in rest:
            if atom is wanted:
                return
            self.out.keep(atom)

    def _same(self, was: Atom, now: Atom) -> None:
        """Take an atom that both have; its look, or its paragraph's kind, may have changed."""
        if now.piece is None:
            if _shape(was.paragraph) != _shape(now.paragraph):
                self.out.shape(was.paragraph, now.paragraph)
            self.out.keep(now)
        elif was.piece is not None and was.piece.look != now.piece.look and not now.piece.formatted:
            self.out.reformat(now, was.piece.look)
        else:
            self.out.keep(now)


def _is_as_it_was(old: WordParagraph, new: WordParagraph) -> bool:
    """Tell whether a paragraph differs by tracked changes only, or not at all."""
    if old.mark_deleted or new.mark_inserted or _shape(old) != _shape(new):
        return False
    return said_as(old, accepted=True) == said_as(new, accepted=False)


def _shape(paragraph: WordParagraph) -> tuple[int, int, bool]:
    return paragraph.heading, paragraph.list_level, paragraph.is_ordered


def _keys(words: Sequence[Sequence[Atom]]) -> list[str]:
    return ["".join(atom.key for atom in word) for word in words]


def _is_added(unit: Unit) -> bool:
    cell = unit.paragraphs[0].cell
    return cell is not None and bool(cell.row_inserted)


def _shown(file: ReviewedFile) -> Iterator[WordParagraph]:
    return (one for one in file.paragraphs if one.part in _COMPARED)


def _words(cells_of: Sequence[Sequence[WordParagraph]], *, accepted: bool) -> list[str]:
    return [words_of(one, accepted=accepted) for one in cells_of]


def _plain(paragraphs: Sequence[WordParagraph], *, accepted: bool) -> str:
    return "\t".join(words_of((one,), accepted=accepted).rstrip("\n") for one in paragraphs)
