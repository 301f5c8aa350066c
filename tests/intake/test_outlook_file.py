from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.outlook_file import read_outlook
from briefing.model.partial_date import PartialDate

DATA = Path(__file__).parents[1] / "data/mail"
SMALL = (DATA / "no-attachments.msg").read_bytes()


def test_message_has_its_fields_and_its_files() -> None:
    message, picture = read_outlook("a.msg", (DATA / "message.msg").read_bytes())
    draft = message.draft
    assert draft is not None
    assert (draft.title, draft.authors) == ("Re: test internal", ("bedfortest at TEST",))
    assert draft.published == PartialDate(2020, 10, 6)
    assert draft.body.startswith("asdfasdf\n\n\n--\n\nSicher gesendet mit Tutanota.")
    assert draft.fields == (
        ("From", "bedfortest at TEST <bedfortest@tutanota.de>"),
        ("To", "Arne Möhle <arne.moehle@tutao.onmicrosoft.com>"),
        ("Message-ID", "<MIxL6C1--3-0@tutanota.de>"),
    )
    assert (picture.draft, picture.part) == (None, "attachment/serveimage.jpg")


def test_message_that_was_never_sent_has_no_date() -> None:
    (message,) = read_outlook("a.msg", SMALL)
    assert message.draft is not None
    assert (message.draft.title, message.draft.body) == ("This is the subject", "This is a message")
    assert (message.draft.published, message.draft.publisher) == (None, "neverland.com")


def test_other_items_of_outlook_are_refused() -> None:
    kind = "IPM.Note".encode("utf-16-le")
    assert kind in SMALL
    with pytest.raises(IntakeError, match="another item"):
        list(read_outlook("a.msg", SMALL.replace(kind, "IPM.Task".encode("utf-16-le"))))


@pytest.mark.parametrize("data", [b"", b"words", SMALL[:512], SMALL[:4000]])
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(IntakeError, match="Outlook"):
        list(read_outlook("a.msg", data))


@given(st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), min_size=1))
def test_damaged_files_are_messages_or_a_reason(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SMALL)
    for index, byte in changes:
        data[index] = byte
    try:
        for found in read_outlook("a.msg", bytes(data)):
            assert found.draft or found.remark
    except IntakeError as fault:
        assert str(fault).endswith(".")  # noqa: PT017
