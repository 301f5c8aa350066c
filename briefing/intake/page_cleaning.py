"""A saved page as it may be shown: its visible markup, and nothing that acts, hides or fetches."""

import nh3
from lxml.html import HtmlElement, tostring

from briefing.errors import IntakeError
from briefing.intake.html_tree import elements, parse_html, tag_of
from briefing.intake.mhtml_parts import Part, mhtml_page, mhtml_parts
from briefing.intake.page_pictures import SCHEME, Pictures
from briefing.intake.web_boilerplate import drop, remove_unseen
from briefing.intake.web_encoding import decode_page
from briefing.intake.web_origin import base_url, joined, saved_from, web_url

_MAX_MARKUP = 4_000_000  # characters: what a window lays out in a second or two
_WEB_PAGES = ("text/html", "application/xhtml+xml")
_WEB_ARCHIVES = ("multipart/related", "message/rfc822", "application/x-mimearchive")
_TAGS = frozenset(
    (
        *("a", "abbr", "address", "b", "bdo", "blockquote", "br", "caption", "center", "cite"),
        *("code", "dd", "del", "dfn", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "samp", "small"),
        *("span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        *("tt", "u", "ul", "var"),
    )
)
_CELL = {"colspan", "rowspan", "align"}
_ATTRIBUTES = {
    "*": {"dir", "lang"},
    "a": {"href", "title"},
    "img": {"src", "alt"},
    "ol": {"start", "type"},
    "td": _CELL,
    "th": _CELL,
}


def clean_html(name: str, media_type: str, data: bytes) -> str:
    """Return a page's body in the tags that Qt's rich text knows; raises IntakeError if none.

    Small pictures that the file itself holds stay as data: addresses; others give way to their
    alternative text. Links stay, made absolute; nothing is fetched by showing them.
    """
    is_archive = name.lower().endswith((".mht", ".mhtml")) or media_type in _WEB_ARCHIVES
    if not is_archive and media_type not in _WEB_PAGES:
        raise IntakeError("Only a web page can be shown as one.")
    parts = list(mhtml_parts(data)) if is_archive else []
    page = mhtml_page(data) if is_archive else Part("text/html", data)
    pictures = Pictures(parts)
    source = decode_page(pictures.set_aside(page.data), page.charset).text
    root = parse_html(source)
    if root is None:
        raise IntakeError("The page holds no text.")
    _settle(root, base_url(root, page.url or saved_from(source)[0]), pictures)
    body = root.body if root.body is not None else root
    markup = str(tostring(body, encoding="unicode"))[:_MAX_MARKUP]
    return _in_direction(root, pictures.put_back(_sanitised(markup)))


def _settle(root: HtmlElement, base: str, pictures: Pictures) -> None:
    """Make links absolute and pictures the file's own; take away what is not seen."""
    for image in [element for element in elements(root) if tag_of(element) == "img"]:
        image.set("src", pictures.address(image.get("src") or "", base))
        if not image.get("src"):
            _say_instead(image)
    for link in root.iter("a"):
        link.set("href", _target(link.get("href") or "", base))
    _keep_pictures_from_silence(root)


def _keep_pictures_from_silence(root: HtmlElement) -> None:
    """Take away what no reader sees, the pictures that stay put aside while that is done."""
    images = [element for element in elements(root) if tag_of(element) == "img"]
    for image in images:
        image.tag = "span"
    remove_unseen(root)
    for image in images:
        image.tag = "img"


def _say_instead(image: HtmlElement) -> None:
    """Put a picture's alternative text in its place."""
    words = " ".join((image.get("alt") or "").split())
    if not words:
        drop(image)
        return
    image.tag = "em"
    image.attrib.clear()
    image.text = f"[{words}]"


def _target(href: str, base: str) -> str:
    address = joined(base, href)
    return address if web_url(address) or address.lower().startswith("mailto:") else ""


def _sanitised(markup: str) -> str:
    return nh3.clean(
        markup,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        clean_content_tags={"script", "style", "template", "title", "noscript", "iframe"},
        url_schemes={"http", "https", "mailto", SCHEME},
        attribute_filter=_filtered,
        strip_comments=True,
        link_rel=None,
    )


def _filtered(tag: str, name: str, value: str) -> str | None:
    """Return an attribute's value if it may stay: of pictures only those of the file itself."""
    if name == "src":
        return value if tag == "img" and value.startswith(f"{SCHEME}:") else None
    if name == "href" and not value:
        return None
    return value


def _in_direction(root: HtmlElement, body: str) -> str:
    said = (root.get("dir") or "").lower()
    return f'<div dir="rtl">{body}</div>' if said == "rtl" else body
