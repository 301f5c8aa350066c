from email.message import Message

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.mail_headers import addresses, decode_words, header, headers, mail_date
from briefing.intake.mail_message import parse_message
from briefing.model.partial_date import PartialDate


def message_of(*lines: str | bytes) -> Message:
    raw = [line if isinstance(line, bytes) else line.encode() for line in lines]
    return parse_message(b"\r\n".join(raw) + b"\r\n\r\nbody")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Re: plain  words\r\n folded", "Re: plain words folded"),
        ("=?iso-8859-1?Q?J=FCrgen?= =?iso-8859-1?Q?_Schm=FCrgen?=", "Jürgen Schmürgen"),
        ("=?utf-8?B?w6Q=?= =?utf-8?B?w7Y=?=", "äö"),
        ("=?utf-8?Q?half_=C3?=\r\n =?utf-8?Q?=A4?=", "half ä"),  # a letter cut in two
        ("=?utf-7?Q?Fr+APY-sche?=", "Frösche"),
        ("=?NONE?B?VEVTVA=?=", "TEST"),
        ("=?utf-8*en?q?marked?= and plain", "marked and plain"),
        ("=?utf-8?q?with blanks inside?=", "with blanks inside"),
        ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"),
        ("=?gb2312?B?1tDOxA==?=", "中文"),
        ("=?koi8-r?B?8NLJ18XU?=", "Привет"),
        ("=?broken?=", "=?broken?="),
        ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="),
        ("Fwd: 50 % =3D off", "Fwd: 50 % =3D off"),
        ("tab\tand\x00nul", "tab and nul"),
    ],
)
def test_encoded_words_are_decoded(value: str, text: str) -> None:
    assert decode_words(value) == text


@given(st.text(max_size=200) | st.text("=?utf-8BQbq_ \r\n\t<>@,;:\"'\\()", max_size=200))
def test_any_header_is_decoded_to_one_line(value: str) -> None:
    assert "\n" not in decode_words(value)


@given(st.binary(max_size=300))
def test_any_bytes_in_headers_are_read(value: bytes) -> None:
    message = parse_message(b"Subject: x\r\nFrom: " + value + b"\r\nDate: " + value + b"\r\n\r\n")
    assert isinstance(header(message, "From"), str)
    assert all(isinstance(str(address), str) for address in addresses(message, "From"))
    mail_date(message)


def test_raw_bytes_are_read_in_the_charset_of_the_text() -> None:
    raw = message_of(
        b"Subject: \xf0\xd2\xc9\xd7\xc5\xd4", "Content-Type: text/plain; charset=koi8-r"
    )
    assert header(raw, "subject") == "Привет"
    assert header(message_of(b"Subject: Fr\xf6sche"), "Subject") == "Frösche"
    assert header(message_of("Subject: Frösche"), "Subject") == "Frösche"


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ('"Doug Sauder" <doug@example.com>', ["Doug Sauder <doug@example.com>"]),
        ("=?utf-8?Q?Sauder=2C_Doug?= <d@e.org>, x@y.org", ["Sauder, Doug <d@e.org>", "x@y.org"]),
        ("a@b.org c@b.org", ["a@b.org", "c@b.org"]),
        ("Whomever", ["Whomever"]),
        (", x@y.org", ["x@y.org"]),
        ("Group: a@b.org, c@d.org;", ["a@b.org", "c@d.org"]),
        ("\"'Ann'\" <a@b.org>", ["Ann <a@b.org>"]),
        ("", []),
    ],
)
def test_addresses_keep_their_names(value: str, names: list[str]) -> None:
    found = addresses(message_of(f"From: {value}"), "From")
    assert [str(address) for address in found] == names


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("Wed, 17 May 2000 23:18:39 -0400", PartialDate(2000, 5, 17)),
        ("14 Oct 2010 23:25:06 -0400", PartialDate(2010, 10, 14)),
        ("Fri, 21 Nov 97 09:55:06 GMT", PartialDate(1997, 11, 21)),
        ("Wed, 28 May 2014 17:18:19 +0900 (JST)", PartialDate(2014, 5, 28)),
        ("Whenever", None),
        ("31 Feb 2010 00:00:00 +0000", None),
        ("1 Jan 1901 00:00:00 +0000", None),
        ("", None),
    ],
)
def test_date_is_the_day_of_the_sender(value: str, day: PartialDate | None) -> None:
    assert mail_date(message_of("X: y", f"Date: {value}")) == day


def test_headers_of_one_name_come_in_their_order() -> None:
    assert list(headers(message_of("Received: a", "RECEIVED: b"), "received")) == ["a", "b"]
