from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.feed_excerpts import feed_excerpts


def excerpts(text: str) -> list[str]:
    found = feed_excerpts(text)
    return [found.excerpt(index).decode() for index in range(len(found.spans))]


def test_each_entry_stands_alone_in_its_feed() -> None:
    text = "<a:feed><t>x</t><a:entry n='1'>one</a:entry>\n<a:entry>two</a:entry><u/></a:feed>"
    assert excerpts(text) == [
        "<a:feed><t>x</t><a:entry n='1'>one</a:entry><u/></a:feed>",
        "<a:feed><t>x</t><a:entry>two</a:entry><u/></a:feed>",
    ]


def test_marks_in_comments_and_character_data_do_not_count() -> None:
    text = "<r><!-- <item> --><item>a<![CDATA[</item>]]></item></r>"
    assert excerpts(text) == [text]


def test_names_that_only_begin_alike_do_not_count() -> None:
    assert excerpts("<r><items><x/></items><itemize/><item/></r>") == []


def test_unbalanced_marks_give_no_excerpts() -> None:
    for text in ("<r><item>", "<r></item></r>", "<r><item><![CDATA[</item>", "<!-- <item></item>"):
        assert excerpts(text) == []


def test_overlong_head_gives_no_excerpts() -> None:
    assert excerpts(f"<r>{'x' * 40_000}<item/><item></item></r>") == []


@given(st.lists(st.sampled_from(("<item>", "</item>", "<![CDATA[", "]]>", "<!--", "-->", "x"))))
def test_entries_never_overlap(marks: list[str]) -> None:
    text = "".join(marks)
    spans = feed_excerpts(text).spans
    assert list(spans) == sorted(spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
