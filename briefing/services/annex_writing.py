"""The evidence annex as blocks for the writers, as Markdown for pandoc, and as JSON."""

import json
from collections.abc import Callable, Iterator, Sequence

from briefing.export.pandoc_syntax import plain_text
from briefing.model.anchor import AnchorState
from briefing.model.article import Article
from briefing.model.block import Block, Div, Heading, Inlines, Paragraph, Span, Table, Text
from briefing.model.evidence_annex import AnnexEntry, AnnexSource
from briefing.model.memo import Memo
from briefing.model.memo_release import text_hash
from briefing.text.inline_text import inline_text
from briefing.text.page_map import page_locator

ANNEX = "evidence-annex"  # the div that holds it, left out when the Markdown is read back
FORMAT = "briefing-evidence-annex-1"
_TITLE = "Evidence annex"
_HEADER = ("No.", "Sentence", "Quote", "Source")
_SHARES = (7, 33, 36, 24)  # of the width, in per cent
_SAME = "(same sentence)"
_WHOLE = "(cited as a whole)"
_EMPTY = "The memo cites no source."
_LEAD = (
    "Each sentence of the memo that cites a source, the words of the source that it rests on, and"
    " where they stand."
)

Worded = Callable[[Article], Inlines]  # an article as a list of sources names it


def annex_blocks(entries: Sequence[AnnexEntry], end: int, worded: Worded) -> tuple[Block, ...]:
    """Return the annex as a section; its blocks stand at the `end` of the memo's text."""
    span = Span(end, end)
    lead = Paragraph(span, (Text(_LEAD if entries else _EMPTY),))
    rows = tuple(
        tuple((Text(cell),) if isinstance(cell, str) else cell for cell in row)
        for row in _rows(entries, worded)
    )
    header = tuple((Text(name),) for name in _HEADER)
    table = Table(span, header, rows, ("left",) * len(_HEADER), _SHARES)
    inside = (Heading(span, 2, (Text(_TITLE),)), lead, *((table,) if rows else ()))
    return (Div(span, (ANNEX,), (), inside),)


def annex_markdown(entries: Sequence[AnnexEntry], worded: Worded) -> str:
    """Return the annex as a fenced div with a pipe table."""
    lines = ["", f"::: {{.{ANNEX}}}", f"## {_TITLE}", "", _LEAD if entries else _EMPTY, ""]
    if entries:
        lines += [_markdown_row(_HEADER), "|" + "|".join(":" + "-" * n for n in _SHARES) + "|"]
        for row in _rows(entries, worded):
            cells = (cell if isinstance(cell, str) else inline_text(cell) for cell in row)
            lines.append(_markdown_row(plain_text(cell) for cell in cells))
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


def _rows(entries: Sequence[AnnexEntry], worded: Worded) -> Iterator[tuple[str | Inlines, ...]]:
    for entry in entries:
        for index, source in enumerate(entry.sources):
            sentence = entry.sentence if index == 0 else _SAME
            yield str(entry.number), sentence, _quote(source), _where(source, worded)


def _quote(source: AnnexSource) -> str:
    if not source.quote:
        return _WHOLE if source.article else "(no quote)"
    remark = "" if source.state in (None, AnchorState.EXACT) else f" [{source.state}]"
    return f"“{source.quote}”{remark}"


def _where(source: AnnexSource, worded: Worded) -> Inlines:
    """Return the article with its page and rating, and what became of the fact."""
    remarks = [source.status] if source.status not in ("", "current", "missing") else []
    if source.article is None:
        return (Text("; ".join([f"{source.key}: not in the library", *remarks])),)
    page = page_locator([source.page])
    if source.article.rating:
        remarks.append(f"rated {source.article.rating}")
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
