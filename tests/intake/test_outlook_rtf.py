import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.outlook_rtf import packed_rtf_text, unpacked_rtf

# The two examples of MS-OXRTFCP, 4.1 and 4.2.
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
CROSSING = bytes.fromhex(
    "1a0000001c0000004c5a4675e2d44b5141000420 5758595a0d6e7d010eb0".replace(" ", "")
)


def test_packed_text_of_the_standard_is_unpacked() -> None:
    assert unpacked_rtf(PACKED) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert packed_rtf_text(PACKED) == "hello world"


def test_copy_that_runs_into_itself_is_unpacked() -> None:
    assert unpacked_rtf(CROSSING) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_text_that_is_not_packed_is_taken_as_it_stands() -> None:
    rtf = b"{\\rtf1 plain}"
    head = struct.pack("<IIII", len(rtf) + 12, len(rtf), 0x414C454D, 0)
    assert unpacked_rtf(head + rtf) == rtf


@pytest.mark.parametrize(
    "data", [b"", b"x" * 15, b"x" * 40, struct.pack("<IIII", 0, 2**31, 0x75465A4C, 0)]
)
def test_damaged_or_overlong_text_is_refused(data: bytes) -> None:
    with pytest.raises(IntakeError, match="rich text"):
        unpacked_rtf(data)


@given(st.binary(max_size=200), st.integers(0, 5000))
def test_any_bytes_unpack_to_no_more_than_they_say(data: bytes, size: int) -> None:
    head = struct.pack("<IIII", 0, size, 0x75465A4C, 0)
    assert len(unpacked_rtf(head + data)) <= size + 17 * 8
