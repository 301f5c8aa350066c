"""A citation put together: what the engine worded of its sources, and what the author wrote."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.export.csl.citation_asks import Ask, Piece
from briefing.export.csl.cited_html import CitedPart, joined
from briefing.export.csl.csl_style import CslStyle
from briefing.export.csl.stops_and_quotes import tidied
from briefing.export.csl.worded_parts import finished, trimmed, without_author, without_stop
from briefing.export.note_text import opens_with_capital
from briefing.model.block import Inline, Inlines, Superscript, Text
from briefing.text.blocks import parse_inlines

_SENTENCE = re.compile(r"\s\S*[.?!]$")  # a prefix of more than one word that is a sentence


@dataclass(frozen=True, slots=True)
class Notes:
    """Of sources by their uids: the notes that cite them first, and what such a note adds."""

    first: Mapping[str, int] = field(default_factory=dict[str, int])
    remarks: Mapping[str, Inlines] = field(default_factory=dict[str, Inlines])


class CitedWords:
    """Puts together the citations of one memo, in the order in which they are read."""

    def __init__(self, style: CslStyle, language: str, notes: Notes) -> None:
        self._style = style
        self._inside = style.stops_inside(language)
        self._notes = notes
        self._told: set[str] = set()

    def of(
        self,
        ask: Ask,
        parts: Sequence[CitedPart],
        by_entry: Mapping[str, str],
        places: Sequence[str],
    ) -> Inlines:
        """Return a citation: each source's words with what the author put before and behind.

        `by_entry` are the sources by the engine's entries; `places` what their signs stand for.
        """
        waiting = list(ask.known)
        line: list[Inline] = []
        is_opening = True
        last_end = 0
        for part in parts:
            piece = _taken(waiting, by_entry.get(part.entry, "")) if part.entry else None
            if piece is None:
                line += finished(part.inlines, places=places)
                continue
            inlines = part.inlines
            if not piece.is_author_told:
                inlines = without_author(inlines)
                if not inlines and ask.is_named and len(ask.pieces) == 1:
                    return ()
                inlines = inlines or part.inlines
            before = _before(piece, opens=is_opening and ask.note > 0 and not ask.is_within)
            behind = (*_behind(piece), *self._remarks(piece))
            if self._style.is_raised:
                before, behind = _raised(before), _raised(behind)
            said = finished(inlines, self._notes.first.get(uid_of(piece), 0), places)
            said = opens_with_capital(said) if _SENTENCE.search(piece.prefix) else said
            line += [*before, *said, *behind]
            is_opening, last_end = False, len(line)
        missing = [piece.key for piece in ask.pieces if piece.article is None]
        line[last_end:last_end] = [Text("; " + _unknown_words(key)) for key in missing]
        done = trimmed(tidied(joined(tuple(line)), stops_inside=self._inside))
        done = (Text(" "), *done) if ask.is_named and not self._style.is_raised else done
        return without_stop(done) if ask.is_within and self._style.is_note else done

    def _remarks(self, piece: Piece) -> Inlines:
        """Return what the first note of a source adds; citations in the text add nothing."""
        uid = uid_of(piece)
        if not self._style.is_note or uid in self._told:
            return ()
        self._told.add(uid)
        return self._notes.remarks.get(uid, ())

    def unknown(self, ask: Ask) -> Inlines:
        """Return a citation of nothing that the library has."""
        words = "; ".join(_unknown_words(piece.key) for piece in ask.pieces)
        if ask.note and not ask.is_within:
            return (Text(f"{words}."),)
        return (Text(f" ({words})" if self._style.is_raised else f"({words})"),)


def uid_of(piece: Piece) -> str:
    """Return the uid of a source, or nothing."""
    return piece.article.uid if piece.article else ""


def _taken(waiting: list[Piece], uid: str) -> Piece | None:
    """Take the first source of that uid from those that are still to come."""
    for index, piece in enumerate(waiting):
        if uid_of(piece) == uid:
            return waiting.pop(index)
    return None


def _before(piece: Piece, *, opens: bool) -> Inlines:
    if not piece.prefix:
        return ()
    words = parse_inlines(piece.prefix)
    return (*(opens_with_capital(words) if opens else words), Text(" "))


def _behind(piece: Piece) -> Inlines:
    return (Text(", "), *parse_inlines(piece.suffix)) if piece.suffix else ()


def _raised(inlines: Inlines) -> Inlines:
    return (Superscript(inlines),) if inlines else ()


def _unknown_words(key: str) -> str:
    return f"[unknown source: {key}]"
