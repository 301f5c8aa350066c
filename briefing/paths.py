"""Where the program's own data stands: resources in a checkout, a wheel or a packaged app."""

import os
import sys
from pathlib import Path


def resources_dir() -> Path:
    """Return the folder of templates, fonts, icons, styles and the sample.

    Raises FileNotFoundError where the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    candidates = [package.parent / "resources", package / "resources"]
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle:
        candidates.insert(0, Path(bundle) / "resources")
    for folder in candidates:
        if (folder / "templates").is_dir():
            return folder
    raise FileNotFoundError("Briefing's resources folder is missing; install the program again.")


def user_data_dir() -> Path:
    """Return the folder of what the user keeps for every library: own templates, the log.

    `BRIEFING_HOME` moves it. The platform's convention otherwise (XDG base directories,
    Known Folders, the macOS file system guide).
    """
    home = os.environ.get("BRIEFING_HOME")
    if home:
        return Path(home)
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
        return base / "Briefing"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Briefing"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "briefing"


def user_templates_dir() -> Path:
    """Return the folder where the user's own templates stand; it may not exist."""
    return user_data_dir() / "templates"
