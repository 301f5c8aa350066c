"""Joins the reading of a memo's sources to the words of its source summary statement."""

from dataclasses import replace

from briefing.export.publisher_names import PublisherNames
from briefing.model.fact import Fact
from briefing.model.memo import Memo
from briefing.services.annex_entries import AnnexEntries
from briefing.services.memo_language import language_of
from briefing.services.rating_scale import read_scale
from briefing.services.source_base_reading import source_base
from briefing.services.source_summary import summary_words
from briefing.store.library_file import Library
from briefing.text.conditional_parts import without_hidden


def source_summary(library: Library, publishers: PublisherNames, memo: Memo) -> str:
    """Return the statement for a memo as it is handed in."""
    shown = replace(memo, body=without_hidden(memo.body, dict(memo.fields)))
    nothing: tuple[Fact, ...] = ()  # a list of facts is no sentence of the memo's own
    entries = AnnexEntries(library).of(shown, nothing)
    base = source_base(library.reader(), publishers, entries)
    return summary_words(base, read_scale(), language_of(memo))
