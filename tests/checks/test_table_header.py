"""Tables have headers."""

import pytest

from briefing.checks.table_header import TableHeader
from tests.checks.under_check import make_under_check


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("| | |\n|---|---|\n| 1 | 2 |", "no header row"),
        ("| a | |\n|---|---|\n| 1 | 2 |", "Column 2"),
        ("<table><tr><td>1</td></tr></table>", "no header row"),
        ("- item\n\n  | | |\n  |---|---|\n  | 1 | 2 |", "no header row"),
    ],
)
def test_a_missing_header_is_found(body: str, reason: str) -> None:
    (finding,) = TableHeader().check(make_under_check(body))
    assert reason in finding.reason


@pytest.mark.parametrize(
    "body",
    [
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "| | b |\n|---|---|\n| 1 | 2 |",
        "| a | |\n|---|---|\n| 1 | |",
        "<table><tr><th>a</th></tr><tr><td>1</td></tr></table>",
        '<table role="presentation"><tr><td>1</td></tr></table>',
        "```\n| | |\n|---|---|\n| 1 | 2 |\n```",
    ],
)
def test_headers_corners_and_layout_are_passed_over(body: str) -> None:
    assert list(TableHeader().check(make_under_check(body))) == []


def test_cell_over_several_columns_heads_them_all() -> None:
    ruled = "+---+-------+\n| a | b     |\n+===+===+===+\n| c | d | e |\n+---+---+---+\n"
    assert list(TableHeader().check(make_under_check(ruled))) == []
    (finding,) = TableHeader().check(make_under_check(ruled.replace("=", "-")))
    assert "no header row" in finding.reason
