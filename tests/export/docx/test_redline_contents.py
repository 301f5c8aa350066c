"""The table of contents of a redline is that of either version, as its changes are settled."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefing.export.docx.redline import redlined
from briefing.export.docx.xml_text import WORD, Element
from tests.export.docx.test_redline import DATE, written
from tests.export.ooxml_rules import faults

W = f"{{{WORD}}}"
CONTENTS = "::: {.toc}\n:::\n\n"
OLD = CONTENTS + "## Alpha\n\nOne.\n\n## Beta point\n\nTwo.\n\n### Sub\n\nx\n\n## Gamma\n\nThree.\n"
NEW = (
    CONTENTS
    + "## First\n\nNew.\n\n## Alpha\n\nOne.\n\n## Beta matter\n\nTwo.\n\n## Gamma\n\nThree.\n\n"
    "## Last\n\nEnd.\n"
)
HEADINGS = st.lists(st.sampled_from(["Alpha", "Beta", "Gamma", "Delta"]), min_size=1, max_size=5)


def contents(data: bytes) -> Element:
    root = etree.fromstring(ZipFile(BytesIO(data)).read("word/document.xml"))
    found = root.find(f".//{W}sdt/{W}sdtContent")
    assert found is not None
    return found


def settled(content: Element, gone: str) -> list[tuple[str, list[str]]]:
    """Return the lines when marks of `gone` go with what they hold: their words, their fields.

    A paragraph whose end goes is joined with the next one, as Word does it.
    """
    lines: list[tuple[str, list[str]]] = []
    words, marks = "", list[str]()
    for paragraph in content.findall(W + "p"):
        for run in paragraph.iter(W + "r"):
            if any(one.tag == W + gone for one in run.iterancestors()):
                continue
            words += "".join(one.text or "" for one in run.iter(W + "t", W + "delText"))
            words += "\t" * len(run.findall(W + "tab"))
            marks += [one.get(W + "fldCharType") or "" for one in run.iter(W + "fldChar")]
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{gone}") is None:
            lines.append((words, marks))
            words, marks = "", []
    assert not words
    return lines


def lines_of(data: bytes, gone: str = "none") -> list[str]:
    """Return the lines without the numbers of their pages."""
    return [
        words.rpartition("\t")[0] or words for words, _ in settled(contents(data), gone) if words
    ]


@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (NEW, OLD), (OLD, OLD)])
def test_either_version_has_its_own_contents(old: str, new: str) -> None:
    was, now = written(old), written(new)
    data = redlined(now, was, "Ada", DATE)
    assert faults(data) == []
    assert lines_of(data, "del") == lines_of(now)
    assert lines_of(data, "ins") == lines_of(was)
    for gone in ("del", "ins"):
        marks = [mark for _, marks in settled(contents(data), gone) for mark in marks]
        assert marks.count("begin") == marks.count("separate") == marks.count("end")
        assert (marks[0], marks[-1]) == ("begin", "end")


@settings(max_examples=25, deadline=None)
@given(HEADINGS, HEADINGS)
def test_any_contents_can_be_had_again(old: list[str], new: list[str]) -> None:
    was, now = (
        written(CONTENTS + "".join(f"## {one}\n\nText of {one}.\n\n" for one in side))
        for side in (old, new)
    )
    data = redlined(now, was, "Ada", DATE)
    assert faults(data) == []
    assert lines_of(data, "del") == lines_of(now)
    assert lines_of(data, "ins") == lines_of(was)


def test_another_page_number_is_no_change() -> None:
    longer = OLD.replace("One.", "One. " + "And more of it. " * 900)
    data = redlined(written(longer), written(OLD), "Ada", DATE)
    assert not list(contents(data).iter(W + "ins", W + "del"))


@pytest.mark.parametrize(("old", "new"), [(OLD, NEW), (NEW, OLD)])
def test_contents_that_come_or_go_are_those_of_the_version_that_has_them(
    old: str, new: str
) -> None:
    bare = new.removeprefix(CONTENTS)
    for was, now, gone in ((old, bare, "del"), (bare, old, "ins")):
        data = redlined(written(now), written(was), "Ada", DATE)
        assert faults(data) == []
        assert lines_of(data, gone) == []
        assert lines_of(data) == lines_of(written(old))
        marks = [mark for _, marks in settled(contents(data), "none") for mark in marks]
        assert marks.count("begin") == marks.count("end") > 0
