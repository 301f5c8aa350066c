"""Lists of sources: which articles each asks for beside those cited, and how it is parted.

`::: {.sources query="tag:topic/cartels" limit="40" by="kind" cited="no"}`: what a search finds is
listed too, though the memo may not cite it; under a heading for each kind; what is cited is not.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.export.numbering import ListedSource, Numbered
from briefing.export.pandoc_syntax import plain_text
from briefing.export.publisher_names import PublisherNames
from briefing.export.source_kinds import KINDS, list_headings, source_kind
from briefing.model.article import Article
from briefing.model.block import Block, Div, Document, Heading, Inlines, Paragraph, Span, Text
from briefing.model.ids import Uid
from briefing.services.lookup_blocks import SOURCES
from briefing.text.block_walk import every_block
from briefing.text.inline_text import inline_text
from briefing.text.query_language import parse_query

Search = Callable[[str], Sequence[Uid]]
_NO = frozenset({"no", "false", "off"})
_KIND = "kind"
_MOST = 500  # that a search adds to one list; the words of a style take their time
_LIMIT = re.compile("0*[1-9][0-9]{0,8}")
_DEEPEST = 6


class SourceLists:
    """Fills the lists of one publication."""

    def __init__(
        self,
        search: Search,
        article: Callable[[Uid], Article],
        publishers: PublisherNames,
        language: str,
        *,
        is_wanted: bool = True,
    ) -> None:
        """`search` finds articles by a search line, `article` gives one of them.

        Without `is_wanted` each list is left out.
        """
        self._search = search
        self._article = article
        self._publishers = publishers
        self._headings = list_headings(language)
        self._is_wanted = is_wanted
        self._found: dict[tuple[str, str], tuple[Article, ...]] = {}
        self.markdown: dict[Span, str] = {}
        self.further: dict[Uid, Article] = {}  # listed with what is cited, and not cited
        self.warnings: list[str] = []

    def asked_for(self, document: Document) -> tuple[Article, ...]:
        """Return the articles that the lists of a memo want beside those that it cites."""
        if not self._is_wanted:
            self.markdown = {div.span: "" for div in lists_in(document)}
            return ()
        every = (article for div in lists_in(document) for article in self._of(div))
        return tuple({article.uid: article for article in every}.values())

    def filled(self, blocks: Sequence[Block], numbered: Numbered) -> tuple[Block, ...]:
        """Return the blocks with their lists, each under a heading: the author's, else its own."""
        if not self._is_wanted:
            return without_lists(blocks)
        filled: list[Block] = []
        level = 1
        for block in blocks:
            match block:
                case Heading():
                    level = block.level
                    filled.append(block)
                case Div() if SOURCES in block.classes:
                    if not (filled and isinstance(filled[-1], Heading)):
                        level = 2
                        filled.append(Heading(block.span, level, (Text(self._headings.sources),)))
                    filled.append(self._filled(block, numbered, min(level + 1, _DEEPEST)))
                case Div():
                    filled.append(replace(block, blocks=self.filled(block.blocks, numbered)))
                case _:
                    filled.append(block)
        return tuple(filled)

    def _filled(self, div: Div, numbered: Numbered, level: int) -> Div:
        wanted = {article.uid for article in self._of(div)}
        has_cited = div.attribute("cited").lower() not in _NO
        listed = [
            one
            for one in numbered.listed
            if (has_cited if one.is_cited else one.article.uid in wanted)
        ]
        by_kind = div.attribute("by").lower()
        if by_kind not in {"", _KIND}:
            self._warn(f"A list of sources can be parted by kind, not by “{by_kind[:40]}”.")
        parts = self._by_kind(listed) if by_kind == _KIND else [("", listed)]
        blocks = tuple(_blocks(div.span, level, parts, numbered))
        if has_cited:
            self.further |= {one.article.uid: one.article for one in listed if not one.is_cited}
        else:
            self.markdown[div.span] = _markdown(blocks)
        return replace(div, blocks=blocks)

    def _by_kind(self, listed: Sequence[ListedSource]) -> list[tuple[str, Sequence[ListedSource]]]:
        kinds: dict[str, list[ListedSource]] = {kind: [] for kind in KINDS}
        for one in listed:
            kinds[source_kind(one.article, self._publishers)].append(one)
        return [(getattr(self._headings, kind), found) for kind, found in kinds.items() if found]

    def _of(self, div: Div) -> tuple[Article, ...]:
        """Return what the search of a list finds, the newest first."""
        query, limit = div.attribute("query").strip(), div.attribute("limit").strip()
        if not query:
            return ()
        if (query, limit) not in self._found:
            self._found[query, limit] = tuple(map(self._article, self._uids(query, limit)))
        return self._found[query, limit]

    def _uids(self, query: str, limit: str) -> Sequence[Uid]:
        for problem in parse_query(query).problems:
            self._warn(problem)
        uids = self._search(query)
        if not uids:
            self._warn(f"No articles match “{query}”, for a list of sources.")
        wanted = int(limit) if _LIMIT.fullmatch(limit) else 0
        if limit and not wanted:
            self._warn(f"The limit “{limit[:20]}” of a list of sources is no number.")
        if 0 < wanted <= _MOST:
            return uids[:wanted]
        if len(uids) > _MOST:
            self._warn(f"“{query}” finds {len(uids):,} articles; the first {_MOST} are listed.")
        return uids[:_MOST]

    def _warn(self, sentence: str) -> None:
        if sentence not in self.warnings:
            self.warnings.append(sentence)


def without_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks without their lists of sources, and without a heading that is left alone."""
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, Div):
            kept.append(block)
        elif SOURCES not in block.classes:
            kept.append(replace(block, blocks=without_lists(block.blocks)))
        elif kept and isinstance(head := kept[-1], Heading):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            goes_on = following and not isinstance(following, Heading)
            if not (goes_on or (isinstance(following, Heading) and following.level > head.level)):
                kept.pop()
    return tuple(kept)


def lists_in(document: Document) -> Iterator[Div]:
    """Yield the places of a memo that are to hold a list of sources."""
    for block in every_block(document):
        if isinstance(block, Div) and SOURCES in block.classes:
            yield block


def _blocks(
    span: Span,
    level: int,
    parts: Iterable[tuple[str, Sequence[ListedSource]]],
    numbered: Numbered,
) -> Iterator[Block]:
    for heading, listed in parts:
        if heading:
            yield Heading(span, level, (Text(heading),))
        for words in numbered.finish(listed):
            yield Paragraph(span, words)


def _markdown(blocks: Iterable[Block]) -> str:
    return "\n\n".join(_line(block) for block in blocks)


def _line(block: Block) -> str:
    inlines: Inlines = block.inlines if isinstance(block, Heading | Paragraph) else ()
    mark = "#" * block.level + " " if isinstance(block, Heading) else ""
    return mark + plain_text(inline_text(inlines))
