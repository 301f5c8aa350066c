"""Words that a reviewer set otherwise: bold, italic, struck, code, links."""

from collections.abc import Sequence

from briefing.model.memo_review import MemoEdit
from briefing.model.word_review import Look
from briefing.review.placing.markdown_inline import link_to
from briefing.review.placing.memo_tree import NodeKind
from briefing.review.placing.place_edit import Part, WordEditor
from briefing.review.placing.place_words import UnplacedError, placed_atoms
from briefing.review.placing.printed_places import Slot
from briefing.text.markdown_atoms import Atom, AtomKind, Wrap, WrapKind

NO_MARKDOWN = "It changes a look that Markdown has no mark for."
_MARKS = {WrapKind.STRONG: "**", WrapKind.EMPHASIS: "*", WrapKind.STRIKE: "~~", WrapKind.CODE: "`"}


def formatted(
    editor: WordEditor, slot: Slot, start: int, end: int, was: Look, now: Look
) -> tuple[MemoEdit, ...]:
    """Return the edit that sets print from `start` to `end` otherwise; raises UnplacedError."""
    added, removed = _difference(was, now)
    if not added and not removed:
        raise UnplacedError(NO_MARKDOWN)
    if slot.node is not None and slot.node.kind is NodeKind.CODE:
        raise UnplacedError(NO_MARKDOWN)

    def make(*, full: bool) -> Part:
        del full  # nothing is typed
        return _set(slot, (start, end), added, removed, now)

    return editor.changed(slot, make)


def _difference(was: Look, now: Look) -> tuple[list[WrapKind], set[WrapKind]]:
    flags = (
        (WrapKind.LINK, was.link, now.link),
        (WrapKind.STRONG, was.bold, now.bold),
        (WrapKind.EMPHASIS, was.italic, now.italic),
        (WrapKind.STRIKE, was.strike, now.strike),
        (WrapKind.CODE, was.code, now.code),
    )
    added = [kind for kind, old, new in flags if new and old != new]
    removed = {kind for kind, old, new in flags if old and old != new}
    return added, removed


def _set(
    slot: Slot, place: tuple[int, int], added: Sequence[WrapKind], removed: set[WrapKind], now: Look
) -> Part:
    owners = {owner for owner in slot.alignment.owners[slice(*place)] if owner >= 0}
    atoms = placed_atoms(slot)
    inside = [index for index in owners if atoms[index].kind is not AtomKind.NOTE]
    low, high = min(inside, default=0), max(inside, default=-1)
    fresh = [_wrap(kind, now) for kind in added]
    cut = {
        wrap
        for atom in (*atoms.runs(0, low), *atoms.runs(high + 1))
        for wrap in atom.wraps
        if wrap.kind is WrapKind.LINK
    }
    made: list[Atom] = []
    for index, atom in enumerate(atoms[low : high + 1], low):
        if index not in owners and slot.alignment.owners.count(index):
            made.append(atom)
            continue
        kept = tuple(one for one in atom.wraps if one.kind not in {*removed, *added})
        is_code = any(one.kind is WrapKind.CODE for one in (*kept, *fresh))
        source = atom.text if is_code else atom.source
        wraps = _in_order(kept, fresh, cut)
        made.append(atom._replace(wraps=wraps, source=source or atom.source))
    return Part(low, high + 1, made)


def _wrap(kind: WrapKind, now: Look) -> Wrap:
    mark = _MARKS.get(kind, "")
    return link_to(now.link) if kind is WrapKind.LINK else Wrap(kind, mark, mark)


def _in_order(kept: tuple[Wrap, ...], fresh: Sequence[Wrap], cut: set[Wrap]) -> tuple[Wrap, ...]:
    """Put new wraps round old ones, but into a link that goes on, and code within all others."""
    outer = tuple(one for one in fresh if one.kind is not WrapKind.CODE)
    inner = tuple(one for one in fresh if one.kind is WrapKind.CODE)
    place = next((n for n in range(len(kept), 0, -1) if kept[n - 1] in cut), 0)
    return (*kept[:place], *outer, *kept[place:], *inner)
