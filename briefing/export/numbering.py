"""Citations and footnotes become numbered notes; a source named again gets its short form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefing.export.bibliography import Bibliography
from briefing.export.inline_mapping import map_inlines
from briefing.export.mark_places import put_marks
from briefing.export.note_sequence import NoteSequence
from briefing.export.note_text import opens_with_capital, set_in_sentence
from briefing.model.article import Article
from briefing.model.block import (
    Block,
    Citation,
    CitationItem,
    Document,
    Inline,
    Inlines,
    Note,
    NoteMark,
    Text,
)
from briefing.model.publication import PublishedNote
from briefing.text.blocks import parse_inlines
from briefing.text.inline_text import inline_text


@dataclass(frozen=True, slots=True)
class CitedSource:
    """An article that a key stands for, and the place in it where that is known."""

    article: Article
    locator: str = ""


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source as a list words it; one that is not cited was asked for by the list."""

    article: Article
    words: Inlines
    is_cited: bool = True


def _as_they_are(listed: Sequence[ListedSource]) -> tuple[Inlines, ...]:
    return tuple(one.words for one in listed)


_MARKED = frozenset({Citation, NoteMark})
Resolve = Callable[[str], Sequence[CitedSource]]
Finish = Callable[[Sequence[ListedSource]], tuple[Inlines, ...]]


@dataclass(frozen=True, slots=True)
class Numbered:
    """The result: no citation left in `blocks`; `sources` are those cited, sorted.

    `listed` are they and those listed without being cited, in the order of the list; `finish`
    words a list of some of them, where one may look back at the one before.
    """

    blocks: tuple[Block, ...]
    notes: tuple[PublishedNote, ...]
    sources: tuple[Article, ...]
    listed: tuple[ListedSource, ...] = ()
    finish: Finish = _as_they_are

    @property
    def entries(self) -> tuple[Inlines, ...]:
        """Return all that is listed, worded as one list."""
        return self.finish(self.listed)


def number_notes(
    document: Document,
    resolve: Resolve,
    bibliography: Bibliography,
    further: Sequence[Article] = (),
) -> Numbered:
    """Give a document's notes their numbers, in the order in which they are read.

    `resolve` returns the articles that a key stands for, none where it is unknown; `further` are
    listed though they may not be cited. The author's own footnotes share the sequence; a citation
    inside one is worded in place.
    """
    numbering = _Numbering(document.notes, resolve, bibliography)
    blocks = map_inlines(document.blocks, numbering.inlines)
    sources = sorted(numbering.cited.values(), key=bibliography.sort_key)
    listed = listed_by_house(bibliography, numbering.cited, further)
    return Numbered(blocks, numbering.notes.published(), tuple(sources), listed)


def listed_by_house(
    bibliography: Bibliography, cited: Mapping[str, Article], further: Sequence[Article]
) -> tuple[ListedSource, ...]:
    """Return the sources that are cited, by their uids, and others, as the house lists them."""
    every = {one.uid: one for one in further} | {one.uid: one for one in cited.values()}
    return tuple(
        ListedSource(
            one, bibliography.remarked(bibliography.entry(one), one), is_cited=one.uid in cited
        )
        for one in sorted(every.values(), key=bibliography.sort_key)
    )


class _Numbering:
    def __init__(
        self, notes: tuple[Note, ...], resolve: Resolve, bibliography: Bibliography
    ) -> None:
        self.notes = NoteSequence(notes, self._within_note)
        self._resolve = resolve
        self._bibliography = bibliography
        self.cited: dict[str, Article] = {}
        self._short_forms: dict[str, str] = {}

    def inlines(self, inlines: Inlines) -> Inlines:
        """Return inlines with note marks in place of citations."""
        if not any(type(inline) in _MARKED for inline in inlines):
            return inlines
        return put_marks(inlines, self._mark, self.notes.own_mark)

    def _mark(self, citation: Citation) -> tuple[Inline, ...]:
        """Return what stands in the text for a citation: a mark, after the name if it is bare."""
        name: tuple[Inline, ...] = ()
        if citation.bare and not citation.items[0].suppress_author:
            name = self._spoken_name(citation.items[0])
        return (*name, self.notes.add(self._citation(citation.items)))

    def _citation(self, items: Sequence[CitationItem]) -> Inlines:
        """Return a note of its own: its sources with semicolons between, and a full stop."""
        line = self._sources(items)
        return self._bibliography.ended(opens_with_capital(line) if items[0].prefix else line)

    def _sources(self, items: Sequence[CitationItem]) -> Inlines:
        """Return the sources of one note with semicolons between; one is named but once."""
        parts: list[Inlines] = []
        named: set[str] = set()
        for item in items:
            found = self._resolve(item.key)
            if not found:
                parts.append((Text(f"[unknown source: {item.key}]"),))
            for index, source in enumerate(found):
                piece = _piece(item, source, is_first=index == 0, is_last=index == len(found) - 1)
                if source.article.uid not in named or piece.says_more:
                    parts.append(self._worded(source.article, piece))
                named.add(source.article.uid)
        return _with_semicolons(parts)

    def _worded(self, article: Article, piece: "_Piece") -> Inlines:
        before = (*parse_inlines(piece.prefix), Text(" ")) if piece.prefix else ()
        suffix = parse_inlines(piece.suffix) if piece.suffix else ()
        if article.uid not in self.cited:
            self.cited[article.uid] = article
            full = self._bibliography.full(article, piece.locator, suffix, authors=piece.authors)
            return (*before, *full, *self._bibliography.remarks(article))
        short = self._bibliography.short
        owner = self._short_forms.setdefault(inline_text(short(article)), article.uid)
        return (
            *before,
            *short(
                article,
                piece.locator,
                suffix,
                authors=piece.authors,
                whole_title=owner != article.uid,
            ),
        )

    def _spoken_name(self, item: CitationItem) -> tuple[Inline, ...]:
        found = self._resolve(item.key)
        return self._bibliography.name(found[0].article) if found else (Text(f"@{item.key}"),)

    def _within_note(self, inlines: Inlines, _number: int) -> Inlines:
        """Return a line of an author's footnote with its citations worded in place."""
        line: list[Inline] = []
        for inline in inlines:
            if isinstance(inline, Citation):
                line = set_in_sentence(line, self._sources(inline.items))
            else:
                line.append(inline)
        return self._bibliography.ended(line) if _has_citation(inlines) else tuple(line)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a note says of one source beside naming it."""

    prefix: str
    locator: str
    suffix: str
    authors: bool

    @property
    def says_more(self) -> bool:
        return bool(self.prefix or self.locator or self.suffix)


def _piece(item: CitationItem, source: CitedSource, *, is_first: bool, is_last: bool) -> _Piece:
    """Share an item's words among the articles that it stands for."""
    return _Piece(
        prefix=item.prefix if is_first else "",
        locator=(item.locator if is_first else "") or source.locator,
        suffix=item.suffix if is_last else "",
        authors=not item.suppress_author,
    )


def _with_semicolons(parts: Sequence[Inlines]) -> Inlines:
    line: list[Inline] = []
    for index, part in enumerate(parts):
        line += [*([Text("; ")] if index else []), *part]
    return tuple(line)


def _has_citation(inlines: Inlines) -> bool:
    return any(isinstance(inline, Citation) for inline in inlines)
