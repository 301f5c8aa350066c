"""The settings part: the house's own, less what names people and places, plus the notes' rules."""

from lxml import etree

from briefing.export.docx.note_marks import CONTINUATION, SEPARATOR
from briefing.export.docx.xml_text import DECLARATION, WORD, Element
from briefing.model.template import NoteStyle

_W = f"{{{WORD}}}"
_KEPT = (
    "zoom", "mirrorMargins", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter",
    "gutterAtTop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone",
    "doNotHyphenateCaps", "defaultTabStop", "evenAndOddHeaders", "drawingGridHorizontalSpacing",
    "drawingGridVerticalSpacing", "characterSpacingControl", "noLineBreaksAfter",
    "noLineBreaksBefore", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol",
    "listSeparator",
)  # fmt: skip
_AFTER_NOTES = {
    _W + n
    for n in ("compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator")
}
_MODERN = (
    '<w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


def settings_part(house: Element | None, style: NoteStyle) -> str:
    """Return the whole part; `house` is the style file's settings element.

    Only settings of the page and of typesetting are kept. Left behind are the path of the
    attached template, document variables, identities, protection and change tracking.
    """
    before: list[str] = []
    after: list[str] = []
    for child in house if house is not None else ():
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name in _KEPT and child.tag == _W + name:
            (after if child.tag in _AFTER_NOTES else before).append(_text(child))
    if not any("<w:compat>" in text or "<w:compat " in text for text in after):
        after.insert(0, _MODERN)
    return (
        f'{DECLARATION}<w:settings xmlns:w="{WORD}">{"".join(before)}{_notes(style)}'
        f"{''.join(after)}</w:settings>"
    )


def _notes(style: NoteStyle) -> str:
    kind = "footnote" if style is NoteStyle.FOOTNOTES else "endnote"
    rules = '<w:pos w:val="docEnd"/>' if style is NoteStyle.ENDNOTES else ""
    rules += '<w:numFmt w:val="decimal"/>'
    rules += "".join(f'<w:{kind} w:id="{number}"/>' for number in (SEPARATOR, CONTINUATION))
    return f"<w:{kind}Pr>{rules}</w:{kind}Pr>"


def _text(element: Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)
