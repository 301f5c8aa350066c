"""What the engine worded, finished: an author cut out, note numbers put in, no private marks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.export.csl.engine_types import FIRST_NOTE
from briefing.export.csl.style_variant import (
    KEY_MARK,
    LABEL_CLOSES,
    LABEL_OPENS,
    NAME_CLOSES,
    NAME_OPENS,
    OWN_WORDS,
)
from briefing.model.block import Holder, Inline, Inlines, Text
from briefing.text.inline_text import inline_text

PRIVATE = re.compile("[\ue000-\uf8ff\u2060]")
_KEY = re.compile(f"{KEY_MARK}([^{KEY_MARK}]*){KEY_MARK}")
# the label of a page before a place that brings its own
_FOREIGN_LABEL = re.compile(f"{LABEL_OPENS}[^{LABEL_CLOSES}]*{LABEL_CLOSES}\\s*(?={OWN_WORDS})")
_PLACE_SIGNS, _MOST_PLACES = 0xE200, 0x1000  # private characters, each for a place
_SPACES = re.compile(r"[ \t]{2,}")
_JOINS = re.compile(r"^[\s,.;:]+")


def without_author(inlines: Inlines) -> Inlines:
    """Return a source's words without what is marked as its author, and without the join.

    Nothing is left of a source that is cited by its author alone.
    """
    cutting = _Cutting()
    left = cutting.kept(inlines)
    if not cutting.has_cut:
        return inlines
    return left if PRIVATE.sub("", inline_text(left)).strip() else ()


class _Cutting:
    """Walks over words and leaves out those between the marks."""

    def __init__(self) -> None:
        self._is_open = False
        self._is_joining = False
        self.has_cut = False

    def kept(self, inlines: Inlines) -> Inlines:
        return tuple(kept for inline in inlines if (kept := self._inline(inline)) is not None)

    def _inline(self, inline: Inline) -> Inline | None:
        if isinstance(inline, Text):
            text = self._text(inline.text)
            return Text(text) if text else None
        if isinstance(inline, Holder):
            inside = self.kept(inline.children)
            return replace(inline, children=inside) if inside else None
        return None if self._is_open else inline

    def _text(self, text: str) -> str:
        kept = ""
        for piece in re.split(f"([{NAME_OPENS}{NAME_CLOSES}])", text):
            if piece in {NAME_OPENS, NAME_CLOSES}:
                self._is_open = piece == NAME_OPENS
                self._is_joining = piece == NAME_CLOSES
                self.has_cut = True
            elif piece and not self._is_open:
                told = _JOINS.sub("", piece) if self._is_joining and not kept else piece
                self._is_joining = self._is_joining and not told
                kept += told
        return kept


def place_sign(index: int) -> str:
    """Return what the engine prints in place of a place's words, by the number of the place."""
    return chr(_PLACE_SIGNS + index % _MOST_PLACES)


def finished(inlines: Inlines, first_note: int = 0, places: Sequence[str] = ()) -> Inlines:
    """Return words with the number of a source's first note, and no private character left.

    `places` are the words for the signs of places.
    """
    done: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            words = inline.text.replace(FIRST_NOTE, str(first_note or ""))
            for index, place in enumerate(places):
                words = words.replace(place_sign(index), place)
            words = _FOREIGN_LABEL.sub("", words)
            words = _SPACES.sub(" ", PRIVATE.sub("", words))
            if words:
                done.append(Text(words))
        elif isinstance(inline, Holder):
            inside = finished(inline.children, first_note, places)
            if inside:
                done.append(replace(inline, children=inside))
        else:
            done.append(inline)
    return tuple(done)


def without_key(inlines: Inlines) -> tuple[str, Inlines]:
    """Return the name by which the engine knows an entry, and the entry without it."""
    for index, inline in enumerate(inlines):
        found = _KEY.search(inline.text) if isinstance(inline, Text) else None
        if found and isinstance(inline, Text):
            rest = Text(_KEY.sub("", inline.text))
            return found[1], (*inlines[:index], rest, *inlines[index + 1 :])
        if isinstance(inline, Holder):
            key, rest = without_key(inline.children)
            if key:
                held = replace(inline, children=rest)
                return key, (*inlines[:index], held, *inlines[index + 1 :])
    return "", inlines


def trimmed(inlines: Sequence[Inline]) -> Inlines:
    """Return inlines without space at their ends."""
    line = list(inlines)
    while line and isinstance(line[0], Text):
        text = line[0].text.lstrip()
        line[:1] = [Text(text)] if text else []
        if text:
            break
    while line and isinstance(last := line[-1], Text):
        text = last.text.rstrip()
        line[-1:] = [Text(text)] if text else []
        if text:
            break
    return tuple(line)


def without_stop(inlines: Inlines) -> Inlines:
    """Return words without the full stop that a note ends with."""
    last = inlines[-1] if inlines else None
    if isinstance(last, Text) and last.text.endswith("."):
        kept = last.text[:-1]
        return (*inlines[:-1], Text(kept)) if kept else inlines[:-1]
    return inlines
