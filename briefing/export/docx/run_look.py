"""How runs look: a character style, and what is set on top of it (ECMA-376 part 1, 17.3.2)."""

from typing import NamedTuple

from briefing.export.language_tag import language_and_region

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})


class Look(NamedTuple):
    """How a run looks: a character style, what is set on top of it, and its language."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    small_caps: bool = False
    place: str = ""  # superscript or subscript
    underline: bool = False
    highlight: bool = False
    language: str = ""  # where it is not that of the memo


PLAIN = Look()


def properties(look: Look, *, right_to_left: bool = False) -> str:
    """Return `w:rPr` with its elements in the order of the schema (CT_RPr), or nothing."""
    inside = f'<w:rStyle w:val="{look.style}"/>' if look.style else ""
    if look.bold:
        inside += "<w:b/><w:bCs/>"
    if look.italic:
        inside += "<w:i/><w:iCs/>"
    if look.small_caps:
        inside += "<w:smallCaps/>"
    if look.strike:
        inside += "<w:strike/>"
    if look.highlight:
        inside += '<w:highlight w:val="yellow"/>'
    if look.underline:
        inside += '<w:u w:val="single"/>'
    if look.place:
        inside += f'<w:vertAlign w:val="{look.place}"/>'
    if right_to_left:
        inside += "<w:rtl/>"
    inside += _language(look.language)
    return f"<w:rPr>{inside}</w:rPr>" if inside else ""


def _language(tag: str) -> str:
    """Return `w:lang`; a script that Word keeps apart has an attribute of its own."""
    if not tag:
        return ""
    language = language_and_region(tag)[0]
    kind = "bidi" if language in _RIGHT_TO_LEFT else "val"
    kind = "eastAsia" if language in _EAST_ASIAN else kind
    return f'<w:lang w:{kind}="{tag}"/>'
