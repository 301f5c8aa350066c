"""The rules that Word files are held against: they find what is wrong, and only that."""

import pytest

from briefing.export.docx.document_writer import write_docx
from tests.export.ooxml_rules import assert_valid, faults
from tests.export.publications import RESOURCES, STYLE, make_publication
from tests.ooxml.rezipped_files import rewritten


def changed(old: str, new: str, name: str = "word/document.xml") -> bytes:
    """Return the memo of every element with something in one part replaced."""

    def change(part: str, data: bytes) -> bytes:
        if part != name:
            return data
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return rewritten(write_docx(make_publication(), STYLE, RESOURCES).data, change)


def test_sound_file_has_no_fault() -> None:
    assert_valid(write_docx(make_publication(), STYLE, RESOURCES).data)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<w:cantSplit/>", "<w:cantsplit/>", "This element is not expected"),
        ('w:val="Title"', 'w:val="Titel"', "no paragraph style Titel"),
        ("<w:bookmarkEnd w:id", "<w:bookmarkEnd w:nr", "is required but missing"),
        ('<w:bookmarkEnd w:id="1"/>', "", "bookmark 1 has one end"),
        ('r:id="rIdLink1"', 'r:id="rIdLink9"', "rIdLink9 is not related"),
        ('<w:footnoteReference w:id="1"/>', "", "footnotes: "),
        ("<w:body>", '<w:body><w:p w14:paraId="00000001"/>', "Namespace prefix w14"),
    ],
)
def test_fault_is_found(old: str, new: str, fault: str) -> None:
    try:
        found = faults(changed(old, new))
    except SyntaxError as error:  # not even XML
        found = [str(error)]
    assert any(fault in one for one in found), found


def test_fault_of_the_house_style_is_forgiven() -> None:
    broken = changed("<w:cantSplit/>", "<w:cantsplit/>")
    assert_valid(broken, house=broken)
    with pytest.raises(AssertionError):
        assert_valid(broken)


def test_what_may_be_ignored_is_ignored() -> None:
    namespaces = (
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    paragraph = '<w:body><w:p w14:paraId="00000001"/>'
    ignored = changed("<w:body>", f'<w:body {namespaces} mc:Ignorable="w14">{paragraph[8:]}')
    assert faults(ignored) == []
    assert faults(changed("<w:body>", f"<w:body {namespaces}>{paragraph[8:]}")) != []
