"""The sample job without a window: articles, facts, a memo, and its Word and Markdown files."""

import os
import sys
from pathlib import Path

WHERE = Path("build/sample")


def has_display() -> bool:
    """Tell whether a window can be shown: on a screen, or on a platform of Qt asked for by name."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def run_sample(folder: Path = WHERE) -> int:
    """Import the sample, take its facts, draft its memo, export it; print where the files are."""
    # Late, because every start of the window asks this file whether there is a display.
    from briefing.services.desk import open_desk  # noqa: PLC0415
    from briefing.services.sample import build_sample  # noqa: PLC0415

    library = folder.resolve() / "sample.briefing"
    _remove_earlier(library)
    folder.mkdir(parents=True, exist_ok=True)
    build_sample(library)
    print(f"Library   {library}")
    with open_desk(library) as desk:
        counts = desk.searching.counts()
        print(f"          {counts.articles} articles, {counts.facts} facts, {counts.memos} memo")
        for memo in desk.drafting.memos():
            for extension, name in ((".docx", "Word"), (".md", "Markdown")):
                report = desk.publishing.export(memo.uid, library.with_name(memo.slug + extension))
                print(f"{name:<9} {report.path}")
    return 0


def _remove_earlier(library: Path) -> None:
    """Make room for the library that this job made the last time, and for no other."""
    for path in library.parent.glob(library.name + "*"):
        path.unlink()
