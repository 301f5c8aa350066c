"""The fields of a line are chips, which can be taken out, put in and exchanged."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.query_chips import filter_text, query_chips, with_filter, without
from briefing.text.query_language import parse_query

LINE = (
    "mexico color:red in:memo -dup:yes title:=x "
    'tag:a/b usage:used -lang:en title:vow rank:<3 foo:bar publisher:="The N"'
)


def test_chips_are_the_fields_that_are_understood() -> None:
    chips = query_chips(LINE)
    assert [(chip.field, chip.value, chip.is_negated) for chip in chips] == [
        ("colour", "red", False),
        ("in", "memo", False),
        ("dup", "yes", True),
        ("tag", "a/b", False),
        ("usage", "used", False),
        ("lang", "en", True),
        ("title", "vow", False),
        ("rank", "<3", False),
        ("publisher", "The N", False),
    ]
    assert all(LINE[chip.span.start : chip.span.end] == chip.text for chip in chips)
    assert chips[5].text == "-lang:en"


def test_a_chip_is_taken_out_with_its_space() -> None:
    assert without("a tag:x b", query_chips("a tag:x b")[0]) == "a b"
    assert without("(tag:x b)", query_chips("(tag:x b)")[0]) == "(b)"
    assert without("-tag:x", query_chips("-tag:x")[0]) == ""


def test_a_filter_is_put_in_and_taken_out_again() -> None:
    line = with_filter("mexico", "tag", "region/mexico")
    assert line == "mexico tag:region/mexico"
    assert with_filter(line, "tag", "region/mexico") == "mexico"
    assert with_filter(line, "tag", "topic") == "mexico tag:region/mexico tag:topic"


def test_a_field_that_an_article_has_once_changes_its_value() -> None:
    assert with_filter("usage:used a", "usage", "rejected") == "usage:rejected a"
    assert with_filter("a", "publisher", "The (N)") == 'a publisher:="The (N)"'


def test_words_in_a_field_may_be_several() -> None:
    assert with_filter("author:a", "author", "b") == "author:a author:b"


@given(
    st.text(alphabet='ab :"()-*', max_size=20),
    st.sampled_from(["tag", "publisher"]),
    st.text(alphabet="ab (é", min_size=1, max_size=8).map(str.strip).filter(bool),
)
def test_a_filter_that_was_put_in_is_understood(line: str, name: str, value: str) -> None:
    assert not parse_query(filter_text(name, value)).problems
    (chip,) = query_chips(filter_text(name, value))
    assert chip.field == name
    assert isinstance(with_filter(line, name, value), str)
