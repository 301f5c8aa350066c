import pytest

from briefing.errors import ExportError
from briefing.export.csl.csl_style import MAX_BYTES, CslStyle, read_style
from briefing.paths import resources_dir

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="{0}" {1}>
<info><title>A  style</title></info>
<citation {2}><layout {3}><text variable="title"/></layout></citation>{4}</style>"""
DEPENDENT = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info>
<title>Child</title><link href="http://www.zotero.org/styles/{0}" rel="independent-parent"/>
</info></style>"""


def style(kind: str = "note", head: str = "", cite: str = "", layout: str = "") -> CslStyle:
    read = read_style(STYLE.format(kind, head, cite, layout, "").encode(), "mine")
    assert isinstance(read, CslStyle)
    return read


def test_a_style_says_what_it_is() -> None:
    read = style("note", 'default-locale="en-GB"', 'near-note-distance="3"', 'vertical-align="sup"')
    assert (read.name, read.title, read.locale, read.near) == ("mine", "A style", "en-GB", 3)
    assert read.is_note
    assert read.is_raised
    assert not read.has_bibliography


def test_a_style_in_the_text_is_told() -> None:
    assert not style("in-text").is_note
    assert style().near == 5


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<style", "XML is broken"),
        (b"", "XML is broken"),
        (b"<html/>", "holds no style"),
        (b"\xff\xfe\x00", "XML is broken"),
        (b'<!DOCTYPE s [<!ENTITY a "b">]><style/>', "declares no entities"),
        (b" " * (MAX_BYTES + 1), "larger than 2 MB"),
        (b'<style xmlns="http://purl.org/net/xbiblio/csl"/>', "says nothing of how to cite"),
    ],
)
def test_what_is_no_style_is_told_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(ExportError, match=words) as told:
        read_style(data, "mine.csl")
    assert str(told.value).endswith(".")
    assert "\n" not in str(told.value)


def test_a_dependent_style_names_its_parent() -> None:
    assert read_style(DEPENDENT.format("nature").encode(), "child") == "nature"


def test_every_shipped_style_can_be_read() -> None:
    for file in sorted((resources_dir() / "csl").glob("*.csl")):
        assert isinstance(read_style(file.read_bytes(), file.stem), CslStyle), file.name
