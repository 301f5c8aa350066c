"""Where the program's own data stands: resources in a checkout, a wheel or a packaged app."""

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
