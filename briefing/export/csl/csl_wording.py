"""Citations and sources in the words of a CSL style: asked for together, answered one by one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.export.csl.asked_once import Back, Wish, planned
from briefing.export.csl.assembled_citation import CitedWords, Notes, uid_of
from briefing.export.csl.citation_asks import Ask, Piece
from briefing.export.csl.cited_html import CitedPage, CitedPart
from briefing.export.csl.cited_items import cited_item, told_apart
from briefing.export.csl.csl_style import CslStyle
from briefing.export.csl.engine_entries import EngineLibrary, Item, engine_library
from briefing.export.csl.engine_titles import engine_words
from briefing.export.csl.list_wording import list_words
from briefing.export.csl.locator_terms import TERMS
from briefing.export.csl.sentence_case import IsWord
from briefing.export.csl.style_variant import OWN_WORDS, Variant, variant_source
from briefing.export.csl.typst_citing import Cite, Request, worded
from briefing.export.csl.worded_parts import finished, place_sign, trimmed, without_key
from briefing.export.publisher_names import PublisherNames
from briefing.model.article import Article
from briefing.model.block import Inlines, Text
from briefing.text.inline_text import inline_text

_WORD = re.compile(r"\w")
_DUMMY = "\ue0f7"  # the title of a source that nobody cites; it parts citations
_TERM_MARKS = 0xE100  # private characters that tell places apart whose numbers are the same


@dataclass(frozen=True, slots=True)
class Answers:
    """The asks worded in their order, the names asked for, and the list of sources, by uids.

    The entries of the list keep the engine's marks: `list_words` finishes them.
    """

    citations: tuple[Inlines, ...]
    names: dict[str, Inlines]
    entries: tuple[tuple[str, Inlines], ...]


class CslWording:
    """Words the citations of one memo."""

    def __init__(
        self, style: CslStyle, language: str, publishers: PublisherNames, is_word: IsWord
    ) -> None:
        self.style = style
        self._language = spoken(style, language)
        self._publishers = publishers
        self._is_word = is_word

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
            uid: cited_item(one, self._publishers, self.style, self._is_word)
            for uid, one in articles.items()
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
    words = CitedWords(style, language, notes or Notes())
    return _Wording(style, language, items, asks).answers(asks, named, words)


class _Wording:
    """The wording of one memo while the engine is asked."""

    def __init__(
        self, style: CslStyle, language: str, items: Mapping[str, Item], asks: Sequence[Ask]
    ) -> None:
        self._style = style
        self._language = language
        self._asked = [ask for ask in asks if ask.known]
        self._ids = {uid: f"i{number}" for number, uid in enumerate(items)}
        dummy: Item = {"id": _DUMMY, "type": "document", "title": _DUMMY}
        self._library = engine_library([*told_apart(list(items.values()), style), dummy])
        pieces = [piece for ask in asks for piece in ask.known]
        self._is_marked = any(not piece.is_author_told for piece in pieces)
        self._variants = {Variant(is_author_marked=self._is_marked): 0}
        self._places = [self._places_of(ask) for ask in self._asked]

    def answers(self, asks: Sequence[Ask], named: Sequence[str], words: CitedWords) -> Answers:
        if not self._ids:
            return Answers(tuple(map(words.unknown, asks)), {}, ())
        dummy = f"i{len(self._ids)}"
        plan = planned([*self._wishes()], self._style, dummy)
        page = self._page([*plan.requests, *self._names(named)])
        uids = {entry: uid for uid, entry in self._ids.items()}
        entries = [(place, *without_key(inlines)) for place, inlines in page.entries]
        by_entry = {place: uids[key] for place, key, _ in entries if key in uids}
        worded_asks = iter(
            [
                words.of(ask, page.citations[number], by_entry, tuple(dict.fromkeys(places)))
                for ask, number, places in zip(self._asked, plan.numbers, self._places, strict=True)
            ]
        )
        names = page.citations[len(plan.requests) :]
        return Answers(
            tuple(next(worded_asks) if ask.known else words.unknown(ask) for ask in asks),
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

    def _page(self, requests: Sequence[Request]) -> CitedPage:
        library: EngineLibrary = self._library
        sources = [
            variant_source(self._style, variant, library.types, library.variables, library.renaming)
            for variant in self._variants
        ]
        cited = {uid_of(piece) for ask in self._asked for piece in ask.known}
        unseen = tuple(entry for uid, entry in self._ids.items() if uid not in cited)
        return worded(self._style.name, library.text, sources, requests, self._language, unseen)

    def _wishes(self) -> Iterator[Wish]:
        """Yield the citations, with signs for the places that their sources are cited for."""
        for index, (ask, places) in enumerate(zip(self._asked, self._places, strict=True)):
            variant = ask.variant(is_marked=self._is_marked)
            number = self._variants.setdefault(variant, len(self._variants))
            known = list(dict.fromkeys(places))
            signs = ["" if not place else place_sign(known.index(place)) for place in places]
            cites = tuple(
                Cite(self._ids[uid_of(piece)], sign)
                for piece, sign in zip(ask.known, signs, strict=True)
            )
            yield Wish(cites, number, self._back(index))

    def _back(self, index: int) -> Back:
        """Return how a citation looks back at the one before.

        A source is cited again “ibid.” only where it was the only one cited before (CSL 1.0.2,
        "Choose", position), and in the note before: one of the author's that cites nothing parts
        the two for the reader.
        """
        if not index:
            return Back.NOT
        last, ask = self._asked[index - 1 : index + 1]
        (before, *_), (place, *_) = self._places[index - 1 : index + 1]
        if [uid_of(piece) for piece in last.known] != [uid_of(piece) for piece in ask.known[:1]]:
            return Back.NOT
        if ask.note - last.note > 1 or (before and not place):
            return Back.NOT
        return Back.SAME if place == before else Back.ELSEWHERE

    def _places_of(self, ask: Ask) -> tuple[str, ...]:
        """Return the words of the places that a citation's sources are cited for."""
        variant = ask.variant(is_marked=self._is_marked)
        return tuple(_place_words(variant, piece) for piece in ask.known)

    def _names(self, named: Sequence[str]) -> Iterator[Request]:
        for uid in named:
            yield Request((Cite(self._ids[uid], is_name=True),), 0)


def _place_words(variant: Variant, piece: Piece) -> str:
    if piece.place is None:
        return ""
    if not variant.term:
        return engine_words(piece.place.words)
    if piece.place.term != variant.term:
        return OWN_WORDS + engine_words(piece.place.words)
    mark = chr(_TERM_MARKS + TERMS.index(variant.term))
    return engine_words(piece.place.numbers) + mark


def _all(parts: Sequence[CitedPart]) -> Inlines:
    return tuple(inline for part in parts for inline in part.inlines)


def _plain(inlines: Inlines) -> Inlines:
    """Return a name as running text has it: without the small capitals of a note."""
    return (Text(words),) if (words := inline_text(inlines)) else ()
