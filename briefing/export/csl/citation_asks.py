"""A memo's citations as its style is asked for them: their sources, places, and what is around."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from briefing.export.csl.csl_style import CslStyle
from briefing.export.csl.locator_terms import PAGE, Locator, read_locator
from briefing.export.csl.style_variant import Variant
from briefing.model.article import Article
from briefing.model.block import CitationItem


class Source(Protocol):
    """An article that a key stands for, and the place in it where that is known."""

    @property
    def article(self) -> Article:
        """Return the article."""
        ...

    @property
    def locator(self) -> str:
        """Return the place, or nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Piece:
    """One source of a citation; `article` is nothing where its `key` is not known."""

    key: str
    article: Article | None
    place: Locator | None = None
    prefix: str = ""
    suffix: str = ""
    is_author_told: bool = True


@dataclass(frozen=True, slots=True)
class Ask:
    """One citation to be worded; `note` is the number of the note it stands in, or 0."""

    pieces: tuple[Piece, ...]
    note: int = 0
    is_near: bool = False
    is_within: bool = False  # in a sentence of the author's footnote
    is_named: bool = False  # it follows its author's name, and may come to nothing

    @property
    def known(self) -> tuple[Piece, ...]:
        """Return the sources that the library has."""
        return tuple(piece for piece in self.pieces if piece.article)

    def variant(self, *, is_marked: bool) -> Variant:
        """Return what it asks of the style: the term of its places, and their number.

        `is_marked`: authors are marked, in all citations of a memo or in none.
        """
        places = [piece.place for piece in self.known if piece.place]
        kinds = {(place.term, place.is_plural, place.is_numeric) for place in places}
        if not kinds:
            return Variant(is_near=self.is_near, is_author_marked=is_marked)
        terms = {term for term, _, _ in kinds}
        # where places are of several terms, pages are worded by the style, the others as written
        chosen = max(sorted(kinds), key=lambda kind: kind[0] == PAGE)
        is_whole = any(piece.place for piece in self.known[1:])
        return Variant(*chosen, self.is_near, is_marked, is_mixed=len(terms) > 1, is_whole=is_whole)


def pieces_of(items: Sequence[tuple[CitationItem, Sequence[Source]]]) -> tuple[Piece, ...]:
    """Return the sources that items stand for; one that says nothing new is not repeated."""
    pieces: list[Piece] = []
    for item, sources in items:
        if not sources:
            pieces.append(Piece(item.key, None))
        for index, source in enumerate(sources):
            piece = Piece(
                item.key,
                source.article,
                read_locator((item.locator if index == 0 else "") or source.locator),
                item.prefix if index == 0 else "",
                item.suffix if index == len(sources) - 1 else "",
                not item.suppress_author,
            )
            says_more = piece.place or piece.prefix or piece.suffix
            if says_more or not _has(pieces, source.article):
                pieces.append(piece)
    return tuple(pieces)


class NoteMemory:
    """Remembers in which notes sources were cited, for back references and nearness."""

    def __init__(self, style: CslStyle) -> None:
        self._near = style.near
        self._last: dict[str, int] = {}
        self.first: dict[str, int] = {}

    def is_near(self, pieces: Sequence[Piece], note: int) -> bool:
        """Tell whether the first of some sources was cited a few notes ago; remember them all."""
        articles = [piece.article for piece in pieces if piece.article]
        last = self._last.get(articles[0].uid) if articles else None
        for article in articles:
            self.first.setdefault(article.uid, note)
            self._last[article.uid] = note
        return last is not None and note - last <= self._near


def _has(pieces: Sequence[Piece], article: Article) -> bool:
    return any(piece.article and piece.article.uid == article.uid for piece in pieces)
