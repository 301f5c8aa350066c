"""The date that a document bears: printed on its first page, not stated by its metadata."""

import re
from collections.abc import Iterable

from briefing.model.partial_date import PartialDate
from briefing.text.dates import read_date

_LONGEST = 90  # characters: a date within longer text is what the text speaks of
_EARLIEST, _LATEST = 1500, 2100
_OF = r"(?:\s+(?:de|del|of|d[’'])\s*|\s*[-,]\s*|\s+)"
_DAYS = re.compile(
    rf"""(?<![\w/.-])(?:
        \d{{4}}-\d{{2}}-\d{{2}} | \d{{4}}([/.])\d{{1,2}}\1\d{{1,2}}
        | \d{{1,2}}([/.-])\d{{1,2}}\2\d{{4}}
        | \d{{1,2}}(?:st|nd|rd|th|er|º|ª|\.)?{_OF}[^\W\d_]{{3,12}}\.?{_OF}\d{{4}}
        | [^\W\d_]{{3,12}}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}
        | \d{{4}}\s?[年년]\s?\d{{1,2}}\s?[月월]\s?\d{{1,2}}\s?[日일]
    )(?![\w/-])""",
    re.VERBOSE | re.IGNORECASE,
)
_MONTHS = re.compile(rf"(?<![\w/.-])[^\W\d_]{{3,12}}\.?{_OF}\d{{4}}(?![\w/-])", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:publi\w+|date[ds]?|issued|released?|posted|fecha|datum|veröffentlicht|stand|data|vom|am)"
    r"(?:\s+(?:on|le|el|am|of|date))?\s*[:.]?\s*$",
    re.IGNORECASE,
)


def printed_date(blocks: Iterable[str]) -> PartialDate | None:
    """Return the date that stands in one of the short blocks: a labelled one, a day, a month.

    Among equals the first counts. A date in running text is none of the document's own.
    """
    short = [" ".join(block.split()) for block in blocks if len(block) <= _LONGEST]
    days = [(block, match) for block in short for match in _DAYS.finditer(block)]
    labelled = (match for block, match in days if _LABEL.search(block[: match.start()]))
    months = (match for block in short for match in _MONTHS.finditer(block))
    for match in (*labelled, *(match for _, match in days), *months):
        found = read_date(match[0])
        if found and _EARLIEST <= found.year <= _LATEST and found.month:
            return found
    return None
