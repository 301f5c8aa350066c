"""Files of every format at once: each ends as articles or as one reason, and only once."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.model.import_outcome import ImportReport, Outcome
from briefing.services.collecting import Collecting
from briefing.services.safekeeping import Safekeeping
from briefing.store import articles
from briefing.store.library_file import Library

DATA = Path(__file__).parents[1] / "data"
SETS = ("documents", "feeds", "mail", "references", "web", "intake/markdown")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of the smallest two files of each kind of each set, and a ZIP of them."""
    folder = tmp_path_factory.mktemp("mixed")
    for name in SETS:
        by_suffix: dict[str, list[Path]] = {}
        for path in sorted(DATA.joinpath(name).iterdir()):
            if path.is_file():
                by_suffix.setdefault(path.suffix, []).append(path)
        for paths in by_suffix.values():
            for path in sorted(paths, key=lambda one: one.stat().st_size)[:2]:
                shutil.copy(path, folder / f"{name.replace('/', '-')}-{path.name}")
    (folder / "table.csv").write_text("id,Title,Text\na,One,Words\nb,Two,More", encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 no more")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    files = sorted(folder.iterdir())
    with zipfile.ZipFile(folder / "zipped.zip", "w") as archive:
        for path in files:
            archive.write(path, f"inside/{path.name}")
        archive.writestr("only.md", "# Only in the ZIP file")
        archive.writestr("../out.md", "# Out")
    return folder


def collect(
    library: Library, folder: Path, cancelled: Callable[[], bool] | None = None
) -> ImportReport:
    return Collecting(library).import_paths([folder], cancelled=cancelled)


def test_every_file_ends_as_articles_or_a_reason_and_only_once(
    library: Library, folder: Path
) -> None:
    first = collect(library, folder)
    assert all(bool(one.citekey) != (one.outcome is Outcome.FAILED) for one in first.outcomes)
    assert all(one.reason.endswith(".") for one in first.outcomes if not one.citekey)
    for path in folder.iterdir():
        assert any(one.path.startswith(str(path)) for one in first.outcomes), path
    assert articles.count(library.reader()) == first.count(Outcome.ADDED) > 30
    zipped = [one for one in first.outcomes if "zipped.zip" in one.path]
    assert [one.path for one in zipped if one.outcome is Outcome.ADDED] == [
        f"{folder / 'zipped.zip'} › only.md"
    ]
    again = collect(library, folder)
    assert not again.changes
    assert again.count(Outcome.UNCHANGED) == len(first.outcomes) - first.count(Outcome.FAILED)
    assert Safekeeping(library).integrity() == ()


def test_cancelled_import_is_resumed(library: Library, folder: Path) -> None:
    asked: list[bool] = []

    def is_enough() -> bool:
        asked.append(True)
        return articles.count(library.reader()) > 0 or len(asked) > 30

    first = collect(library, folder, is_enough)
    assert first.cancelled
    assert articles.count(library.reader()) == first.count(Outcome.ADDED)
    rest = collect(library, folder)
    assert not rest.cancelled
    whole = first.count(Outcome.ADDED) + rest.count(Outcome.ADDED)
    assert articles.count(library.reader()) == whole > 30
    assert not collect(library, folder).changes


def test_everything_is_taken_back_at_once(library: Library, folder: Path) -> None:
    collect(library, folder)
    library.undo()
    assert articles.count(library.reader()) == 0
    assert Safekeeping(library).integrity() == ()
