import binascii

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.mail_text import plain_text


def test_flowed_lines_are_joined_and_quotes_kept() -> None:
    text = "One \ntwo.\nThree\n>> deep \n>> er\n> less\n>quoted\n\n-- \nAnn"
    assert plain_text(text, is_flowed=True).text == (
        "One two.\nThree\n\n> > deep er\n>\n> less\n> quoted\n\n--\nAnn"
    )


def test_blanks_that_only_mark_the_flow_are_dropped() -> None:
    assert plain_text("Wort \nteil", is_flowed=True, del_sp=True).text == "Wortteil"
    assert plain_text(" From here", is_flowed=True).text == "From here"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("a\n> b\nc", "a\n\n> b\n\nc"),  # else the reply would be taken into the quote
        ("a\n-- \nAnn", "a\n\n--\nAnn"),  # else the line above would be a heading
        ("> a\n> -- \n> Ann", "> a\n>\n> --\n> Ann"),
        ("a \nb", "a\nb"),
        ("\n\na\r\nb\r", "a\nb"),
        ("\t\tHi,\n> \tYou", "Hi,\n\n> You"),
        ("x > y", "x > y"),
    ],
)
def test_markdown_says_what_the_mail_does(text: str, markdown: str) -> None:
    assert plain_text(text).text == markdown


def test_file_written_out_in_the_text_is_taken_out() -> None:
    data = bytes(range(100))
    lines = [binascii.b2a_uu(data[at : at + 45]).decode().rstrip("\n") for at in (0, 45, 90)]
    text = "\n".join(["Hello", "begin 644 a b.bin", *lines, "`", "end", "Bye"])
    found = plain_text(text)
    assert found.text == "Hello\nBye"
    assert found.files == (("a b.bin", data),)


@pytest.mark.parametrize("text", ["begin 644 x\nNot a file.", "begin 644 x\n#86)C", "begin here"])
def test_what_only_looks_like_a_file_stays(text: str) -> None:
    assert plain_text(text).text == text
    assert plain_text(text).files == ()


@given(st.text(max_size=300) | st.text("> -\nab \r", max_size=200), st.booleans(), st.booleans())
def test_any_text_keeps_its_words(text: str, is_flowed: bool, del_sp: bool) -> None:  # noqa: FBT001
    found = plain_text(text, is_flowed=is_flowed, del_sp=del_sp)
    if not found.files:
        assert [c for c in found.text if c.isalnum()] == [c for c in text if c.isalnum()]
