import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export.web_address import LONGEST, web_address


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f"),
        (" HTTP://Example.org ", "HTTP://Example.org"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ('https://example.org/a b"c<d>', "https://example.org/a%20b%22c%3Cd%3E"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
        ("https://münchen.example/straße", "https://münchen.example/straße"),
        ("http://[::1]/x", "http://[::1]/x"),
        ("https://example.org/[x]", "https://example.org/%5Bx%5D"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("ftp://example.org/x", ""),
        ("//example.org/x", ""),
        ("#section", ""),
        ("http:///x", ""),
        ("http://[bad", ""),
        ("http://example.org:99999/", ""),
        ("", ""),
        ("https://example.org/" + "x" * LONGEST, ""),
    ],
)
def test_only_web_and_mail_are_linked(url: str, expected: str) -> None:
    assert web_address(url) == expected


@given(st.text())
def test_any_text_gives_a_safe_address_or_none(text: str) -> None:
    address = web_address("https://example.org/" + text)
    assert not set(address) & set(' "<>\\^`{|}\n\t')
