"""Rich text becomes Markdown: codepages, structure, changes accepted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.rtf_article import read_rtf
from briefing.model.partial_date import PartialDate


def read(text: str, head: str = r"\ansi\ansicpg1252") -> FoundArticle:
    (found,) = read_rtf("a.rtf", f"{{\\rtf1{head} {text}}}".encode("latin-1"))
    return found


def body_of(text: str, head: str = r"\ansi\ansicpg1252") -> str:
    draft = read(text, head).draft
    assert draft
    return draft.body


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"caf\'e9 and \'93it\'94", "café and “it”"),
        (r"\u27721?\u-10179?\u-8693? \u8364\'80", "汉😋 €"),
        (r"{\fonttbl{\f1\fcharset204 Arial;}}\f1 \'cf\'f0\'e8\'e2\'e5\'f2", "Привет"),
        (r"{\fonttbl{\f2\fcharset128 Mincho;}}\f2 \'93\'fa\'96\'7b", "日本"),
        (r"\uc2\u8211 --x\lquote y\rquote", "–x‘y’"),
        (r"a\~b\_c\-d \{e\}", "a\xa0b-cd {e}"),
        (r"10{\super 6} t and H{\sub 2}O", "10⁶ t and H₂O"),
        (r"{\b bold} and {\i slanted\i0  plain}", "**bold** and *slanted* plain"),
        (r"shown {\v hidden }{\pict 0102ff}{\header Head}words", "shown words"),
        (r"{\upr{plain}{\*\ud{\u27721?}}} x", "汉 x"),
        (r"{\info{\comment StarWriter}}{\*\generator no}shown{ \*\unheard no}", "shown"),
        (r"{\b0\*\cs7\cf0 behind a star}", "behind a star"),
        (r"one\line two\par three", "one  \ntwo\n\nthree"),
    ],
)
def test_characters_are_read_as_they_are_shown(text: str, words: str) -> None:
    assert body_of(text) == words


def test_headings_lists_tables_links_and_notes() -> None:
    text = (
        r"{\stylesheet{\s1 heading 1;}{\s2\outlinelevel1 Sub;}}"
        r"\pard\s1 First\par\pard\s2 Second\par\pard"
        r"{\listtext\'b7\tab}Item\par{\listtext 2.\tab}\ilvl0 Two\par\pard "
        r"\trowd\intbl Year\cell t\cell\row\trowd\intbl 2024\cell 59\cell\row\pard "
        r'See {\field{\*\fldinst HYPERLINK "https://a.org/x"}{\fldrslt it}}{\footnote Note.}.\par'
    )
    assert body_of(text) == (
        "## First\n\n### Second\n\n- Item\n2. Two\n\n"
        "| Year | t |\n| --- | --- |\n| 2024 | 59 |\n\n"
        "See [it](https://a.org/x)[^1].\n\n[^1]: Note."
    )


def test_properties_and_remarks() -> None:
    found = read(
        r"\deflang2057{\info{\title After the Accord}{\author Ana L\'f3pez}"
        r"{\creatim\yr2024\mo9\dy2}}"
        r"It {\deleted was}{\revised is} so{\*\annotation remark}."
    )
    assert found.draft
    assert (found.draft.title, found.draft.authors) == ("After the Accord", ("Ana López",))
    assert (found.draft.published, found.draft.language) == (PartialDate(2024, 9, 2), "en-GB")
    assert found.draft.body == "It is so."
    assert found.remark == "Tracked changes were taken as accepted. 1 comment left out."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"words", "no rich text"),
        (rb"{\rtf1 }", "no text"),
        (rb"{\rtf1" + b"{" * 2000, "too deeply"),
    ],
    ids=["plain", "void", "deep"],
)
def test_what_is_no_article_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(IntakeError, match=reason):
        list(read_rtf("a.rtf", data))


PIECES = st.sampled_from(
    [
        "{", "}", r"\par ", r"\cell ", r"\row ", r"\intbl ", r"\footnote ", r"\u-10179?", r"\uc9 ",
        r"\bin3 ", r"\'e9", r"\*", r"\upr ", r"\ud ", r"\fldinst ", r"\f9 ", r"\s2 ",
        "words ", "\\",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40))
def test_any_row_of_signs_ends_as_an_article_or_a_reason(pieces: list[str]) -> None:
    try:
        assert body_of("".join(pieces) + " end")
    except IntakeError:
        return
