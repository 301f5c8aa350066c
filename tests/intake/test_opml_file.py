import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.opml_file import read_opml
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate

OPML = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE opml [<!ENTITY a "AAAAAAAAAA"><!ENTITY b "&a;&a;&a;">]>
<opml version="2.0"><head><title>My feeds</title><ownerName>Ann</ownerName>
<dateCreated>Mon, 20 Jan 2025 10:00:00 GMT</dateCreated></head><body>
<outline text="Trade"><outline type="rss" text="Steel *daily*" xmlUrl="https://a.org/f.xml"
 htmlUrl="https://a.org/"/><outline text=""><outline title="Deep" xmlUrl="javascript:x"/></outline>
</outline>
<outline text="&b;Plain"/></body></opml>"""


def read(text: str):  # noqa: ANN201
    return list(read_opml("my-feeds.opml", text.encode()))


def test_feeds_are_listed_with_their_addresses() -> None:
    (found,) = read(OPML)
    draft = found.draft
    assert draft is not None
    assert (draft.title, draft.authors) == ("My feeds", ("Ann",))
    assert (draft.published, draft.date_origin) == (PartialDate(2025, 1, 20), DateOrigin.GIVEN)
    assert draft.body.split("\n") == [
        "- Trade",
        "  - Steel \\*daily\\* <https://a.org/f.xml> <https://a.org/>",
        "  - Deep",
        "- Plain",
    ]
    assert (found.part, found.original) == ("", None)


def test_title_may_be_the_file_name() -> None:
    (found,) = read("<opml><body><outline text='A'/></body></opml>")
    assert found.draft is not None
    assert found.draft.title == "my feeds"


@pytest.mark.parametrize("text", ["<opml/>", "<opml><body><outline/></body></opml>", "<rss/>", ""])
def test_what_lists_nothing_is_refused(text: str) -> None:
    with pytest.raises(IntakeError, match="OPML"):
        read(text)


def test_deep_outlines_are_listed_as_far_as_they_can_be_read() -> None:
    (found,) = read("<opml><body>" + "<outline text='x'>" * 5000)
    assert found.draft is not None
    assert found.draft.body.startswith("- x\n  - x\n    - x")


@given(st.text("<>/=' opmlbdyutine&;x", max_size=120))
def test_any_text_is_a_list_or_a_reason(text: str) -> None:
    try:
        assert all(found.draft for found in read("<opml><body>" + text))
    except IntakeError as fault:
        assert str(fault).endswith(".")  # noqa: PT017
