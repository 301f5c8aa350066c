"""Triage: each call one step of undo, and what it touched."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import InputError, NotFoundError
from briefing.model.article import Article, Colour, Usage
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.services.searching import Searching
from briefing.services.triage import Triage
from briefing.store import articles, traces
from briefing.store.library_file import Library
from briefing.store.traces import SentenceSource
from tests.store.records import add_articles, add_memo, check_index, make_article, make_memo


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.briefing") as library:
        yield library


@pytest.fixture
def triage(library: Library) -> Triage:
    return Triage(library)


@pytest.fixture
def made(library: Library) -> tuple[Article, ...]:
    return add_articles(library, *(make_article(n) for n in range(3)))


def _get(library: Library, article: Article) -> Article:
    return articles.get(library.reader(), article.uid)


def _found(library: Library, line: str) -> list[str]:
    return sorted(hit.article.citekey for hit in Searching(library).search(line).hits)


def test_usage_is_set_for_many_as_one_step(
    library: Library, triage: Triage, made: tuple[Article, ...]
) -> None:
    uids = [made[0].uid, made[2].uid, made[0].uid]
    changes = triage.set_usage(uids, Usage.SHORTLISTED)
    assert changes.articles == set(uids)
    assert _found(library, "usage:shortlisted") == ["source0", "source2"]
    assert library.undo_label == "Shortlist 2 articles"
    assert library.undo()
    assert _found(library, "usage:shortlisted") == []
    assert library.undo_label == "Add"
    check_index(library)


def test_rank_rating_and_note_are_set_and_cleared(
    library: Library, triage: Triage, made: tuple[Article, ...]
) -> None:
    uid = made[0].uid
    triage.set_rank([uid], 2)
    triage.set_rating([uid], "B", 2)
    triage.set_note(uid, "Read again.")
    kept = _get(library, made[0])
    assert (kept.rank, kept.rating, kept.note) == (2, "B2", "Read again.")
    assert _found(library, "rank:<3 rating:B2 has:note") == ["source0"]
    triage.set_rank([uid], None)
    triage.set_rating([uid], "", None)
    triage.set_note(uid, "")
    assert replace(_get(library, made[0]), updated_at=made[0].updated_at) == made[0]
    assert _found(library, "rank:<3 OR rating:B OR has:note") == []


@pytest.mark.parametrize("rank", [0, -1, 10**7])
def test_rank_that_is_none_is_refused(triage: Triage, made: tuple[Article, ...], rank: int) -> None:
    with pytest.raises(InputError, match="whole number"):
        triage.set_rank([made[0].uid], rank)


@pytest.mark.parametrize(("reliability", "credibility"), [("G", None), ("a", 1), ("A", 7), ("", 0)])
def test_rating_that_is_none_is_refused(
    triage: Triage, made: tuple[Article, ...], reliability: str, credibility: int | None
) -> None:
    with pytest.raises(InputError):
        triage.set_rating([made[0].uid], reliability, credibility)


def test_tags_are_added_and_taken(
    library: Library, triage: Triage, made: tuple[Article, ...]
) -> None:
    uids = [made[0].uid, made[1].uid]
    changes = triage.add_tags(uids, ["Region / Mexico", "arms"])
    assert changes.articles == set(uids)
    assert _get(library, made[1]).tags == ("arms", "Region/Mexico")
    assert _found(library, "tag:region") == ["source0", "source1"]
    triage.remove_tags([made[0].uid], ["REGION/MEXICO", "not there"])
    assert _get(library, made[0]).tags == ("arms",)
    assert library.undo()
    assert library.undo()
    assert _get(library, made[0]).tags == ()
    check_index(library)


def test_adding_a_tag_that_is_there_is_no_step(
    library: Library, triage: Triage, made: tuple[Article, ...]
) -> None:
    triage.add_tags([made[0].uid], ["a"])
    changes = triage.add_tags([made[0].uid], ["A"])
    assert not changes
    assert library.undo()
    assert library.undo_label == "Add"


def test_article_is_edited_in_all_its_fields(
    library: Library, triage: Triage, made: tuple[Article, ...]
) -> None:
    edited = replace(
        made[0],
        citekey="new-key_2025.a",
        title="New",
        body="New body",
        url="https://example.org",
        publisher="Other",
        authors=("A",),
        published=PartialDate(2024),
        language="es",
        summary="S",
        tags=("t",),
        fields=(("k", "v"),),
        usage=Usage.USED,
        rank=1,
        reliability="A",
        credibility=1,
        note="n",
    )
    changes = triage.edit(edited)
    assert changes.articles == {made[0].uid}
    kept = _get(library, made[0])
    assert replace(kept, updated_at=edited.updated_at) == edited
    assert _found(library, "on:2024 lang:es body") == ["new-key_2025.a"]
    assert library.undo()
    assert _get(library, made[0]) == made[0]


BAD_KEYS = ["", "two words", "a@b", "a;b", "[a]", "a,b", "{a}"]


@pytest.mark.parametrize("citekey", BAD_KEYS)
def test_citekey_that_no_citation_can_hold_is_refused(
    triage: Triage, made: tuple[Article, ...], citekey: str
) -> None:
    with pytest.raises(InputError, match="citekey"):
        triage.edit(replace(made[0], citekey=citekey))


def test_edit_that_cannot_be_is_refused_whole(
    library: Library, triage: Triage, made: tuple[Article, ...]
) -> None:
    with pytest.raises(InputError, match="another article's"):
        triage.edit(replace(made[0], citekey="SOURCE1", title="x"))
    with pytest.raises(InputError, match="title"):
        triage.edit(replace(made[0], title=" "))
    with pytest.raises(InputError, match="reliability"):
        triage.edit(replace(made[0], reliability="X"))
    assert _get(library, made[0]) == made[0]
    changed_case = replace(made[0], citekey="SOURCE0")
    triage.edit(changed_case)
    assert _get(library, made[0]).citekey == "SOURCE0"


def test_citekey_that_a_memo_cites_stays(
    library: Library, triage: Triage, made: tuple[Article, ...]
) -> None:
    memo = add_memo(library, make_memo())
    source = SentenceSource(0, 4, "source0")
    library.write("Type", lambda c: traces.replace(c, memo.uid, [source]), undoable=False)
    with pytest.raises(InputError, match="cites this article as “source0”"):
        triage.edit(replace(made[0], citekey="other"))
    triage.edit(replace(made[1], citekey="other"))


def test_articles_are_removed_and_come_back(
    library: Library, triage: Triage, made: tuple[Article, ...]
) -> None:
    triage.add_tags([made[0].uid], ["only/here"])
    changes = triage.remove([made[0].uid, made[1].uid])
    assert changes.articles == {made[0].uid, made[1].uid}
    assert _found(library, "") == ["source2"]
    assert library.undo_label == "Remove 2 articles"
    undone = library.undo()
    assert undone
    assert undone[1] == changes
    assert _get(library, made[0]).tags == ("only/here",)
    check_index(library)


def test_missing_article_changes_nothing(
    library: Library, triage: Triage, made: tuple[Article, ...]
) -> None:
    for call in (
        lambda uids: triage.set_usage(uids, Usage.USED),
        lambda uids: triage.add_tags(uids, ["x"]),
        triage.remove,
    ):
        with pytest.raises(NotFoundError):
            call([made[0].uid, Uid("nowhere")])
    assert _get(library, made[0]) == made[0]
    assert library.undo_label == "Add"


def test_colour_is_set_for_many_and_cleared(
    library: Library, triage: Triage, made: tuple[Article, ...]
) -> None:
    uids = [made[0].uid, made[1].uid]
    assert triage.set_colour(uids, Colour.RED).articles == set(uids)
    assert library.undo_label == "Colour 2 articles"
    assert _found(library, "colour:red") == ["source0", "source1"]
    triage.set_colour(uids, Colour.NONE)
    assert _get(library, made[0]).colour is Colour.NONE
    library.undo()
    assert _found(library, "colour:red") == ["source0", "source1"]
    check_index(library)


def test_note_is_put_behind_those_there_as_one_step(
    library: Library, triage: Triage, made: tuple[Article, ...]
) -> None:
    triage.set_note(made[0].uid, "First.\n")
    triage.append_note([made[0].uid, made[1].uid], " Then this. ")
    notes = [_get(library, one).note for one in made]
    assert notes == ["First.\n\nThen this.", "Then this.", ""]
    library.undo()
    assert [_get(library, one).note for one in made] == ["First.\n", "", ""]
    with pytest.raises(InputError, match="Write the note"):
        triage.append_note([made[0].uid], " \n")
