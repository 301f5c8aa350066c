import shutil
from pathlib import Path

import pytest

from briefing.errors import InputError, LibraryError
from briefing.model.anchor import AnchorState
from briefing.paths import resources_dir
from briefing.services.desk import open_desk
from briefing.services.sample import build_sample
from briefing.text.citations import find_citations

SOURCE = resources_dir() / "sample"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return shutil.copytree(SOURCE, tmp_path / "source")


def test_sample_holds_articles_facts_and_a_memo_that_cites_them(tmp_path: Path) -> None:
    build_sample(tmp_path / "sample.briefing")
    with open_desk(tmp_path / "sample.briefing") as desk:
        counts = desk.searching.counts()
        assert counts.articles == len(list((SOURCE / "articles").iterdir()))
        assert (counts.memos, counts.facts > 10) == (1, True)
        assert desk.searching.article_by_citekey("nytimes2025mexico").rank == 3
        for fact in desk.evidence.facts():
            assert fact.evidence
            for piece in fact.evidence:
                assert desk.evidence.locate(piece).state is AnchorState.EXACT
        memo = desk.drafting.memo(desk.drafting.memos()[0].uid)
        assert not dict(memo.fields).get("template")
        keys = {item.key for one in find_citations(memo.body) for item in one.citation.items}
        assert keys
        assert not [key for key in keys if key.startswith("file:")]
        for key in keys:
            if key.startswith("fact:"):
                desk.evidence.fact_by_key(key.removeprefix("fact:"))
            else:
                desk.searching.article_by_citekey(key)


def test_sample_does_not_write_over_a_library(tmp_path: Path) -> None:
    path = tmp_path / "sample.briefing"
    path.write_text("mine")
    with pytest.raises(LibraryError):
        build_sample(path)
    assert path.read_text() == "mine"


def test_sample_that_does_not_fit_together_leaves_no_library(tmp_path: Path, source: Path) -> None:
    memo = source / "memo.md"
    memo.write_text(memo.read_text(encoding="utf-8") + "\n[@fact:f99]\n", encoding="utf-8")
    with pytest.raises(InputError, match="f99"):
        build_sample(tmp_path / "sample.briefing", source)
    assert not (tmp_path / "sample.briefing").exists()


def test_sample_names_what_is_missing(tmp_path: Path, source: Path) -> None:
    (source / "articles" / "note-joint-statement.md").unlink()
    with pytest.raises(InputError, match="note-joint-statement"):
        build_sample(tmp_path / "sample.briefing", source)
