"""The window's front: builds everything, joins it, and runs it."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import __version__
from briefing.garbage import collect_seldom
from briefing.headless import has_display, run_sample
from briefing.paths import resources_dir, user_data_dir, user_templates_dir
from briefing.settings import Settings

if TYPE_CHECKING:
    from briefing.services.desk import Desk
    from briefing.ui.wiring import Front

_USAGE = """usage: briefing-app [LIBRARY.briefing] [--headless]

Opens the window, at the library that is named or at the one that was open last.
  --headless   no window: do the sample job (import, facts, memo, Word, Markdown)
  --version    print the version
"""
_SAMPLE = "US–Mexico dossier.briefing"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window and return the exit code: 0 done, 2 usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    options = {argument for argument in arguments if argument.startswith("-")}
    names = [argument for argument in arguments if argument not in options]
    if options & {"-h", "--help"}:
        sys.stdout.write(_USAGE)
        return 0
    if "--version" in options:
        sys.stdout.write(f"briefing {__version__}\n")
        return 0
    if options - {"--headless"} or len(names) > 1:
        sys.stderr.write(_USAGE)
        return 2
    if "--headless" in options:
        return run_sample()
    if not has_display():
        sys.stdout.write("There is no display, so the sample job is done without a window.\n")
        return run_sample()
    return _run_window(Path(names[0]) if names else None)


def build(desk: "Desk | None", settings: Settings, home: Path | None = None) -> "Front":
    """Build the window over a library, or over none; a QApplication must stand.

    `home` is where the log and the sample library are kept.
    """
    from briefing.ui.library_door import Openers  # noqa: PLC0415 - only the window needs Qt
    from briefing.ui.wiring import Places, build_front  # noqa: PLC0415

    home = home or user_data_dir()
    places = Places(
        resources_dir(), user_templates_dir(), home / "briefing.log", home / "libraries" / _SAMPLE
    )
    front = build_front(settings, places, Openers(_open_desk, _create_desk, _build_sample))
    if desk is not None:
        front.shell.open_desk(desk)
    return front


def begin(front: "Front", settings: Settings, library: Path | None = None) -> None:
    """Show the window: over the library that is named, the one open last, or the first start."""
    wanted = library or (settings.last_library if settings.opens_last_library else None)
    if wanted is not None:  # after the first paint, which would have to share the processor
        front.window.painted.connect(partial(front.door.open_path, wanted.resolve()))
    else:
        front.shell.show_start()
    front.window.show()


def _open_desk(path: Path) -> "Desk":
    from briefing.services.desk import open_desk  # noqa: PLC0415 - after the first paint

    return open_desk(path)


def _create_desk(path: Path) -> "Desk":
    from briefing.services.desk import create_desk  # noqa: PLC0415 - after the first paint

    return create_desk(path)


def _build_sample(path: Path) -> None:
    from briefing.services.sample import build_sample  # noqa: PLC0415 - after the first paint

    build_sample(path)


def _run_window(library: Path | None) -> int:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only the window needs Qt

    from briefing.ui.app_icon import make_app_icon  # noqa: PLC0415
    from briefing.ui.system_end import SystemEnd  # noqa: PLC0415

    # The style is named here: `setStyle` hands a QStyle out, whose enumerations cost 15 ms.
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    collect_seldom()
    application.setApplicationName("Briefing")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("briefing")
    settings = Settings(user_data_dir() / "settings.json")
    front = build(None, settings)
    front.faults.install()
    asked = None if sys.platform == "win32" else SystemEnd(application.quit, application)
    begin(front, settings, library)
    application.setWindowIcon(make_app_icon(resources_dir()))
    code = application.exec()
    front.tasks.close()
    front.theme.close()
    if asked:
        asked.close()
    return code
