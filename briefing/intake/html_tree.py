"""HTML text to a tree that nothing can make too deep, too large or reach outside."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

MAX_CHARS = 24_000_000  # of markup without embedded pictures
MAX_DEPTH = 150  # real pages stay under 100; walkers may recurse that far

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_DATA_URI = re.compile(r"data:[\w.+-]{1,60}/[\w.+-]{1,60}(?:;[\w=.-]{1,60})*,[\w+/=%.~-]{64,}")
_DECLARATION = re.compile(r"<\?xml[^>]{0,500}\?>")  # its encoding has been obeyed already
# Browsers that run scripts see nothing of a noscript, whatever is left open in it.
_SCRIPTLESS = re.compile(r"<(/?)noscript(?=[\s/>])[^<>]*>", re.IGNORECASE)
_SHUT_ROOT = re.compile(r"<((?:html|body)(?=[\s/])[^<>]*)/>", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_OUTER_LINES = re.compile(
    "</?(?:div|span|font|section|article|center|main|b|i|u|em|strong|small|big|a|tt|ins|del|nobr"
    r"|label|form|fieldset|header|footer|aside|custom-[\w-]+)(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(r"<(?!/?(?:p|br|h[1-6]|title)[\s/>])/?[A-Za-z][^<>]*>")


def parse_html(html: str) -> HtmlElement | None:
    """Return the root of a page or a fragment; None where there is nothing to parse.

    Embedded data: addresses are left out. Where elements stand in one another more than
    MAX_DEPTH deep, those that only group others are taken away, so that all words stay.
    """
    text = without_data_uris(html)[:MAX_CHARS]
    text = _DECLARATION.sub("", _NOT_TEXT.sub(" ", text), count=1)
    text = _SHUT_ROOT.sub(r"<\1>", _without_noscript(text))
    root = _parsed(text)
    if root is not None and _is_too_deep(root):
        root = _parsed(_OUTER_LINES.sub(" ", text))
    if root is not None and _is_too_deep(root):
        root = _parsed(_ANY_TAG.sub(" ", text))
    return root


def without_data_uris(html: str) -> str:
    """Return markup without the bytes of embedded pictures and fonts, most of a SingleFile page."""
    return _DATA_URI.sub("data:,", html) if "data:" in html else html


def elements(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element and all below it, comments and processing instructions left out."""
    yield from root.iter(etree.Element)


def tag_of(element: HtmlElement) -> str:
    """Return the tag in lower case; nothing for a comment or a processing instruction."""
    tag = element.tag
    return tag.lower() if isinstance(tag, str) else ""


def _without_noscript(text: str) -> str:
    kept: list[str] = []
    begun = -1  # where a noscript begins that is not shut yet
    position = 0
    for tag in _SCRIPTLESS.finditer(text):
        if not tag[1]:
            begun = tag.start() if begun < 0 else begun
        elif begun >= 0:
            kept.append(text[position:begun])
            begun, position = -1, tag.end()
    return "".join((*kept, text[position:]))


def _parsed(text: str) -> HtmlElement | None:
    parser = HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        default_doctype=False,
    )
    try:
        return document_fromstring(_CDATA.sub("", text).encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):  # no element at all
        return None


def _is_too_deep(root: HtmlElement) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            return True
    return False
