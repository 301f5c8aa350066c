"""Styles and numberings of other programs are put in the order of the schema, each once."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing.export.docx.sound_parts import (
    in_order,
    sound_numbering,
    sound_styles,
    without_lost_numbers,
)
from tests.export.ooxml_rules import WORD, W

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def part(name: str, inside: str) -> etree._Element:
    return etree.fromstring(f'<w:{name} xmlns:w="{WORD}" xmlns:mc="{MC}">{inside}</w:{name}>')


def names(root: etree._Element) -> list[str]:
    return [etree.QName(child).localname for child in root]


@given(st.permutations(["name", "basedOn", "uiPriority", "qFormat", "pPr", "rPr", "tblPr"]))
def test_children_of_a_style_stand_in_order(children: list[str]) -> None:
    style = part("style", "".join(f"<w:{name}/>" for name in children))
    in_order(style)
    assert names(style) == ["name", "basedOn", "uiPriority", "qFormat", "pPr", "rPr", "tblPr"]


def test_what_stands_twice_stands_once() -> None:
    look = part("pPr", '<w:outlineLvl w:val="1"/><w:jc w:val="left"/><w:outlineLvl w:val="2"/>')
    in_order(look)
    assert [(etree.QName(one).localname, one.get(W + "val")) for one in look] == [
        ("jc", "left"), ("outlineLvl", "1"),
    ]  # fmt: skip


def test_alternatives_stand_where_what_they_hold_stands() -> None:
    choice = "<mc:Choice Requires='w14'><w:numFmt/></mc:Choice>"
    way = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    level = part("lvl", f"<w:lvlText/><w:start/>{way}")
    in_order(level)
    assert names(level) == ["start", "AlternateContent", "lvlText"]


def test_style_of_an_id_that_is_there_or_of_none_goes() -> None:
    styles = part(
        "styles",
        '<w:style w:styleId="A"><w:name w:val="first"/><w:basedOn w:val="Gone"/></w:style>'
        '<w:style w:styleId="A"><w:name w:val="again"/></w:style><w:style/>',
    )
    sound_styles(styles)
    (style,) = styles
    assert names(style) == ["name"]
    assert style[0].get(W + "val") == "first"


def test_numbering_names_nothing_that_is_not_there() -> None:
    styles = part("styles", '<w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr>'
                            '</w:pPr></w:style>')  # fmt: skip
    numbering = part(
        "numbering",
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:pStyle w:val="Gone"/></w:lvl>'
        "</w:abstractNum>",
    )
    sound_numbering(numbering, styles)
    without_lost_numbers(styles, numbering)
    assert names(numbering) == ["abstractNum", "num"]
    assert not list(numbering.iter(W + "pStyle"))
    assert not list(styles.iter(W + "numPr"))


def test_margins_of_a_page_are_all_there() -> None:
    section = in_order(part("sectPr", '<w:pgMar w:left="700"/>'))
    assert section[0].get(W + "left") == "700"
    assert len(section[0].attrib) == 7
