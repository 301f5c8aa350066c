"""A memo's citations in the words of a CSL style: as notes, or in the text where the style says.

The memo is walked once and each citation leaves its number in its place; then the style is asked
for all of them together, as ibid., short forms and year letters need; then the words go in.
"""

from collections.abc import Sequence
from dataclasses import replace

from briefing.export.bibliography import Bibliography
from briefing.export.csl.citation_asks import Ask, NoteMemory, Piece, pieces_of
from briefing.export.csl.csl_wording import CslWording
from briefing.export.csl.in_text_places import put_in_text
from briefing.export.inline_mapping import map_inlines
from briefing.export.mark_places import put_marks
from briefing.export.note_sequence import NoteSequence
from briefing.export.note_text import set_in_sentence
from briefing.export.numbering import ListedSource, Numbered, Resolve, listed_by_house
from briefing.model.article import Article
from briefing.model.block import (
    Citation,
    CitationItem,
    Document,
    Inline,
    Inlines,
    Note,
    NoteMark,
    Text,
)

_NAME = "name:"


def cite_by_style(
    document: Document,
    resolve: Resolve,
    wording: CslWording,
    house: Bibliography,
    further: Sequence[Article] = (),
) -> Numbered:
    """Return a document with its citations worded; `house` words the list where the style has none.

    `further` are listed though they may not be cited. Raises ExportError where the style cannot
    be used.
    """
    walk = _Walk(document.notes, resolve, wording)
    blocks = map_inlines(document.blocks, walk.inlines)
    remarks = {uid: house.remarks(article) for uid, article in walk.cited.items()}
    named = tuple(walk.named.values())
    answers = wording.answers(walk.asks, named, walk.memory.first, remarks, further)
    own = {} if wording.style.is_numbered else answers.names
    names = {uid: own.get(uid) or house.name(one) for uid, one in walk.named.items()}
    filling = _Filling(answers.citations, names)
    notes = walk.notes.published(filling.inlines)
    sources = tuple(sorted(walk.cited.values(), key=house.sort_key))
    numbered = Numbered(map_inlines(blocks, filling.inlines), notes, sources)
    if not wording.style.has_bibliography:
        return replace(numbered, listed=listed_by_house(house, walk.cited, further))
    every = {one.uid: one for one in further} | walk.cited
    listed = (ListedSource(every[uid], one, uid in walk.cited) for uid, one in answers.entries)

    def finish(some: Sequence[ListedSource]) -> tuple[Inlines, ...]:
        worded = wording.list_words([one.words for one in some])
        pairs = zip(worded, some, strict=True)
        return tuple(house.remarked(words, one.article) for words, one in pairs)

    return replace(numbered, listed=tuple(listed), finish=finish)


class _Walk:
    """Walks over a memo and leaves placeholders: citations of `#3`, the third that is asked for."""

    def __init__(self, notes: tuple[Note, ...], resolve: Resolve, wording: CslWording) -> None:
        self.notes = NoteSequence(notes, self._within)
        self._resolve = resolve
        self._style = wording.style
        self.memory = NoteMemory(wording.style)
        self.asks: list[Ask] = []
        self.cited: dict[str, Article] = {}
        self.named: dict[str, Article] = {}

    def inlines(self, inlines: Inlines) -> Inlines:
        """Return inlines with placeholders, or marks of notes, in place of citations."""
        if not any(isinstance(inline, Citation | NoteMark) for inline in inlines):
            return inlines
        if self._style.is_note:
            return put_marks(inlines, self._noted, self.notes.own_mark)
        put = put_marks if self._style.is_raised else put_in_text
        return put(inlines, self._in_text, self.notes.own_mark)

    def _noted(self, citation: Citation) -> tuple[Inline, ...]:
        """Return the mark of a new note, after the author's name where the citation is bare."""
        pieces = self._pieces(citation.items)
        mark = self.notes.add((self._asked(pieces, self.notes.next_number),))
        return (*self._name(citation, pieces), mark)

    def _in_text(self, citation: Citation) -> tuple[Inline, ...]:
        pieces = self._pieces(citation.items)
        name = self._name(citation, pieces)
        if name:
            pieces = (replace(pieces[0], is_author_told=False), *pieces[1:])
        return (*name, self._asked(pieces, 0, is_named=bool(name)))

    def _name(self, citation: Citation, pieces: Sequence[Piece]) -> tuple[Inline, ...]:
        if not citation.bare or not pieces or not pieces[0].is_author_told:
            return ()
        article = pieces[0].article
        if article is None:
            return (Text(f"@{pieces[0].key}"),)
        self.named.setdefault(article.uid, article)
        return (_placeholder(_NAME + article.uid),)

    def _within(self, inlines: Inlines, number: int) -> Inlines:
        """Return a line of an author's footnote with its citations asked for in place."""
        line: list[Inline] = []
        for inline in inlines:
            match inline:
                case Citation(items) if self._style.is_note:
                    asked = self._asked(self._pieces(items), number, is_within=True)
                    line = set_in_sentence(line, (asked,))
                case Citation():
                    line += self._in_text(inline)
                case _:
                    line.append(inline)
        if self._style.is_note and inlines and isinstance(inlines[-1], Citation):
            line.append(Text("."))
        return tuple(line)

    def _pieces(self, items: Sequence[CitationItem]) -> tuple[Piece, ...]:
        pieces = pieces_of([(item, self._resolve(item.key)) for item in items])
        for piece in pieces:
            if piece.article:
                self.cited.setdefault(piece.article.uid, piece.article)
        return pieces

    def _asked(
        self,
        pieces: tuple[Piece, ...],
        note: int,
        *,
        is_within: bool = False,
        is_named: bool = False,
    ) -> Citation:
        is_near = self.memory.is_near(pieces, note)
        self.asks.append(Ask(pieces, note, is_near, is_within, is_named))
        return _placeholder(str(len(self.asks) - 1))


class _Filling:
    """Puts words in the places that were left for them."""

    def __init__(self, citations: Sequence[Inlines], names: dict[str, Inlines]) -> None:
        self._citations = citations
        self._names = names

    def inlines(self, inlines: Inlines) -> Inlines:
        """Return inlines with the words in place of placeholders."""
        if not any(isinstance(inline, Citation) for inline in inlines):
            return inlines
        return tuple(
            word
            for inline in inlines
            for word in (self._words(inline) if isinstance(inline, Citation) else (inline,))
        )

    def _words(self, placeholder: Citation) -> Inlines:
        key = placeholder.items[0].key
        if key.startswith(_NAME):
            return self._names[key.removeprefix(_NAME)]
        return self._citations[int(key)]


def _placeholder(key: str) -> Citation:
    return Citation((CitationItem(key),))
