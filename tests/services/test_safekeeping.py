"""Safekeeping: undo with what is derived from memos, checks and repair, backups, settings."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.memo import Memo
from briefing.services.drafting import Drafting
from briefing.services.safekeeping import Safekeeping
from briefing.services.searching import Searching
from briefing.services.triage import Triage
from briefing.store import traces
from briefing.store.library_file import Library
from tests.store.records import add_articles, add_memo, make_article, make_memo

CITING = "The ministers met [@source1]. Tariffs rose [@source2; @unknown]."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.briefing") as library:
        yield library


@pytest.fixture
def safekeeping(library: Library) -> Safekeeping:
    return Safekeeping(library)


@pytest.fixture
def memo(library: Library, tmp_path: Path) -> Memo:
    add_articles(library, make_article(1), make_article(2))
    memo = add_memo(library, make_memo())
    Drafting(library, tmp_path / "own").save(memo.uid, memo.fields, CITING)
    return replace(memo, body=CITING)


def _cited(library: Library) -> list[str]:
    hits = Searching(library).search("cited:yes").hits
    return sorted(hit.article.citekey for hit in hits)


def test_undo_and_redo_tell_what_they_do(library: Library, safekeeping: Safekeeping) -> None:
    assert safekeeping.undo() is None
    (article,) = add_articles(library, make_article())
    assert (safekeeping.undo_label(), safekeeping.redo_label()) == ("Add", "")
    undone = safekeeping.undo()
    assert undone
    assert (undone[0], undone[1].articles) == ("Add", {article.uid})
    assert (safekeeping.undo_label(), safekeeping.redo_label()) == ("", "Add")
    assert safekeeping.redo() == undone


def test_saved_memo_marks_what_it_cites(library: Library, memo: Memo) -> None:
    assert _cited(library) == ["source1", "source2"]
    sources = traces.of_memo(library.reader(), memo.uid)
    assert [one.key for one in sources] == ["source1", "source2", "unknown"]
    assert CITING[sources[0].start : sources[0].end].startswith("The ministers met")


def test_undone_restoring_traces_the_text_again(
    library: Library, safekeeping: Safekeeping, memo: Memo, tmp_path: Path
) -> None:
    drafting = Drafting(library, tmp_path / "own")
    drafting.make_version(memo.uid, "made")
    drafting.save(memo.uid, memo.fields, "Nothing is cited here.")
    assert _cited(library) == []
    drafting.restore(memo.uid, 1)
    assert _cited(library) == ["source1", "source2"]
    undone = safekeeping.undo()
    assert undone
    assert undone[1].memos == {memo.uid}
    assert _cited(library) == []
    assert safekeeping.redo()
    assert _cited(library) == ["source1", "source2"]
    assert safekeeping.integrity() == ()


def test_undone_removal_traces_the_text_again(
    library: Library, safekeeping: Safekeeping, memo: Memo, tmp_path: Path
) -> None:
    Drafting(library, tmp_path / "own").remove(memo.uid)
    assert _cited(library) == []
    assert safekeeping.undo()
    assert _cited(library) == ["source1", "source2"]
    assert safekeeping.integrity() == ()


def test_whole_library_has_no_findings_and_keeps_its_history(
    library: Library, safekeeping: Safekeeping, memo: Memo
) -> None:
    assert safekeeping.integrity() == ()
    assert safekeeping.undo_label() == "New memo"
    assert library
    assert memo


def test_stale_sources_are_found_and_mended(
    library: Library, safekeeping: Safekeeping, memo: Memo
) -> None:
    library.write("Break", lambda c: traces.replace(c, memo.uid, ()), undoable=False)
    (finding,) = safekeeping.integrity()
    assert finding.rule == "sentence-sources"
    assert "On memo" in finding.place
    assert safekeeping.repair() == ()
    assert _cited(library) == ["source1", "source2"]


def test_change_outside_is_noticed(library: Library, safekeeping: Safekeeping) -> None:
    (article,) = add_articles(library, make_article())
    with Library.open(library.path) as other:
        Triage(other).set_rank([article.uid], 1)
    assert safekeeping.changed_outside()
    assert not safekeeping.changed_outside()


def test_backup_can_be_opened(library: Library, safekeeping: Safekeeping, tmp_path: Path) -> None:
    add_articles(library, make_article())
    safekeeping.backup(tmp_path / "copy.briefing")
    with Library.open(tmp_path / "copy.briefing") as copy:
        assert Searching(copy).counts().articles == 1
