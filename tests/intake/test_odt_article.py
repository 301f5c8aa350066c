"""OpenDocument texts become Markdown, packed or flat."""

import zipfile
from io import BytesIO

import pytest

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.odt_article import read_odt
from briefing.model.partial_date import PartialDate

PREFIXES = {
    "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
    "meta": "meta", "fo": "xsl-fo-compatible",
}  # fmt: skip
SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in PREFIXES.items()
)
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
STYLES = """<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/>
</style:style><style:style style:name="U" style:family="text"><style:text-properties
 style:text-position="super 58%"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"
 style:num-suffix="."/><text:list-level-style-bullet text:level="2" text:bullet-char="o"/>
</text:list-style></office:automatic-styles>"""
META = """<office:meta><dc:title>Tariffs after the Accord</dc:title><meta:initial-creator>Ana López
</meta:initial-creator><meta:creation-date>2024-09-26T09:20:00</meta:creation-date>
<dc:language>en-GB</dc:language></office:meta>"""


def flat(body: str) -> bytes:
    return (
        f"<office:document {SPACES}>{META}{STYLES}<office:body><office:text>{body}</office:text>"
        "</office:body></office:document>"
    ).encode()


def packed(body: str, **parts: str) -> bytes:
    file = BytesIO()
    content = (
        f"<office:document-content {SPACES}>{STYLES}<office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    meta = f"<office:document-meta {SPACES}>{META}</office:document-meta>"
    with zipfile.ZipFile(file, "w") as package:
        for name, text in {"content.xml": content, "meta.xml": meta, **parts}.items():
            package.writestr(name, text)
    return file.getvalue()


def read(data: bytes) -> FoundArticle:
    (found,) = read_odt("a.odt", data)
    return found


def body_of(body: str) -> str:
    draft = read(flat(body)).draft
    assert draft
    return draft.body


@pytest.mark.parametrize("made", [flat, packed])
def test_properties_are_those_of_the_file(made) -> None:  # noqa: ANN001
    draft = read(made("<text:p>Words.</text:p>")).draft
    assert draft
    assert (draft.title, draft.authors) == ("Tariffs after the Accord", ("Ana López",))
    assert (draft.published, draft.language) == (PartialDate(2024, 9, 26), "en-GB")


def test_headings_look_links_and_spaces() -> None:
    body = (
        '<text:p text:style-name="P1">The title</text:p>'
        '<text:h text:outline-level="2">Part</text:h>'
        '<text:p>Some <text:span text:style-name="B">bold</text:span><text:s text:c="3"/>words,'
        '<text:line-break/><text:a xlink:href="https://a.org/x">a link</text:a>'
        ' and 10<text:span text:style-name="U">6</text:span> t.</text:p>'
    )
    assert body_of(body) == (
        "# The title\n\n### Part\n\nSome **bold** words,  \n[a link](https://a.org/x) and 10⁶ t."
    )


def test_lists_count_and_nest() -> None:
    def entry(*inner: str) -> str:
        return f"<text:list-item>{''.join(inner)}</text:list-item>"

    inner = f"<text:list>{entry('<text:p>Deep</text:p>')}</text:list>"
    items = entry("<text:p>One</text:p>", inner) + entry("<text:p>Two</text:p>")
    body = f'<text:list text:style-name="L">{items}</text:list>'
    assert body_of(body) == "1. One\n   - Deep\n2. Two"


def test_tables_notes_and_boxes() -> None:
    def cells(*words: str) -> str:
        return "".join(
            f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in words
        )

    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>See it.</text:p></text:note-body></text:note>"
    )
    box = "<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame>"
    body = (
        f"<table:table><table:table-row>{cells('Year', 't')}</table:table-row><table:table-row>"
        f"{cells('2024', '59')}</table:table-row></table:table><text:p>Words{note}.{box}</text:p>"
    )
    assert body_of(body) == (
        "| Year | t |\n| --- | --- |\n| 2024 | 59 |\n\nWords[^1].\n\nBoxed.\n\n[^1]: See it."
    )


def test_tracked_changes_are_accepted_and_comments_left_out() -> None:
    gone = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    note = "<office:annotation><text:p>a remark</text:p></office:annotation>"
    found = read(flat(f'{gone}<text:p>It <text:change text:change-id="1"/>stays{note}.</text:p>'))
    assert found.draft
    assert found.draft.body == "It stays."
    assert found.remark == "Tracked changes were taken as accepted. 1 comment left out."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no sound XML"),
        (b"PK\x03\x04", "damaged"),
        (flat(""), "no text"),
        (
            flat("<text:p>a</text:p>").replace(b"office:text>", b"office:drawing>"),
            "no OpenDocument",
        ),
        (packed("", **{"META-INF/manifest.xml": "<m:encryption-data/>"}), "password"),
        (b"<!DOCTYPE a [<!ENTITY x 'y'>]>" + flat("<text:p>&x;</text:p>"), "document type"),
    ],
    ids=["empty", "cut", "void", "drawing", "locked", "entity"],
)
def test_what_is_no_text_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(IntakeError, match=reason):
        read(data)
