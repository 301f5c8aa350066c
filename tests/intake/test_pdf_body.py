"""The page map of a PDF is true whatever its lines hold."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.pdf_body import paged_body
from briefing.intake.pdf_columns import Line
from briefing.intake.pdf_hyphens import vocabulary
from briefing.intake.pdf_margins import PageLines, without_margins
from briefing.intake.pdf_paragraphs import measure, paragraphs

WORDS = st.text("abc DEF-.\u00ad•1#*_<[é北", min_size=1, max_size=20)
LINES = st.lists(st.tuples(WORDS, st.integers(0, 3), st.booleans()), max_size=8)


def page(number: int, lines: list[tuple[str, int, bool]]) -> PageLines:
    made = [
        Line(
            text,
            50 + 10 * step,
            300,
            top := 100 + 14 * row,
            top + 12,
            top + 10,
            10 + step,
            bold,
            (50, 300),
        )
        for row, (text, step, bold) in enumerate(lines)
    ]
    return PageLines(number, "", 800, tuple(made))


@given(st.lists(LINES, min_size=1, max_size=6))
def test_pages_ascend_and_stand_inside_the_body(sheets: list[list[tuple[str, int, bool]]]) -> None:
    pages = without_margins([page(number, lines) for number, lines in enumerate(sheets, 1)])
    usual = measure(pages)
    words = vocabulary(line.text for one in pages for line in one.lines)
    labels = {one.number: one.label for one in pages}
    body = paged_body(paragraphs(pages, usual), usual, labels, words)
    starts = [start for start, _ in body.pages]
    assert starts == sorted(set(starts))
    assert all(0 <= start < len(body.text) for start in starts)
    assert bool(body.pages) == bool(body.text.strip())


def running(number: int) -> PageLines:
    lines = (
        Line(
            f"Annual Report {number + 6}", 50, 300, 20, 32, 30, 9, is_bold=False, column=(50, 300)
        ),
        Line(
            f"Words of page {number}", 50, 300, 300, 312, 310, 10, is_bold=False, column=(50, 300)
        ),
    )
    return PageLines(number, "", 800, lines)


def test_running_heads_go_and_printed_numbers_are_the_labels() -> None:
    cleaned = without_margins([running(number) for number in range(1, 6)])
    assert [one.label for one in cleaned] == ["7", "8", "9", "10", "11"]
    assert [line.text for one in cleaned for line in one.lines] == [
        f"Words of page {number}" for number in range(1, 6)
    ]
