import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.json_kinds import kind_of_json


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "jsonfeed"),
        ('\ufeff\n{"items": [], "version":"https:\\/\\/jsonfeed.org\\/version\\/1.1"}', "jsonfeed"),
        ('[{"id": "a", "type": "article-journal", "title": "T"}]', "csl"),
        ('{"items": [{"id": "a", "type": "report"}]}', "csl"),
        ('[{"a": 1}, {"a": 2}]', ""),
        ('{"a": 1}\n{"a": 2}\n', "lines"),
        ('{"a": 1}\r\n\r\n{"a": 2}', "lines"),
        ('{"id": 1, "type": "report"}\n{"id": 2, "type": "report"}', "lines"),
        ('{\n"a": 1\n}', ""),
        ('{"a": 1}', ""),
        ("1\n2", ""),
        ("", ""),
    ],
)
def test_kind_is_told_by_the_beginning(text: str, kind: str) -> None:
    assert kind_of_json(text.encode()) == kind


def test_long_lines_are_told_without_reading_them_all() -> None:
    line = b'{"text": "' + b"x" * 1000 + b'"}\n'
    assert kind_of_json(line * 1000) == "lines"
    assert kind_of_json(b"[" * 1_000_000) == ""


@given(st.binary(max_size=200) | st.text('{}[]":,\n a1', max_size=200).map(str.encode))
def test_any_bytes_have_a_kind_or_none(data: bytes) -> None:
    assert kind_of_json(data) in {"", "jsonfeed", "csl", "lines"}
