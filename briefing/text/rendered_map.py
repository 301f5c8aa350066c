"""Each character that an inline content prints, with its own piece of Markdown and what wraps it.

Put together again in their order, pieces and wraps are the Markdown, character for character: so
words can be changed in print, and every mark that was not touched stays as it was typed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it.token import Token

from briefing.text.contents import PlacedContent
from briefing.text.markdown_atoms import Atom, AtomKind, Atoms, Wrap, WrapKind
from briefing.text.placed_inline import Place


def atoms_of(body: str, placed: PlacedContent) -> Atoms | None:
    """Return the atoms of a content, or None where a mark of it could not be followed."""
    content = placed.content
    bounds = _bounds(body, placed)
    pieces = _Walk(content.text, content.parse.tokens, content.parse.places).pieces()
    if pieces is None:
        return None
    atoms: list[Atom] = []
    for kind, text, first, last, pairs in pieces:
        wraps = tuple(_in_body(pair, body, bounds) for pair in pairs) if pairs else ()
        if kind is AtomKind.TEXT and len(text) == last - first > 1:
            atoms += _words(text, body, bounds[first:last], wraps)
            continue
        sign = content.text[last - 1]
        start, end = bounds[first], _end(body, bounds[last - 1], sign)
        if sign == "\n":  # a line's end takes the next prefix along
            end = bounds[last]
        atoms.append(Atom(kind, text, body[start:end], wraps, start, end))
    return Atoms(atoms)


def _words(text: str, body: str, places: Sequence[int], wraps: tuple[Wrap, ...]) -> Iterator[Atom]:
    """Yield the atoms of words that stand for themselves, in one run where nothing is amid them."""
    start, end = places[0], places[-1] + 1
    if body.startswith(text, start) and end - start == len(text):
        yield Atom(AtomKind.TEXT, text, text, wraps, start, end)
        return
    for sign, place in zip(text, places, strict=True):
        stop = _end(body, place, sign)
        yield Atom(AtomKind.TEXT, sign, body[place:stop], wraps, place, stop)


def _end(body: str, place: int, sign: str) -> int:
    """Return where a character ends; the pipe of a cell begins with its escape."""
    return place + (2 if sign == "|" and body[place] == "\\" else 1)


class _Piece(NamedTuple):
    """What an atom is made of, or the atoms of words that stand for themselves."""

    kind: AtomKind
    text: str
    start: int
    end: int
    wraps: "tuple[_Pair, ...]"


@dataclass(slots=True, eq=False)
class _Pair:
    """A wrap while it is read: where its marks stand in the content."""

    kind: WrapKind
    start: int
    words: int
    words_end: int = 0
    end: int = 0
    address: str = ""
    title: str = ""
    made: Wrap | None = None


def _in_body(pair: _Pair, body: str, bounds: list[int]) -> Wrap:
    if pair.made is None:
        pair.made = Wrap(
            pair.kind,
            body[bounds[pair.start] : bounds[pair.words]],
            body[bounds[pair.words_end] : bounds[pair.end - 1] + 1],
            pair.address,
            pair.title,
        )
    return pair.made


def _bounds(body: str, placed: PlacedContent) -> list[int]:
    """Return where each character of a content begins in the body, and where the last one ends."""
    content = placed.content
    bounds = list(_places(placed))
    if content.kind == "cell":
        for position, sign in enumerate(content.text):
            if sign == "|" and body[bounds[position] - 1] == "\\":
                bounds[position] -= 1  # the cell's own escape is part of the character
        ends = [*bounds[1:], bounds[-1] + 1] if bounds else []
        if content.text.endswith("|"):
            ends[-1] += 1
        return [*bounds, ends[-1] if ends else placed.span(0, 0)[0]]
    return [*bounds, bounds[-1] + 1 if bounds else placed.span(0, 0)[0]]


def _places(placed: PlacedContent) -> Iterator[int]:
    """Yield where each character of a content stands in the body."""
    start, lines = placed.chunk.start, placed.chunk.chunk.lines
    for run in placed.content.map.runs(len(placed.content.text)):
        if lines.dropped:
            yield from (start + lines.to_source(place) for place in run)
        else:
            yield from range(start + run.start, start + run.stop)


_WRAPS = {"strong": WrapKind.STRONG, "em": WrapKind.EMPHASIS, "s": WrapKind.STRIKE}
_WRAPS_AT = {"link": WrapKind.LINK, "autolink": WrapKind.LINK, "tagged": WrapKind.OTHER}
_OBJECTS = {"citation": AtomKind.CITATION, "note_mark": AtomKind.NOTE, "image": AtomKind.PICTURE}
_SPACE = " \t"


class _Walk:
    """Follows the tokens of one content through its text; what does not fit ends the walk."""

    def __init__(self, text: str, tokens: list[Token], places: list[Place]) -> None:
        self._text = text
        self._tokens = tokens
        self._places = {place.start: place for place in places if place.kind != "marker"}
        self._at = 0
        self._open: list[_Pair] = []
        self._found: list[_Piece] = []

    def pieces(self) -> list[_Piece] | None:
        """Return the pieces in order, or None."""
        for token in self._tokens:
            if not self._step(token):
                return None
        left = self._text[self._at :]
        if left.strip(_SPACE + "\n") or self._open:
            return None
        for _ in left:
            self._add(AtomKind.HIDDEN, "", 1)
        return self._found

    def _add(self, kind: AtomKind, text: str, length: int) -> None:
        end = self._at + length
        self._found.append(_Piece(kind, text, self._at, end, tuple(self._open)))
        self._at = end

    def _step(self, token: Token) -> bool:
        match token.type:
            case "text":
                return self._words(token.content)
            case "text_special":
                known = self._text.startswith(token.markup, self._at)
                self._add(AtomKind.TEXT, token.content, len(token.markup))
                return known
            case "softbreak" | "hardbreak":
                return self._break(token.type)
            case "code_inline":
                return self._code(token)
            case "link_open" | "link_close" | "tagged_open" | "tagged_close":
                return self._link(token)
            case "citation" | "note_mark" | "image" | "html_inline":
                return self._object(token)
            case _:
                return self._mark(token)

    def _words(self, words: str) -> bool:
        if not self._text.startswith(words, self._at):
            return False
        if words:
            self._add(AtomKind.TEXT, words, len(words))
        return True

    def _mark(self, token: Token) -> bool:
        """Step over a mark of emphasis."""
        if not token.markup or not self._text.startswith(token.markup, self._at):
            return False
        if token.nesting > 0:
            kind = _WRAPS.get(token.type.removesuffix("_open"), WrapKind.OTHER)
            self._open.append(_Pair(kind, self._at, self._at + len(token.markup)))
            self._at += len(token.markup)
            return True
        if not self._open:
            return False
        return self._close(self._at + len(token.markup))

    def _close(self, end: int) -> bool:
        pair = self._open.pop()
        pair.words_end, pair.end = self._at, end
        self._at = end
        return True

    def _break(self, kind: str) -> bool:
        end = self._text.find("\n", self._at)
        between = self._text[self._at : end] if end >= 0 else "?"
        if end < 0 and (tag := self._places.get(self._at)):
            self._add(AtomKind.LINE, "\n", tag.end - tag.start)  # <br>
            return True
        if between.strip(_SPACE + "\\"):
            return False
        end += 1
        while end < len(self._text) and self._text[end] in _SPACE:
            end += 1
        hard = kind == "hardbreak"
        self._add(AtomKind.LINE if hard else AtomKind.SOFT, "\n" if hard else " ", end - self._at)
        return True

    def _code(self, token: Token) -> bool:
        place = self._places.get(self._at)
        if place is None or place.kind != "code":
            return False
        ticks = len(token.markup)
        inside = self._text[place.start + ticks : place.end - ticks].replace("\n", " ")
        margin = ticks + (0 if inside == token.content else 1)
        if inside[margin - ticks : len(inside) - (margin - ticks)] != token.content:
            return False
        pair = _Pair(WrapKind.CODE, place.start, place.start + margin)
        self._open.append(pair)
        self._at = pair.words
        for sign in token.content:
            self._add(AtomKind.TEXT, sign, 1)
        return self._close(place.end)

    def _link(self, token: Token) -> bool:
        if token.nesting < 0:
            return bool(self._open) and self._end_link(self._open[-1])
        place = self._places.get(self._at)
        if place is None or place.kind not in _WRAPS_AT:
            return False
        pair = _Pair(_WRAPS_AT[place.kind], place.start, place.start + 1, end=place.end)
        pair.address, pair.title = (str(token.attrGet(name) or "") for name in ("href", "title"))
        self._open.append(pair)
        self._at = pair.words
        return True

    def _end_link(self, pair: _Pair) -> bool:
        """Close a link; one without words is a thing: a cross reference, or a place's name."""
        if self._at > pair.words:
            return self._close(pair.end)
        self._open.pop()
        self._at = pair.start
        is_named = pair.kind is WrapKind.LINK and pair.address.startswith("#")
        kind = AtomKind.REFERENCE if is_named else AtomKind.HIDDEN
        self._add(kind, "", pair.end - pair.start)
        return True

    def _object(self, token: Token) -> bool:
        place = self._places.get(self._at)
        if place is None:
            return False
        kind = _OBJECTS.get(token.type, AtomKind.HIDDEN)
        is_break = token.type == "html_inline" and token.content[:3].casefold() == "<br"
        if is_break:
            kind = AtomKind.LINE
        self._add(kind, "\n" if is_break else "", place.end - place.start)
        return True
