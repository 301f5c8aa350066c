"""A text file to an article: its front matter, its title, and the text under its headings."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from briefing.intake.article_fields import article_fields
from briefing.intake.draft_article import DraftArticle
from briefing.intake.found_article import FoundArticle
from briefing.intake.front_matter import read_front_matter
from briefing.intake.text_file import decode_text
from briefing.model.article import DateOrigin
from briefing.text.dates import date_in_url

# Headings that name the kind of text below them and are no part of it.
_LABELS = frozenset(("article", "article summary", "article text", "full text", "summary"))
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*)$", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1|\Z)", re.MULTILINE | re.DOTALL)
_SETEXT = re.compile(r"^ {0,3}(\S.*)\n {0,3}(?:=+|-{2,})[ \t]*$", re.MULTILINE)
_MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|\s*\{[#.][^}]*\}\s*$|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]+")
_INNER_HYPHEN = re.compile(r"(?<!\d)-|-(?!\d)")
_SHORT_LINE = 160
_LONGEST_HEADING = 1000


def read_markdown(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield the article of a Markdown file."""
    decoded = decode_text(data)
    draft = read_text_article(name, decoded.text, is_markdown=True)
    yield FoundArticle(draft, remark=decoded.remark)


def read_plain(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield the article of a file of plain text."""
    decoded = decode_text(data)
    draft = read_text_article(name, decoded.text, is_markdown=False)
    yield FoundArticle(draft, remark=decoded.remark)


def read_text_article(name: str, text: str, *, is_markdown: bool) -> DraftArticle:
    """Return what a decoded file called `name` says of an article.

    The title is the one given, else the first heading of Markdown or the first short line of
    plain text, else the file's name. The date is the one given, else the one in the address.
    """
    front = read_front_matter(text)
    fields, others = article_fields(front.pairs)
    body = without_label(front.body)
    if "title" not in fields:
        heading = _first_heading(body) if is_markdown else _first_line(body)
        fields["title"] = heading or title_of_file(name)
    if "published" in fields:
        fields["date_origin"] = DateOrigin.GIVEN
    else:
        found = date_in_url(fields.get("url", ""))
        if found:
            fields |= {"published": found, "date_origin": DateOrigin.URL}
    return DraftArticle(body=body, fields=others, **fields)


def without_label(body: str) -> str:
    """Return the body without a heading at its top that is the only one and merely a label."""
    body = body.strip("\n").rstrip()
    if not body.lstrip(" ").startswith("#"):
        return body
    first = _HEADING.match(body)
    if first is None or not _is_label(first[1]):
        return body
    below = body[first.end() :]
    return body if "#" in below and _HEADING.search(below) else below.strip("\n")


def title_of_file(name: str) -> str:
    """Return a file's name as a title: `tariffs-in-2025_draft.txt` is `tariffs in 2025 draft`."""
    stem = PurePath(name).stem.strip() or name
    if " " not in stem:
        stem = _INNER_HYPHEN.sub(" ", stem.replace("_", " "))
    return " ".join(stem.split()) or name


def _is_label(heading: str) -> bool:
    return heading.strip(" \t#").rstrip(":").casefold() in _LABELS


def _first_heading(body: str) -> str:
    """Return the text of the first heading that is no label, outside code."""
    prose = _FENCE.sub("", body) if "```" in body or "~~~" in body else body
    underlined = _SETEXT.search(prose)
    for heading in _HEADING.finditer(prose):
        if underlined and underlined.start() < heading.start():
            break
        title = _plain(heading[1])
        if title and not _is_label(title):
            return title
    return _plain(underlined[1]) if underlined else ""


def _first_line(body: str) -> str:
    """Return the first line that is no label, if it is short enough for a title."""
    for line in body.split("\n"):
        title = _plain(line.strip().lstrip("#"))
        if title and not _is_label(title) and any(map(str.isalnum, title)):
            return title if len(title) <= _SHORT_LINE else ""
    return ""


def _plain(heading: str) -> str:
    """Return a heading's words without its markup; of a very long line, the beginning."""
    words = heading[:_LONGEST_HEADING].strip().rstrip("#")
    return " ".join(_MARKUP.sub(lambda match: match[1] or "", words).split())
