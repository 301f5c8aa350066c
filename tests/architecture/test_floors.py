"""The floors of the house: who may import whom, and which library is used where."""

import graphlib
import re
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from tests.architecture.source_files import ROOT, sources

# Third-party packages by floor. A library for a format belongs to the rooms of that format.
LIBRARIES = {
    "text": {"markdown_it", "mdit_py_plugins", "sentencex"},
    "intake": {
        "bibtexparser",
        "charset_normalizer",
        "docx",
        "feedparser",
        "htmldate",
        "lxml",
        "nh3",
        "oxmsg",
        "pypdfium2",
        "striprtf",
        "trafilatura",
        "yaml",
    },
    "services": {"hunspell", "snowballstemmer"},
    "export": {"docx", "lxml", "pypdfium2", "typst", "yaml"},
    "review": {"docx", "lxml"},
    "ooxml": {"lxml"},
    "ui": {"PySide6", "shiboken6"},
    "app": {"PySide6"},
    "cli": {"click"},
    "commands": {"click"},
}
WORKSPACE = re.compile("briefing/ui/(library|facts|memo|review|timeline)/")
NETWORK = {"ftplib", "http", "requests", "smtplib", "socket", "ssl", "urllib.request", "urllib3"}


def test_import_linter_contracts_hold() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_imports_make_no_circle() -> None:
    graph = grimp.build_graph("briefing", cache_dir=None)
    below = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    try:
        graphlib.TopologicalSorter(below).prepare()
    except graphlib.CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]))


def test_each_floor_uses_its_own_libraries_only() -> None:
    wrong = [
        f"{source.name}:{line} imports {module}"
        for source in sources()
        for line, module in source.imports()
        if (root := module.split(".")[0]) not in sys.stdlib_module_names
        and root != "briefing"
        and root not in LIBRARIES.get(source.floor, set())
    ]
    assert not wrong, "\n".join(wrong)


def test_sqlite_is_in_the_store_only() -> None:
    wrong = [
        f"{source.name}:{line}"
        for source in sources()
        for line, module in source.imports()
        if module.split(".")[0] == "sqlite3" and source.floor != "store"
    ]
    assert not wrong, "\n".join(wrong)


def test_nothing_can_open_a_network_connection() -> None:
    wrong = [
        f"{source.name}:{line} imports {module}"
        for source in sources()
        for line, module in source.imports()
        if module in NETWORK or module.startswith(("http.", "PySide6.QtNetwork", "PySide6.QtWeb"))
    ]
    assert not wrong, "\n".join(wrong)


def test_panes_do_not_know_one_another() -> None:
    """Panes are handed records and emit wishes; the wiring of their workspace joins them."""
    wrong = [
        f"{source.name}:{line} imports {module}"
        for source in sources()
        if source.floor == "ui" and source.path.stem.endswith("_pane")
        for line, module in source.imports()
        if module.startswith("briefing.ui.") and module.endswith("_pane")
    ]
    assert not wrong, "\n".join(wrong)


def test_workspaces_do_not_know_one_another() -> None:
    wrong = [
        f"{source.name}:{line} imports {module}"
        for source in sources()
        if (home := WORKSPACE.match(source.name))
        for line, module in source.imports()
        if (other := WORKSPACE.match(module.replace(".", "/") + "/")) and other[1] != home[1]
    ]
    assert not wrong, "\n".join(wrong)
