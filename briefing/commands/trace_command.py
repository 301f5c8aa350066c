"""The command trace: each sentence of a memo with what it rests on."""

from collections.abc import Iterator
from pathlib import Path

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    print_json_array,
    say,
)
from briefing.commands.record_json import Json
from briefing.services.trace_reading import TracedSentence
from briefing.services.traced_sources import TracedSource
from briefing.text.page_map import cited_pages

_UNSOURCED = "cites nothing"


@click.command(
    "trace",
    epilog=examples(
        "briefing trace mexico.briefing talks-with-mexico",
        "briefing trace mexico.briefing talks-with-mexico --untraced",
        "briefing trace mexico.briefing talks-with-mexico --json",
    ),
)
@library_argument
@click.argument("memo")
@click.option("--untraced", is_flag=True, help="Only the claims that cite nothing.")
@json_option
def trace(library: Path, memo: str, *, untraced: bool, as_json: bool) -> None:
    """Tell what each sentence of a MEMO rests on, and whether that still stands."""
    with desk_of(library) as desk:
        found = desk.trace.sentences(desk.drafting.memo_by_slug(memo))
    if untraced:
        found = tuple(one for one in found if one.is_untraced)
    if as_json:
        print_json_array(map(sentence_json, found))
        return
    for sentence in found:
        for line in _lines(sentence):
            say(line)
    if not found:
        say("Every claim cites what it rests on." if untraced else "The memo has no sentences.")


def sentence_json(sentence: TracedSentence) -> Json:
    """Return a sentence with its sources and with what it says otherwise than they do."""
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "section": sentence.section,
        "is_claim": sentence.is_claim,
        "is_untraced": sentence.is_untraced,
        "kept_reason": sentence.kept_reason,
        "sources": [_source_json(source) for source in sentence.sources],
        "differences": [
            {
                "kind": one.kind.value,
                "start": one.start,
                "end": one.end,
                "written": one.written,
                "quoted": one.quoted,
                "reason": one.reason,
            }
            for one in sentence.differences
        ],
    }


def _source_json(source: TracedSource) -> Json:
    return {
        "key": source.key,
        "kind": source.kind,
        "statement": source.statement or None,
        "status": source.status or None,
        "citekey": source.citekey or None,
        "title": source.title or None,
        "quote": source.quote or None,
        "state": source.state.value if source.state else None,
        "start": source.start,
        "end": source.end,
        "page": source.page or None,
        "reason": source.reason,
    }


def _lines(sentence: TracedSentence) -> Iterator[str]:
    """Yield a sentence, its sources and differences as lines."""
    yield " ".join(sentence.text.split())
    if sentence.is_untraced:
        yield f"    {_UNSOURCED}"
    for source in sentence.sources:
        yield f"    @{source.key}: {_told(source)}"
        if source.quote:
            yield f"        “{' '.join(source.quote.split())}”"
    for one in sentence.differences:
        yield f"    differs: {one.reason}"


def _told(source: TracedSource) -> str:
    """Return where a source stands and what became of it."""
    if not source.article_uid:
        status = source.status if source.status not in {"current", "missing"} else ""
        told = source.reason or "not in this library"
        return f"{status}. {told}" if status else told
    pages = cited_pages([source.page])
    page = f", {pages}" if pages else ""
    where = f"{source.citekey}{page}" if source.key != source.citekey else source.title + page
    marks = [source.status if source.status != "current" else "", source.state or ""]
    return ", ".join(part for part in (where, *marks) if part)
