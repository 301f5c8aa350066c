"""The settings part: the house's own, less what names people and places, plus the notes' rules."""

from lxml import etree

from briefing.export.docx.note_marks import CONTINUATION, SEPARATOR
from briefing.export.docx.xml_text import DECLARATION, WORD, Element
from briefing.model.template import NoteStyle

_W = f"{{{WORD}}}"
# What is kept, in the order of the schema (CT_Settings), before and after the notes' rules.
_BEFORE_NOTES = (
    "mirrorMargins", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter",
    "gutterAtTop", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit",
    "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "drawingGridHorizontalSpacing",
    "drawingGridVerticalSpacing", "characterSpacingControl", "noLineBreaksAfter",
    "noLineBreaksBefore",
)  # fmt: skip
_AFTER_NOTES = ("compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator")
_MODERN = (
    '<w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


def settings_part(house: Element | None, style: NoteStyle) -> str:
    """Return the whole part; `house` is the style file's settings element.

    Only settings of the page and of typesetting are kept. Left behind are the path of the
    attached template, document variables, identities, protection and change tracking.
    """
    kept: dict[str, str] = {}
    for child in house if house is not None else ():
        if isinstance(child.tag, str) and child.tag.startswith(_W):
            kept.setdefault(child.tag.removeprefix(_W), _text(child))
    kept.setdefault("compat", _MODERN)
    before = "".join(kept[name] for name in _BEFORE_NOTES if name in kept)
    after = "".join(kept[name] for name in _AFTER_NOTES if name in kept)
    return f'{DECLARATION}<w:settings xmlns:w="{WORD}">{before}{_notes(style)}{after}</w:settings>'


def set_note_numbers(section: Element, style: NoteStyle) -> None:
    """Have a section count its notes 1, 2, 3: Word counts endnotes i, ii, iii otherwise.

    LibreOffice looks here, Word in the settings too.
    """
    notes = etree.Element(_W + f"{_kind(style)}Pr")
    etree.SubElement(notes, _W + "numFmt").set(_W + "val", "decimal")
    references = sum(1 for child in section if str(child.tag).endswith("Reference"))
    section.insert(references, notes)


def _notes(style: NoteStyle) -> str:
    kind = _kind(style)
    rules = '<w:numFmt w:val="decimal"/>'
    rules += "".join(f'<w:{kind} w:id="{number}"/>' for number in (SEPARATOR, CONTINUATION))
    return f"<w:{kind}Pr>{rules}</w:{kind}Pr>"


def _kind(style: NoteStyle) -> str:
    return "footnote" if style is NoteStyle.FOOTNOTES else "endnote"


def _text(element: Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)
