"""A copy that was cited in another style than the memo's is compared in that style."""

from pathlib import Path

import pytest

from briefing.model.article import Article
from briefing.model.export_options import ExportOptions
from briefing.services.desk import Desk
from briefing.store.library_file import Library
from tests.services.cited_memos import make_memo
from tests.services.returned_copies import returned_copy


@pytest.mark.parametrize("style", ["", "apa", "oscola"])
def test_only_what_a_reviewer_changed_is_a_change(
    library: Library, article: Article, tmp_path: Path, style: str
) -> None:
    body = (
        "The two governments agreed on Wednesday. [@{0}, p. 3] The group has met since. [@{0}]\n\n"
        "::: {{.sources}}\n:::\n"
    )
    memo = make_memo(library, body.format(article.citekey))
    desk = Desk(library)
    sent = tmp_path / "sent.docx"
    desk.publishing.export(memo.uid, sent, ExportOptions(csl=style))
    back = returned_copy(sent, tmp_path / "back.docx", "A. Secretary", ("governments", "ministers"))
    review = desk.reviewing.open([back], memo.uid)
    assert [(one.before, one.after) for one in review.content.changes] == [
        ("governments", "ministers")
    ]
