from pathlib import Path

import pytest

from briefing.intake import reading_pool
from briefing.intake.article_file import ArticleFile
from briefing.intake.article_file import read_article_file as read_parts
from briefing.intake.reading_pool import FEW, read_files


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number:03}.txt" for number in range(FEW + 30)]
    for path in paths:
        path.write_text(f"Title {path.stem}\n\nbody")
    paths[7].write_bytes(b"")
    return paths


def read_article_file(path: Path) -> ArticleFile:
    (found,) = read_parts(path)
    return found


def never() -> bool:
    return False


def test_few_files_are_read_here(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pool, "ProcessPoolExecutor", None)
    found = list(read_files(files[:20], read_article_file, never))
    assert [one.path for one in found] == list(map(str, files[:20]))
    assert [one.path for one in found if one.draft is None] == [str(files[7])]


def test_many_files_are_read_by_workers_in_order(files: list[Path]) -> None:
    found = list(read_files(files, read_article_file, never))
    assert [one.path for one in found] == list(map(str, files))
    assert found[8].draft is not None
    assert found[8].draft.title == "Title 008"


def test_reading_stops_when_it_is_told_to(files: list[Path]) -> None:
    answers = iter([False, False, False])
    found = list(read_files(files[:20], read_article_file, lambda: next(answers, True)))
    assert len(found) == 3
    assert len(list(read_files(files, read_article_file, lambda: True))) == 0


def test_dead_workers_cost_no_file(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    real = reading_pool._in_workers

    def dies(paths, read, cancelled):  # noqa: ANN001, ANN202
        for number, found in enumerate(real(paths, read, cancelled)):
            if number == 110:
                raise reading_pool.BrokenProcessPool
            yield found

    monkeypatch.setattr(reading_pool, "_in_workers", dies)
    assert [one.path for one in read_files(files, read_article_file, never)] == list(
        map(str, files)
    )
