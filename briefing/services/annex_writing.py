"""The evidence annex as blocks for the writers, as Markdown for pandoc, and as JSON."""

import json
from collections.abc import Callable, Iterator, Sequence

from briefing.export.bibliography import place_in
from briefing.export.low_rows import lowest_shares
from briefing.export.pandoc_syntax import plain_text
from briefing.model.anchor import AnchorState
from briefing.model.article import Article
from briefing.model.block import Block, Div, Heading, Inlines, Paragraph, Span, Table, Text
from briefing.model.evidence_annex import AnnexEntry, AnnexSource
from briefing.model.memo import Memo
from briefing.model.memo_release import text_hash
from briefing.services.annex_words import AnnexWords
from briefing.text.inline_text import inline_text
from briefing.text.page_map import page_locator

ANNEX = "evidence-annex"  # the div that holds it, left out when the Markdown is read back
FORMAT = "briefing-evidence-annex-1"
_NUMBER = 6  # per cent of the width, for the column of numbers
_LEAST = (18, 18, 20)  # per cent, for the others

Worded = Callable[[Article], Inlines]  # an article as a list of sources names it


class EvidenceAnnex:
    """The annex of one memo; its rows are worded once, however it is written."""

    def __init__(self, entries: Sequence[AnnexEntry], worded: Worded, words: AnnexWords) -> None:
        self._words = words
        self._has_entries = bool(entries)
        self._lead = words.lead if entries else words.empty
        self._rows = tuple(_rows(entries, worded, words))
        self._shares = _shares(self._rows)

    def blocks(self, end: int) -> tuple[Block, ...]:
        """Return a section; its blocks stand at the `end` of the memo's text."""
        span = Span(end, end)
        lead = Paragraph(span, (Text(self._lead),))
        header = tuple((Text(name),) for name in self._words.columns)
        table = Table(span, header, self._rows, ("left",) * len(header), self._shares)
        heading = Heading(span, 2, (Text(self._words.title),))
        inside = (heading, lead, *((table,) if self._rows else ()))
        return (Div(span, (ANNEX,), (), inside),)

    def markdown(self) -> str:
        """Return a fenced div with a pipe table."""
        lines = ["", f"::: {{.{ANNEX}}}", f"## {self._words.title}", "", self._lead, ""]
        if self._has_entries:
            dashes = "|".join(":" + "-" * share for share in self._shares)
            lines += [_markdown_row(self._words.columns), f"|{dashes}|"]
            for row in self._rows:
                lines.append(_markdown_row(plain_text(inline_text(cell)) for cell in row))
            lines.append("")
        return "\n".join([*lines, ":::", ""])


def annex_json(memo: Memo, entries: Sequence[AnnexEntry]) -> bytes:
    """Return the annex for other programs; the guide tells the fields."""
    value = {
        "format": FORMAT,
        "memo": memo.title,
        "text_sha256": text_hash(memo.fields, memo.body),
        "sentences": [
            {
                "number": entry.number,
                "text": entry.sentence,
                "section": entry.section,
                "sources": [_source_json(source) for source in entry.sources],
            }
            for entry in entries
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"


def _shares(rows: Sequence[Sequence[Inlines]]) -> tuple[int, ...]:
    """Return the columns' shares of the width in per cent, by what stands in them."""
    cells = [[inline_text(cell) for cell in row[1:]] for row in rows]
    return (_NUMBER, *lowest_shares(cells, _LEAST, 100 - _NUMBER))


def _rows(
    entries: Sequence[AnnexEntry], worded: Worded, words: AnnexWords
) -> Iterator[tuple[Inlines, ...]]:
    for entry in entries:
        for index, source in enumerate(entry.sources):
            sentence = entry.sentence if index == 0 else words.same
            plain = (str(entry.number), sentence, _quote(source, words))
            yield (*((Text(cell),) for cell in plain), _where(source, worded, words))


def _quote(source: AnnexSource, words: AnnexWords) -> str:
    if not source.quote:
        return words.whole if source.article and not source.place else words.unquoted
    is_exact = source.state in (None, AnchorState.EXACT)
    remark = "" if source.state is None or is_exact else f" [{words.state(source.state)}]"
    return f"“{source.quote}”{remark}"


def _where(source: AnnexSource, worded: Worded, words: AnnexWords) -> Inlines:
    """Return the article with its page and rating, and what became of the fact."""
    stands = source.status in ("", "current", "missing")
    remarks = [] if stands else [words.state(source.status)]
    if source.article is None:
        return (Text("; ".join([words.absent.format(source.key), *remarks])),)
    page = page_locator([source.page]) or place_in(source.place).rstrip(".")
    if source.article.rating:
        remarks.append(words.rated.format(source.article.rating))
    behind = (f" {page}." if page else "") + (f" ({'; '.join(remarks)})" if remarks else "")
    return (*worded(source.article), *((Text(behind),) if behind else ()))


def _source_json(source: AnnexSource) -> dict[str, object]:
    article = source.article
    return {
        "cites": source.key,
        "statement": source.statement or None,
        "status": source.status or None,
        "quote": source.quote or None,
        "state": source.state.value if source.state else None,
        "page": source.page or None,
        "place": source.place or None,
        "article": _article_json(article) if article else None,
    }


def _article_json(article: Article) -> dict[str, object]:
    return {
        "citekey": article.citekey,
        "title": article.title,
        "authors": list(article.authors),
        "publisher": article.publisher or None,
        "published": str(article.published) if article.published else None,
        "accessed": str(article.accessed) if article.accessed else None,
        "url": article.url or None,
        "reliability": article.reliability or None,
        "credibility": article.credibility,
    }


def _markdown_row(cells: Sequence[str] | Iterator[str]) -> str:
    return "| " + " | ".join(cells) + " |"
