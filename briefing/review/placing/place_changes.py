"""The changes of one returned file, each with the edits that bring it into the memo."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from briefing.model.memo_review import MemoEdit, ReviewChange, ReviewKind
from briefing.model.word_review import (
    Piece,
    PieceKind,
    ReviewedFile,
    Revision,
    RevisionKind,
    WordParagraph,
)
from briefing.review.placing.found_change import Found
from briefing.review.placing.markdown_inline import as_markdown
from briefing.review.placing.place_amid import put_in_split
from briefing.review.placing.place_formats import formatted
from briefing.review.placing.place_ground import Ground
from briefing.review.placing.place_hunks import Fragment, Hunk, HunkFinder
from briefing.review.placing.place_kinds import kind_of, plain_header
from briefing.review.placing.place_notes import NoteBook, note_book, references_of, typed_words
from briefing.review.placing.place_rows import table_changes
from briefing.review.placing.place_runs import carried_atoms, format_runs
from briefing.review.placing.place_shapes import reshapings
from briefing.review.placing.place_story import StoryPlacer
from briefing.review.placing.place_stretches import Group, Stretch, groups_of
from briefing.review.placing.place_words import TypedWord, UnplacedError, inserted_atoms
from briefing.review.placing.printed_places import BY_ITSELF, IN_BOX, IN_MARGIN, WORDED_NOTE, Slot

GONE_AGAIN = "One reviewer put these words in and another took them out again: nothing is left."
NO_PLACE = "It changes how the document is laid out, which the house style says."
_TOLD = {PieceKind.PICTURE: "[picture]"}
NO_PICTURE = "It puts in a picture: add it to the library, and to the memo by hand."


@dataclass(slots=True, eq=False)
class FileChanges:
    """Gathers the changes of one file; `spots` are the groups of all its stories."""

    ground: Ground
    file: ReviewedFile
    section_of: Mapping[int, str]
    body_groups: Sequence[Group]
    found: list[Found] = field(default_factory=list[Found])
    groups: list[Group] = field(default_factory=list[Group])
    _seen: set[int] = field(default_factory=set[int])
    _gone: set[str] = field(default_factory=set[str])  # notes whose marks were taken out
    _book: NoteBook = field(default_factory=lambda: NoteBook({}, ()))

    def gather(self) -> list[Found]:
        """Return every change: what was placed, and what could not be with the reason."""
        body = [one for one in self.file.paragraphs if one.part == "body"]
        groups = self.body_groups
        references = references_of(self.ground.slots, groups)
        self._book = note_book(self.ground.slots, self.file)
        self._story(groups)
        self._shapes(groups)
        self._tables(body, groups)
        for reference, original in references.items():
            self._note(reference, original)
        for revision in self.file.revisions:
            is_told = revision.before or revision.after or revision.detail
            if revision.number not in self._seen and (is_told or revision.kind not in _OF_WORDS):
                self._unplaced(revision)
        return self.found

    def _note(self, reference: str, original: str) -> None:
        paragraphs = [one for one in self.file.paragraphs if one.note == reference]
        if reference in self._gone and all(one.mark_deleted for one in paragraphs):
            return  # it went with its mark
        numbers = [
            number
            for number, slot in enumerate(self.ground.slots)
            if slot.paragraph.note == original
        ]
        self._story(groups_of(paragraphs, self.ground.slots, numbers))

    def _story(self, groups: Sequence[Group]) -> None:
        self.groups += groups
        finder = HunkFinder({one.number: one for one in self.file.revisions})
        hunks = finder.find(groups)
        self._note_gone(finder.gone)
        placer = StoryPlacer(self.ground, groups, self.words_of)
        moves: dict[str, list[Hunk]] = {}
        for hunk in hunks:
            if hunk.move:
                moves.setdefault(hunk.move, []).append(hunk)
            else:
                self._add(placer, [hunk], kind_of(hunk))
        for some in moves.values():
            self._moved(groups, some)
        self._formats(groups)

    def _moved(self, groups: Sequence[Group], hunks: list[Hunk]) -> None:
        """Add a move as one change; what was moved unchanged brings its Markdown along."""
        carried = carried_atoms(self.ground.slots, groups, hunks)

        def words_of(fragment: Fragment) -> list[TypedWord]:
            plain = "".join(stretch.text for stretch in fragment.stretches)
            atoms = carried.get(plain.strip())
            if not atoms or not plain.strip():
                return self.words_of(fragment)
            return [TypedWord(atom.text, atom=atom) for atom in atoms]

        mover = StoryPlacer(self.ground, groups, words_of)
        is_pair = any(one.deleted for one in hunks) and any(one.inserted for one in hunks)
        kind = ReviewKind.MOVED if is_pair else kind_of(hunks[0])
        self._add(mover, hunks, kind)

    def _add(self, placer: StoryPlacer, hunks: Sequence[Hunk], kind: ReviewKind) -> None:
        edits, reason = list[MemoEdit](), ""
        try:
            for hunk in hunks:
                edits += placer.edits(hunk)
            self.ground.check(edits)
        except UnplacedError as fault:
            edits, reason = [], str(fault)
        slot = placer.slot_of(first := hunks[0])
        has_picture = any(
            one.piece and one.piece.kind is PieceKind.PICTURE
            for hunk in hunks
            for one in hunk.inserted
        )
        if not reason and (has_picture or not edits):
            reason = NO_PICTURE if has_picture else NOTHING
        before = "\n".join(self._told(one.deleted) for one in hunks if one.deleted)
        after = "\n".join(self._told(one.inserted) for one in hunks if one.inserted)
        for hunk in hunks:
            self._seen |= hunk.revisions
            for stretch in hunk.deleted:
                if stretch.piece is not None and stretch.piece.kind is PieceKind.NOTE:
                    self._see_note(stretch.piece.reference)
                    self._gone.add(stretch.piece.reference)
        if reason == NOTHING and not (first.is_tracked or before.strip() or after.strip()):
            return  # a break that the reviewer's program put by itself
        if not before and not after and kind in {ReviewKind.SPLIT, ReviewKind.JOINED}:
            before, after = placer.seam(first)
        self._put((slot, first.start.offset), kind, first, (before, after), tuple(edits), reason)

    def _told(self, stretches: Sequence[Stretch]) -> str:
        """Return the words of stretches, a note as what it says or what it cites."""
        parts: list[str] = []
        for stretch in stretches:
            piece = stretch.piece
            if piece is not None and piece.kind is PieceKind.NOTE:
                said = self._book.plain(piece.reference)
                parts.append(self._book.cited.get(said) or f"[{said}]")
            else:
                parts.append("\n" if piece is None else _told_thing(piece, stretch.text))
        return "".join(parts).strip("\n")

    def _put(
        self,
        place: tuple[int, int],
        kind: ReviewKind,
        who: "Hunk | Revision",
        words: tuple[str, str],
        edits: tuple[MemoEdit, ...] = (),
        reason: str = "",
    ) -> None:
        section = self.section_of.get(place[0], "")
        change = ReviewChange(
            0,
            kind,
            who.author,
            who.date,
            self.file.name,
            section,
            *words,
            edits,
            reason,
            who.is_tracked,
        )
        self.found.append(Found(place, change))

    def words_of(self, fragment: Fragment) -> list[TypedWord]:
        """Return inserted words as they are typed: notes as their citation or a note."""
        words: list[TypedWord] = []
        for piece, stretches in groupby(fragment.stretches, key=lambda stretch: stretch.piece):
            if piece is None:
                continue
            if piece.kind is PieceKind.NOTE:
                source = self._book.source_of(piece.reference, self._written)
                self._see_note(piece.reference)
                words += [TypedWord("", source=source)] if source else []
            elif piece.kind is PieceKind.TEXT:
                said = "".join(one.text for one in stretches)
                words += [TypedWord(sign, piece.look) for sign in said]
            else:
                words += typed_words([piece])
        return words

    def _see_note(self, reference: str) -> None:
        """Take the revisions inside a note that was put in as part of it."""
        for paragraph in self.file.paragraphs:
            if paragraph.note == reference:
                for piece in paragraph.pieces:
                    self._seen.update((*piece.inserted, *piece.deleted))
                self._seen |= {paragraph.mark_inserted, paragraph.mark_deleted}

    def _written(self, words: Sequence[TypedWord]) -> str:
        blank = Slot(self.file.paragraphs[0], None)
        return as_markdown(inserted_atoms(blank, words), ())

    def _note_gone(self, numbers: set[int]) -> None:
        """Tell of words that came and went again, where nothing else tells of them."""
        for revision in self.file.revisions:
            if revision.number in numbers:
                self._seen.add(revision.number)
                words = (revision.before, revision.after)
                place = (self._slot_at(revision.paragraph), 0)
                self._put(place, ReviewKind.OTHER, revision, words, (), GONE_AGAIN)

    def _slot_at(self, paragraph: int) -> int:
        for group in self.groups:
            if group.slot >= 0 and any(one.number == paragraph for one in group.ends):
                return group.slot
        return len(self.ground.slots)

    def _formats(self, groups: Sequence[Group]) -> None:
        """Add words that were set otherwise, each stretch of one reviewer as one change."""
        revisions = {one.number: one for one in self.file.revisions}
        for group in groups:
            if group.slot < 0:
                continue
            slot = self.ground.slots[group.slot]
            for number, run in format_runs(group):
                revision = revisions.get(number)
                if revision is None:
                    continue
                self._seen.add(number)
                (first, start), (last, end) = run[0], run[-1]
                self._format(slot, group.slot, revision, first, (start, end + len(last.text)))

    def _format(
        self, slot: Slot, number: int, revision: Revision, stretch: Stretch, place: tuple[int, int]
    ) -> None:
        piece = stretch.piece
        edits: tuple[MemoEdit, ...] = ()
        reason = ""
        try:
            if piece is not None and piece.was is not None:
                edits = formatted(self.ground.words, slot, *place, piece.was, piece.look)
        except UnplacedError as fault:
            reason = str(fault)
        if not edits and not reason:
            reason = NOTHING
        words = slot.paragraph.text[slice(*place)]
        after = f"{words} ({revision.detail})" if revision.detail else words
        self._put((number, place[0]), ReviewKind.FORMATTED, revision, (words, after), edits, reason)

    def _shapes(self, groups: Sequence[Group]) -> None:
        """Add paragraphs that were made another kind of paragraph."""
        for one in reshapings(self.ground, self.file, groups):
            self._seen.update(each.number for each in one.revisions)
            first, place = one.revisions[0], (one.slot, 0)
            words = (first.before, first.after or first.detail)
            self._put(place, ReviewKind.FORMATTED, first, words, one.edits, one.reason)

    def _tables(self, body: Sequence[WordParagraph], groups: Sequence[Group]) -> None:
        """Add rows and cells that were put in or taken away."""
        for change in table_changes(self.ground, body, groups, self._written_cell):
            self._seen |= change.revisions
            if change.amid and put_in_split(self.found, change.amid, change.table, change.after):
                continue
            known = [one for one in self.file.revisions if one.number in change.revisions]
            words = (change.before, change.after)
            self._put(change.place, change.kind, known[0], words, change.edits, change.reason)

    def _written_cell(self, paragraphs: Sequence[WordParagraph]) -> str:
        lines = [self._written(plain_header(one)).strip() for one in paragraphs]
        return "<br>".join(line.replace("|", "\\|") for line in lines if line)

    def _unplaced(self, revision: Revision) -> None:
        reason = _REASONS.get(revision.part, NO_PLACE)
        if revision.part == "body" and revision.kind in _OF_WORDS:
            reason = BY_ITSELF
        place = (self._slot_at(revision.paragraph), 0)
        words = (revision.before, revision.after or revision.detail)
        self._put(place, ReviewKind.OTHER, revision, words, (), reason)


def _told_thing(piece: Piece, text: str) -> str:
    return piece.reference if piece.kind is PieceKind.FORMULA else _TOLD.get(piece.kind, text)


NOTHING = "It changes nothing that the memo's text says."
_REASONS = {
    "header": IN_MARGIN,
    "footer": IN_MARGIN,
    "text-box": IN_BOX,
    "footnote": WORDED_NOTE,
    "endnote": WORDED_NOTE,
}
_OF_WORDS = frozenset({RevisionKind.INSERTION, RevisionKind.DELETION})
