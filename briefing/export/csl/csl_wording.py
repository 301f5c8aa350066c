"""Citations and sources in the words of a CSL style: asked for together, answered one by one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.export.csl.citation_asks import Ask, Piece
from briefing.export.csl.cited_html import CitedPage, CitedPart, joined
from briefing.export.csl.cited_items import cited_item, told_apart
from briefing.export.csl.csl_style import CslStyle
from briefing.export.csl.engine_entries import EngineLibrary, Item, engine_library
from briefing.export.csl.engine_titles import engine_words
from briefing.export.csl.list_wording import list_words
from briefing.export.csl.locator_terms import TERMS
from briefing.export.csl.stops_and_quotes import tidied
from briefing.export.csl.style_variant import OWN_WORDS, Variant, variant_source
from briefing.export.csl.typst_citing import Cite, Request, worded
from briefing.export.csl.worded_parts import (
    finished,
    trimmed,
    without_author,
    without_key,
    without_stop,
)
from briefing.export.note_text import opens_with_capital
from briefing.export.publisher_names import PublisherNames
from briefing.model.article import Article
from briefing.model.block import Inline, Inlines, Superscript, Text
from briefing.text.blocks import parse_inlines
from briefing.text.inline_text import inline_text

_SENTENCE = re.compile(r"\s\S*[.?!]$")  # a prefix of more than one word that is a sentence
_WORD = re.compile(r"\w")
_DUMMY = "\ue0f7"  # the title of a source that nobody cites; it parts citations
_PLACES = 0xE100  # private characters that tell places apart whose numbers are the same


@dataclass(frozen=True, slots=True)
class Answers:
    """The asks worded in their order, the names asked for, and the list of sources, by uids.

    The entries of the list keep the engine's marks: `list_words` finishes them.
    """

    citations: tuple[Inlines, ...]
    names: dict[str, Inlines]
    entries: tuple[tuple[str, Inlines], ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """Of sources by their uids: the notes that cite them first, and what such a note adds."""

    first: Mapping[str, int] = field(default_factory=dict[str, int])
    remarks: Mapping[str, Inlines] = field(default_factory=dict[str, Inlines])


class CslWording:
    """Words the citations of one memo."""

    def __init__(self, style: CslStyle, language: str, publishers: PublisherNames) -> None:
        self.style = style
        self._language = spoken(style, language)
        self._publishers = publishers

    def answers(
        self,
        asks: Sequence[Ask],
        named: Sequence[Article],
        first: Mapping[str, int],
        remarks: Mapping[str, Inlines],
        further: Sequence[Article] = (),
    ) -> Answers:
        """Return asks in the style's words; `named` are those whose authors' names are wanted.

        `first` are the notes in which sources (by uid) were cited first, `remarks` what such a
        note adds; `further` are listed though they may not be cited.
        """
        known = (piece.article for ask in asks for piece in ask.known)
        articles = {str(article.uid): article for article in (*known, *further) if article}
        items = {
            uid: cited_item(one, self._publishers, self.style) for uid, one in articles.items()
        }
        uids = [one.uid for one in named]
        return word(self.style, self._language, items, asks, uids, Notes(first, remarks))

    def list_words(self, entries: Sequence[Inlines]) -> tuple[Inlines, ...]:
        """Return the entries of a list in their order, finished."""
        return list_words(self.style, self._language, entries)


def spoken(style: CslStyle, language: str) -> str:
    """Return the language of a style's words: the memo's, in the style's own way of writing it."""
    same = style.locale.partition("-")[0].lower() == language.partition("-")[0].lower()
    return style.locale if same else language


def word(
    style: CslStyle,
    language: str,
    items: Mapping[str, Item],
    asks: Sequence[Ask],
    named: Sequence[str] = (),
    notes: Notes | None = None,
) -> Answers:
    """Return asks in a style's words; `items` are CSL's, by the uids of their articles.

    Those that nothing asks for are listed without being cited.
    """
    return _Wording(style, language, items, asks, notes or Notes()).answers(named)


