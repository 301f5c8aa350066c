"""Watched folders: what is new in them is imported whenever somebody looks."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from stat import S_ISREG

from briefing.errors import InputError
from briefing.intake.folders import Unwalked, walk
from briefing.model.changes import Changes
from briefing.model.import_outcome import ImportReport
from briefing.services.collecting import Cancelled, Collecting, Progress
from briefing.services.import_preparing import file_place
from briefing.store import article_places, library_settings
from briefing.store.connections import Connection
from briefing.store.library_file import Library

SETTLED = 2.0  # seconds since a file last changed: one that is younger may not be whole
_SLACK = 3600.0  # seconds that the clocks of two machines may differ
_FOLDERS = "watched_folders"  # {path: when it was last looked through}
_State = tuple[int, int]  # time of the last change in ns, size


class Watching:
    """The watched folders of one library; it looks when it is asked to, and never by itself.

    What was seen is remembered while the library is open; of earlier times, when each folder was
    last looked through. So a look at folders in which nothing changed reads no file. A file that
    goes away takes no article with it.
    """

    def __init__(
        self, library: Library, collecting: Collecting, clock: Callable[[], float] = time.time
    ) -> None:
        self._library = library
        self._collecting = collecting
        self._clock = clock
        self._seen: dict[Path, _State] = {}
        self._looking = threading.Lock()
        self._unsettled: dict[Path, tuple[_State, float]] = {}  # and since when

    def folders(self) -> tuple[Path, ...]:
        """Return the watched folders, in the order in which they were added."""
        return tuple(self._folders())

    def add(self, folder: Path) -> Changes:
        """Watch one more folder; raises InputError where it is none."""
        folder = folder.absolute()
        if not folder.is_dir():
            raise InputError(f"“{folder}” is no folder.")
        watched = self._folders()
        return Changes() if folder in watched else self._keep({**watched, folder: 0.0})

    def remove(self, folder: Path) -> Changes:
        """Watch a folder no more; its articles stay."""
        folder = folder.absolute()
        return self._keep({one: at for one, at in self._folders().items() if one != folder})

    def has_news(self) -> bool:
        """Return whether a look would read a file."""
        with self._looking:
            return next(self._news(), None) is not None

    def look(
        self, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> ImportReport:
        """Import what is new or has changed, as one step of undo; the rest is not reported.

        A file that is being written waits for the next look. A folder that is not there is passed
        over.
        """
        began = self._clock()
        with self._looking:
            news = dict(self._news())
        report = self._collecting.import_paths(tuple(news), progress, cancelled)
        if not report.cancelled:
            self._seen |= news
            if news:
                there = {one: began if one.is_dir() else at for one, at in self._folders().items()}
                self._keep(there)
        return report

    def _news(self) -> Iterator[tuple[Path, _State]]:
        """Yield the files that are not as they were at the last look, if they are whole."""
        for folder, looked_at in self._folders().items():
            for path in walk([folder] if folder.is_dir() else []):
                if isinstance(path, Unwalked) or self._collecting.is_own_file(path):
                    continue
                state = self._changed(path, looked_at - _SLACK)
                if state and self._is_settled(path, state):
                    yield path, state

    def _changed(self, path: Path, since: float) -> _State | None:
        """Return the state of a file that is another than at the last look, nothing if it is not.

        A file that was moved here may be as old as it likes; but then its folder changed.
        """
        try:
            about = path.stat()
            folder_changed_at = path.parent.stat().st_mtime
        except (OSError, ValueError):  # it went away, or cannot be read
            return None
        state = about.st_mtime_ns, about.st_size
        if not S_ISREG(about.st_mode) or self._seen.get(path) == state:
            return None
        is_old = path not in self._seen and max(about.st_mtime, about.st_ctime) < since
        if is_old and (folder_changed_at < since or self._is_known(path)):
            self._seen[path] = state
            return None
        return state

    def _is_known(self, path: Path) -> bool:
        return article_places.is_known(self._library.reader(), file_place(path))

    def _is_settled(self, path: Path, state: _State) -> bool:
        """Return whether nobody writes to a file any more, whatever the clock of its disk says."""
        now = self._clock()
        if now - SETTLED - state[0] / 1e9 >= 0:
            return True
        before, since = self._unsettled.get(path, (None, now))
        if before == state and now - since >= SETTLED:
            del self._unsettled[path]
            return True
        self._unsettled[path] = state, since if before == state else now
        return False

    def _folders(self) -> dict[Path, float]:
        kept = library_settings.get(self._library.reader(), _FOLDERS)
        return {Path(name): at for name, at in json.loads(kept).items()} if kept else {}

    def _keep(self, folders: dict[Path, float]) -> Changes:
        kept = json.dumps({str(folder): at for folder, at in folders.items()}) if folders else ""

        def work(connection: Connection) -> None:
            library_settings.put(connection, _FOLDERS, kept)

        return self._library.change("Watch folders", work, undoable=False)[1]
