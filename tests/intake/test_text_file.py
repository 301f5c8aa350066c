from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.text_file import MAX_BYTES, decode_text

SAMPLES = Path(__file__).parents[1] / "data/intake/encodings"
WORDS = "Señor Müller spoke: “no” — ещё раз, 今日は\nand again."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"],
)
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    if encoding == "utf-32-le":
        data = b"\xff\xfe\0\0" + WORDS.encode(encoding)
    else:
        data = WORDS.encode(encoding)
    assert decode_text(data).text == WORDS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Plain words only.", "人人生而自由\n在尊严和权利上一律平等。"])
def test_utf16_without_a_mark_is_told_from_its_letters(encoding: str, text: str) -> None:
    assert decode_text(text.encode(encoding)).text == text


def test_line_ends_become_one() -> None:
    assert decode_text(b"a\r\nb\rc\nd").text == "a\nb\nc\nd"


def test_other_characters_stay_as_they_are() -> None:
    odd = "words a\x02b\x0cc\x85d\u2028e\ufffdf\u00a0g e\u0301"
    assert decode_text((odd * 20).encode()).text == odd * 20


def test_a_few_nuls_become_replacement_characters() -> None:
    text = decode_text(b"word " * 50 + b"\0end").text
    assert text.endswith("\ufffdend")
    assert "\0" not in text


def test_damaged_utf8_is_read_and_counted() -> None:
    decoded = decode_text(("žluťoučký kůň " * 20).encode() + b"\xff rest")
    assert decoded.text.endswith("\ufffd rest")
    assert decoded.remark == "1 character could not be read and stand as \ufffd."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf", "only blanks"),
        (b" \r\n\t", "only blanks"),
        (b"\x00\x01\x00\x02\xd8" * 40, "full of NUL bytes"),
        (b"\x01\x02\x03\x04 text \x05\x06" * 9, "cannot be printed"),
        (b"%PDF-1.7 and more", "a PDF file"),
        (b"PK\x03\x04 and more", "ZIP"),
        (b"\xff\xfe" + b"\x00\xd8" * 90, "damaged"),
        (b"x" * (MAX_BYTES + 1), "larger than 16 MB"),
    ],
)
def test_what_is_no_text_has_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(IntakeError, match=reason):
        decode_text(data)


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_real_samples_are_read(path: Path) -> None:
    decoded = decode_text(path.read_bytes())
    assert "\ufffd" not in decoded.text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode_text(data).text
    except IntakeError:
        return
    assert text.strip()
    text.encode("utf-8")
