import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.web_addresses import same_page_key


@pytest.mark.parametrize(
    "url",
    [
        "https://www.a.org/x/y",
        "http://a.org/x/y/",
        "HTTPS://WWW.A.ORG:443/x/y#top",
        "http://a.org:80/x/y?utm_source=mail&utm_medium=x",
        " www.a.org/x/y?fbclid=1 ",
    ],
)
def test_spellings_of_one_page_are_the_same(url: str) -> None:
    assert same_page_key(url) == "a.org/x/y"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://a.org/X/y", "a.org/X/y"),
        ("https://a.org/?p=1", "a.org?p=1"),
        ("https://a.org/?p=1&utm_source=x&q=a b", "a.org?p=1&q=a+b"),
        ("https://a.org/#!/page", "a.org#!/page"),
        ("https://a.org:8080/x", "a.org:8080/x"),
        ("https://a.org/", ""),
        ("https://a.org", ""),
        ("https://a.org/index.php", ""),
        ("https://a.org/Index.HTML#top", ""),
        ("https://a.org/index.php?id=4", "a.org/index.php?id=4"),
        ("https://a.org/news/index.html", "a.org/news/index.html"),
        ("", ""),
        ("https://[broken/x", ""),
        ("https://a.org:99999/x", ""),
    ],
)
def test_other_pages_are_told_apart(url: str, key: str) -> None:
    assert same_page_key(url) == key


@given(st.text())
def test_any_text_has_a_key_or_none(url: str) -> None:
    same_page_key(url)
    same_page_key("http://" + url)
