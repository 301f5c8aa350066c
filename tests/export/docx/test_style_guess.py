"""Styles are found by what houses call them, in their languages, and by how they are made."""

from collections import Counter

import pytest
from lxml import etree

from briefing.export.docx.number_formats import NumberFormats
from briefing.export.docx.style_casting import WORDS, StyleSource, cast
from briefing.export.docx.style_guess import StyleGuess
from briefing.export.docx.style_list import StyleList
from briefing.export.docx.style_words import StyleWords, tokens
from tests.export.ooxml_rules import WORD
from tests.export.publications import RESOURCES

BULLETS = (
    f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def style(name: str, look: str = "", *, kind: str = "paragraph", identity: str = "") -> str:
    identity = identity or "".join(c for c in name if c.isascii() and c.isalnum())
    return (
        f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{identity}">'
        f'<w:name w:val="{name}"/>{look}</w:style>'
    )


def outline(level: int) -> str:
    return f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>'


def numbered(level: int) -> str:
    inside = f'<w:ilvl w:val="{level}"/><w:numId w:val="7"/>'
    return f"<w:pPr><w:numPr>{inside}</w:numPr></w:pPr>"


def source(*styles: str, used: tuple[str, ...] = ()) -> StyleSource:
    root = etree.fromstring(f'<w:styles xmlns:w="{WORD}">{"".join(styles)}</w:styles>')
    return StyleSource(StyleList(root), etree.fromstring(BULLETS), Counter(used))


def guessed(*styles: str, used: tuple[str, ...] = ()) -> dict[str, str]:
    made = source(*styles, used=used)
    words = StyleWords.read(RESOURCES / WORDS)
    formats = NumberFormats(made.numbering)
    found = StyleGuess(made.styles, formats, made.usage, words).guesses()
    return {part: guess.identity for part, guess in found.items()}


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("heading1", "CSAS Heading 1"),
        ("heading1", "Überschrift 1"),
        ("heading2", "Titre 2"),
        ("heading2", "Titre2 MinDef"),
        ("heading3", "Título 3"),
        ("heading1", "H1"),
        ("heading2", "Заголовок 2"),
        ("heading1", "見出し 1"),
        ("heading4", "Level 4 Heading"),
        ("title", "Titre du document"),
        ("title", "Dokumententitel"),
        ("body", "CorpoTexto"),
        ("body", "Corps de texte"),
        ("body", "Fließtext"),
        ("body", "MoD Body Text"),
        ("body", "Brødtekst"),
        ("bullet1", "Puces"),
        ("bullet2", "Bullet 2"),
        ("bullet1", "Aufzählungszeichen"),
        ("number1", "Liste à numéros"),
        ("number2", "Numbered List 2"),
        ("quote", "Blockquote"),
        ("quote", "Zitat"),
        ("footnote_text", "Texto nota pie"),
        ("sources", "Literaturverzeichnis"),
        ("table_text", "Table Body"),
    ],
)
def test_style_is_found_by_its_name_or_its_id(part: str, name: str) -> None:
    assert part in guessed(style(name, identity="x"))
    assert part in guessed(style("Qqq", identity=name))


@pytest.mark.parametrize(
    "name",
    ["Table Heading", "Heading", "Appendix Heading 1", "Cover Text", "Body Text Bold", "TOC 1",
     "Figure Title", "Table of contents", "List Paragraph", "Paragraph 2"],
)  # fmt: skip
def test_name_that_says_something_else_plays_no_part(name: str) -> None:
    found = guessed(style(name))
    others = {"table_head", "toc1", "toc_heading"}
    assert not {part for part in found if part not in others}


def test_heading_is_found_by_its_outline_level() -> None:
    found = guessed(style("MoD Section", outline(1)), style("MoD Clause", outline(2)))
    assert (found["heading1"], found["heading2"]) == ("MoDSection", "MoDClause")


def test_outline_of_another_kind_of_heading_is_none() -> None:
    assert "heading1" not in guessed(style("Annex Start", outline(1)))
    assert "heading1" not in guessed(style("Heading 2", outline(1), identity="other"))


def test_bullets_are_found_by_their_numbering_and_figures_are_none() -> None:
    found = guessed(style("Dash", numbered(0)), style("Para", numbered(1)))
    assert found["bullet1"] == "Dash"
    assert "body" not in found


def test_name_of_a_bullet_with_figures_is_that_of_a_numbered_list() -> None:
    found = guessed(style("Bullet numbered 2 (abc)", numbered(1)), style("Bullet 1", numbered(0)))
    assert (found["number2"], found["bullet1"]) == ("Bulletnumbered2abc", "Bullet1")


def test_words_own_name_comes_first_unless_only_the_house_s_own_is_used() -> None:
    both = style("heading 1", identity="Heading1"), style("CSAS Heading 1", identity="Csas")
    assert guessed(*both)["heading1"] == "Heading1"
    assert guessed(*both, used=("Csas",))["heading1"] == "Csas"
    assert guessed(*both, used=("Csas", "Heading1"))["heading1"] == "Heading1"
    other = style("heading 2", identity="H2"), style("CSAS Heading 2", identity="C2")
    assert guessed(*both, *other, used=("Csas",))["heading2"] == "C2"
    kin = style("heading 2", identity="Heading2")
    assert guessed(*both, kin, used=("Csas", "Heading2"))["heading1"] == "Heading1"


def test_title_in_white_is_left_to_the_cover() -> None:
    white = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
    assert "title" not in guessed(style("Publication Title", white))
    shaded = '<w:pPr><w:shd w:val="clear" w:fill="000080"/></w:pPr>'
    assert "title" in guessed(style("Publication Title", shaded + white))


def test_table_of_the_house_comes_before_the_usual_grid() -> None:
    grid = style("Table Grid", kind="table")
    own = style("MoD", "<w:tblPr><w:tblBorders/></w:tblPr>", kind="table")
    assert guessed(grid, own)["table"] == "TableGrid"
    assert guessed(grid, style("MoD Table", kind="table"))["table"] == "MoDTable"
    assert guessed(own, used=("MoD",))["table"] == "MoD"


def test_chosen_style_plays_its_part_whatever_is_guessed() -> None:
    made = source(style("heading 1", identity="H"), style("Fancy", identity="F"))
    casting = cast(made, {"heading1": "fancy", "quote": "F", "body": "Nope", "x": "y"}, RESOURCES)
    assert casting.guesses["heading1"].identity == "F"
    assert casting.guesses["quote"].identity == "F"
    assert casting.chosen == {"heading1", "quote"}
    assert [warning.partition(" for:")[0] for warning in casting.warnings] == [
        "The house style has no paragraph style “Nope”",
        "“x” is no role of a memo, so its style “y” is not used.",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Überschrift1", ("uberschrift", "1")),
        ("CSASHeading 2", ("csasheading", "2")),
        ("BodyText", ("body", "text")),
        ("Cover: title", ("cover", "title")),
        ("제목 1", ("제목", "1")),
        ("", ()),
    ],
)
def test_names_are_compared_by_their_words(name: str, expected: tuple[str, ...]) -> None:
    assert tokens(name) == expected
