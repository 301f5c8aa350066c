"""The day a page was published: stated in its markup, in its address, or found in its text."""

import re
from collections.abc import Iterator

from htmldate import find_date
from lxml.html import HtmlElement

from briefing.intake.html_runs import text_runs
from briefing.intake.web_linked_data import LinkedData
from briefing.intake.web_meta_tags import DATES, MetaTags
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate
from briefing.text.dates import date_in_url, read_date

Dated = tuple[PartialDate | None, DateOrigin]
_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}\S*")
_ZERO = re.compile(r"1970-01-01[T ]0\d:00")  # what a clock of Unix says that was never set
_EARLIEST, _LATEST = "1990-01-01", "2099-12-31"  # fixed, so that a page reads the same every day
_PUBLISHED = re.compile(
    r"publi|posted|entry-date|dateline|post-date|pubdate|created|issued", re.IGNORECASE
)
_DATE = re.compile(
    r"\b(\d{4}-\d{2}-\d{2}|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}"
    r"|[^\W\d_]{3,12}\.? \d{1,2},? \d{4}|\d{1,2}(?:\.|st|nd|rd|th)? (?:de )?[^\W\d_]{3,12}\.?"
    r"(?: de)?,? \d{4}|\d{4}[年년] ?\d{1,2}[月월] ?\d{1,2}[日일])(?!\d)"
)
_LONGEST_DATELINE = 140  # characters
_AFTER, _BEFORE = 40, 4  # lines round the title in which a dateline may stand
_ASIDE = "ancestor::aside or ancestor::nav or ancestor::footer or ancestor::li"


def page_date(root: HtmlElement, linked: LinkedData, tags: MetaTags, url: str) -> Dated:
    """Return the day and where it was found; None where nothing says one."""
    stated = [linked.published, *(said for name in DATES for said in tags.get(name, ()))]
    for said in (*stated, *_times(root)):
        found = _day(said)
        if found:
            return found, DateOrigin.GIVEN
    found = date_in_url(url)
    if found:
        return found, DateOrigin.URL
    found = _written(root) or _searched(root, url)
    return (found, DateOrigin.PAGE) if found else (None, DateOrigin.NONE)


def _day(said: str) -> PartialDate | None:
    stamp = _STAMP.fullmatch(said)
    if _ZERO.match(said):
        return None
    found = read_date(stamp[1] if stamp else said)
    return found if found and 1000 <= found.year <= 2099 else None


def _times(root: HtmlElement) -> Iterator[str]:
    """Yield what time elements say: those that are marked as the day of publication first.

    Others count only where there is one, or one stands in the article: pages list their other
    articles with times too.
    """
    times: list[HtmlElement] = root.xpath(f"//time[@datetime and not({_ASIDE})]")
    marked = [time for time in times if _is_marked(time)]
    yield from (time.get("datetime") or "" for time in marked)
    yield from root.xpath("//*[@itemprop='datePublished' and @datetime]/@datetime")
    inner: list[str] = root.xpath(f"(//article | //main)//time[not({_ASIDE})]/@datetime")
    yield from inner[:1]
    if len({time.get("datetime") for time in times}) == 1:
        yield times[0].get("datetime") or ""


def _is_marked(time: HtmlElement) -> bool:
    if time.get("pubdate") is not None or time.get("itemprop") == "datePublished":
        return True
    return bool(_PUBLISHED.search(time.get("class") or ""))


def _written(root: HtmlElement) -> PartialDate | None:
    """Return the first day in a short line after the title, as in bylines, or just before it."""
    lines: list[str] = []
    title = 0
    for run in text_runs(root):
        if run.block.tag == "h1" and not title:
            title = len(lines) + 1
        lines.append(run.text if len(run.text) <= _LONGEST_DATELINE else "")
    before = lines[max(0, title - 1 - _BEFORE) : title]
    near = [*before[-2:], *lines[title : title + _AFTER], *before]
    for line in near:
        for match in _DATE.finditer(line):
            found = read_date(match[1])
            if found and found.day and 1600 <= found.year <= 2099:
                return found
    return None


def _searched(root: HtmlElement, url: str) -> PartialDate | None:
    """Return the day that htmldate finds in the text near its head; never merely a year."""
    try:
        found = find_date(
            root,
            extensive_search=False,
            original_date=True,
            url=url or None,
            min_date=_EARLIEST,
            max_date=_LATEST,
        )
    except (ValueError, AttributeError, TypeError, OverflowError):  # on markup it did not expect
        return None
    day = read_date(found) if found else None
    return None if day is None or _could_be_two(day, str(root.text_content())) else day


def _could_be_two(day: PartialDate, text: str) -> bool:
    """Return whether a page writes a day as `03/04/2025`, which is March or April."""
    if day.day is None or day.day > 12 or day.day == day.month:
        return False
    both = f"0?(?:{day.day}|{day.month})"
    return re.search(rf"(?<!\d){both}/{both}/{day.year}(?!\d)", text) is not None
