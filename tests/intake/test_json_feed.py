import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.json_feed import read_json_feed
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The  Feed",
    "home_page_url": "https://example.org/",
    "language": "en-US",
    "authors": [{"name": "The Desk"}],
    "items": [
        {
            "id": 7,
            "url": "https://example.org/7",
            "title": "Tariffs",
            "content_html": "<p>Long <a href='/x'>text</a></p>",
            "summary": "Short",
            "date_published": "2025-09-03T23:30:00-04:00",
            "date_modified": "2025-09-04T01:00:00Z",
            "tags": ["trade", "#steel", 5, "trade"],
        },
        {"id": "b", "content_text": "Only words.\nMore.", "author": {"name": "Ann"}},
        {"id": "b", "external_url": "https://other.org/2024/05/06/x"},
    ],
}


def read(feed: object):  # noqa: ANN201
    return list(read_json_feed("feed.json", json.dumps(feed).encode()))


def test_items_have_their_fields() -> None:
    full, words, link = (found.draft for found in read(FEED))
    assert full is not None
    assert words is not None
    assert link is not None
    assert (full.title, full.publisher, full.authors) == ("Tariffs", "The Feed", ("The Desk",))
    assert full.body == "Long [text](https://example.org/x)"
    assert (full.summary, full.language, full.tags) == ("Short", "en-US", ("trade", "steel"))
    assert (full.published, full.date_origin) == (PartialDate(2025, 9, 3), DateOrigin.GIVEN)
    assert dict(full.fields) == {
        "id": "7",
        "updated": "2025-09-04T01:00:00Z",
        "feed": "https://example.org/",
    }
    assert (words.title, words.body) == ("Only words.", "Only words.\nMore.")
    assert words.authors == ("Ann",)
    assert (link.title, link.date_origin) == ("https://other.org/2024/05/06/x", DateOrigin.URL)


def test_each_item_has_a_name_and_an_original_of_its_own() -> None:
    found = read(FEED)
    assert [one.part for one in found] == ["7", "b", "b (2)"]
    for one in found:
        assert one.original is not None
        (again,) = read_json_feed(one.original.name, one.original.data)
        assert again.draft == one.draft


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "It is no JSON Feed: its JSON is damaged."),
        (b"[" * 100_000, "It is no JSON Feed: its JSON is damaged."),
        (b"\xff\xfe", "It is no JSON Feed: its JSON is damaged."),
        (b"[]", "It is no JSON Feed: it is no object."),
        (b"{}", "It is no JSON Feed: it does not state a version of one."),
        (b'{"version": "https://jsonfeed.org/version/1"}', "The feed has no items."),
    ],
)
def test_what_is_no_feed_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(IntakeError) as fault:
        list(read_json_feed("a.json", data))
    assert str(fault.value) == reason


def test_item_that_says_nothing_is_a_reason() -> None:
    (found,) = read({**FEED, "items": [{"id": "x"}]})
    assert (found.draft, found.part) == (None, "x")
    assert found.remark == "The item has neither a title nor a text nor an address."


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("http://[a"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("name", "url", "id")), inner, max_size=3)
    ),
    max_leaves=4,
)
KEYS = ("id", "url", "title", "content_html", "content_text", "tags", "authors", "date_published")


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES), max_size=2))
def test_any_items_are_articles_or_a_reason(items: list[dict[str, object]]) -> None:
    if items:
        assert all(found.draft or found.remark for found in read({**FEED, "items": items}))
