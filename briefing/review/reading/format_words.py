"""What of a format was changed, in words: the properties that differ, and how words look."""

from lxml import etree

from briefing.model.word_review import Look
from briefing.ooxml.word_package import Element, child, is_on, local, value
from briefing.ooxml.word_styles import WordStyles

_NAMES = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "strike": "strikethrough",
    "dstrike": "strikethrough",
    "caps": "capitals",
    "smallCaps": "small capitals",
    "color": "colour",
    "sz": "size",
    "rFonts": "font",
    "highlight": "highlight",
    "shd": "shading",
    "rStyle": "style",
    "pStyle": "style",
    "vertAlign": "raised or lowered",
    "vanish": "hidden",
    "lang": "language",
    "numPr": "list",
    "jc": "alignment",
    "ind": "indents",
    "spacing": "spacing",
    "outlineLvl": "outline level",
    "keepNext": "keep with next",
    "pageBreakBefore": "page break before",
    "tabs": "tab stops",
    "pBdr": "borders",
    "tblStyle": "style",
    "tblW": "width",
    "tcW": "width",
    "tblBorders": "borders",
    "tcBorders": "borders",
    "gridSpan": "merged cells",
    "vMerge": "merged cells",
    "trHeight": "height",
    "tblHeader": "header row",
    "pgSz": "page size",
    "pgMar": "margins",
    "cols": "columns",
    "headerReference": "header",
    "footerReference": "footer",
}
_CODE_STYLES = frozenset(
    ("html code", "verbatim char", "html typewriter", "code", "inline code", "source text")
)
_TWINS = frozenset(("bCs", "iCs", "szCs"))  # the same for scripts of another kind
_TRACKED = frozenset(("ins", "del", "moveFrom", "moveTo"))


def changed_properties(now: Element, change: Element) -> str:
    """Return the names of the properties that differ from those that `change` holds."""
    before = _said(next(iter(change), None))
    after = _said(now)
    names = [
        _NAMES.get(name, name)
        for name in (*after, *(name for name in before if name not in after))
        if before.get(name) != after.get(name)
    ]
    return ", ".join(dict.fromkeys(names))


def look_of(letters: Element | None, styles: WordStyles, link: str) -> Look:
    """Return how run properties set words, as far as Markdown can say it."""
    if letters is None:
        return Look(link=link) if link else _PLAIN
    bold = italic = strike = code = False
    style = child(letters, "rStyle")
    if style is not None:
        chain = styles.chain(value(style))
        bold, italic, _ = styles.look(value(style))
        code = any(one.name in _CODE_STYLES for one in chain)
    for element in letters:
        name = local(element)
        if name == "b":
            bold = is_on(element)
        elif name == "i":
            italic = is_on(element)
        elif name in {"strike", "dstrike"}:
            strike = strike or is_on(element)
    return Look(bold, italic, strike, code, link)


_PLAIN = Look()


def _said(properties: Element | None) -> dict[str, bytes]:
    return {
        name: etree.tostring(one, with_tail=False)
        for one in (properties if properties is not None else ())
        if not (name := local(one)).endswith("Change")
        and name not in _TWINS
        and name not in _TRACKED
        and name != "rPr"
    }
