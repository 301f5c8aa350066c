from collections.abc import Sequence
from pathlib import Path

from briefing.model.ids import Uid
from briefing.services.collecting import Collecting
from briefing.store import articles
from briefing.store.connections import Connection
from briefing.store.library_file import Library


def test_what_is_done_after_an_import_is_part_of_its_step(library: Library, tmp_path: Path) -> None:
    seen: list[Uid] = []

    def mark(connection: Connection, uids: Sequence[Uid]) -> None:
        seen.extend(uids)
        articles.mark(connection, uids, {"note": "Seen"})

    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.md").write_text("# One")
    collecting = Collecting(library, after=(mark,))
    report = collecting.import_paths([folder])
    (article,) = articles.every(library.reader())
    assert (article.note, seen) == ("Seen", [article.uid])
    assert report.changes.articles == {article.uid}
    (folder / "b.md").write_text("# Two")
    collecting.import_paths([folder])
    assert len(seen) == 2
    library.undo()
    assert articles.count(library.reader()) == 1
    library.undo()
    assert articles.count(library.reader()) == 0
