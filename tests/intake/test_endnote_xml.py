import pytest

from briefing.errors import IntakeError
from briefing.intake.endnote_xml import read_endnote_xml
from briefing.model.partial_date import PartialDate

RECORDS = """<?xml version="1.0" encoding="UTF-8"?><xml><records>
<record><database name="a.enl">a.enl</database><rec-number>7</rec-number>
<ref-type name="Newspaper Article">23</ref-type>
<contributors><authors><author><style face="normal">Roe, Ann</style></author>
<author>World Bank</author></authors></contributors>
<titles><title><style face="normal">Tariffs </style><style face="italic">again</style></title>
<secondary-title>The Times</secondary-title></titles>
<dates><year>2025</year><pub-dates><date>3 September</date></pub-dates></dates>
<keywords><keyword>trade</keyword><keyword>steel</keyword></keywords>
<urls><related-urls><url>https://a.org/x</url></related-urls>
<pdf-urls><url>internal-pdf://0123/secret/file.pdf</url></pdf-urls></urls>
<notes>Mine</notes><abstract>Words &amp; words</abstract><language>English</language>
<electronic-resource-num>10.1000/xyz</electronic-resource-num></record>
<record><ref-type name="Book">6</ref-type><titles><title>Two</title></titles></record>
<record><ref-type name="Book">6</ref-type></record>
</records></xml>"""


def test_record_becomes_an_article() -> None:
    draft = next(iter(read_endnote_xml("x.xml", RECORDS.encode()))).draft
    assert draft is not None
    assert (draft.title, draft.publisher) == ("Tariffs again", "The Times")
    assert draft.authors == ("Roe, Ann", "World Bank")
    assert draft.published == PartialDate(2025, 9, 3)
    assert (draft.url, draft.language, draft.note) == ("https://a.org/x", "en", "Mine")
    assert (draft.tags, draft.body) == (("trade", "steel"), "Words & words")
    assert dict(draft.fields) == {
        "type": "article-newspaper",
        "attachment": "file.pdf",
        "doi": "10.1000/xyz",
    }


def test_no_record_is_lost_and_each_reads_again_alike() -> None:
    found = list(read_endnote_xml("x.xml", RECORDS.encode()))
    assert [one.draft and one.draft.title for one in found] == ["Tariffs again", "Two", None]
    assert found[2].remark == "The record holds nothing but its type."
    for one in found[:2]:
        assert one.original is not None
        (again,) = read_endnote_xml(one.original.name, one.original.data)
        assert again.draft == one.draft


@pytest.mark.parametrize("cut", [700, 900])
def test_file_that_is_cut_short_keeps_what_it_has(cut: int) -> None:
    found = list(read_endnote_xml("x.xml", RECORDS[:cut].encode()))
    assert found[0].draft is not None
    assert found[0].draft.title == "Tariffs again"
    assert "damaged" in found[0].remark


@pytest.mark.parametrize("text", ["", "words", "<xml></xml>", "<a>" * 100_000])
def test_what_has_no_record_is_refused(text: str) -> None:
    with pytest.raises(IntakeError):
        list(read_endnote_xml("x.xml", text.encode()))
