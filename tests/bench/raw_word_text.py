"""The words of a Word file read another way, to check our reader by: tags only, no styles."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "\u2011"}
_SYMBOLS = {("Symbol", "F02A"): "∗"}  # those that the gold has
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}


def settled_lines(path: Path) -> list[str]:
    """Return a line for each paragraph of a file without changes: body, then the notes used."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        body = ET.fromstring(package.read("word/document.xml"))
        lines = list(_lines(body))
        for kind in ("footnote", "endnote"):
            part = f"word/{kind}s.xml"
            used = {one.get(f"{_W}id") for one in body.iter(f"{_W}{kind}Reference")}
            for note in ET.fromstring(package.read(part)) if part in names else ():
                if note.get(f"{_W}id") in used and note.get(f"{_W}type") not in _SEPARATORS:
                    lines += _lines(note)
    return lines


def comment_anchors(path: Path) -> list[tuple[str, str, str]]:
    """Return author, date and words of each comment, by what stands between its marks."""
    with zipfile.ZipFile(path) as package:
        if "word/comments.xml" not in package.namelist():
            return []
        comments = ET.fromstring(package.read("word/comments.xml"))
        words = _anchors(ET.fromstring(package.read("word/document.xml")))
    return [
        (
            one.get(f"{_W}author", ""),
            one.get(f"{_W}date", ""),
            "".join("".join(words.get(one.get(f"{_W}id", ""), [])).split()),
        )
        for one in comments.iter(f"{_W}comment")
    ]


def _anchors(body: ET.Element) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    begun: set[str] = set()
    for one in _without_fallback(body):
        identity = one.get(f"{_W}id", "")
        if one.tag == f"{_W}commentRangeStart":
            begun.add(identity)
            words[identity] = []
        elif one.tag == f"{_W}commentRangeEnd":
            begun.discard(identity)
        elif one.tag == f"{_W}t":
            for open_one in begun:
                words[open_one].append(one.text or "")
    return words


def _lines(parent: ET.Element) -> Iterator[str]:
    """Yield the paragraphs in order; those of a text box follow the one that it stands in."""
    for child in parent:
        if child.tag == _FALLBACK:
            continue
        if child.tag == f"{_W}p":
            yield "".join(_words(child))
            yield from _inner(child)
        else:
            yield from _lines(child)


def _inner(paragraph: ET.Element) -> Iterator[str]:
    for box in _without_fallback(paragraph):
        if box.tag == f"{_W}txbxContent":
            yield from _lines(box)


def _words(parent: ET.Element) -> Iterator[str]:
    for child in parent:
        if child.tag in {_FALLBACK, f"{_W}txbxContent", f"{_W}pPr", f"{_W}rPr"}:
            continue
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{_W}sym":
            yield _SYMBOLS[child.get(f"{_W}font", ""), child.get(f"{_W}char", "")]
        else:
            yield from _words(child)


def _without_fallback(parent: ET.Element) -> Iterator[ET.Element]:
    for child in parent:
        if child.tag != _FALLBACK:
            yield child
            yield from _without_fallback(child)
