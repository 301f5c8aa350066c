import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.intake import reading_crew
from briefing.intake.article_formats import Reader
from briefing.intake.found_article import FoundArticle
from briefing.intake.parts import BROKEN, read_part
from briefing.intake.reading_pool import FEW, read_files
from briefing.intake.reading_worker import MEMORY_REASON, ReadingJob, ReadingLimits
from briefing.intake.register import _BY_SUFFIX  # pyright: ignore[reportPrivateUsage]

SLOW = 20.0  # seconds that nobody waits


def words_of(path: Path, sha256: str) -> Iterator[str]:
    """Do what a file says: a stand-in for parsers that break down in every way there is."""
    words = path.read_text(encoding="utf-8")
    if sha256:
        yield f"known by {sha256}"
        return
    if words == "crash":
        os._exit(7)
    if words == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if words == "fault":
        raise KeyError(words)
    if words == "memory":
        raise MemoryError
    if words == "hang":
        time.sleep(SLOW)
    if words == "priority":
        words = str(os.getpriority(os.PRIO_PROCESS, 0))
    if words == "half":
        yield "one half"
        yield "another"
        os._exit(7)
    yield from words.split("|")


def failed(path: Path, reason: str) -> str:
    return f"{path.stem}: {reason}"


JOB = ReadingJob(words_of, failed)


def never() -> bool:
    return False


def make(folder: Path, texts: list[str], suffix: str = ".txt") -> list[Path]:
    paths = [folder / f"{number:03}{suffix}" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def unknown(paths: list[Path]) -> list[tuple[Path, str]]:
    return [(path, "") for path in paths]


def read(paths: list[Path], seconds: float = 60) -> list[str]:
    """Return what is found, all read by workers."""
    limits = ReadingLimits(seconds=seconds)
    pieces = list(read_files(unknown(paths), JOB, never, are_many=True, limits=limits))
    assert sum(piece.is_last for piece in pieces) == len(paths)
    return [one for piece in pieces for one in piece.found]


def test_few_light_files_are_read_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_crew.multiprocessing, "get_context", lambda _: None)
    paths = make(tmp_path, ["a", "b|c"])
    pieces = list(read_files(unknown(paths), JOB, never, are_many=False))
    assert [piece.found for piece in pieces] == [["a"], ["b", "c"]]


def test_many_files_are_read_by_workers_in_order(tmp_path: Path) -> None:
    texts = [f"{number}|more" if number % 7 == 0 else str(number) for number in range(FEW + 30)]
    found = read(make(tmp_path, texts))
    assert found == [word for text in texts for word in text.split("|")]


def test_crash_costs_one_file(tmp_path: Path) -> None:
    texts = ["a", "crash", "b", "killed", "c", "fault", "d"]
    found = read(make(tmp_path, texts))
    assert [one for one in found if len(one) == 1] == ["a", "b", "c", "d"]
    broken = [one for one in found if len(one) > 1]
    assert [one[:3] for one in broken] == ["001", "003", "005"]
    assert all("broke down on it" in one for one in broken)


def test_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    found = read(make(tmp_path, ["a", "hang", "b"]), seconds=3)
    assert found == ["a", "001: Reading it took longer than 3 seconds.", "b"]


def test_file_that_needs_too_much_memory_is_given_up(tmp_path: Path) -> None:
    assert read(make(tmp_path, ["a", "memory", "b"])) == ["a", f"001: {MEMORY_REASON}", "b"]


def test_what_was_found_before_a_crash_is_kept_once(tmp_path: Path) -> None:
    found = read(make(tmp_path, ["a", "half", "b"]))
    assert [one for one in found if "broke" not in one] == ["a", "one half", "b"]
    assert "broke down" in found[2]


def test_long_file_does_not_hold_the_others_up_for_good(tmp_path: Path) -> None:
    texts = ["|".join(map(str, range(5000))), *(str(number) for number in range(120))]
    found = read(make(tmp_path, texts))
    assert found == [word for text in texts for word in text.split("|")]


def test_reading_stops_when_it_is_told_to(tmp_path: Path) -> None:
    paths = make(tmp_path, list("abcdef"))
    answers = iter([False, False, False])
    found = list(read_files(unknown(paths), JOB, lambda: next(answers, True), are_many=False))
    assert len(found) == 3
    assert not list(read_files(unknown(paths), JOB, lambda: True, are_many=True))


def test_what_is_known_of_a_file_goes_with_it(tmp_path: Path) -> None:
    paths = make(tmp_path, ["a", "b"])
    for are_many in (False, True):
        files = [(paths[0], ""), (paths[1], "0f")]
        pieces = list(read_files(files, JOB, never, are_many=are_many))
        assert [piece.found for piece in pieces] == [["a"], ["known by 0f"]]


def parts_of(path: Path, sha256: str) -> Iterator[str]:
    """Read a file of files: each line is one, and some of them are the end of their reader."""
    del sha256
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        name = f"{number}.crash" if line == "crash" else f"{number}.md"
        for found in read_part(name, line.encode()):
            yield found.draft.title if found.draft else found.remark


def crash(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Break down, as parsers of hostile files do."""
    del name, data
    os._exit(9)


def with_crashing_format(path: Path, sha256: str) -> Iterator[str]:
    """Read a file of files where one format has a reader that breaks down."""
    suffix = Reader("crash", (".crash",), "x/crash", f"{__name__}:crash")
    _BY_SUFFIX[".crash"] = [suffix]
    yield from parts_of(path, sha256)


def test_crash_on_a_file_inside_a_file_costs_that_one_only(tmp_path: Path) -> None:
    paths = make(tmp_path, ["# A\ncrash\n# B\n# C\ncrash\n# D", "# E"])
    job = ReadingJob(with_crashing_format, failed)
    pieces = list(read_files(unknown(paths), job, never, are_many=True))
    found = [one for piece in pieces for one in piece.found]
    assert found == ["A", BROKEN, "B", "C", BROKEN, "D", "E"]


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="the system knows no such priorities")
def test_workers_give_way_to_whoever_waits_for_them(tmp_path: Path) -> None:
    (priority,) = read(make(tmp_path, ["priority"]))
    assert int(priority) > os.getpriority(os.PRIO_PROCESS, 0)
