"""The entries of a list of sources, as the engine worded them, made ready for print."""

from collections.abc import Sequence

from briefing.export.csl.csl_style import CslStyle
from briefing.export.csl.repeated_authors import substituted
from briefing.export.csl.stops_and_quotes import tidied
from briefing.export.csl.worded_parts import finished, trimmed
from briefing.model.block import Inlines


def list_words(style: CslStyle, language: str, entries: Sequence[Inlines]) -> tuple[Inlines, ...]:
    """Return the entries of a list in their order, finished: authors named again give way."""
    inside = style.stops_inside(language)
    said = substituted(entries, style.repeats)
    return tuple(trimmed(tidied(finished(one), stops_inside=inside)) for one in said)
