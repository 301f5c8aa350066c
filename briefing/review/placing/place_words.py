"""Words of one block changed: atoms taken out and put in, each in its place in the Markdown."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from briefing.model.word_review import Look
from briefing.review.placing.markdown_inline import link_to
from briefing.review.placing.memo_tree import NodeKind
from briefing.review.placing.print_alignment import OBJECT
from briefing.review.placing.printed_places import UNFOLLOWED, Slot
from briefing.review.placing.typed_words import fully_escaped, typed
from briefing.text.markdown_atoms import Atom, AtomKind, Atoms, Wrap, WrapKind

_THINGS = (AtomKind.CITATION, AtomKind.NOTE, AtomKind.PICTURE)
_WHOLE = (AtomKind.PICTURE, AtomKind.REFERENCE)  # of which no part can go
_BARE = re.compile(r"(-?@(?:\{[^{}\n]+\}|[^\s\[\]]+))(?:\s?\[(.*)\])?", re.DOTALL)
_MARKS = {
    WrapKind.STRONG: "**",
    WrapKind.EMPHASIS: "*",
    WrapKind.STRIKE: "~~",
    WrapKind.CODE: "`",
}
PART_OF_CITATION = "It changes words that a citation or a picture prints: change that itself."
PART_OF_PRINT = "It changes what the document prints by itself."


PLAIN = Look()


class UnplacedError(Exception):
    """A change that no edit of the Markdown can say; its text is the reason."""


@dataclass(frozen=True, slots=True)
class TypedWord:
    """One inserted character with its look, or a thing with the Markdown `source` of its own."""

    text: str
    look: Look = PLAIN
    source: str = ""
    atom: Atom | None = None  # one that is carried along as it was typed


def placed_atoms(slot: Slot) -> Atoms:
    """Return the atoms of a slot; raises UnplacedError where it has none."""
    if slot.node is None:
        raise UnplacedError(slot.reason)
    if slot.node.atoms is None:
        if slot.paragraph.text:
            raise UnplacedError(slot.reason or UNFOLLOWED)
        return Atoms(())
    return slot.node.atoms


def taken_out(slot: Slot, start: int, end: int) -> dict[int, tuple[Atom, ...]]:
    """Return what takes the place of each atom that goes when print loses `start` to `end`."""
    atoms = placed_atoms(slot)
    owners = slot.alignment.owners
    gone: dict[int, tuple[Atom, ...]] = {}
    if start < end and all(owner < 0 for owner in owners[start:end]):
        raise UnplacedError(PART_OF_PRINT)
    others = {*owners[:start], *owners[end:]}
    for owner in dict.fromkeys(owner for owner in owners[start:end] if owner >= 0):
        first, last = slot.alignment.groups.get(owner, (owner, owner))
        rest = [
            place
            for place, other in enumerate(owners if owner in others else ())
            if other == owner and not start <= place < end
        ]
        is_amid = any(place >= end for place in rest)
        if rest and (atoms[owner].kind in _WHOLE or (is_amid and rest[0] < start)):
            raise UnplacedError(PART_OF_CITATION)
        left = _left_of(slot, atoms, owner, rest) if rest else ()
        gone.update(dict.fromkeys(range(first, last + 1), ()))
        gone[first] = left
    _take_hidden(slot, atoms, gone)
    return gone


def _left_of(slot: Slot, atoms: Sequence[Atom], owner: int, rest: list[int]) -> tuple[Atom, ...]:
    """Return what is left of a thing of which only `rest` is still printed."""
    printed = slot.paragraph.text
    thing = atoms[owner]
    words = "".join(printed[place] for place in rest)
    if OBJECT not in words:
        return tuple(Atom(AtomKind.TEXT, sign, fully_escaped(sign), thing.wraps) for sign in words)
    bare = _BARE.fullmatch(thing.source)
    if words != OBJECT or bare is None:
        raise UnplacedError(PART_OF_CITATION)
    rest_of = f", {bare[2]}" if bare[2] else ""
    return (thing._replace(source=f"[{bare[1]}{rest_of}]"),)


def _take_hidden(slot: Slot, atoms: Atoms, gone: dict[int, tuple[Atom, ...]]) -> None:
    """Take with what goes the unprinted atoms between, and the blank before a citation."""
    for run in slot.unprinted:
        left_goes, goes = (gone.get(index) == () for index in (run.start - 1, run.stop))
        is_mark = goes and atoms[run.stop].kind in _THINGS
        if (left_goes and goes) or (is_mark and all(_is_blank(atoms[one]) for one in run)):
            gone.update(dict.fromkeys(run, ()))


def _is_blank(atom: Atom) -> bool:
    return atom.kind is AtomKind.SOFT or (bool(atom.text) and atom.text.isspace())


def gap_at(slot: Slot, offset: int) -> int:
    """Return before which atom something stands that print has before character `offset`."""
    owners = slot.alignment.owners
    groups = slot.alignment.groups
    printed = owners[:offset]
    before = max(printed, default=-1)
    if before >= 0:
        ends = (last for thing, (_, last) in groups.items() if thing in printed)
        return max((before, *ends)) + 1
    after = [one for one in owners[offset:] if one >= 0]
    if not after:
        return len(slot.node.atoms or ()) if slot.node else 0
    return min(after)


def inserted_atoms(
    slot: Slot,
    words: Sequence[TypedWord],
    beside: tuple[Atom | None, Atom | None] = (None, None),
    taken: Atom | None = None,
    *,
    full: bool = False,
) -> list[Atom]:
    """Return typed words as atoms between two others, with the wraps that their look asks for.

    `taken` is the first of the atoms whose place they take.
    """
    left, right = beside
    made: list[Atom] = []
    fresh: dict[tuple[object, ...], Wrap] = {}
    known: dict[Look, tuple[Wrap, ...]] = {}
    is_named = (
        bool(words) and words[0].text == "@"
    )  # another change may part it from the word before
    previous = left.text if left and not is_named else " "
    for index, word in enumerate(words):
        if word.atom is not None:
            made.append(word.atom._replace(start=-1, end=-1))
            previous = word.text or " "
            continue
        following = (
            words[index + 1].text if index + 1 < len(words) else right.text if right else " "
        )
        if word.look not in known:
            known[word.look] = _wraps_for(slot, word.look, (taken, left, right), fresh)
        wraps = known[word.look]
        in_code = any(wrap.kind is WrapKind.CODE for wrap in wraps)
        made.append(_atom(slot, word, previous, following, wraps, raw=in_code, full=full))
        previous = word.text or " "
    return made


def _atom(
    slot: Slot,
    word: TypedWord,
    previous: str,
    following: str,
    wraps: tuple[Wrap, ...],
    *,
    raw: bool,
    full: bool,
) -> Atom:
    node = slot.node
    in_cell = node is not None and node.kind is NodeKind.CELL
    if word.source:
        return Atom(AtomKind.NOTE, "", word.source, wraps)
    if node is not None and node.kind is NodeKind.CODE:
        source = f"\n{node.prefix}" if word.text == "\n" else word.text
        return Atom(AtomKind.TEXT, word.text, source)
    if word.text == "\n":
        is_line = in_cell or (node is not None and node.kind is NodeKind.HEADING)
        source = "<br>" if is_line else f"\\\n{node.prefix if node else ''}"
        return Atom(AtomKind.LINE, "\n", source, wraps)
    if word.text in {"\t", "\f", "\r", "\v"}:
        return Atom(AtomKind.TEXT, " ", " ", wraps)
    if raw:
        source = "\\|" if in_cell and word.text == "|" else word.text
    elif full:
        source = fully_escaped(word.text)
    else:
        source = typed(previous or " ", word.text, following or " ", in_cell=in_cell)
    return Atom(AtomKind.TEXT, word.text, source, wraps)


def _kinds(look: Look) -> dict[WrapKind, str]:
    flags = {
        WrapKind.STRONG: look.bold,
        WrapKind.EMPHASIS: look.italic,
        WrapKind.STRIKE: look.strike,
        WrapKind.CODE: look.code,
    }
    wanted = {kind: "" for kind, flag in flags.items() if flag}
    return {WrapKind.LINK: look.link, **wanted} if look.link else wanted


def _wraps_for(
    slot: Slot,
    look: Look,
    near: tuple[Atom | None, Atom | None, Atom | None],
    fresh: dict[tuple[object, ...], Wrap],
) -> tuple[Wrap, ...]:
    """Return the wraps of a neighbour as far as they fit a look, and new ones for the rest."""
    node = slot.node
    wanted = _kinds(_own_look(slot, look))
    if node is not None and node.kind is NodeKind.CODE:
        return ()
    best: tuple[Wrap, ...] = ()
    taken, left, right = near
    around = {*left.wraps} & {*right.wraps} if left and right else set[Wrap]()
    if taken:  # Word shows nothing of these: who replaces words leaves them as they are
        around |= {one for one in taken.wraps if one.kind is WrapKind.OTHER}
    for atom in near:
        fitting = tuple(one for one in atom.wraps if _fits(one, wanted, around)) if atom else ()
        if len(fitting) > len(best):
            best = fitting
    missing = [kind for kind in wanted if kind not in {one.kind for one in best}]
    for kind in missing:
        key = (kind, wanted[kind], best)
        if key not in fresh:
            mark = _MARKS.get(kind, "")
            fresh[key] = link_to(wanted[kind]) if kind is WrapKind.LINK else Wrap(kind, mark, mark)
        best = (*best, fresh[key])
    return best


def _fits(wrap: Wrap, wanted: dict[WrapKind, str], around: set[Wrap]) -> bool:
    if wrap.kind is WrapKind.OTHER:
        return wrap in around
    if wrap.kind is WrapKind.LINK:
        address = wanted.get(WrapKind.LINK, "")
        return bool(address) and (wrap in around or _plain(address) == _plain(wrap.address))
    return wrap.kind in wanted


def _plain(address: str) -> str:
    return unquote(address).rstrip("/")


def _own_look(slot: Slot, look: Look) -> Look:
    """Return a look without what the house style sets all of the paragraph in."""
    if not look.bold and not look.italic:
        return look
    pieces = [one.look for one in slot.paragraph.pieces if one.text.strip() and one.text != OBJECT]
    atoms = slot.node.atoms if slot.node else None
    if not pieces or not atoms:
        in_header = slot.paragraph.cell is not None and slot.paragraph.cell.row == 0
        return replace(look, bold=False) if in_header else look
    kinds = {wrap.kind for atom in atoms.runs() for wrap in atom.wraps}
    bold = all(one.bold for one in pieces) and WrapKind.STRONG not in kinds
    italic = all(one.italic for one in pieces) and WrapKind.EMPHASIS not in kinds
    return replace(look, bold=look.bold and not bold, italic=look.italic and not italic)
