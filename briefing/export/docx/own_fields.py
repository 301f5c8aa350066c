"""A house's own text round a memo: which fields it asks for, filled in."""

import re

from briefing.export.docx.content_controls import control_names, fill_controls
from briefing.export.docx.document_fields import fill_document_fields
from briefing.export.docx.field_words import FieldWords
from briefing.export.docx.memo_fields import MemoFields
from briefing.export.docx.own_paragraphs import own_line
from briefing.export.docx.running_heads import fill_fields
from briefing.export.docx.style_list import is_on
from briefing.export.docx.style_words import Tokens
from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_FIELD = re.compile(r"\{\{[^{}]{1,80}\}\}")


def asks_for_fields(body: Element, words: FieldWords) -> bool:
    """Say whether a text asks for fields of a memo: by `{{name}}`s, or by empty controls.

    A control that was filled in is part of somebody's document, which is no memo's to keep.
    """
    for control in body.iter(_W + "sdt"):
        is_empty = is_on(control.find(f"{_W}sdtPr/{_W}showingPlcHdr"))
        if is_empty and any(words.usual(name) for name in control_names(control)):
            return True
    return any(_FIELD.search(own_line(paragraph)) for paragraph in body.iter(_W + "p"))


def fill_part(root: Element, fields: MemoFields) -> dict[Tokens, str]:
    """Fill a part's controls, fields and `{{name}}`s; return what was filled in, by its key."""
    filled = (fill_controls, fill_document_fields, fill_fields)
    return {key: value for fill in filled for key, value in fill(root, fields).items()}
