"""Where a saved page came from: what its saver wrote into it, and what it says of itself."""

import re
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

_HEAD = 64 * 1024
# Internet Explorer, Chrome and Edge: <!-- saved from url=(0031)https://… -->
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)\s*(\S{1,2000}?)\s*-->", re.IGNORECASE)
# SingleFile: <!-- Page saved with SingleFile\n url: https://…\n saved date: … -->
_SINGLE_FILE = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,2000})\s+"
    r"(?:saved date:\s*([^\n]{1,120}?)\s*(?:\n|-->))?",
    re.IGNORECASE,
)
_CANONICAL = (
    "//link[@rel='canonical']/@href",
    "//meta[@property='og:url']/@content",
    "//meta[@name='twitter:url']/@content",
    "//meta[translate(@name, 'IDENTFR.', 'identfr.')='dc.identifier']/@content",
)


def saved_from(source: str) -> tuple[str, str]:
    """Return the address and the time of saving that a browser or SingleFile noted, or nothing."""
    head = source[:_HEAD]
    single = _SINGLE_FILE.search(head)
    if single:
        return web_url(single[1]), single[2] or ""
    saved = _SAVED_FROM.search(head)
    return (web_url(saved[1]) if saved else ""), ""


def canonical_url(root: HtmlElement, origin: str) -> str:
    """Return the address that a page names as its own, else where it was saved from."""
    for path in _CANONICAL:
        for said in root.xpath(path):
            url = web_url(joined(origin, str(said)))
            if url and not _is_front_page(url, origin):
                return url
    return origin


def base_url(root: HtmlElement, origin: str) -> str:
    """Return the address that relative links are relative to; nothing where it is not known."""
    for said in root.xpath("//base/@href"):
        url = web_url(joined(origin, str(said)))
        if url:
            return url
    return origin


def joined(base: str, address: str) -> str:
    """Return an address made absolute; nothing where it cannot be read."""
    try:
        return urljoin(base, address.strip())
    except ValueError:
        return ""


def web_url(address: str) -> str:
    """Return an address if it is one of the web, else nothing."""
    try:
        parts = urlsplit(address.strip())
        is_web = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    return address.strip() if is_web and not re.search(r"[\s<>\"]", address.strip()) else ""


def host_of(url: str) -> str:
    """Return the host of an address without `www.`; nothing where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _is_front_page(url: str, origin: str) -> bool:
    """Return whether a page that was saved from deeper down names its site's front page."""
    return (
        urlsplit(url).path in {"", "/"} and bool(origin) and urlsplit(origin).path not in {"/", ""}
    )
