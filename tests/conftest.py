"""What every test stands on: no screen, no network, no home of the user, no unseen error."""

import logging
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "briefing",
    deadline=None,  # a slow machine is no failure
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("briefing")

PROGRAMS = {
    "libreoffice": ("soffice", "libreoffice-writer-nogui"),
    "pandoc": ("pandoc", "pandoc"),
}


def _missing() -> list[str]:
    return [marker for marker, (program, _) in PROGRAMS.items() if not shutil.which(program)]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    required = bool(os.environ.get("BRIEFING_REQUIRE_OFFICE"))
    for marker in _missing():
        if required:
            continue  # the tests then fail for want of the program, as they should
        skip = pytest.mark.skip(reason=f"{PROGRAMS[marker][0]} is not installed")
        for item in items:
            if item.get_closest_marker(marker):
                item.add_marker(skip)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for marker in _missing():
        program, package = PROGRAMS[marker]
        terminalreporter.write_line(
            f"{program} is not installed, so the tests that use it were skipped. To run them:"
            f" sudo apt-get install --no-install-recommends {package}"
        )


@pytest.fixture(autouse=True)
def home_of_the_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings and data of the person who runs the tests out of them."""
    home = tmp_path / "home"
    monkeypatch.setenv("BRIEFING_HOME", str(home / "briefing"))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample library, made once; whoever writes to it takes a copy."""
    from briefing.services.sample import build_sample

    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFING_HOME", str(folder / "home"))
        build_sample(folder / "sample.briefing")
    return folder / "sample.briefing"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail whatever opens a connection: the program is offline, always."""

    connect = socket.socket.connect

    def refuse(caller: socket.socket, address: tuple[str, int] | str) -> None:
        if caller.family != getattr(socket, "AF_UNIX", None):  # between our own processes
            raise AssertionError(f"a network connection was opened to {address!r}")
        connect(caller, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_logged_errors(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which the program logged an error, unless it is marked `logs_errors`."""
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    yield
    logging.getLogger().removeHandler(errors)
    if errors.records and not request.node.get_closest_marker("logs_errors"):
        formatter = logging.Formatter()
        pytest.fail("logged: " + "\n".join(formatter.format(r) for r in errors.records))


def pytest_sessionfinish() -> None:
    """Empty the clipboard: without a screen Qt keeps it longer than Python stands to free it."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()
