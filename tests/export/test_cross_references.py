"""What a memo's links point to, by names given and names that pandoc gives."""

import shutil
import subprocess

import pytest

from briefing.export.cross_references import CrossReferences, TargetKind
from briefing.export.element_words import element_words
from briefing.model.block import Heading
from briefing.text.blocks import parse
from briefing.text.heading_names import automatic_identifier
from tests.export.publications import WHOLE_MEMO

HEADINGS = (
    "What was agreed",
    "3. Applications & more",
    "HTML, S5, or RTF?",
    "*Dogs*--in `my` house_-.",
    "33",
    "Où est l’État ?",
    "a  b",
    "1.2 Überblick",
)


def references(markdown: str, language: str = "en") -> CrossReferences:
    return CrossReferences(parse(markdown).blocks, element_words(language), markdown)


def test_name_of_a_heading_is_that_of_pandoc() -> None:
    assert [automatic_identifier(words) for words in ("What was agreed", "3. More & more", "33")]
    assert automatic_identifier("3. Applications & more") == "applications-more"
    assert automatic_identifier("33") == "section"


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
def test_names_agree_with_pandoc_itself() -> None:
    markdown = "\n\n".join(f"## {words}" for words in (*HEADINGS, *HEADINGS))
    command = ["pandoc", "-f", "markdown-smart", "-t", "html"]
    page = subprocess.run(command, input=markdown.encode(), check=True, capture_output=True).stdout
    theirs = [part.split('"')[0] for part in page.decode().split('id="')[1:]]
    assert [target.identifier for _, target in references(markdown).headings] == theirs


def test_tables_and_figures_are_counted_in_the_memos_language() -> None:
    found = references(WHOLE_MEMO, "de-AT")
    for name, words in (("tbl-options", "Tabelle\u00a01"), ("fig-map", "Abbildung\u00a01")):
        target = found.find(f"#{name}")
        assert target is not None
        assert target.words == words
    assert found.find("#nowhere") is None
    assert found.find("tbl-options") is None  # no address within the memo


def test_only_what_is_pointed_to_is_marked_and_once() -> None:
    found = references("# One\n\n# Two\n\n[x](#two)")
    first, second = (block for block, _ in found.headings)
    assert found.to_mark(first) is None
    marked = found.to_mark(second)
    assert marked is not None
    assert (marked.kind, marked.words) == (TargetKind.HEADING, "Two")
    assert found.to_mark(second) is None


def test_contents_need_every_heading() -> None:
    found = references("::: {.toc}\n:::\n\n# One\n\n> # Two")
    assert found.has_contents
    assert all(found.to_mark(block) for block, _ in found.headings)
    assert len(found.headings) == 2


def test_first_of_a_name_has_it() -> None:
    found = references("# One {#x}\n\n# Two {#x}\n\n[a](#x)")
    target = found.find("#x")
    assert target is not None
    assert target.words == "One"
    assert [one.identifier for _, one in found.headings] == ["x", "x-1"]


def test_same_words_twice_are_two_headings() -> None:
    found = references("# One\n\n# One\n\n[](#one-1)")
    assert all(isinstance(block, Heading) for block, _ in found.headings)
    assert [one.number for _, one in found.headings] == [1, 2]
