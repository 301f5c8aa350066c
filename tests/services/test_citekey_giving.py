"""Citekeys of an import: free in the library, in the batch, and in all batches after it."""

import pytest

from briefing.model.article import Article
from briefing.model.ids import new_uid
from briefing.services.citekey_giving import CitekeyGiving
from briefing.store import articles
from briefing.store.library_file import Library


def _give(library: Library, giving: CitekeyGiving, stems: list[str]) -> list[str]:
    giving.begin(library.reader(), stems)
    return [giving.give(library.reader(), stem) for stem in stems]


def _add(library: Library, citekeys: list[str]) -> None:
    for citekey in citekeys:
        article = Article(new_uid(), citekey, "Title", "Body.")
        library.write("Add", lambda c, new=article: articles.add(c, new))


def test_batches_go_on_where_the_one_before_ended(library: Library) -> None:
    giving = CitekeyGiving()
    first = _give(library, giving, ["nyt2025"] * 3)
    assert len(set(first)) == 3
    assert first[0] == "nyt2025"
    _add(library, first)
    second = _give(library, giving, ["nyt2025", "bbc2025", "nyt2025"])
    assert second == ["nyt2025c", "bbc2025", "nyt2025d"]


def test_citekey_is_free_whatever_its_case(library: Library) -> None:
    _add(library, ["NYT2025"])
    assert _give(library, CitekeyGiving(), ["nyt2025", "Nyt2025"]) == ["nyt2025a", "Nyt2025b"]


def test_citekey_that_another_took_meanwhile_is_passed_over(library: Library) -> None:
    giving = CitekeyGiving()
    _add(library, _give(library, giving, ["nyt2025"] * 2))
    _add(library, ["nyt2025b", "nyt2025c"])
    assert _give(library, giving, ["nyt2025"]) == ["nyt2025d"]


def test_stem_that_is_free_again_is_given(library: Library) -> None:
    giving = CitekeyGiving()
    given = _give(library, giving, ["nyt2025"] * 2)
    _add(library, given)
    uid = articles.find_by_citekey(library.reader(), "nyt2025")
    assert uid
    library.write("Remove", lambda c: articles.remove(c, [uid]))
    assert _give(library, giving, ["nyt2025"]) == ["nyt2025"]


def test_later_batches_ask_the_library_little(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    giving = CitekeyGiving()
    _add(library, _give(library, giving, ["nyt2025"] * 9))

    def ask_singly(*_: object) -> None:
        pytest.fail("asked one by one")

    monkeypatch.setattr(articles, "find_by_citekey", ask_singly)
    assert len(set(_give(library, giving, ["nyt2025"] * 5))) == 5
