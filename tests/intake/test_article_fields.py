from typing import Any

import pytest

from briefing.intake.article_fields import article_fields
from briefing.intake.front_matter import read_front_matter
from briefing.model.article import Usage
from briefing.model.partial_date import PartialDate


def read(block: str) -> tuple[dict[str, Any], tuple[tuple[str, str], ...]]:
    return article_fields(read_front_matter(f"---\n{block}\n---\nbody").pairs)


def test_keys_of_the_seed_format_become_fields() -> None:
    fields, others = read(
        "url: https://a.org/x\ntitle: A: b\npublisher: nytimes\nusage: candidate\ninitial_rank: 3"
    )
    assert fields == {
        "url": "https://a.org/x",
        "title": "A: b",
        "publisher": "nytimes",
        "usage": Usage.CANDIDATE,
        "rank": 3,
    }
    assert others == ()


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("Headline: T", "title", "T"),
        ("title: A&#8217;s &amp; b &copy", "title", "A’s & b &copy"),
        ("canonical_url: https://a.org/", "url", "https://a.org/"),
        ("link: www.a.org/x", "url", "www.a.org/x"),
        ("source: http://a.org/x", "url", "http://a.org/x"),
        ("source: Reuters", "publisher", "Reuters"),
        ("Publication-Date: 3 September 2025", "published", PartialDate(2025, 9, 3)),
        ("pubDate: Wed, 03 Sep 2025 10:00:00 GMT", "published", PartialDate(2025, 9, 3)),
        ("date: 2025-09 # or so", "published", PartialDate(2025, 9)),
        ("accessed: 2025-09-04", "accessed", PartialDate(2025, 9, 4)),
        ("author: By Jane Doe and John Roe", "authors", ("Jane Doe", "John Roe")),
        ("author: Menzies, Robert", "authors", ("Menzies, Robert",)),
        ("author: Doe, Jane; Roe, John", "authors", ("Doe, Jane", "Roe, John")),
        (
            "byline: Jane Q. Doe, John Roe, and Ann Poe",
            "authors",
            ("Jane Q. Doe", "John Roe", "Ann Poe"),
        ),
        (
            "author: Animal and Plant Health Service",
            "authors",
            ("Animal and Plant Health Service",),
        ),
        ("authors: [jane-doe, john]", "authors", ("jane-doe", "john")),
        ("authors:\n  - name: Jane Doe\n    url: x\n  - John", "authors", ("Jane Doe", "John")),
        ("tags: trade; region/mexico, #crime", "tags", ("trade", "region/mexico", "crime")),
        ("topics:\n- best practices\n- a,b", "tags", ("best practices", "a,b")),
        ("lang: en_US", "language", "en-US"),
        ("dek: Short.", "summary", "Short."),
        ("USAGE: Shortlisted", "usage", Usage.SHORTLISTED),
        ("rank: 007", "rank", 7),
        ("reliability: b", "reliability", "B"),
        ("credibility: 2", "credibility", 2),
    ],
)
def test_other_words_for_a_field_are_known(line: str, name: str, value: object) -> None:
    fields, _ = read(line)
    assert fields == {name: value}


def test_rating_gives_both_grades() -> None:
    assert read("rating: B2")[0] == {"reliability": "B", "credibility": 2}
    assert read("rating: 3\nreliability: A")[0] == {"reliability": "A", "credibility": 3}


@pytest.mark.parametrize(
    "line",
    [
        "usage: foo",
        "initial_rank: high",
        "initial_rank: -1",
        "initial_rank: 0",
        "initial_rank: ٣",
        "date: 03/09/2025",
        "date: yesterday",
        "url: /2025/09/03/relative",
        "url: javascript:alert(1)",
        "language: English, mostly",
        "reliability: G",
        "credibility: 7",
        "rating: good",
        "unknown: value",
        "unknown:",
    ],
)
def test_value_that_says_nothing_is_kept_as_a_field(line: str) -> None:
    key, _, value = line.partition(":")
    assert read(line) == ({}, ((key, value.strip()),))


def test_second_value_and_weaker_key_are_kept_in_order() -> None:
    fields, others = read(
        "source: https://b.org/\ntitle: One\nurl: https://a.org/\ntitle: Two\nextra: x\ndeck: D"
        "\nsummary: S"
    )
    assert fields == {"url": "https://a.org/", "title": "One", "summary": "S"}
    assert others == (("source", "https://b.org/"), ("title", "Two"), ("extra", "x"), ("deck", "D"))


def test_time_of_a_date_is_kept_beside_it() -> None:
    fields, others = read("date: 2018-05-23 13:00:00 -0500")
    assert fields == {"published": PartialDate(2018, 5, 23)}
    assert others == (("date", "2018-05-23 13:00:00 -0500"),)


def test_nested_unknown_values_are_flattened() -> None:
    _, others = read("redirect_from:\n- /a\n- /b\nimage:\n  src: x\n  alt: y\nempty: []")
    assert others == (
        ("redirect_from", "/a"),
        ("redirect_from", "/b"),
        ("image.src", "x"),
        ("image.alt", "y"),
        ("empty", "[]"),
    )
