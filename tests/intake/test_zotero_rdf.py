from pathlib import Path

import pytest

from briefing.errors import IntakeError
from briefing.intake.zotero_rdf import read_zotero_rdf
from briefing.model.partial_date import PartialDate

DATA = Path(__file__).parents[1] / "data" / "references"
HEAD = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/"
 xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:dc="http://purl.org/dc/elements/1.1/">
"""
LIBRARY = """
<bib:BookSection rdf:about="#item_1"><z:itemType>bookSection</z:itemType>
 <dcterms:isPartOf><bib:Book><dcterms:isPartOf><bib:Series><dc:title>The series</dc:title>
 </bib:Series></dcterms:isPartOf><dc:identifier>ISBN 978-0</dc:identifier>
 <dc:title>The book</dc:title></bib:Book></dcterms:isPartOf>
 <dc:publisher><foaf:Organization><foaf:name>Oxford</foaf:name></foaf:Organization></dc:publisher>
 <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Roe</foaf:surname>
 <foaf:givenName>Ann</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
 <dc:title>The chapter</dc:title><dcterms:isReferencedBy rdf:resource="#item_9"/>
 <link:link rdf:resource="#item_3"/><dc:date>2019-05</dc:date><dc:subject>trade</dc:subject>
 <dc:description>Citation Key: roe2019
More words</dc:description></bib:BookSection>
<z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType>
 <rdf:resource rdf:resource="files/3/../../secret/V.pdf"/><dc:title>PDF</dc:title></z:Attachment>
<z:Attachment rdf:about="#item_4"><z:itemType>attachment</z:itemType><dc:title>Lone</dc:title>
</z:Attachment>
<bib:Memo rdf:about="#item_9">
 <rdf:value>&lt;p&gt;Read &lt;b&gt;twice&lt;/b&gt;.&lt;/p&gt;</rdf:value>
</bib:Memo>
<bib:Memo rdf:about="#item_10">
 <rdf:value>&lt;p&gt;Alone&lt;/p&gt;&lt;p&gt;Here&lt;/p&gt;</rdf:value>
</bib:Memo>
<z:Collection rdf:about="#collection_1"><dc:title>Work</dc:title>
 <dcterms:hasPart rdf:resource="#collection_2"/></z:Collection>
<z:Collection rdf:about="#collection_2"><dc:title>A/B</dc:title>
 <dcterms:hasPart rdf:resource="#item_1"/></z:Collection>
"""


def read(text: str):  # noqa: ANN201
    return list(read_zotero_rdf("library.rdf", (HEAD + text + "</rdf:RDF>").encode()))


def test_item_brings_its_book_notes_tags_and_collections() -> None:
    draft = read(LIBRARY)[0].draft
    assert draft is not None
    assert (draft.title, draft.publisher, draft.citekey) == ("The chapter", "Oxford", "roe2019")
    assert (draft.authors, draft.published) == (("Roe, Ann",), PartialDate(2019, 5))
    assert draft.note == "Read twice.\n\nMore words"
    assert draft.tags == ("trade", "Work/A-B")
    assert dict(draft.fields) == {
        "type": "chapter",
        "collection-title": "The series",
        "container-title": "The book",
        "isbn": "978-0",
        "attachment": "V.pdf",
    }


def test_note_alone_is_an_article_and_a_file_alone_is_told() -> None:
    _, note, file = read(LIBRARY)
    assert note.draft is not None
    assert (note.draft.title, note.draft.body) == ("Alone", "Alone\n\nHere")
    assert (file.draft, file.part) == (None, "Lone")
    assert file.remark == "It is an attached file without a reference; import the file itself."


def test_each_item_reads_again_alike() -> None:
    data = (DATA / "zotero.rdf").read_bytes()
    found = [*read_zotero_rdf("zotero.rdf", data), *read(LIBRARY)[:2]]
    assert len(found) == 5 + 2
    for one in found:
        assert one.original is not None
        again = next(iter(read_zotero_rdf(one.original.name, one.original.data)))
        assert again.draft == one.draft


def test_collections_in_a_circle_end() -> None:
    circle = """<bib:Book rdf:about="#i">
    <z:itemType>book</z:itemType><dc:title>T</dc:title></bib:Book>
    <z:Collection rdf:about="#a"><dc:title>A</dc:title><dcterms:hasPart rdf:resource="#b"/>
    <dcterms:hasPart rdf:resource="#i"/></z:Collection>
    <z:Collection rdf:about="#b"><dc:title>B</dc:title><dcterms:hasPart rdf:resource="#a"/>
    </z:Collection>"""
    assert len(read(circle)) == 1


def test_file_that_is_cut_short_is_read_as_far_as_it_goes() -> None:
    data = (DATA / "zotero.rdf").read_bytes()[:9000]
    found = list(read_zotero_rdf("zotero.rdf", data))
    assert len(found) >= 2
    assert found[0].remark == "The file is damaged; it was read as far as it goes."


def test_entities_are_not_expanded() -> None:
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">'
        '<!ENTITY s SYSTEM "file:///etc/passwd">]>'
    )
    item = "<bib:Book><z:itemType>book</z:itemType><dc:title>T&b;&s;</dc:title></bib:Book>"
    found = list(read_zotero_rdf("x.rdf", (bomb + HEAD + item + "</rdf:RDF>").encode()))
    assert [one.draft and one.draft.title for one in found] == ["T&b;&s;"]


def test_library_without_items_is_refused() -> None:
    with pytest.raises(IntakeError, match="no item"):
        read("")
