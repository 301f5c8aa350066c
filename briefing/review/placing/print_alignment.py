"""Which atom of the Markdown each printed character comes from.

A citation prints as a note's mark behind the stop that follows it, or as words that only the
bibliography knows: what no atom says belongs to the nearest thing that prints otherwise.
"""

from bisect import bisect_left
from dataclasses import dataclass

from briefing.text.markdown_atoms import Atom, AtomKind, Atoms

OBJECT = "￼"  # stands for a note's mark or a picture (model/word_review.py)
_THINGS = (AtomKind.CITATION, AtomKind.NOTE, AtomKind.PICTURE, AtomKind.REFERENCE)
_UNSAID = (*_THINGS, AtomKind.HIDDEN)
_LOOK_AHEAD = 6
_FURTHEST = 400


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each printed character the number of its atom, or -1; `groups` print as one thing.

    A group is (first, last) atom: citations side by side that share a note.
    """

    owners: tuple[int, ...]
    groups: dict[int, tuple[int, int]]


def alignment(printed: str, atoms: Atoms) -> Alignment:
    """Return the atom of each printed character."""
    groups = _groups(atoms)
    return Alignment(tuple(_Walk(printed, atoms, groups).owners()), groups)


def _groups(atoms: Atoms) -> dict[int, tuple[int, int]]:
    """Return the things that print, citations with nothing but blanks between as one."""
    groups: dict[int, tuple[int, int]] = {}
    last = -1
    for index, atom in atoms.numbered():
        if atom.kind not in _THINGS:
            continue
        between = atoms.runs(groups[last][1] + 1, index) if last >= 0 else ()
        joins = (
            last >= 0
            and atom.kind is atoms[last].kind is AtomKind.CITATION
            and atom.source.startswith("[")
            and all(_is_blank(one) for one in between)
        )
        if joins:
            groups[last] = (last, index)
        else:
            groups[index] = (index, index)
            last = index
    return groups


def _is_blank(atom: Atom) -> bool:
    return atom.kind in (AtomKind.HIDDEN, AtomKind.SOFT) or atom.text.isspace()


def same(printed: str, atom: Atom) -> bool:
    """Return whether a printed character is an atom's."""
    return printed == atom.text or (printed.isspace() and atom.text.isspace())


