import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.memo_file import read_memo_file, write_memo_file

FIELDS = (("to", "The Minister"), ("subject", "Tariffs: what now"), ("date", "2025-09-03"))


def test_memo_is_written_as_one_would_write_it() -> None:
    text = write_memo_file((*FIELDS, ("through", "")), "\n## Bottom line\n\nWords.\n\n")
    assert text == (
        '---\nto: The Minister\nsubject: "Tariffs: what now"\ndate: "2025-09-03"\nthrough:\n---\n\n'
        "## Bottom line\n\nWords.\n"
    )
    found = read_memo_file(text)
    assert found.fields == (*FIELDS, ("through", ""))
    assert found.body == "## Bottom line\n\nWords.\n"


def test_memo_without_fields_or_body_is_read() -> None:
    assert read_memo_file("Words.").fields == ()
    assert read_memo_file("Words.").body == "Words.\n"
    assert read_memo_file("---\nto: x\n---\n").body == ""


def test_lists_in_a_memo_are_fields_of_one_name() -> None:
    assert read_memo_file("---\ncopy: [A, B]\n---\n").fields == (("copy", "A"), ("copy", "B"))


names = st.from_regex(r"[a-z][a-z-]{0,12}", fullmatch=True)
words = st.text(st.characters(exclude_categories=("Cs",)), max_size=40).map(str.strip)


@given(st.lists(st.tuples(names, words), min_size=1, max_size=6, unique_by=lambda pair: pair[0]))
def test_fields_come_back_here_and_in_other_readers_of_yaml(fields: list[tuple[str, str]]) -> None:
    text = write_memo_file(fields, "Words.")
    assert read_memo_file(text).fields == tuple(fields)
    head = text.split("\n---\n")[0].removeprefix("---\n")
    elsewhere = yaml.safe_load(head)
    assert {key: value or "" for key, value in elsewhere.items()} == dict(fields)


@pytest.mark.parametrize(
    "value", ["null", "~", "12:30", "NO", "1.5", "a: b", "# x", "- a", "'x'", "a #b"]
)
def test_words_that_yaml_would_bend_are_quoted(value: str) -> None:
    text = write_memo_file([("key", value)], "")
    assert yaml.safe_load(text.split("\n---")[0]) == {"key": value}
    assert read_memo_file(text).fields == (("key", value),)
