import pytest

from briefing.export.bibliography import Bibliography
from briefing.export.numbering import CitedSource, Numbered, number_notes
from briefing.model.block import Inlines, NoteMark, Paragraph, Table
from briefing.text.blocks import parse
from briefing.text.inline_text import inline_text
from tests.export.publications import PUBLISHERS, make_article, resolve

NYT = "“U.S. and Mexico Vow to Fight Crime While Respecting Sovereignty,” The New York Times"
URL = "https://www.nytimes.com/2025/09/03/world/americas/us-mexico.html"
SHORT = "The New York Times, “U.S. and Mexico Vow"


def numbered(markdown: str) -> Numbered:
    return number_notes(parse(markdown), resolve, Bibliography(PUBLISHERS, "en-US"))


def shown(inlines: Inlines) -> str:
    """Return a line with its note marks in braces."""
    return "".join(
        f"{{{inline.label}}}" if isinstance(inline, NoteMark) else inline_text((inline,))
        for inline in inlines
    )


def first_line(markdown: str) -> str:
    block = numbered(markdown).blocks[0]
    assert isinstance(block, Paragraph)
    return shown(block.inlines)


def notes(markdown: str) -> list[str]:
    return [
        " / ".join(inline_text(line) for line in note.paragraphs)
        for note in numbered(markdown).notes
    ]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Text [@nyt].", "Text.{1}"),
        ("Text. [@nyt]", "Text.{1}"),
        ("Text [@nyt], and more.", "Text,{1} and more."),
        ("Text [@nyt] and more.", "Text{1} and more."),
        ("“Text” [@nyt].", "“Text”.{1}"),
        ("“Text [@nyt].” More", "“Text.”{1} More"),
        ("Text\n[@nyt]; more", "Text;{1} more"),
        ("Text. [@nyt].", "Text.{1}"),
        ("*Text* [@nyt].", "Text.{1}"),
        ("[@nyt] Text", "{1} Text"),
        ("Text [@nyt] [@doj].", "Text.{1}"),
        ("Text [@nyt]. More [@doj].", "Text.{1} More.{2}"),
        ("@nyt says so.", "The New York Times{1} says so."),
        ("@nyt [p. 4], again", "The New York Times,{1} again"),
        ("Own[^a] and [@nyt].\n\n[^a]: x", "Own{1} and.{2}"),
        ("No [@nope].", "No.{1}"),
    ],
)
def test_mark_stands_after_the_stop(markdown: str, expected: str) -> None:
    assert first_line(markdown) == expected


def test_source_named_again_gets_its_short_form() -> None:
    assert notes("A [@nyt, p. 3]. B [@nyt]. C [@nyt, pp. 4-5].") == [
        f"{NYT}, 3 September 2025, p. 3, {URL}.",
        f"{SHORT}.”",
        f"{SHORT},” pp. 4–5.",
    ]


def test_several_sources_share_a_note() -> None:
    (note,) = notes("A [see @nyt, p. 3, and *passim*; -@doj].")
    assert note.startswith(f"See {NYT}, 3 September 2025, p. 3, and passim, {URL}; “Twenty-Six")


def test_source_is_named_once_in_a_note() -> None:
    (note,) = notes("A [@nyt; @doj; @fact:a; @nyt, p. 7].")
    assert note.count("U.S. and Mexico Vow") == 3  # in full, the fact's page, and page 7
    (note,) = notes("A [@nyt; @doj; @nyt].")
    assert note.count("U.S. and Mexico Vow") == 1


def test_same_short_form_of_two_sources_is_told_apart() -> None:
    twins = {
        "a": make_article("a", title="Desk note: what the 3 September talks say"),
        "b": make_article("b", title="Desk note: what the 3 September talks hide"),
    }
    document = parse("A [@a]. B [@b]. C [@a]. D [@b].")
    result = number_notes(
        document, lambda key: (CitedSource(twins[key]),), Bibliography(PUBLISHERS, "en")
    )
    later = [inline_text(note.paragraphs[0]) for note in result.notes[2:]]
    assert later == [
        "The New York Times, “Desk note: what the 3 September.”",
        "The New York Times, “Desk note: what the 3 September talks hide.”",
    ]


def test_unknown_key_is_said_in_the_note() -> None:
    result = numbered("A [@nope; @nyt].")
    assert inline_text(result.notes[0].paragraphs[0]).startswith("[unknown source: nope]; “U.S.")


def test_own_footnotes_share_the_sequence() -> None:
    result = numbered("A[^x] b [@nyt] c[^x].\n\n[^x]: Mine.\n")
    assert [note.number for note in result.notes] == [1, 2]
    assert inline_text(result.notes[0].paragraphs[0]) == "Mine."


def test_citation_in_a_footnote_is_worded_in_place() -> None:
    (note,) = notes("A[^x].\n\n[^x]: See [@nyt]. As argued before [@doj, p. 2]. [@nyt, p. 9]\n")
    assert note == (
        f"See {NYT}, 3 September 2025, {URL}."
        " As argued before (Office of Public Affairs, “Twenty-Six Fugitives Taken Into Custody,”"
        " U.S. Department of Justice, August 2025, p. 2, https://www.justice.gov/opa/pr/26)."
        f" {SHORT},” p. 9."
    )


def test_footnote_of_several_blocks_keeps_its_lines() -> None:
    text = "A[^x].\n\n[^x]: One.\n\n    - two\n    - three\n\n        code\n"
    assert notes(text)[0].startswith("One. / • two / • three")


def test_marks_are_numbered_as_they_are_read() -> None:
    text = "# H [@nyt]\n\n- a [@doj]\n\n| x [@nyt] | y |\n|--|--|\n| 1 | z [@doj] |\n\n> q [@nyt]\n"
    result = numbered(text)
    table = result.blocks[2]
    assert isinstance(table, Table)
    assert shown(table.header[0]) == "x{3}"
    assert shown(table.rows[0][1]) == "z{4}"
    assert len(result.notes) == 5


def test_sources_are_listed_once() -> None:
    assert [s.citekey for s in numbered("A [@nyt]. B [@doj]. C [@nyt].").sources] == ["nyt", "doj"]


def test_text_without_citations_stays_the_same_object() -> None:
    document = parse("Plain *text* here.")
    result = number_notes(document, resolve, Bibliography(PUBLISHERS, "en"))
    assert result.blocks[0] is document.blocks[0]
