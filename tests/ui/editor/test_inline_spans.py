import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.editor.inline_spans import Ink, inline_spans


def inked(text: str, ink: Ink) -> list[str]:
    return [text[s.start : s.end] for s in inline_spans(text) if s.ink is ink]


@pytest.mark.parametrize(
    ("text", "ink", "found"),
    [
        ("a **b c** d", Ink.BOLD, ["b c"]),
        ("a *b* d", Ink.ITALIC, ["b"]),
        ("***x***", Ink.BOLD, ["x"]),
        ("snake_case_name", Ink.ITALIC, []),
        ("_it_ goes", Ink.ITALIC, ["it"]),
        ("2 * 3 * 4", Ink.ITALIC, []),
        ("~~gone~~", Ink.STRIKE, ["gone"]),
        ("`a*b*c`", Ink.CODE, ["`a*b*c`"]),
        ("`a*b*c`", Ink.ITALIC, []),
        ("see [the text](https://x.org/a_(b)) ok", Ink.LINK, ["the text"]),
        ("<https://x.org>", Ink.LINK, ["<https://x.org>"]),
        ("note[^a]", Ink.NOTE, ["[^a]"]),
        (r"\*no\*", Ink.ITALIC, []),
        ("**open", Ink.BOLD, []),
        ("[**b** c](u)", Ink.BOLD, ["b"]),
    ],
)
def test_marks_are_found(text: str, ink: Ink, found: list[str]) -> None:
    assert inked(text, ink) == found


def test_marks_know_what_they_belong_to() -> None:
    scopes = {s.scope for s in inline_spans("a **b** c") if s.ink is Ink.SYNTAX}
    assert scopes == {(2, 7)}


def test_marks_in_a_link_stand_where_they_are_in_the_line() -> None:
    text = "see [*x*](u)"
    span = next(s for s in inline_spans(text) if s.ink is Ink.ITALIC)
    assert text[span.start : span.end] == "x"


@given(st.text(alphabet="ab *_~`[]()<>\\!^", max_size=40))
def test_spans_stay_in_the_line(text: str) -> None:
    for span in inline_spans(text):
        assert 0 <= span.start <= span.end <= len(text)
        if span.scope:
            assert span.scope[0] <= span.start <= span.end <= span.scope[1]
