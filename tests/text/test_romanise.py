import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.romanise import romanised


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Élysée", "elysee"),
        ("Москва", "moskva"),
        ("Ελλάδα", "ellada"),
        ("서울", "seoul"),
        ("カナ", "kana"),
        ("ירושלים", "yrvshlym"),
        ("ﬁne ²", "fine 2"),
        ("中文", ""),
    ],
)
def test_script_is_romanised(text: str, expected: str) -> None:
    assert romanised(text) == expected


@given(st.text())
def test_romanised_text_is_ascii(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9 ]*", romanised(text))
