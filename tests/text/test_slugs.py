"""Slugs are readable, plain and free."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.slugs import LENGTH, make_slug


def test_slug_reads_like_the_title() -> None:
    assert make_slug("US–México: «security» talks", lambda _: False) == "us-mexico-security-talks"


def test_taken_slug_gets_a_number() -> None:
    taken = {"talks", "talks-2"}
    assert make_slug("Talks", taken.__contains__) == "talks-3"


@given(st.text())
def test_any_title_gives_a_name_that_a_file_can_have(title: str) -> None:
    slug = make_slug(title, lambda _: False)
    assert slug
    assert len(slug) <= LENGTH
    assert all(char.isalnum() or char == "-" for char in slug)