class _Walk:
    def __init__(self, printed: str, atoms: Atoms, groups: dict[int, tuple[int, int]]) -> None:
        self._printed = printed
        self._atoms = atoms
        self._literals: list[int] = []
        self._behind_words: set[int] = set()  # literals before which words no literal says stand
        words: list[str] = []
        for index, run in atoms.numbered():
            if run.kind is AtomKind.REFERENCE:
                self._behind_words.add(len(self._literals))
            elif run.kind not in _UNSAID:
                self._literals += range(index, index + run.size)
                words.append(run.text)
        text = "".join(words)
        self._text = text if len(text) == len(self._literals) else ""
        self._things = list(groups)
        self._groups = groups
        self._at = 0  # the next literal
        self._thing = 0  # the next thing

    def owners(self) -> list[int]:
        """Return the owner of each character."""
        owners: list[int] = []
        while len(owners) < len(self._printed):
            self._take_run(owners)
            if len(owners) < len(self._printed):
                self._step(owners)
        return owners

    def _take_run(self, owners: list[int]) -> None:
        """Take what both sides say up to the next thing, where they say the same."""
        place = len(owners)
        stop = self._printed.find(OBJECT, place)
        length = (len(self._printed) if stop < 0 else stop) - place
        until = len(self._literals)
        if self._thing < len(self._things):
            until = bisect_left(self._literals, self._things[self._thing])
        whole = min(length, until - self._at)
        for length in range(whole, max(whole - _LOOK_AHEAD, 0), -1):  # a stop may come before
            if self._text.startswith(self._printed[place : place + length], self._at):
                owners += self._literals[self._at : self._at + length]
                self._at += length
                return

    def _step(self, owners: list[int]) -> None:
        sign = self._printed[len(owners)]
        if sign == OBJECT:
            owners.append(self._next_thing())
            return
        before = self._thing_before_literal()
        if before >= 0 and not self._fits(len(owners), self._at):
            self._worded(owners, before)
            return
        if self._at < len(self._literals) and same(sign, self._literal(self._at)):
            owners.append(self._literals[self._at])
            self._at += 1
            return
        self._resync(owners)

    def _literal(self, number: int) -> Atom:
        return self._atoms[self._literals[number]]

    def _next_thing(self) -> int:
        """Return the thing that a mark or a picture stands for, or -1."""
        while (
            self._thing < len(self._things)
            and self._atoms[self._things[self._thing]].kind is AtomKind.REFERENCE
        ):
            self._thing += 1  # it prints words, if anything
        if self._thing >= len(self._things):
            return -1
        self._thing += 1
        thing = self._things[self._thing - 1]
        last = self._groups[thing][1]
        swallowed = self._at
        while swallowed < len(self._literals) and self._literals[swallowed] < last:
            if not _is_blank(self._literal(swallowed)):
                return thing
            swallowed += 1
        self._at = swallowed
        return thing

    def _thing_before_literal(self) -> int:
        """Return the thing that is due and stands before the next literal, or -1."""
        if self._thing >= len(self._things):
            return -1
        thing = self._things[self._thing]
        following = self._literals[self._at] if self._at < len(self._literals) else len(self._atoms)
        return thing if thing < following else -1

    def _fits(self, place: int, at: int) -> bool:
        """Return whether the next few literals are printed at a place, things left aside."""
        seen = 0
        while seen < _LOOK_AHEAD and at < len(self._literals):
            if seen and at in self._behind_words:
                return True
            place = self._past_marks(place, at)
            if self._is_drop(at) and self._fits(place, at + 1):
                return True
            if place >= len(self._printed) or not same(self._printed[place], self._literal(at)):
                return False
            place, at, seen = place + 1, at + 1, seen + 1
        return at < len(self._literals) or not self._printed[place:].strip(OBJECT)

    def _past_marks(self, place: int, at: int) -> int:
        """Return where print goes on behind the marks of notes and the commas between them."""
        while place < len(self._printed):
            is_comma = self._printed[place - 1 : place + 2] == f"{OBJECT},{OBJECT}"
            if self._printed[place] != OBJECT and not (is_comma and self._literal(at).text != ","):
                break
            place += 1
        return place

    def _is_drop(self, at: int) -> bool:
        """Return whether a literal is a blank that a citation's mark swallows."""
        if at >= len(self._literals) or not _is_blank(self._literal(at)):
            return False
        index = self._literals[at] + 1
        while index < len(self._atoms) and _is_blank(self._atoms[index]):
            index += 1
        return index < len(self._atoms) and self._atoms[index].kind in _THINGS

    def _worded(self, owners: list[int], thing: int) -> None:
        """Give a thing the printed words up to where the literals go on, its mark with them."""
        self._skip_group_blanks(thing)
        end = len(owners)
        limit = min(len(self._printed), end + _FURTHEST)
        while end < limit and self._printed[end] != OBJECT and not self._fits(end, self._at):
            end += 1
        if end == limit < len(self._printed):
            self._resync(owners)
            return
        owners += [thing] * (end - len(owners))
        if end < len(self._printed) and self._printed[end] == OBJECT:
            owners.append(thing)
        self._thing += 1

    def _skip_group_blanks(self, thing: int) -> None:
        last = self._groups[thing][1]
        while self._at < len(self._literals) and self._literals[self._at] < last:
            self._at += 1

    def _resync(self, owners: list[int]) -> None:
        """Pass over what only one side has: as few characters as can be."""
        place = len(owners)
        rest_printed = len(self._printed) - place
        rest_literal = len(self._literals) - self._at
        for far in range(1, min(rest_printed + rest_literal, _FURTHEST) + 1):
            for skipped in range(min(far, rest_literal) + 1):
                extra = far - skipped
                if extra <= rest_printed and self._fits(place + extra, self._at + skipped):
                    owners += [-1] * extra
                    self._at += skipped
                    return
        owners += [-1] * rest_printed
