"""Text that others found to break programs goes through every writer."""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree, html

from briefing.export.docx.document_writer import write_docx
from briefing.export.html_file import write_html
from briefing.export.legal_text import legal
from briefing.export.typst_pages import lay_out, write_pdf
from briefing.model.block import (
    Block,
    Code,
    CodeBlock,
    Emphasis,
    Heading,
    Image,
    Link,
    List,
    ListItem,
    NoteMark,
    Paragraph,
    Quote,
    Span,
    Table,
    Text,
)
from briefing.model.publication import Publication, PublishedNote
from tests.export.ooxml_rules import faults
from tests.export.publications import RESOURCES, STYLE, make_publication

NAUGHTY = Path(__file__).parents[1] / "data" / "intake" / "blns.txt"
HERE = Span(0, 1)
CONTROLS = (
    "".join(map(chr, range(32))) + "\x7f\x85\u2028\u2029\ufeff\ufffe\uffff\ud800\udfff\U0001fffe"
)


@cache
def naughty_strings() -> tuple[str, ...]:
    lines = NAUGHTY.read_text(encoding="utf-8").split("\n")
    return (*(line for line in lines if line and not line.startswith("#")), CONTROLS)


def everywhere(text: str) -> tuple[Block, ...]:
    """Return blocks that hold a text in every place that takes one."""
    words = (Text(text),)
    return (
        Heading(HERE, 2, words),
        Paragraph(
            HERE, (Text(text), Emphasis(words), Code(text), Link(words, text), Image(text, text))
        ),
        List(HERE, (ListItem(HERE, (Paragraph(HERE, words),), checked=True),)),
        Quote(HERE, (Paragraph(HERE, (*words, NoteMark("1"), NoteMark(text))),)),
        CodeBlock(HERE, text),
        Table(HERE, (words, words), ((words, words),), ("left", text)),
    )


def hostile() -> Publication:
    blocks = tuple(block for text in naughty_strings() for block in everywhere(text))
    every = " ".join(naughty_strings())
    return make_publication(
        blocks=blocks,
        notes=(PublishedNote(1, ((Text(every),),)),),
        heading=every,
        subject=CONTROLS,
        fields=((every, every), ("To", CONTROLS)),
        front_matter=(("from", every), ("date", every), ("keywords", CONTROLS), (every, every)),
        marking=every[:80],
        language="en",
    )


def test_word_file_of_naughty_strings_is_sound() -> None:
    data = write_docx(hostile(), STYLE, RESOURCES).data
    assert faults(data) == []
    shown = " ".join(p.text for p in docx.Document(BytesIO(data)).paragraphs)
    text = " ".join(shown.split())
    missing = [t for t in naughty_strings() if " ".join(legal(t).split()) not in text]
    assert not missing


def test_word_file_links_only_to_web_and_mail() -> None:
    data = write_docx(hostile(), STYLE, RESOURCES).data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".rels"):
                for relation in etree.fromstring(archive.read(name)):
                    if relation.get("TargetMode") == "External":
                        assert str(relation.get("Target")).lower().startswith(("http", "mailto:"))


def test_pages_of_naughty_strings_are_laid_out() -> None:
    pages = lay_out(hostile(), RESOURCES)
    assert pages.count > 10
    assert pages.pdf.startswith(b"%PDF")


def test_web_page_of_naughty_strings_has_no_script() -> None:
    tree = html.fromstring(write_html(hostile()).encode())
    assert not tree.xpath("//script | //iframe | //object | //@onerror | //@onload | //@onclick")
    links = [str(link) for link in tree.xpath("//@href")]
    assert all(link.startswith(("http://", "https://", "mailto:", "#")) for link in links)


@pytest.mark.parametrize("kind", ["list", "quote", "emphasis"])
def test_deep_nesting_is_written(kind: str) -> None:
    block: Block = Paragraph(HERE, (Text("deep"),))
    inline: Text | Emphasis = Text("deep")
    for _ in range(60):
        inline = Emphasis((inline,))
        if kind == "list":
            block = List(
                HERE, (ListItem(HERE, (Paragraph(HERE, (Text("x"),)), block)),), ordered=True
            )
        elif kind == "quote":
            block = Quote(HERE, (block,))
    if kind == "emphasis":
        block = Paragraph(HERE, (inline,))
    publication = make_publication(blocks=(block,), notes=())
    data = write_docx(publication, STYLE, RESOURCES).data
    assert faults(data) == []
    assert write_pdf(publication, RESOURCES).data.startswith(b"%PDF")
    assert "deep" in write_html(publication)


def test_huge_and_ragged_tables_are_written() -> None:
    cell = (Text("x"),)
    huge = Table(HERE, (cell,) * 40, tuple((cell,) * (n % 45) for n in range(300)), ())
    bare = Table(HERE, (), (), ())
    publication = make_publication(blocks=(huge, bare, bare), notes=())
    data = write_docx(publication, STYLE, RESOURCES).data
    assert faults(data) == []
    rows = docx.Document(BytesIO(data)).tables[1].rows
    assert len(rows) == 301
    assert write_pdf(publication, RESOURCES).data.startswith(b"%PDF")
    assert write_html(publication).count("<tr>") == 303  # each table has its header
