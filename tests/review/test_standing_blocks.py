import pytest

from briefing.model.memo_review import MemoEdit
from briefing.review.placing.standing_blocks import StandingBlocks

BODY = 'Words above\n1. one\n2. two\n\n::: {lang="de"}\nRat.\n:::\n\nBelow\n\n| a |\n|---|\n\n: C\n'


@pytest.mark.parametrize(
    ("old", "new", "stands"),
    [
        ("1. one\n", "", False),  # the next item would go on with the words above
        ("one\n2. ", "", True),
        ("\n:::\n\nBelow", "", False),  # its fence would be words
        ("\n\nBelow", "", True),
        ("\n\n: C", "\n\nnew\n\n: C", True),  # the caption itself is in the edit
        ("above\n", "above\n\n", True),
        ("Rat", "Council", True),
    ],
)
def test_blocks_beside_an_edit_stay_what_they_are(old: str, new: str, *, stands: bool) -> None:
    start = BODY.index(old)
    assert StandingBlocks(BODY).stand([MemoEdit(start, start + len(old), new)]) is stands


def test_words_in_a_line_are_not_read_again() -> None:
    assert StandingBlocks("a\n").stand([MemoEdit(0, 1, "b")])
