import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.mail_charsets import decode_mail_bytes, decode_mail_text


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (b"plain", "", "plain"),
        (b"plain", "no-such-charset", "plain"),
        ("Grüße".encode("latin-1"), "iso-8859-1", "Grüße"),
        (b"\x93quoted\x94", "iso-8859-1", "“quoted”"),  # Windows letters under a Latin name
        ("Grüße".encode(), "iso-8859-1", "Grüße"),  # UTF-8 under a Latin name
        ("Grüße".encode("latin-1"), "us-ascii", "Grüße"),
        ("Grüße".encode("latin-1"), "", "Grüße"),
        (b"Fr+APY-sche", "utf-7", "Frösche"),
        ("스티해".encode("euc-kr"), "ks_c_5601-1987", "스티해"),
        ("メール".encode("shift_jis"), "Shift_JIS", "メール"),
        ("メール".encode("iso-2022-jp"), "iso-2022-jp", "メール"),
        ("中文".encode("gb18030"), "gb2312", "中文"),
        (b"xn--a", "idna", "xn--a"),
        (b"a\xff", "utf-8", "a\ufffd"),
        (b"a+2AA-b\0", "utf-7", "a\ufffdb\ufffd"),
        (b"\\u0041\xe9", "unicode_escape", "\\u0041é"),
    ],
)
def test_bytes_are_read_as_meant(data: bytes, charset: str, text: str) -> None:
    assert decode_mail_bytes(data, charset) == text


@given(
    st.binary(max_size=300),
    st.text(max_size=12)
    | st.sampled_from(("utf-7", "utf-16", "hz", "zip", "rot13", "punycode", "undefined", "cp037")),
)
def test_any_bytes_are_read(data: bytes, charset: str) -> None:
    text = decode_mail_bytes(data, charset)
    assert isinstance(text, str)
    text.encode()


def test_raw_bytes_of_a_header_are_read() -> None:
    assert decode_mail_text(b"Fr\xf6sche".decode("ascii", "surrogateescape")) == "Frösche"
    assert decode_mail_text("bare \ud800") == "bare \ufffd"
