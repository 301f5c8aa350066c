"""A citation style read from a CSL file: what it is, checked before the engine sees it.

Source: CSL 1.0.2, "File Types" and "Style Structure".
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import TypeAlias
from urllib.parse import urlsplit

from lxml import etree

from briefing.errors import ExportError
from briefing.export.csl.macro_reach import check_macros

CSL = "http://purl.org/net/xbiblio/csl"
MAX_BYTES = 2_000_000  # the longest of the public styles has 250 kB
_KEPT = 8  # styles read; a memo asks for its own at each pause in typing
REPEAT_SIGN = "subsequent-author-substitute"
REPEAT_RULE = REPEAT_SIGN + "-rule"
NEAR = 5  # notes; the distance of CSL where a style names none
_LEGAL = "bluebook"  # this and what follows: the beginnings of styles' ids
_IN_SENTENCES = ("apa",)  # titles are set as sentences (APA 7, 6.17)
# Manuals that leave out the article at the head of a periodical's English name (Chicago, "Titles of
# periodicals"; MHRA 4, "Articles in newspapers and magazines"; Bluebook, table T13).
_BARE_PERIODICALS = (_LEGAL, "chicago-", "mhra", "turabian-")
_PUNCTUATION = re.compile(rb'punctuation-in-quote="(true|false)"')
_C = f"{{{CSL}}}"
Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage] # noqa: SLF001 # lxml names no other


@dataclass(frozen=True, slots=True)
class RepeatRule:
    """What a list puts in place of an author who is named again, and of how much of the names."""

    sign: str
    kind: str


@dataclass(frozen=True, slots=True)
class CslStyle:
    """A style that words citations by itself; `root` is not to be changed.

    `is_note`: citations stand in notes. `is_raised`: its marks in the text are superscript.
    `is_numbered`: they are numbers or labels, and tell no names. `has_bare_initials`: given names
    are initials without stops. `has_bare_periodicals`: newspapers and magazines stand without the
    article at their head, `New York Times`. `is_legal`: they are shortened as lawyers do,
    `N.Y. Times`. `has_sentence_titles`: titles have the capitals of sentences. `near` is how many
    notes apart two citations of a source still are near each other. `repeats` is what its list
    puts for authors who are named again.
    """

    name: str
    title: str
    data: bytes
    is_note: bool
    is_raised: bool
    is_numbered: bool
    has_bibliography: bool
    has_bare_initials: bool
    has_bare_periodicals: bool
    is_legal: bool
    has_sentence_titles: bool
    locale: str
    near: int
    repeats: RepeatRule | None = None

    def stops_inside(self, language: str) -> bool:
        """Tell whether stops go before closing quotation marks in a language (style-options)."""
        own = _PUNCTUATION.search(self.data)
        if own:
            return own[1] == b"true"
        return language.lower() in {"", "en", "en-us"}

    def root(self) -> Element:
        """Return the style's tree, a new one each time."""
        return _parsed(self.data, self.name)


@lru_cache(maxsize=_KEPT)
def read_style(data: bytes, name: str) -> CslStyle | str:
    """Read a style; return the name of its parent where it only points to one.

    Raises ExportError with one sentence where the file is no style of CSL.
    """
    root = _parsed(data, name)
    if root.tag != _C + "style":
        raise ExportError(f"“{name}” is no citation style: it holds no style of CSL.")
    info = root.find(_C + "info")
    title = _text(info, "title") or name
    citation = root.find(_C + "citation")
    layout = citation.find(_C + "layout") if citation is not None else None
    if citation is None or layout is None:
        return _parent(info, name)
    check_macros(root, name)
    return CslStyle(
        name=name,
        title=title,
        data=data,
        is_note=root.get("class") == "note",
        is_raised=layout.get("vertical-align") == "sup",
        is_numbered=_citation_format(info) in {"numeric", "label"},
        has_bibliography=root.find(f"{_C}bibliography/{_C}layout") is not None,
        has_bare_initials=root.get("initialize-with") == "",
        has_bare_periodicals=_id(info).startswith(_BARE_PERIODICALS),
        is_legal=_id(info).startswith(_LEGAL),
        has_sentence_titles=_id(info).startswith(_IN_SENTENCES),
        locale=root.get("default-locale", ""),
        near=_number(citation.get("near-note-distance")),
        repeats=_repeats(root.find(_C + "bibliography")),
    )


def _parsed(data: bytes, name: str) -> Element:
    """Parse a file from anywhere: no entities, nothing fetched, no document type."""
    if len(data) > MAX_BYTES:
        raise ExportError(f"“{name}” is no citation style: it is larger than 2 MB.")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ExportError(f"“{name}” is not read: a citation style declares no entities.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        where = f" (line {error.lineno})" if isinstance(error, etree.XMLSyntaxError) else ""
        raise ExportError(
            f"“{name}” is no citation style: its XML is broken{where}. Get the file again."
        ) from error
    return root


def _parent(info: Element | None, name: str) -> str:
    links = [] if info is None else info.findall(_C + "link")
    for link in links:
        if link.get("rel") == "independent-parent":
            return PurePosixPath(urlsplit(link.get("href", "")).path).name
    raise ExportError(f"“{name}” is no citation style: it says nothing of how to cite.")


def _citation_format(info: Element | None) -> str:
    categories = [] if info is None else info.findall(_C + "category")
    return next((one.get("citation-format", "") for one in categories if one.attrib), "")


def _repeats(bibliography: Element | None) -> RepeatRule | None:
    """Return the rule for authors named again (CSL 1.0.2, "Subsequent Author Substitution")."""
    sign = None if bibliography is None else bibliography.get(REPEAT_SIGN)
    if bibliography is None or sign is None:
        return None
    return RepeatRule(sign, bibliography.get(REPEAT_RULE, "complete-all"))


def _id(info: Element | None) -> str:
    return PurePosixPath(urlsplit(_text(info, "id")).path).name


def _text(info: Element | None, name: str) -> str:
    found = info.find(_C + name) if info is not None else None
    return " ".join((found.text or "").split()) if found is not None else ""


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else NEAR
