"""What a comment asks for is looked up in the library."""

import shutil
from pathlib import Path

from briefing.services.desk import open_desk
from briefing.ui.review.evidence_choices import evidence_choices


def test_facts_and_articles_that_fit_a_comment_are_offered(
    sample_file: Path, tmp_path: Path
) -> None:
    desk = open_desk(Path(shutil.copy(sample_file, tmp_path / "Desk.briefing")))
    memo = desk.drafting.memos()[0].uid
    asked = "high-level group. Who chairs it? Cite the joint statement itself."
    found = evidence_choices(desk, memo, asked)
    assert {one.kind for one in found} <= {"fact", "article"}
    assert any("group" in one.words for one in found)
    assert not evidence_choices(desk, memo, "zzzz qqqq")
    desk.close()
