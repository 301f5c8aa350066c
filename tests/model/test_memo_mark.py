"""The mark of a memo: short enough for a bookmark, and read back."""

from briefing.model.ids import new_uid
from briefing.model.memo_mark import mark_in, memo_mark


def test_a_mark_fits_in_a_bookmark_and_is_found_again() -> None:
    mark = memo_mark(new_uid(), (("to", "The Minister"),), "Text.")
    assert len(mark.name) <= 40
    assert mark_in(["_bfg_1_0_12", "_GoBack", mark.name]) == mark
    assert mark_in(["_bfg_1_0_12"]) is None


def test_a_mark_tells_texts_and_fields_apart() -> None:
    uid = new_uid()
    one = memo_mark(uid, (("to", "A"),), "Text.")
    assert one == memo_mark(uid, [("to", "A")], "Text.")
    assert one.memo == memo_mark(uid, (), "Other.").memo
    assert len({one, memo_mark(uid, (("to", "B"),), "Text."), memo_mark(uid, (), "Text.")}) == 3
