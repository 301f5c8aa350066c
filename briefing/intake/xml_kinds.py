"""Which kind of XML a file is, told by its first element and without parsing it."""

import codecs
import re

_HEAD = 256 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_TAG = re.compile(r"<(?:([A-Za-z_][\w.-]{0,60}):)?([A-Za-z_][\w.-]{0,60})(?=[\s/>])")
_ENDNOTE = re.compile(r"\s*(?:<\?[^>]{0,500}>\s*)?<records?[\s>]")
_PLAIN = {"rss": "rss", "channel": "rss", "opml": "opml", "html": "html", "records": "endnote"}
_RSS_1 = ("http://purl.org/rss/1.0/", "netscape.com/rdf/simple/0.9/")
_ZOTERO = "http://www.zotero.org/namespaces/export#"
_BIBLIO = "http://purl.org/net/biblio#"


def kind_of_xml(data: bytes) -> str:
    """Return `rss`, `atom`, `opml`, `endnote`, `zotero-rdf`, `html`, or nothing for any other.

    Only the beginning is looked at; what stands before the first element (a declaration,
    comments, a document type with its entities) is passed over and never resolved.
    """
    head = _head(data)
    start = first_element(head)
    tag = _TAG.match(head, start) if start >= 0 else None
    if tag is None:
        return ""
    name = tag[2].lower()
    end = head.find(">", tag.end())
    attributes = head[tag.end() : end if end >= 0 else None]
    if name == "rdf":  # its first child may be the one to say (Wiley's journals)
        child = head[end : head.find(">", end + 1)] if end >= 0 else ""
        return _kind_of_rdf(attributes + child)
    if name == "xml":
        return "endnote" if end >= 0 and _ENDNOTE.match(head, end + 1) else ""
    is_atom = "/atom" in attributes.lower()
    if name in {"feed", "entry"}:
        return "atom" if is_atom or (name == "feed" and "xmlns" not in attributes) else ""
    return _PLAIN.get(name, "")


def first_element(head: str) -> int:
    """Return where the first start tag of an XML text stands; -1 where there is none."""
    at = head.find("<")
    while at >= 0:
        if head.startswith("<!--", at):
            at = _after(head, "-->", at + 4)
        elif head.startswith("<?", at):
            at = _after(head, "?>", at + 2)
        elif head.startswith("<!", at):
            at = _after_doctype(head, at)
        elif _TAG.match(head, at):
            return at
        else:
            at += 1
        at = head.find("<", at) if at >= 0 else -1
    return -1


def marked_encoding(data: bytes) -> str:
    """Return the encoding that the first bytes tell (XML 1.0, F.1), or nothing."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")


def _head(data: bytes) -> str:
    encoding = marked_encoding(data) or "utf-8"
    return data[:_HEAD].decode(encoding, errors="replace").lstrip("\ufeff")


def _after(head: str, mark: str, start: int) -> int:
    found = head.find(mark, start)
    return found + len(mark) if found >= 0 else -1


def _after_doctype(head: str, start: int) -> int:
    """Return the end of a document type, its own declarations in brackets passed over."""
    end = head.find(">", start)
    bracket = head.find("[", start, end if end >= 0 else None)
    if bracket < 0:
        return end + 1 if end >= 0 else -1
    close = re.compile(r"\]\s*>").search(head, bracket)
    return close.end() if close else -1


def _kind_of_rdf(attributes: str) -> str:
    if _ZOTERO in attributes or _BIBLIO in attributes:
        return "zotero-rdf"
    return "rss" if any(space in attributes for space in _RSS_1) else ""
