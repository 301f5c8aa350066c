"""What was pasted to an article: its words or its page, and the address it is from."""

import hashlib
import re
from dataclasses import replace

from briefing.errors import IntakeError
from briefing.intake.article_file import ArticleFile
from briefing.intake.draft_article import DraftArticle
from briefing.intake.text_article import read_text_article
from briefing.model.article import DateOrigin, Original
from briefing.text.dates import date_in_url

MAX_CHARACTERS = 20_000_000
PASTED = "pasted text"  # what the report calls it
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)


def read_pasted(text: str, url: str = "", html: str = "") -> ArticleFile:
    """Return the article that was pasted; a page's markup becomes Markdown.

    The address is the one given, or the first line where that is one and nothing else. Its
    original is what was pasted, with the address before it. HTML is read by a heavy library: call
    this in a worker if there is any.
    """
    found, text = _address_line(text)
    url = url.strip() or found
    if len(text) > MAX_CHARACTERS or len(html) > MAX_CHARACTERS:
        return ArticleFile(PASTED, reason="It is too long to paste; save it as a file.")
    try:
        words = _address_line(_markdown(html, url))[1] if html.strip() else text
    except IntakeError:
        words = text  # it is no page, whatever the clipboard says
    if not words.strip():
        return ArticleFile(PASTED, reason="There is no text in what was pasted.")
    draft = _addressed(read_text_article("Pasted text", words, is_markdown=bool(html)), url)
    return ArticleFile(PASTED, draft, _original(text, url, html))


def _markdown(html: str, url: str) -> str:
    # lxml must not come into the window's process
    from briefing.intake.html_markdown import html_to_markdown  # noqa: PLC0415

    return html_to_markdown(html, url)


def _address_line(text: str) -> tuple[str, str]:
    """Return the address that a text's first line is, and the text without it."""
    first, _, rest = text.lstrip().partition("\n")
    line = first.strip().strip("<>")
    return (line, rest) if _ADDRESS.fullmatch(line) else ("", text)


def _addressed(draft: DraftArticle, url: str) -> DraftArticle:
    if draft.url or not url:
        return draft
    draft = replace(draft, url=url)
    day = date_in_url(url)
    if draft.published or not day:
        return draft
    return replace(draft, published=day, date_origin=DateOrigin.URL)


def _original(text: str, url: str, html: str) -> Original:
    if html.strip():
        # As browsers note where a saved page is from; intake/web_origin.py reads it.
        mark = f"<!-- saved from url=({len(url):04})" + f"{url} -->\n" if url else ""
        return _file("Pasted page.html", "text/html", mark + html)
    return _file("Pasted text.txt", "text/plain", f"{url}\n\n{text}" if url else text)


def _file(name: str, media_type: str, content: str) -> Original:
    data = content.encode(errors="replace")
    return Original(name, media_type, data, hashlib.sha256(data).hexdigest())
