"""Whether all that was changed in a returned file was tracked, so that nothing need be compared."""

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.model.word_review import Look, ReviewedFile, WordParagraph
from briefing.review.placing.place_kinds import is_alike
from briefing.review.placing.place_stretches import Group
from briefing.review.placing.printed_places import NOTES, Slot
from briefing.text.printed_runs import joined

_OTHERS = NOTES | {"text-box"}


def is_all_tracked(
    original: ReviewedFile, returned: ReviewedFile, slots: Sequence[Slot], groups: Sequence[Group]
) -> bool:
    """Return whether a file with its tracked changes undone is what was sent, looks and all."""
    numbers = [number for number, slot in enumerate(slots) if slot.paragraph.part == "body"]
    if [group.slot for group in groups] != numbers:
        return False
    if any(not _is_same(slots[group.slot], group) for group in groups):
        return False
    return Counter(_others(original)) == Counter(_others(returned))


def _is_same(slot: Slot, group: Group) -> bool:
    if not is_alike(slot, group.last):
        return False
    sent = ((piece.text, piece.look) for piece in slot.paragraph.pieces)
    return joined(sent) == joined(_undone(group))


def _undone(group: Group) -> Iterator[tuple[str, Look]]:
    for stretch in group.stretches:
        piece = stretch.piece
        if piece is not None and not stretch.inserted:
            yield stretch.text, piece.was if piece.formatted and piece.was else piece.look


def _others(file: ReviewedFile) -> Iterator[tuple[str, str]]:
    """Yield the words of notes and boxes as they were, a whole note each."""
    words: dict[tuple[str, str], str] = {}
    for paragraph in file.paragraphs:
        if paragraph.part in _OTHERS:
            key = paragraph.part, paragraph.note
            words[key] = words.get(key, "") + _words(paragraph)
    return ((part, text) for (part, _), text in words.items() if text)


def _words(paragraph: WordParagraph) -> str:
    return "".join(piece.text for piece in paragraph.pieces if not piece.inserted)
