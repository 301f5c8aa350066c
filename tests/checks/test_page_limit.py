"""A memo keeps to its pages."""

import pytest

from briefing.checks.page_limit import PageLimit
from briefing.model.template import Template
from tests.checks.under_check import make_under_check


@pytest.mark.parametrize(("pages", "limit"), [(1, 1), (None, 1), (9, None)])
def test_a_memo_within_its_limit_passes(pages: int | None, limit: int | None) -> None:
    memo = make_under_check("x", template=Template("t", "T", pages=limit), page_count=pages)
    assert list(PageLimit().check(memo)) == []


def test_a_memo_over_its_limit_is_found_once() -> None:
    memo = make_under_check("x", template=Template("t", "T", pages=1), page_count=3)
    (finding,) = PageLimit().check(memo)
    assert finding.reason == "The memo takes 3 pages; the template allows 1 page."
