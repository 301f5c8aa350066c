"""A memo of every element as pages, web page and plain text, and what pandoc makes of it."""

import shutil
import subprocess
from collections import Counter

import pytest
from lxml import html

from briefing.export.html_file import write_html
from briefing.export.plain_text_file import write_plain_text
from briefing.export.typst_pages import lay_out
from briefing.model.template import NoteStyle
from tests.export.publications import RESOURCES, WHOLE_MEMO, whole_publication
from tests.export.test_typst_pages import words_of

SHOWN = (
    "Table 1: What each option costs",
    "Figure 1: What the pass looks like",
    "Table 2: Before it",
    "see Options, Table 1 and Figure 1, or the background",
    "Words in the first of the columns.",
    "Der Ausschuss trat am 3. September zusammen.",
    "A last paragraph, in italics.",
    "All of it, in one cell",
)


@pytest.mark.parametrize("notes", NoteStyle)
def test_pages_show_every_element(notes: NoteStyle) -> None:
    words = words_of(lay_out(whole_publication(note_style=notes), RESOURCES).pdf)
    assert [one for one in SHOWN if one not in words] == []
    assert words.count("TLP:AMBER") == 12  # twice on each of six pages


def test_web_page_shows_every_element_and_its_links_lead_somewhere() -> None:
    page = html.fromstring(write_html(whole_publication()))
    words = " ".join(page.text_content().replace("\u00a0", " ").split())
    assert [one for one in SHOWN if one not in words] == []
    names = Counter(str(name) for name in page.xpath("//@id"))
    assert [name for name, count in names.items() if count > 1] == []
    links = [str(link) for link in page.xpath("//a/@href") if str(link).startswith("#")]
    assert [link for link in links if link[1:] not in names] == []
    assert len(page.xpath("//nav//a")) == 8
    assert page.xpath("//table/caption") and page.xpath("//figure/figcaption")  # noqa: PT018
    assert {"en-US", "fr", "he", "de"} <= {str(tag) for tag in page.xpath("//@lang")}
    assert [str(span) for span in page.xpath("//@colspan")] == ["2", "3"]
    assert [str(span) for span in page.xpath("//@rowspan")] == ["2", "2"]


def test_plain_text_says_what_the_memo_says() -> None:
    words = " ".join(write_plain_text(whole_publication()).replace("\u00a0", " ").split())
    for one in ("Table 1: What each option costs", "Words in the first of the columns."):
        assert one in words


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
def test_pandoc_reads_it_without_a_word_of_warning() -> None:
    command = ["pandoc", "-f", "markdown", "-t", "plain", "--wrap=none"]
    done = subprocess.run(command, input=WHOLE_MEMO.encode(), check=True, capture_output=True)
    assert done.stderr == b""
    assert "Der Ausschuss trat am 3. September zusammen." in done.stdout.decode()
