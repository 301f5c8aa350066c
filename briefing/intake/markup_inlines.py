"""Inline HTML to Markdown: words, emphasis, links, code, line breaks."""

import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml.html import HtmlElement

from briefing.intake.html_tree import tag_of
from briefing.intake.markdown_escapes import escaped

SILENT = frozenset(
    (
        *("script", "style", "template", "noscript", "head", "title", "meta", "link", "base"),
        *("iframe", "object", "embed", "applet", "param", "svg", "canvas", "audio", "video"),
        *("source", "track", "map", "area", "img", "picture", "frame", "frameset", "noframes"),
        *("input", "select", "option", "datalist", "button", "textarea", "progress", "meter"),
        *("dialog", "rp"),
    )
)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*", "dfn": "*", "var": "*"}
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_INVISIBLE = re.compile("[\xad\ufeff]")  # hyphens that only may be, marks of byte order
_IDEOGRAPH = r"[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]"
_BETWEEN_IDEOGRAPHS = re.compile(rf"(?<={_IDEOGRAPH})\s*\n\s*(?={_IDEOGRAPH})")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_SCRIPT = re.compile("[0-9+-]{1,4}", re.ASCII)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]{1,2000}", re.IGNORECASE)
BREAK = "\x02"  # a line break, until the run's blanks have been joined


@dataclass(slots=True)
class InlineWriter:
    """Writes the inline content of elements; `base_url` makes their links absolute."""

    base_url: str = ""
    keeps_links: bool = True
    _styles: list[str] = field(default_factory=list[str])

    def text(self, words: str | None) -> str:
        """Return the words of a text node, its blanks joined."""
        if not words:
            return ""
        if "\n" in words:
            words = _BETWEEN_IDEOGRAPHS.sub("", words)
        return escaped(_INVISIBLE.sub("", _BLANKS.sub(" ", words)))

    def content(self, element: HtmlElement) -> str:
        """Return the Markdown of what stands in an element."""
        parts = [self.text(element.text)]
        for child in element:
            parts += (self.element(child), self.text(child.tail))
        return "".join(parts)

    def element(self, element: HtmlElement) -> str:
        """Return the Markdown of one inline element, its tail left out."""
        tag = tag_of(element)
        if not tag or is_silent(element):
            return ""
        if tag in {"br", "wbr", "hr"}:
            return "" if tag == "wbr" else BREAK
        if tag in _MARKS:
            return self._styled(element, _MARKS[tag])
        return self._special(element, tag)

    def _special(self, element: HtmlElement, tag: str) -> str:
        if tag in _CODE:
            return _code(element)
        if tag in {"sup", "sub"}:
            return self._script(element, tag)
        if tag == "math":
            return _math(element)
        if tag == "a":
            return self._link(element)
        words = self.content(element)
        return f"“{words}”" if tag == "q" else words

    def _styled(self, element: HtmlElement, mark: str) -> str:
        if mark in self._styles:
            return self.content(element)
        self._styles.append(mark)
        words = self.content(element)
        self._styles.pop()
        core = words.strip(f" {BREAK}")
        if not core or core[0] in "*_" or core[-1] in "*_" or not _can_close(core, element.tail):
            return words
        start = words.index(core)
        inner = core.replace(BREAK, " ")
        return f"{words[:start]}{mark}{inner}{mark}{words[start + len(core) :]}"

    def _link(self, element: HtmlElement) -> str:
        if not self.keeps_links or "[" in self._styles:
            return self.content(element)
        self._styles.append("[")
        words = self.content(element)
        self._styles.pop()
        address = self.address(element.get("href") or "")
        core = words.replace(BREAK, " ").strip()
        if not core or not address:
            return words
        lead = " " if words[0].isspace() else ""
        trail = " " if words[-1].isspace() else ""
        return f"{lead}[{_balanced(core)}]({address}){trail}"

    def address(self, href: str) -> str:
        """Return a link's target as Markdown takes it; nothing for one that leads nowhere."""
        href = href.strip()
        if not href or href.startswith("#"):
            return ""
        try:
            joined = urljoin(self.base_url, href) if self.base_url else href
        except ValueError:
            return ""
        joined = joined.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
        joined = joined.replace("\\", "%5C")
        return joined if _ADDRESS.fullmatch(joined) else ""

    def _script(self, element: HtmlElement, tag: str) -> str:
        """Return raised or lowered digits as Unicode's own; other words as they stand."""
        words = self.content(element)
        if not _SCRIPT.fullmatch(words):
            return words
        return words.translate(_RAISED if tag == "sup" else _LOWERED)


def is_silent(element: HtmlElement) -> bool:
    """Return whether an element and all in it is not shown to a reader."""
    if tag_of(element) in SILENT:
        return True
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    return bool(style and _HIDING.search(style))


def lines_of(run: str) -> list[str]:
    """Return a paragraph's lines from a run: blanks joined, cut at its breaks."""
    lines = [re.sub(" {2,}", " ", line).strip() for line in run.split(BREAK)]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def words_in(element: HtmlElement) -> str:
    """Return the bare words of an element without what is silent in it."""
    parts: list[str] = []
    _gather(element, parts)
    return "".join(parts)


def _gather(element: HtmlElement, parts: list[str]) -> None:
    parts.append(element.text or "")
    for child in element:
        if tag_of(child) == "br":
            parts.append("\n")
        elif tag_of(child) and not is_silent(child):
            _gather(child, parts)
        parts.append(child.tail or "")


def _can_close(core: str, tail: str | None) -> bool:
    """Return whether a mark after the words would close: not between a sign and a letter.

    CommonMark 6.2: a closing mark after punctuation needs a blank or punctuation behind it.
    """
    return core[-1].isalnum() or not tail or not tail[0].isalnum()


def _code(element: HtmlElement) -> str:
    words = " ".join(words_in(element).split())
    if not words:
        return ""
    longest = max((len(ticks) for ticks in re.findall("`+", words)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if words[0] == "`" or words[-1] == "`" else ""
    return f"{fence}{pad}{words}{pad}{fence}"


def _math(element: HtmlElement) -> str:
    """Return a formula as its TeX where the page holds it, else its signs in a row."""
    tex = element.get("alttext") or element.get("data-latex") or ""
    for note in element.iter("annotation"):
        if "tex" in (note.get("encoding") or ""):
            tex = note.text or tex
    if tex.strip():
        return f"${' '.join(tex.split())}$"
    return escaped(" ".join("".join(element.itertext()).split()))


def _balanced(words: str) -> str:
    """Return a link's words with brackets that cannot end it too early."""
    if words.count("[") == words.count("]"):
        return words
    return words.replace("[", "\\[").replace("]", "\\]")
