"""The index of memos is brought up to date late, checked, and made again."""

from pathlib import Path

from briefing.store import integrity, memo_index, memos, repair
from briefing.store.library_file import Library
from tests.store.records import add_memo, make_memo


def _rules(library: Library) -> list[str]:
    return [one.place for one in library.write("Check", integrity.findings, undoable=False)]


def test_saved_memo_waits_until_it_is_searched_for(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library:
        assert memo_index.is_current(library.reader())
        memo = add_memo(library, make_memo("one", "Body."))
        assert not memo_index.is_current(library.reader())
        library.write("Index", memo_index.refresh, undoable=False)
        assert memo_index.is_current(library.reader())
        library.write("Same", lambda c: memos.update(c, memo), undoable=False)
        assert memo_index.is_current(library.reader())
        library.write("Other", lambda c: memos.update(c, make_memo("two", uid=memo.uid)))
        assert not memo_index.is_current(library.reader())
        assert library.undo_label == "Other"
        library.write("Index", memo_index.refresh, undoable=False)
        assert library.undo_label == "Other"


def test_spoiled_index_is_found_and_mended(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library:
        add_memo(library, make_memo("one", "Body."))
        assert _rules(library) == []
        library.write("Index", memo_index.refresh, undoable=False)
        assert _rules(library) == []
        library.write(
            "Spoil", lambda c: c.execute("UPDATE memo_words SET body = 'x'"), undoable=False
        )
        assert _rules(library) == ["memo one"]
        library.write("Repair", repair.rebuild, undoable=False)
        assert _rules(library) == []


def test_index_holds_title_date_and_front_matter(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library:
        fields = (("to", "The Minister"), ("subject", "On 北京"), ("date", "3 Sep 2025"))
        add_memo(library, make_memo("one", "Body.", fields=fields))
        add_memo(library, make_memo("two", "Body.", fields=(("date", "2025-09"),)))
        one, two = memo_index.derive(library.reader(), (1, 2))
        assert one[1].split() == ["On", "北", "京"]
        assert "The Minister" in one[2]
        assert one[4] == ""
        assert (two[1], two[4]) == ("two", "2025-09")
