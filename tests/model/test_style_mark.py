import pytest

from briefing.model.citation_style import CslFile
from briefing.model.style_mark import csl_file_in, csl_mark, style_in, style_mark


@pytest.mark.parametrize("name", ["apa", "chicago-notes", "a" * 33])
def test_a_style_is_found_again_by_its_mark(name: str) -> None:
    mark = style_mark(name)
    assert len(mark) <= 40
    assert style_in(["_bfg_1_0_5", mark]) == name


@pytest.mark.parametrize("name", ["", "Ünsäuber", "two words", "a" * 34, "a_b"])
def test_a_name_that_no_bookmark_holds_leaves_none(name: str) -> None:
    assert style_mark(name) == ""


def test_other_bookmarks_name_no_style() -> None:
    assert style_in(["_bfg_note_3", "_bfg_c_", "Heading", "x_bfg_c_apa"]) == ""


def test_style_of_a_file_is_known_by_what_stands_in_it() -> None:
    mark = csl_mark(CslFile("journal", b"<style/>", is_ready=False))
    assert csl_file_in(["_bfg_c_apa", mark]) == mark
    assert style_in([mark]) == ""
    assert csl_mark(CslFile("apa", b"<style/>")) == "_bfg_c_apa"
    assert csl_mark(CslFile("My Journal", b"<style/>")) == mark
    assert len(mark) <= 40
