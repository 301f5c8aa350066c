import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.xml_kinds import kind_of_xml

RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('<rss version="2.0"><channel/></rss>', "rss"),
        ("<!--\nDescription: & test\n--><feed version='0.3'></feed>", "atom"),
        ('<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">', "atom"),
        ('<a:feed xmlns:a="http://www.w3.org/2005/Atom">', "atom"),
        ('<a:entry xmlns:a="http://www.w3.org/2005/Atom">', "atom"),
        ("<feed xmlns='urn:shop:milk'>", ""),
        ("<entry>", ""),
        (f'{RDF} xmlns="http://purl.org/rss/1.0/">', "rss"),
        (f'{RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/">', "rss"),
        (f'{RDF} xmlns="http://channel.netscape.com/rdf/simple/0.9/">', "rss"),
        (f'{RDF} xmlns:z="http://www.zotero.org/namespaces/export#">', "zotero-rdf"),
        (f'{RDF}>\n<channel rdf:about="a" xmlns="http://purl.org/rss/1.0/"><title>T', "rss"),
        (f"{RDF}", ""),
        (f"{RDF}>", ""),
        ("<xml><records><record/></records></xml>", "endnote"),
        ("<?xml version='1.0'?>\n<xml>\n <records>", "endnote"),
        ("<records><record/></records>", "endnote"),
        ("<xml><other/></xml>", ""),
        ('<opml version="2.0"><head/></opml>', "opml"),
        ('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x.dtd"><html>', "html"),
        ('<!DOCTYPE rss [<!ENTITY a "<feed>">]><rss>', "rss"),
        ("<!DOCTYPE html>\n<HTML lang=en>", "html"),
        ("<EO><DATE/></EO>", ""),
        ("words only", ""),
        ("a < b\n<rss>", "rss"),
        ("<!-- never closed <rss>", ""),
        ("", ""),
    ],
)
def test_kind_is_told_by_the_first_element(text: str, kind: str) -> None:
    assert kind_of_xml(text.encode()) == kind


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_kind_is_told_in_any_unicode_encoding(encoding: str) -> None:
    assert kind_of_xml("<?xml version='1.0'?><rss version='2.0'>".encode(encoding)) == "rss"


@given(st.binary(max_size=300) | st.text("<!->?[] rsfed:xmln=\"'/&;", max_size=300).map(str.encode))
def test_any_bytes_have_a_kind_or_none(data: bytes) -> None:
    assert kind_of_xml(data) in {"", "rss", "atom", "opml", "endnote", "zotero-rdf", "html"}


@pytest.mark.parametrize("beginning", ["<", "<!", "<!--", "<?", "<!DOCTYPE a [", "<a:"])
def test_endless_beginnings_have_no_kind(beginning: str) -> None:
    assert kind_of_xml((beginning * 100_000).encode()) == ""
