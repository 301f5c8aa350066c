from pathlib import Path

from briefing.store import article_batches, terms
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


def test_parts_of_an_import_are_merged_once_they_are_too_many(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library, library.writing_much():
        for number in range(1, 256):
            _add(library, number)
        library.write("Merge", merge_after_many)
        assert _parts(library) == 255
        _add(library, 256)
        library.write("Merge", merge_after_many)
        assert _parts(library) < 255
        check_index(library)


def test_many_parts_are_merged_before_the_dictionary_is_made(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library, library.writing_much():
        for number in range(1, 14):
            _add(library, number)
        library.write("Forget", terms.fall_behind)
        library.write("Go on", lambda connection: go_on(connection, 0))
        assert _parts(library) < 12
        assert terms.is_behind(library.reader())
        while library.write("Go on", lambda connection: go_on(connection, 0.05)):
            pass
        assert not terms.is_behind(library.reader())
        check_index(library)


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
