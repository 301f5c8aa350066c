"""A saved web page to an article: its text as Markdown, and what it says of itself."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.found_article import FoundArticle
from briefing.intake.html_markdown import element_to_markdown, html_to_markdown
from briefing.intake.html_tree import parse_html
from briefing.intake.news_bundle import articles_of_bundle, may_be_bundle
from briefing.intake.text_article import title_of_file
from briefing.intake.web_content import main_content
from briefing.intake.web_encoding import decode_page
from briefing.intake.web_metadata import PageMetadata, page_metadata
from briefing.intake.web_origin import base_url, saved_from, web_url
from briefing.intake.web_title import folded
from briefing.model.partial_date import PartialDate
from briefing.text.dates import read_date

_HEADING = re.compile(r"^#{1,2} (.+)$", re.MULTILINE)
_TOP = 400  # characters in which a kicker, a date and the title stand
_ONLY_TITLE = (
    "The page has a title but no text; perhaps a script fills it in. Save it again from the"
    " browser as a whole page, or paste its text."
)
_ONLY_SUMMARY = "The page holds no text, only a summary of it."
_MARKS = re.compile(r"\\(?=[!-/:-@\[-`{-~])|[*_`]")


def read_web_page(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield the article of a page's bytes, or each of a news database's export.

    Raises IntakeError where it holds no text.
    """
    decoded = decode_page(data)
    found = found_on_page(name, decoded.text, remark=decoded.remark)
    whole = html_to_markdown(decoded.text) if may_be_bundle(decoded.text) else ""
    yield from articles_of_bundle(found, whole)


def found_on_page(name: str, source: str, url: str = "", remark: str = "") -> FoundArticle:
    """Return the article of a page's source; `url` is where it is known to come from.

    Raises IntakeError where it holds no text.
    """
    root = parse_html(source)
    noted, saved_at = saved_from(source)
    origin = web_url(url) or noted
    if root is None:
        raise IntakeError("The page holds no text.")
    about = page_metadata(root, origin)
    body = _body(root, about, base_url(root, about.url))
    title = about.title or _first_line(body) or title_of_file(name)
    body = _without_title(body, title)
    if not body and not (about.title and about.summary):
        raise IntakeError(_why_empty(root, about))
    told = remark if body else f"{_ONLY_SUMMARY} {remark}".strip()
    return FoundArticle(_draft(about, title, body, _day(saved_at)), remark=told)


def _why_empty(root: HtmlElement, about: PageMetadata) -> str:
    if root.find(".//frame") is not None:
        return "The page only frames other pages; import those."
    return _ONLY_TITLE if about.title else "The page holds no text."


def _body(root: HtmlElement, about: PageMetadata, base: str) -> str:
    """Return the page's text, or what its JSON-LD gives where that is far more."""
    body = element_to_markdown(main_content(root), base)
    if len(about.body) > 2 * len(body) and len(about.body) > 200:
        stated = html_to_markdown(about.body.replace("\n\n", "<p>"), base)
        return stated if len(stated) > len(body) else body
    return body


def _draft(
    about: PageMetadata, title: str, body: str, accessed: PartialDate | None
) -> DraftArticle:
    return DraftArticle(
        title=title,
        body=body,
        url=about.url,
        publisher=about.publisher,
        authors=about.authors,
        published=about.published,
        date_origin=about.date_origin,
        accessed=accessed,
        language=about.language,
        summary=about.summary,
    )


def _without_title(body: str, title: str) -> str:
    """Return the text without the heading near its top that only says the title again."""
    for heading in _HEADING.finditer(body, 0, _TOP + len(title)):
        if folded(_MARKS.sub("", heading[1])) == folded(title):
            return f"{body[: heading.start()]}{body[heading.end() :].lstrip()}".strip("\n")
    return body


def _first_line(body: str) -> str:
    """Return the words of the first line, if it is short enough for a title."""
    line = _MARKS.sub("", body.partition("\n")[0]).lstrip("#> -").strip()
    return line if 0 < len(line) <= 160 else ""


def _day(saved_at: str) -> PartialDate | None:
    """Return the day of SingleFile's note: `Sat Sep 06 2025 10:00:00 GMT+0200 (…)`."""
    match = re.match(r"\w{3} (\w{3} \d{1,2} \d{4})", saved_at)
    return read_date(match[1]) if match else read_date(saved_at)
