"""Places on the screen and in the body answer to each other."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.text.reading_blocks import reading_blocks
from briefing.ui.theme import Theme
from briefing.ui.widgets.reading_document import ReadingDocument

BODY = "## Head 😀 line\n\nIt was **59 targets** who\nwere &amp; sent 🚢 north.\n\n- one\n- two\n"


def make_document(theme: Theme, body: str) -> ReadingDocument:
    reading = ReadingDocument(theme)
    reading.set_blocks(reading_blocks(body))
    return reading


def shown_text(reading: ReadingDocument, first: int, last: int) -> str:
    units = reading.document.toRawText().encode("utf-16-le")
    return units[first * 2 : last * 2].decode("utf-16-le")


def test_passage_is_found_on_the_screen(theme: Theme) -> None:
    reading = make_document(theme, BODY)
    for words in ("59 targets", "Head 😀 line", "north", "two"):
        start = BODY.index(words)
        span = reading.shown_span(start, start + len(words))
        assert span is not None
        assert shown_text(reading, *span) == words


def test_selection_is_found_in_the_body(theme: Theme) -> None:
    reading = make_document(theme, BODY)
    text = reading.document.toRawText()
    first = len(text[: text.index("sent")].encode("utf-16-le")) // 2
    last = len(text[: text.index("north")].encode("utf-16-le")) // 2
    span = reading.body_span(first, last)
    assert span is not None
    assert BODY[slice(*span)] == "sent 🚢 "


def test_selection_across_marks_takes_what_stands_between(theme: Theme) -> None:
    reading = make_document(theme, BODY)
    text = reading.document.toRawText()
    first = len(text[: text.index("was")].encode("utf-16-le")) // 2
    last = len(text[: text.index("were")].encode("utf-16-le")) // 2
    span = reading.body_span(first, last)
    assert span is not None
    assert BODY[slice(*span)] == "was **59 targets** who"


def test_no_words_no_span(theme: Theme) -> None:
    assert make_document(theme, "").body_span(0, 0) is None
    assert make_document(theme, "---\n").body_span(0, 5) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.lists(st.sampled_from([*"ab *_[]`>#-.😀\n", "word ", "\n\n"])).map("".join))
def test_whole_text_maps_inside_the_body(theme: Theme, body: str) -> None:
    reading = make_document(theme, body)
    span = reading.body_span(0, reading.document.characterCount())
    if span is not None:
        assert 0 <= span[0] < span[1] <= len(body)
