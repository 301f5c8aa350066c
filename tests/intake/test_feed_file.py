from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.feed_file import read_feed
from briefing.intake.found_article import FoundArticle
from briefing.intake.register import reader_for
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate

BLINK = "History of the <blink> tag"
DATA = Path(__file__).parents[1] / "data/feeds"

RSS = """\
<?xml version="1.0" encoding="utf-8"?>
<!-- a comment -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Trade &amp;amp; Tariffs</title><link>https://example.org/</link><language>en-gb</language>
<item><title>AT&amp;amp;T &lt;b&gt;rises&lt;/b&gt;</title><link>https://example.org/1</link>
<guid isPermaLink="false">tag:1</guid><pubDate>Wed, 03 Sep 2025 23:30:00 -0400</pubDate>
<dc:creator>Ann Lee</dc:creator><category>trade/steel</category><category>trade</category>
<description>Short.</description>
<content:encoded><![CDATA[<p>Long <b>text</b> with <item> <a href="/x">link</a>.</p>]]>
</content:encoded>
<enclosure url="https://example.org/a.mp3" length="1" type="audio/mpeg"/></item>
<item><title>Second</title><link>https://example.org/2025/09/04/two</link>
<description>&lt;p&gt;Only a description.&lt;/p&gt;</description></item>
<item><title>Second</title><link>https://example.org/2025/09/04/two</link></item>
</channel></rss>"""

ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://example.org/b/">
<title type="html">Le &lt;i&gt;Fil&lt;/i&gt;</title><author><name>Rédaction</name></author>
<entry><id>urn:1</id><title type="text">a &lt; b</title><link href="one"/>
<updated>2025-09-03T10:00:00Z</updated><summary>Résumé</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><h2>Titre</h2><p>Texte
<a href="c">lien</a></p></div></content></entry></feed>"""


def read(text: str) -> list[FoundArticle]:
    return list(read_feed("feed.xml", text.encode()))


def drafts(text: str) -> list[DraftArticle]:
    return [found.draft for found in read(text) if found.draft]


def test_item_of_rss_has_its_fields() -> None:
    draft = drafts(RSS)[0]
    assert draft.title == "AT&T rises"
    assert draft.body == "Long **text** with [link](https://example.org/x)."
    assert draft.summary == "Short."
    assert draft.url == "https://example.org/1"
    assert draft.publisher == "Trade & Tariffs"
    assert draft.authors == ("Ann Lee",)
    assert (draft.published, draft.date_origin) == (PartialDate(2025, 9, 3), DateOrigin.GIVEN)
    assert draft.language == "en-gb"
    assert draft.tags == ("trade/steel", "trade")
    assert draft.fields == (
        ("id", "tag:1"),
        ("feed", "https://example.org/"),
        ("enclosure", "https://example.org/a.mp3"),
    )


def test_entry_of_atom_has_its_fields() -> None:
    (draft,) = drafts(ATOM)
    assert (draft.title, draft.publisher, draft.authors) == ("a < b", "Le Fil", ("Rédaction",))
    assert draft.body == "## Titre\n\nTexte [lien](https://example.org/b/c)"
    assert (draft.url, draft.summary) == ("https://example.org/b/one", "Résumé")
    assert (draft.published, draft.language) == (PartialDate(2025, 9, 3), "fr")


def test_description_is_the_text_where_there_is_no_other() -> None:
    draft = drafts(RSS)[1]
    assert (draft.body, draft.summary) == ("Only a description.", "")
    assert (draft.published, draft.date_origin) == (PartialDate(2025, 9, 4), DateOrigin.URL)


def test_each_entry_has_a_name_of_its_own() -> None:
    two = "https://example.org/2025/09/04/two"
    assert [found.part for found in read(RSS)] == ["tag:1", two, f"{two} (2)"]
    assert [found.part for found in read(RSS)] == [found.part for found in read(RSS)]


@pytest.mark.parametrize("text", [RSS, RSS.replace("Short.", "&nbsp; & <br>")])
def test_original_of_an_entry_reads_again_to_the_same(text: str) -> None:
    for found in read(text):
        assert found.original is not None
        reader = reader_for(PurePath(found.original.name), found.original.data)
        assert reader is not None
        (again,) = reader.read(found.original.name, found.original.data)
        assert again.draft == found.draft


def test_entries_that_cannot_be_cut_apart_keep_the_whole_file() -> None:
    found = read("<rss><item><title>a</title></item><item><title>b</title></rss>")
    assert [one.draft.title for one in found if one.draft] == ["a", "b"]
    assert [one.original for one in found] == [None, None]


def test_head_of_rss_1_is_cut_down_to_one_entry() -> None:
    item = '<item rdf:about="https://example.org/{0}"><title>T{0}</title></item>'
    text = (
        '<rdf:RDF xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>F</title>'
        "<items><rdf:Seq><rdf:li resource='https://example.org/1'/></rdf:Seq></items></channel>"
        f"{item.format(1)}{item.format(2)}</rdf:RDF>"
    )
    first, second = read(text)
    assert (first.part, second.part) == ("https://example.org/1", "https://example.org/2")
    assert second.original is not None
    assert b"rdf:Seq" not in second.original.data
    assert b"T1" not in second.original.data


def test_encodings_are_believed() -> None:
    text = '<?xml version="1.0" encoding="{}"?><rss><item><title>Größe</title></item></rss>'
    for encoding in ("iso-8859-1", "utf-8", "utf-16"):
        (found,) = read_feed("a.rss", text.format(encoding).encode(encoding))
        assert found.draft is not None
        assert found.draft.title == "Größe"


def test_entities_neither_expand_nor_are_fetched() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<!DOCTYPE rss [<!ENTITY e0 "ha">{bomb}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    (draft,) = drafts(f"{text}<rss><item><title>&e0; &e11; &f; &amp;</title></item></rss>")
    assert len(draft.title) < 40
    assert draft.title.startswith("ha ")
    assert "root:" not in draft.title


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<html/>", "It is no feed: its first element is none of RSS or Atom."),
        ("words", "It is no feed: its first element is none of RSS or Atom."),
        ("<rss><channel><title>x</title></channel></rss>", "The feed has no entries."),
    ],
)
def test_what_holds_no_entries_is_refused(text: str, reason: str) -> None:
    with pytest.raises(IntakeError) as fault:
        read(text)
    assert str(fault.value) == reason


def test_entry_that_says_nothing_is_a_reason() -> None:
    (found,) = read("<rss><item><author>a</author></item></rss>")
    assert (found.draft, found.remark) == (
        None,
        "The entry has neither a title nor a text nor an address.",
    )


@pytest.mark.parametrize(
    ("name", "title", "body"),
    [
        ("entry_content_type_text_plain.xml", "Example Atom", "Example Atom"),
        ("entry_content_text_plain_brackets.xml", BLINK, BLINK),
        ("entry_title_inline_markup_2_e64c08.xml", BLINK, ""),
        ("amp38.xml", "&", ""),
        ("dublincore_item_multiple_values.xml", "Item Title", ""),
        ("rdf_item_description.xml", "Item Description", "Item Description"),
        ("entry_link_no_href_link_priority.xml", "http://www.example.com/alternate", ""),
    ],
)
def test_entries_of_others_tests_are_read(name: str, title: str, body: str) -> None:
    found = next(iter(read_feed(name, (DATA / name).read_bytes())))
    assert found.draft is not None
    assert (found.draft.title, found.draft.body) == (title, body)


MARKUP = st.lists(
    st.sampled_from(
        ("<rss>", "<item>", "</item>", "<title>", "</title>", "<![CDATA[", "]]>", "<!--", "-->",
         "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "</entry>", "&a;", "&#x110000;",
         "<link href='http://[x'/>", "<content type='application/octet-stream'>", "é", "<a b=", ">",
         "<pubDate>9999-99-99</pubDate>", "<link>http://a/b</link>", "<guid>", "<?x", "text")
    )
).map("".join)  # fmt: skip


@given(MARKUP | st.text(max_size=100))
def test_any_text_is_entries_or_a_reason(text: str) -> None:
    try:
        for found in read("<rss>" + text):
            assert found.draft or found.remark
    except IntakeError as fault:
        assert str(fault).endswith(".")  # noqa: PT017
