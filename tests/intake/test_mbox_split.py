import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.mbox_split import is_mbox, split_mbox

FROM = b"From ann@example.org Mon Jan  1 10:00:00 2024\n"
ONE = b"Subject: one\n\nHello\n"
TWO = b"Subject: two\n\nBye\n"


def test_messages_are_told_apart() -> None:
    box = FROM + ONE + b"\n" + FROM + TWO + b"\n"
    assert list(split_mbox(box)) == [ONE, TWO]
    assert list(split_mbox(box.replace(b"\n", b"\r\n"))) == [
        message.replace(b"\n", b"\r\n") for message in (ONE, TWO)
    ]


def test_quoted_from_lines_lose_one_mark() -> None:
    box = FROM + b"A: b\n\n>From here\n>>From there\n> From x\n\n"
    assert list(split_mbox(box)) == [b"A: b\n\nFrom here\n>From there\n> From x\n"]


def test_from_in_the_text_begins_no_message() -> None:
    text = b"Subject: one\n\nHello\n\nFrom now on: all\nis well\nFrom a\nb: c\n"
    assert list(split_mbox(FROM + text + b"\n" + FROM + TWO)) == [text, TWO]


def test_missing_blank_line_before_a_dated_line_is_forgiven() -> None:
    assert list(split_mbox(FROM + ONE + FROM + TWO)) == [ONE, TWO]


def test_given_length_is_believed_where_a_message_ends_there() -> None:
    body = b"quoted:\n\nFrom a@b Mon Jan  1 10:00:00 2024\nSubject: x\n\n>From y\n"
    head = b"Content-Length: %d\n\n" % len(body)
    assert list(split_mbox(FROM + head + body + b"\n" + FROM + TWO)) == [head + body, TWO]
    lie = b"Content-Length: 3\n\nHello\n"
    assert list(split_mbox(FROM + lie + b"\n" + FROM + TWO)) == [lie, TWO]


@pytest.mark.parametrize("junk", [b"", b"words", b"From", b"From a\n", b"From a\n\n", b"\n" * 9])
def test_what_is_no_mailbox_holds_no_message(junk: bytes) -> None:
    assert list(split_mbox(junk)) == []
    assert not is_mbox(junk)


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (FROM + ONE, True),
        (b"\xef\xbb\xbf\n" + FROM + ONE, True),
        (b"From - Mon Jan  1 10:00:00 2024\r\nX-Mozilla-Status: 0001\r\n", True),
        (b"From MAILER-DAEMON Fri Jul  8 12:08:34 2011\nFrom: a\n", True),
        (b"From the Minister\nSubject: Tariffs\n", False),
        (b"Dear all\nFrom a@b.org\n", False),
    ],
)
def test_mailbox_is_known_by_its_beginning(data: bytes, is_one: bool) -> None:  # noqa: FBT001
    assert is_mbox(data) is is_one


LINES = st.lists(st.text("abFrom >:\r", max_size=12).map(str.encode), max_size=12)


@given(st.lists(LINES.map(lambda lines: b"\n".join((b"A: b", b"", *lines)) + b"\n"), max_size=5))
def test_written_mailbox_reads_back(messages: list[bytes]) -> None:
    """The rd kind: every line that begins as From, however quoted, is quoted once more."""
    box = bytearray()
    for message in messages:
        lines = message.split(b"\n")
        quoted = [b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in lines]
        box += FROM + b"\n".join(quoted) + b"\n"
    found = [message.rstrip(b"\r\n") for message in split_mbox(bytes(box))]
    assert found == [message.rstrip(b"\r\n") for message in messages]


@given(st.binary(max_size=300) | st.text("From a@\n:>C1", max_size=300).map(str.encode))
def test_any_bytes_are_split(data: bytes) -> None:
    assert sum(map(len, split_mbox(data))) <= len(data)