class _Wording:
    """The wording of one memo while the engine is asked."""

    def __init__(
        self,
        style: CslStyle,
        language: str,
        items: Mapping[str, Item],
        asks: Sequence[Ask],
        notes: Notes,
    ) -> None:
        self._style = style
        self._language = language
        self._asks = asks
        self._notes = notes
        self._told: set[str] = set()
        self._ids = {uid: f"i{number}" for number, uid in enumerate(items)}
        dummy: Item = {"id": _DUMMY, "type": "document", "title": _DUMMY}
        self._parts_ibid = b"ibid" in style.data
        self._library = engine_library([*told_apart(list(items.values()), style), dummy])
        pieces = [piece for ask in asks for piece in ask.known]
        is_marked = any(not piece.is_author_told for piece in pieces)
        self._is_marked = is_marked
        self._variants: dict[Variant, int] = {Variant(is_author_marked=is_marked): 0}

    def answers(self, named: Sequence[str]) -> Answers:
        if not self._ids:
            return Answers(tuple(self._unknown(ask) for ask in self._asks), {}, ())
        requests = [*self._requests(), *self._names(named)]
        page = self._page(requests)
        asked = [ask for ask in self._asks if ask.known]
        uids = {entry: uid for uid, entry in self._ids.items()}
        entries = [(place, *without_key(inlines)) for place, inlines in page.entries]
        by_entry = {place: uids[key] for place, key, _ in entries if key in uids}
        worded_asks = iter(
            [
                self._assembled(ask, parts, by_entry)
                for ask, parts in zip(asked, page.citations, strict=False)
            ]
        )
        citations = tuple(
            next(worded_asks) if ask.known else self._unknown(ask) for ask in self._asks
        )
        names = page.citations[len(requests) - len(named) :] if named else ()
        return Answers(
            citations,
            {
                uid: _plain(trimmed(finished(_all(parts))))
                for uid, parts in zip(named, names, strict=True)
            },
            tuple(
                (uids[key], inlines)
                for _, key, inlines in entries
                if key in uids and _WORD.search(inline_text(inlines))
            ),
        )

    def _tidied(self, inlines: Inlines) -> Inlines:
        return tidied(inlines, stops_inside=self._style.stops_inside(self._language))

    def _page(self, requests: Sequence[Request]) -> CitedPage:
        library: EngineLibrary = self._library
        sources = [
            variant_source(self._style, variant, library.types, library.variables, library.renaming)
            for variant in self._variants
        ]
        asked = {_uid(piece) for ask in self._asks for piece in ask.known}
        unseen = tuple(entry for uid, entry in self._ids.items() if uid not in asked)
        return worded(self._style.name, library.text, sources, requests, self._language, unseen)

    def _requests(self) -> Iterator[Request]:
        """Yield what to ask; a dummy stands behind a citation where an ibid would be wrong.

        A source is cited again “ibid.” only where it was the only one cited before (CSL 1.0.2,
        "Choose", position), and in the note before: one of the author's that cites nothing parts
        the two for the reader. The engine looks at the last source alone.
        """
        asked = [ask for ask in self._asks if ask.known]
        for ask, following in zip(asked, [*asked[1:], None], strict=True):
            last, after = ask.known[-1], following.known[0] if following else None
            is_same = after is not None and _uid(after) == _uid(last)
            is_apart = following is not None and following.note - ask.note > 1
            parts = self._parts_ibid and is_same and (len(ask.known) > 1 or is_apart)
            variant = ask.variant(is_marked=self._is_marked)
            number = self._variants.setdefault(variant, len(self._variants))
            cites = tuple(self._cite(variant, piece) for piece in ask.known)
            yield Request(cites, number, f"i{len(self._ids)}" if parts else "")

    def _cite(self, variant: Variant, piece: Piece) -> Cite:
        entry = self._ids[_uid(piece)]
        if piece.place is None:
            return Cite(entry)
        if not variant.term:
            return Cite(entry, engine_words(piece.place.words))
        if piece.place.term != variant.term:
            return Cite(entry, OWN_WORDS + engine_words(piece.place.words))
        mark = chr(_PLACES + TERMS.index(variant.term))
        return Cite(entry, engine_words(piece.place.numbers) + mark)

    def _names(self, named: Sequence[str]) -> Iterator[Request]:
        for uid in named:
            yield Request((Cite(self._ids[uid], is_name=True),), 0)

    def _assembled(self, ask: Ask, parts: Sequence[CitedPart], by_entry: dict[str, str]) -> Inlines:
        """Return a citation: each source's words with what the author put before and behind."""
        waiting = list(ask.known)
        line: list[Inline] = []
        is_opening = True
        last_end = 0
        for part in parts:
            piece = _taken(waiting, by_entry.get(part.entry, "")) if part.entry else None
            if piece is None:
                line += finished(part.inlines)
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
            said = finished(inlines, self._notes.first.get(_uid(piece), 0))
            said = opens_with_capital(said) if _SENTENCE.search(piece.prefix) else said
            line += [*before, *said, *behind]
            is_opening, last_end = False, len(line)
        missing = [piece.key for piece in ask.pieces if piece.article is None]
        line[last_end:last_end] = [Text("; " + _unknown_words(key)) for key in missing]
        done = trimmed(self._tidied(joined(tuple(line))))
        done = (Text(" "), *done) if ask.is_named and not self._style.is_raised else done
        return without_stop(done) if ask.is_within and self._style.is_note else done

    def _remarks(self, piece: Piece) -> Inlines:
        """Return what the first note of a source adds; citations in the text add nothing."""
        uid = _uid(piece)
        if not self._style.is_note or uid in self._told:
            return ()
        self._told.add(uid)
        return self._notes.remarks.get(uid, ())

    def _unknown(self, ask: Ask) -> Inlines:
        words = "; ".join(_unknown_words(piece.key) for piece in ask.pieces)
        if ask.note and not ask.is_within:
            return (Text(f"{words}."),)
        return (Text(f" ({words})" if self._style.is_raised else f"({words})"),)


def _all(parts: Sequence[CitedPart]) -> Inlines:
    return tuple(inline for part in parts for inline in part.inlines)


def _plain(inlines: Inlines) -> Inlines:
    """Return a name as running text has it: without the small capitals of a note."""
    return (Text(words),) if (words := inline_text(inlines)) else ()


def _uid(piece: Piece) -> str:
    return piece.article.uid if piece.article else ""


def _taken(waiting: list[Piece], uid: str) -> Piece | None:
    """Take the first source of that uid from those that are still to come."""
    for index, piece in enumerate(waiting):
        if _uid(piece) == uid:
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
