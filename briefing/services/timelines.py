"""Timelines: dated facts and articles that a search line asks for, and their picture."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.errors import InputError
from briefing.export.atomic_write import write_whole
from briefing.export.timeline_png import timeline_png
from briefing.export.timeline_svg import timeline_svg
from briefing.model.article import ArticleRow
from briefing.model.fact import Fact
from briefing.model.partial_date import PartialDate
from briefing.model.timeline import Timeline, TimelineEntry, TimelineKind
from briefing.paths import resources_dir
from briefing.services.evidence import EvidenceDesk
from briefing.services.searching import Searching
from briefing.services.timeline_layout import fitting_scale, lay_out
from briefing.store.library_file import Library
from briefing.text.label_width import label_width
from briefing.text.query_language import parse_query

MOST_ARTICLES = 500  # the newest that are found; a line that asks for less shows all of it
MOST_FACTS = 5_000
BOTH = frozenset(TimelineKind)
_PICTURE_WIDTH = 1_400.0  # pixels of a picture whose scale nobody chose


class Timelines:
    """What a library knows of dates."""

    def __init__(self, library: Library) -> None:
        self._searching = Searching(library)
        self._evidence = EvidenceDesk(library)

    def timeline(self, line: str = "", kinds: frozenset[TimelineKind] = BOTH) -> Timeline:
        """Return the facts and articles that match, in order of their dates."""
        entries: list[TimelineEntry] = []
        undated, has_more = 0, False
        if TimelineKind.FACT in kinds:
            facts = self._evidence.facts(line, "date", MOST_FACTS + 1)
            has_more = len(facts) > MOST_FACTS
            found = [_of_fact(fact, fact.as_of) for fact in facts[:MOST_FACTS] if fact.as_of]
            undated += len(facts) - len(found) - has_more
            entries += found
        if TimelineKind.ARTICLE in kinds:
            page = self._searching.search(line, sort="date", limit=MOST_ARTICLES)
            rows = [hit.article for hit in page.hits]
            has_more = has_more or bool(page.after)
            found = [_of_article(row, row.published) for row in rows if row.published]
            undated += len(rows) - len(found)
            entries += found
        entries.sort(key=lambda entry: (entry.first, entry.last, entry.title))
        return Timeline(tuple(entries), undated, has_more, parse_query(line).problems)

    @staticmethod
    def write_picture(
        entries: Sequence[TimelineEntry],
        target: Path,
        heading: str = "Timeline",
        scale: float | None = None,
    ) -> None:
        """Write a picture of entries, SVG or PNG by the file's suffix; `scale` in pixels a day.

        Without a scale all of them fit into a wide page. Raises InputError for another suffix or
        without entries, ExportError where the file cannot be written.
        """
        if not entries:
            raise InputError("Nothing here has a date; give facts an as-of date first.")
        layout = lay_out(entries, scale or fitting_scale(entries, _PICTURE_WIDTH), label_width)
        match target.suffix.lower():
            case ".svg":
                write_whole(target, timeline_svg(layout, heading).encode())
            case ".png":
                write_whole(target, timeline_png(layout, heading, resources_dir() / "fonts"))
            case suffix:
                raise InputError(f"A timeline is written as .svg or .png, not as “{suffix}”.")


def memo_block(line: str) -> str:
    """Return the block that looks these facts up as a timeline in a memo."""
    query = " ".join(line.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'::: {{.timeline query="{query}"}}\n:::' if query else "::: {.timeline}\n:::"


def text_lines(entries: Sequence[TimelineEntry]) -> Iterator[str]:
    """Yield a line an entry: its date, what it says, how a memo cites it."""
    for entry in entries:
        yield f"{entry.when.short():>18}  {' '.join(entry.title.split())}  [@{entry.name}]"


def _of_fact(fact: Fact, when: PartialDate) -> TimelineEntry:
    name = f"fact:{fact.key}"
    detail = fact.unit and f"{fact.value:,f} {fact.unit}" if fact.value is not None else ""
    return TimelineEntry(
        TimelineKind.FACT,
        fact.uid,
        name,
        fact.statement,
        when,
        detail,
        fact.status.value,
    )


def _of_article(row: ArticleRow, when: PartialDate) -> TimelineEntry:
    return TimelineEntry(TimelineKind.ARTICLE, row.uid, row.citekey, row.title, when, row.publisher)
