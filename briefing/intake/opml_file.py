"""An OPML file to one article: the list of the feeds, or the outline, that it holds."""

import re
from collections.abc import Iterator

from lxml import etree

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.found_article import FoundArticle
from briefing.intake.markdown_escapes import escaped
from briefing.intake.safe_xml import xml_text
from briefing.intake.text_article import title_of_file
from briefing.intake.xml_kinds import kind_of_xml
from briefing.model.article import DateOrigin
from briefing.text.dates import read_date

_DEEPEST = 12  # of what is shown indented
_WEB = re.compile(r"(?:https?|feed)://[^\s<>()]+", re.IGNORECASE)


def read_opml(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield one article that lists each feed with its address (opml.org, versions 1 and 2).

    Raises IntakeError where the file is no OPML, or lists nothing.
    """
    if kind_of_xml(data) != "opml":
        raise IntakeError("It is no OPML: its first element is another.")
    root = _root(xml_text(data))
    if root is None:
        raise IntakeError("The OPML file is damaged and cannot be read.")
    lines = [line for body in root.iterfind("body") for line in _lines(body)]
    if not lines:
        raise IntakeError("The OPML file lists nothing.")
    published = read_date(_head(root, "dateModified")) or read_date(_head(root, "dateCreated"))
    owner = _head(root, "ownerName")
    draft = DraftArticle(
        title=_head(root, "title") or title_of_file(name),
        body="\n".join(lines),
        authors=(owner,) if owner else (),
        published=published,
        date_origin=DateOrigin.GIVEN if published else DateOrigin.NONE,
    )
    yield FoundArticle(draft)


def _root(text: str) -> "etree._Element | None":  # pyright: ignore[reportPrivateUsage]
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        return etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError:
        return None


def _head(root: etree._Element, key: str) -> str:  # pyright: ignore[reportPrivateUsage]
    return " ".join((root.findtext(f"head/{key}") or "").split())


def _lines(body: etree._Element) -> Iterator[str]:  # pyright: ignore[reportPrivateUsage]
    """Yield the outline as a list; what is in it without a word or an address is passed over."""
    waiting = [(child, 0) for child in reversed(body.findall("outline"))]
    while waiting:
        outline, depth = waiting.pop()
        line = _line(outline)
        if line:
            yield f"{'  ' * min(depth, _DEEPEST)}- {line}"
        inner = depth + bool(line)
        waiting += [(child, inner) for child in reversed(outline.findall("outline"))]


def _line(outline: etree._Element) -> str:  # pyright: ignore[reportPrivateUsage]
    words = " ".join((outline.get("title") or outline.get("text") or "").split())
    addresses = [outline.get(key, "").strip() for key in ("xmlUrl", "htmlUrl", "url")]
    shown = [f"<{address}>" for address in dict.fromkeys(addresses) if _WEB.fullmatch(address)]
    return " ".join(filter(None, (escaped(words), " ".join(shown))))
