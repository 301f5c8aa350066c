import os
from pathlib import Path

import pytest

from briefing.errors import InputError
from briefing.model.import_outcome import Outcome
from briefing.services.collecting import Collecting
from briefing.services.watching import Watching
from briefing.store import articles
from briefing.store.library_file import Library

YEAR = 365 * 24 * 3600.0


class Clock:
    """A time of day that tests set."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "watched").mkdir()
    return tmp_path / "watched"


@pytest.fixture
def clock(folder: Path) -> Clock:
    return Clock(folder.stat().st_mtime + 60)


@pytest.fixture
def watching(library: Library, clock: Clock, folder: Path) -> Watching:
    watching = Watching(library, Collecting(library), clock)
    watching.add(folder)
    return watching


def again(library: Library, clock: Clock) -> Watching:
    return Watching(library, Collecting(library), clock)


def test_folders_are_kept_with_the_library(
    library: Library, watching: Watching, folder: Path, clock: Clock
) -> None:
    watching.add(folder)
    assert again(library, clock).folders() == (folder,)
    watching.remove(folder)
    assert again(library, clock).folders() == ()
    with pytest.raises(InputError, match="is no folder"):
        watching.add(folder / "nowhere")
    assert not library.undo_label


def test_what_is_new_is_taken_in_once(watching: Watching, folder: Path, library: Library) -> None:
    assert not watching.has_news()
    (folder / "a.md").write_text("# Tariffs")
    assert watching.has_news()
    report = watching.look()
    assert [one.outcome for one in report.outcomes] == [Outcome.ADDED]
    assert not watching.has_news()
    assert watching.look().outcomes == ()
    assert articles.count(library.reader()) == 1


def test_changed_file_updates_its_article(watching: Watching, folder: Path) -> None:
    path = folder / "a.md"
    path.write_text("# Tariffs")
    watching.look()
    path.write_text("# Tariffs\n\nMore words.")
    (outcome,) = watching.look().outcomes
    assert outcome.outcome is Outcome.UPDATED


def test_file_that_goes_away_takes_no_article_with_it(
    watching: Watching, folder: Path, library: Library
) -> None:
    (folder / "a.md").write_text("# Tariffs")
    watching.look()
    (folder / "a.md").unlink()
    assert watching.look().outcomes == ()
    assert articles.count(library.reader()) == 1


def test_file_that_is_being_written_waits(watching: Watching, folder: Path, clock: Clock) -> None:
    path = folder / "a.md"
    path.write_text("# Tar")
    os.utime(path, (clock.now, clock.now - 1))
    assert not watching.has_news()
    clock.now += 2
    assert watching.has_news()


def test_file_from_a_disk_whose_clock_is_ahead_is_taken_when_it_rests(
    watching: Watching, folder: Path, clock: Clock
) -> None:
    path = folder / "a.md"
    path.write_text("# Tariffs")
    os.utime(path, (clock.now, clock.now + YEAR))
    assert not watching.has_news()
    clock.now += 3
    assert watching.look().count(Outcome.ADDED) == 1
    assert not watching.has_news()


def test_library_opened_again_reads_nothing_that_is_old(
    watching: Watching, folder: Path, library: Library, clock: Clock
) -> None:
    (folder / "a.md").write_text("# Tariffs")
    (folder / "bad.xyz").write_text("no article")
    clock.now += YEAR  # so that all this is long ago
    assert len(watching.look().outcomes) == 2
    assert not again(library, clock).has_news()
    (folder / "moved.md").write_text("# Moved here, and old")
    os.utime(folder, (clock.now, clock.now))
    report = again(library, clock).look()
    assert [Path(one.path).name for one in report.outcomes] == ["bad.xyz", "moved.md"]


def test_library_in_a_watched_folder_is_no_news(library: Library, clock: Clock) -> None:
    watching = again(library, clock)
    watching.add(library.path.parent)
    assert watching.look().outcomes == ()


def test_folder_that_is_gone_is_passed_over(watching: Watching, folder: Path) -> None:
    folder.rmdir()
    assert watching.look().outcomes == ()
    assert watching.folders() == (folder,)


def test_cancelled_look_is_made_up_for(watching: Watching, folder: Path) -> None:
    for number in range(5):
        (folder / f"{number}.md").write_text(f"# Number {number}")
    assert watching.look(cancelled=lambda: True).cancelled
    assert watching.look().count(Outcome.ADDED) == 5
