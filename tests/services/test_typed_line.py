"""The line while it is typed: its last word goes on, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.services.typed_line import as_typed
from briefing.text.query_language import parse_query

LINES = {
    "": "",
    "s": "",
    "joint s": "joint ",
    "EU": "EU",
    "car": "car*",
    "joint sta": "joint sta*",
    "cartel ": "cartel ",
    "cartel*": "cartel*",
    '"joint sta"': '"joint sta"',
    '"joint sta': '"joint sta',
    "-cart": "-cart",
    "NOT cart": "NOT cart",
    "cartel OR": "cartel OR",
    "cartel OR gan": "cartel OR gan*",
    "(cartel OR gan": "(cartel OR gan*",
    "(cartel OR gang)": "(cartel OR gang)",
    "title:sov": "title:sov*",
    "title:": "title:",
    "tag:region/mex": "tag:region/mex",
    "usage:used": "usage:used",
    "publisher:=Times": "publisher:=Times",
    "峰": "峰*",
    "59": "59",
    "AT&T": "AT&T",
    "U.S.": "U.S.",
    "COVID-19": "COVID-19",
    "e-ma": "e-ma",
    "e-mai": "e-mai*",
    "vow-fight c": "vow-fight ",
    "title:AT&T": "title:AT&T",
    "C++": "C++",
    "l’été": "l’été*",
    "5": "5",
}


@pytest.mark.parametrize("line", LINES)
def test_last_word_goes_on(line: str) -> None:
    assert as_typed(line) == LINES[line]


@given(st.text(max_size=40))
def test_any_line_stays_a_line(line: str) -> None:
    parse_query(as_typed(line))
    assert as_typed(line).removesuffix("*").strip() in line
