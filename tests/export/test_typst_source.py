import re

import pytest

from briefing.export.typst_source import typst_source
from briefing.model.template import NoteStyle
from tests.export.golden import assert_golden
from tests.export.publications import make_publication


@pytest.mark.parametrize("notes", NoteStyle)
def test_every_element_is_written_as_it_was_found_right(notes: NoteStyle) -> None:
    assert_golden(f"memo-{notes}.typ", typst_source(make_publication(note_style=notes), "// look"))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", 'lang: "en", region: "US"'),
        ("es", 'lang: "es", region: none'),
        ("zh-Hant-TW", 'lang: "zh", region: "TW"'),
        ("", 'lang: "en", region: none'),
        ('"; evil', 'lang: "en", region: none'),
        ("english", 'lang: "en", region: none'),
    ],
)
def test_language_is_one_that_typst_takes(language: str, expected: str) -> None:
    assert expected in typst_source(make_publication(language=language), "")


def test_item_without_a_box_among_tasks_has_none() -> None:
    source = typst_source(make_publication("- [x] done\n- [ ] open\n- plain\n"), "")
    assert [source.count(box) for box in ("#task(true)", "#task(false)", "#list(")] == [1, 1, 1]


def test_heading_without_words_is_none() -> None:
    assert "#heading" not in typst_source(make_publication("A.\n\n## \n\nB."), "")


def test_what_only_a_note_points_to_has_its_label() -> None:
    body = "# One {#one}\n\nWords.[^n]\n\n[^n]: See [](#one), and *[more](#two)*.\n\n# Two\n"
    source = typst_source(make_publication(body), "")
    wanted = set(re.findall(r"link\(<([\w-]+)>\)", source))
    assert len(wanted) == 2
    assert all(source.count(f"<{name}>") > 1 for name in wanted)
