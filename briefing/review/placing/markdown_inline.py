"""Atoms of an inline content after a change, as Markdown: marks stay balanced, none is empty."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.text.atom_markdown import together
from briefing.text.markdown_atoms import Atom, AtomKind, Wrap, WrapKind

_SETTING = frozenset({WrapKind.STRONG, WrapKind.EMPHASIS, WrapKind.STRIKE, WrapKind.OTHER})
_TOUCHING = _SETTING - {WrapKind.OTHER} | {WrapKind.CODE}
_SEEN = frozenset({AtomKind.TEXT, AtomKind.LINE, AtomKind.PICTURE, AtomKind.REFERENCE})
_TICKS = re.compile(r"`+")


def as_markdown(atoms: Sequence[Atom], before: Sequence[Atom], *, stars: bool = False) -> str:
    """Return the Markdown of changed atoms; `before` are those of the content as it was.

    With `stars`, what was set with underscores is set with stars, which may stand inside a word.
    """
    tight = _tightened(_merged(atoms))
    swap = _renewed(tight, before, stars=stars)
    return "".join(together(tight, swap))


def _merged(atoms: Sequence[Atom]) -> list[Atom]:
    """Make one wrap of two alike that have come to touch: `**a****b**` would be stars."""
    merged: list[Atom] = []
    same: dict[Wrap, Wrap] = {}
    for atom in atoms:
        before = merged[-1].wraps if merged else ()
        if atom.wraps is before or not atom.wraps:
            merged.append(atom)
            continue
        wraps = tuple(same.get(one, one) for one in atom.wraps)
        for level, (one, other) in enumerate(zip(before, wraps, strict=False)):
            if one is other:
                continue
            if one.kind in _TOUCHING and (one.kind, one.opening) == (other.kind, other.opening):
                same[other] = one
                wraps = (*wraps[:level], one, *wraps[level + 1 :])
                continue
            break
        merged.append(atom if wraps == atom.wraps else atom._replace(wraps=wraps))
    return merged


def _runs(atoms: Sequence[Atom], wrap: Wrap) -> list[tuple[int, int]]:
    """Return where a wrap stands: from one atom up to another, once or in several parts."""
    runs: list[tuple[int, int]] = []
    begin = -1
    for index, atom in enumerate(atoms):
        if wrap in atom.wraps:
            begin = index if begin < 0 else begin
        elif begin >= 0:
            runs.append((begin, index))
            begin = -1
    return [*runs, (begin, len(atoms))] if begin >= 0 else runs


def _all_wraps(atoms: Sequence[Atom]) -> list[Wrap]:
    """Return every wrap once, inner ones first."""
    depth: dict[Wrap, int] = {}
    for atom in atoms:
        for level, wrap in enumerate(atom.wraps):
            depth[wrap] = max(depth.get(wrap, 0), level)
    return sorted(depth, key=lambda wrap: -depth[wrap])


def _tightened(atoms: list[Atom]) -> list[Atom]:
    """Take blanks at the edges out of what wraps them, and drop wraps round no words."""
    for wrap in _all_wraps(atoms):
        if wrap.kind is WrapKind.CODE:
            continue
        for begin, end in _runs(atoms, wrap):
            first, last = begin, end
            if wrap.kind in _SETTING:
                while first < last and _is_loose(atoms[first], wrap):
                    first += 1
                while last > first and _is_loose(atoms[last - 1], wrap):
                    last -= 1
            if not any(atom.kind in _SEEN for atom in atoms[first:last]):
                first = last = end
            for index in (*range(begin, first), *range(last, end)):
                atoms[index] = _without(atoms[index], wrap)
    return atoms


def _is_loose(atom: Atom, wrap: Wrap) -> bool:
    is_blank = atom.kind is AtomKind.SOFT or (atom.text.isspace() and atom.kind in _SEEN)
    return is_blank and atom.wraps[-1] is wrap


def _without(atom: Atom, wrap: Wrap) -> Atom:
    return atom._replace(wraps=tuple(one for one in atom.wraps if one is not wrap))


def _renewed(atoms: Sequence[Atom], before: Sequence[Atom], *, stars: bool) -> dict[Wrap, Wrap]:
    """Return each wrap as it must now be typed: code and short links tell their words twice."""
    was = _words_in(before)
    now = _words_in(atoms)
    return {wrap: _renew(wrap, words, was.get(wrap), stars=stars) for wrap, words in now.items()}


def _words_in(atoms: Sequence[Atom]) -> dict[Wrap, str]:
    words: dict[Wrap, list[str]] = {}
    for atom in atoms:
        for wrap in atom.wraps:
            words.setdefault(wrap, []).append(atom.source)
    return {wrap: "".join(parts) for wrap, parts in words.items()}


def _renew(wrap: Wrap, words: str, was: str | None, *, stars: bool) -> Wrap:
    if stars and wrap.opening and not wrap.opening.strip("_"):
        return replace(
            wrap,
            opening=wrap.opening.replace("_", "*"),
            closing=wrap.closing.replace("_", "*"),
        )
    if words == was:
        return wrap
    if wrap.kind is WrapKind.CODE:
        longest = max((len(run[0]) for run in _TICKS.finditer(words)), default=0)
        ticks = "`" if longest != 1 else "``"
        ticks = "`" * (longest + 1) if longest > 1 else ticks
        is_tied = words[:1] in {"`", " "} or words[-1:] in {"`", " "}
        margin = " " if is_tied else ""
        return replace(wrap, opening=ticks + margin, closing=margin + ticks)
    if wrap.kind is WrapKind.LINK and not wrap.closing.startswith("]("):
        if re.match(r"\]\[.+\]", wrap.closing):
            return wrap
        return link_to(wrap.address, wrap.title)
    return wrap


def link_to(address: str, title: str = "") -> Wrap:
    """Return a link round words."""
    if re.search(r"[\s()<>]", address):
        address = "<" + re.sub(r"[<>\s]", lambda sign: f"%{ord(sign[0]):02X}", address) + ">"
    named = ' "' + title.replace('"', '\\"') + '"' if title else ""
    return Wrap(WrapKind.LINK, "[", f"]({address}{named})", address, title)
