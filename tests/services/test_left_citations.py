"""A sentence that a reviewer deleted goes with the citation that the file left standing."""

import pytest

from briefing.errors import InputError
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.memo_review import Verdict
from briefing.services.reviewing import Reviewing
from briefing.store import memos
from briefing.store.library_file import Library
from tests.services.flagged_review import kept_review

BODY = "# Head\n\nThey agreed. [@one] They set up a group. [@two]\n"
GONE = " They set up a group."


def _reviewed(library: Library, words: str) -> tuple[Memo, Reviewing, Uid]:
    review, memo = kept_review(library, BODY, (words, ""))
    return memo, Reviewing(library), review.uid


def test_the_citation_goes_too(library: Library) -> None:
    memo, reviewing, uid = _reviewed(library, GONE)
    reviewing.drop_citation(uid, 1)
    assert reviewing.get(uid).decision(1).verdict is Verdict.ACCEPTED
    reviewing.apply(uid)
    assert memos.get(library.reader(), memo.uid).body == "# Head\n\nThey agreed. [@one]\n"


def test_a_change_that_leaves_none_says_so(library: Library) -> None:
    _, reviewing, uid = _reviewed(library, f"{GONE} [@two]")
    with pytest.raises(InputError, match="leaves no citation"):
        reviewing.drop_citation(uid, 1)
    assert reviewing.get(uid).decision(1).verdict is Verdict.OPEN
