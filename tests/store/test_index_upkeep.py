from pathlib import Path

from briefing.store import article_batches
from briefing.store.index_upkeep import go_on, is_behind, merge_after_many
from briefing.store.library_file import Library
from tests.store.records import check_index
from tests.store.test_article_batches import new


def _parts(library: Library) -> int:
    query = "SELECT count(DISTINCT segid) FROM article_fts_idx"
    return library.reader().execute(query).fetchone()[0]


def _add(library: Library, number: int) -> None:
    one = [new(number)]
    library.write("Add", lambda connection: article_batches.add_all(connection, one))


def test_while_much_comes_many_parts_are_merged_at_once(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library, library.writing_much():
        for number in range(1, 16):
            _add(library, number)
        library.write("Merge", merge_after_many)
        assert _parts(library) == 15
        _add(library, 16)
        library.write("Merge", merge_after_many)
        assert _parts(library) < 15
        check_index(library)


def test_library_that_rests_merges_few_parts_again(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library:
        library.write("Merge", merge_after_many)
        query = "SELECT v FROM article_fts_config WHERE k = 'usermerge'"
        assert library.reader().execute(query).fetchone() == (4,)


def test_parts_that_were_left_are_merged_when_the_library_is_open_again(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library, library.writing_much():
        for number in range(1, 14):
            _add(library, number)
        assert _parts(library) == 13
        assert library.write("Look", is_behind)
        library.write("Merge", lambda connection: go_on(connection, 0.05))
        assert _parts(library) < 12
        assert not library.write("Look", is_behind)
        check_index(library)
