"""New memos from the facts of another one: its lookups and citations in the frames of templates."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.errors import InputError
from briefing.export.pandoc_syntax import citation, plain_text
from briefing.model.block import CitationItem, Div
from briefing.model.changes import Changes
from briefing.model.fact import Fact, FactStatus
from briefing.model.ids import new_uid
from briefing.model.memo import Memo
from briefing.model.template import Section, Template
from briefing.services.cited_sources import FACT
from briefing.services.drafting import Drafting, fill_fields
from briefing.services.evidence import EvidenceDesk
from briefing.services.fact_standing import FactStanding
from briefing.services.section_texts import section_text, sections_that_fit
from briefing.services.trace_reading import TraceReading
from briefing.services.tracing import retrace
from briefing.store import facts, memos
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.text.block_walk import every_block
from briefing.text.blocks import parse
from briefing.text.citations import find_citations
from briefing.text.lookup_queries import scope_of, with_scope
from briefing.text.slugs import make_slug

_ALONG = ("language", "lang", "csl")  # fields that go along though a template does not name them
_NOTE_MARK = re.compile(r"\[\^[^\]]*\]")  # its note stays in the memo that it comes from
_LONG = 0.6  # of the longest section's limit: a section that holds the facts has room


class SameFacts:
    """Drafts memos that stay in step, for all of them cite the same facts."""

    def __init__(self, library: Library, drafting: Drafting) -> None:
        self._library = library
        self._drafting = drafting
        self._evidence = EvidenceDesk(library)
        self._standing = FactStanding(library)
        self._trace = TraceReading(library)

    def draft(self, memo: Memo, templates: Sequence[str]) -> tuple[tuple[Memo, ...], Changes]:
        """Make a memo from each template, as one step of undo; InputError where none is named."""
        if not templates:
            raise InputError("Choose at least one template.")
        wanted = [self._drafting.template(name) for name in templates]
        drafts = [self._drafted(memo, template) for template in wanted]

        def work(connection: Connection) -> tuple[Memo, ...]:
            return tuple(_add(connection, draft) for draft in drafts)

        return self._library.change("New memos from the same facts", work)

    def _drafted(self, memo: Memo, template: Template) -> Memo:
        fields = fill_fields(template, _carried(memo, template))
        sections = sections_that_fit(template, dict(fields)).sections
        lookups = tuple(_lookups(memo.body))
        holds_lists = any(".facts" in section.text for section in sections)
        lines = list(self._lines(memo, () if holds_lists else lookups))
        place = _place(sections)
        queries = (div.attribute("query") for div in lookups)
        scope = next((found for query in queries if (found := scope_of(query))), "")
        parts: list[str] = []
        for section in sections:
            text = with_scope(section_text(section), scope)
            parts.append(f"{text}\n\n{_list(lines)}" if lines and section is place else text)
        if lines and place is None:
            parts.append(_list(lines))
        return Memo(new_uid(), "", template.name, fields, "\n\n".join(parts) + "\n")

    def _lines(self, memo: Memo, lookups: Iterable[Div]) -> Iterator[str]:
        """Yield what the memo rests on, in its order: facts as they stand now, else its words."""
        seen: set[str] = set()
        for sentence in self._trace.sentences(memo):
            keys = dict.fromkeys(source.key for source in sentence.sources)
            for key in keys:
                if key.startswith(FACT):
                    yield from self._line(self._as_it_stands(key), seen)
            others = [key for key in keys if not key.startswith(FACT)]
            words = plain_text(sentence.text).rstrip(" .")
            if others and words not in seen:
                seen.add(words)
                written = memo.body[sentence.start : sentence.whole_end]
                yield _as_named(written) or f"{words} {citation(_cited(written, others))}."
        for div in lookups:
            for fact in self._looked_up(div):
                yield from self._line(fact, seen)

    def _line(self, fact: Fact | None, seen: set[str]) -> Iterator[str]:
        if fact is None or fact.status is FactStatus.RETRACTED or fact.key in seen:
            return
        seen.add(fact.key)
        yield f"{plain_text(fact.statement).rstrip(' .')} [@{FACT}{fact.key}]."

    def _as_it_stands(self, key: str) -> Fact | None:
        """Return the fact of a key, or the one that took its place; nothing where it is gone."""
        fact = facts.find_by_key(self._library.reader(), key.removeprefix(FACT))
        if fact is None or fact.status is not FactStatus.SUPERSEDED:
            return fact
        return self._standing.newest(fact.uid)

    def _looked_up(self, div: Div) -> tuple[Fact, ...]:
        limit = div.attribute("limit")
        try:
            return self._evidence.facts(
                div.attribute("query"),
                div.attribute("sort") or "date",
                int(limit) if limit.isascii() and limit.isdecimal() else None,
            )
        except InputError:  # the preview says what is wrong with the query
            return ()


def _carried(memo: Memo, template: Template) -> dict[str, str]:
    names = {*(field.name for field in template.fields), *_ALONG}
    return {name: value for name, value in memo.fields if name in names and value.strip()}


def _as_named(written: str) -> str:
    """Return a sentence as it stands where it names a source, `@smith says`; else nothing."""
    if not any(found.citation.bare for found in find_citations(written)):
        return ""
    line = _NOTE_MARK.sub("", " ".join(written.split()))
    return line if line.endswith((".", "]", "!", "?")) else f"{line}."


def _cited(written: str, keys: Iterable[str]) -> list[CitationItem]:
    """Return what a sentence cites of some articles, as it is written there: with its places."""
    items = [
        replace(item, suppress_author=False)
        for found in find_citations(written)
        for item in found.citation.items
    ]
    wanted = [(key, [item for item in items if item.key == key]) for key in keys]
    return [item for key, held in wanted for item in dict.fromkeys(held) or (CitationItem(key),)]


def _lookups(body: str) -> Iterator[Div]:
    for block in every_block(parse(body)):
        if isinstance(block, Div) and {"facts", "timeline"} & set(block.classes):
            yield block


def _place(sections: Sequence[Section]) -> Section | None:
    """Return the section that is to hold the facts: the first one with room for them."""
    free = [one for one in sections if one.level <= 2 and not one.text.strip()]
    required = [one for one in free if one.required] or free
    most = max((one.words or 0 for one in required), default=0)
    roomy = [one for one in required if (one.words or 0) >= most * _LONG]
    return roomy[0] if roomy else None


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _add(connection: Connection, draft: Memo) -> Memo:
    def is_taken(name: str) -> bool:
        return memos.find_by_slug(connection, name) is not None

    slug = make_slug(draft.title or draft.template, is_taken)
    kept = memos.add(connection, Memo(draft.uid, slug, draft.template, draft.fields, draft.body))
    retrace(connection, kept)
    return kept
