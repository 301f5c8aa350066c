from datetime import UTC, datetime

import pytest

from briefing.model.ids import Uid
from briefing.model.memo import Memo, MemoRow
from briefing.model.template import Template
from briefing.ui.memo.memo_titles import title_of, title_of_row

TEMPLATE = Template("decision-memo", "Decision memo")


def row_of(title: str, slug: str) -> MemoRow:
    return MemoRow(Uid("u"), slug, title, "decision-memo", "", 0, datetime.now(UTC))


@pytest.mark.parametrize(
    ("title", "slug", "expected"),
    [
        ("decision-memo", "decision-memo", "Decision memo"),
        ("decision-memo-2", "decision-memo-2", "Decision memo"),
        ("test", "test", "test"),
        ("Talks in Geneva", "decision-memo", "Talks in Geneva"),
    ],
)
def test_row_without_a_subject_goes_by_its_template(title: str, slug: str, expected: str) -> None:
    assert title_of_row(row_of(title, slug), "Decision memo") == expected


def test_open_memo_without_a_subject_goes_by_its_template() -> None:
    memo = Memo(Uid("u"), "decision-memo", "decision-memo", (("subject", " "),), "")
    assert title_of(memo, TEMPLATE) == "Decision memo"
    named = Memo(Uid("u"), "talks", "decision-memo", (("subject", "Talks"),), "")
    assert title_of(named, TEMPLATE) == "Talks"
    nothing = Memo(Uid("u"), "talks", "gone", (), "")
    assert title_of(nothing, None) == "talks"
