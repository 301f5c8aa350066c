"""Near-copies: found, clustered, told apart, counted once; every text here is its own story."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import InputError
from briefing.model.article import Article
from briefing.model.ids import Uid
from briefing.services.copies import Copies
from briefing.services.safekeeping import Safekeeping
from briefing.store import articles
from briefing.store.library_file import Library
from tests.services.stories import footer, reprint, story
from tests.store.records import (
    add_articles,
    add_fact,
    check_index,
    make_article,
    make_evidence,
    make_fact,
    uids,
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.briefing") as library:
        yield library


@pytest.fixture
def copies(library: Library) -> Copies:
    return Copies(library)


def wire(library: Library, *papers: str, words: int = 300) -> tuple[Article, ...]:
    """Keep a story, and a reprint of it in each of the papers."""
    text = story(1, words)
    texts = [text, *(reprint(text, number) for number in range(1, len(papers)))]
    return add_articles(
        library,
        *(
            make_article(number, title=f"{paper} writes", body=body, publisher=paper)
            for number, (paper, body) in enumerate(zip(papers, texts, strict=True), 1)
        ),
    )


def groups(copies: Copies) -> list[set[Uid]]:
    return [{member.row.uid for member in one.members} for one in copies.clusters()]


def test_find_joins_reprints_and_leaves_others_alone(library: Library, copies: Copies) -> None:
    printed = wire(library, "AP", "Herald", "Tribune")
    add_articles(library, make_article(9, body=story(2, 300)))
    report = copies.find()
    assert (report.compared, report.clusters, report.articles) == (4, 1, 3)
    assert report.changes.articles >= set(uids(printed))
    assert groups(copies) == [set(uids(printed))]
    check_index(library)


def test_find_again_compares_only_what_is_new_or_changed(library: Library, copies: Copies) -> None:
    first, *_ = wire(library, "AP", "Herald")
    copies.find()
    assert copies.find().compared == 0
    add_articles(library, make_article(7, body=reprint(story(1, 300), 7), publisher="Star"))
    assert copies.find().compared == 1
    changed = replace(first, body=story(3, 300))
    library.write("Edit", lambda c: articles.update(c, changed))
    report = copies.find()
    assert report.compared == 1
    assert first.uid in report.changes.articles
    assert copies.of(first.uid) is None
    assert [len(group) for group in groups(copies)] == [2]


def test_cancelled_search_goes_on_from_where_it_was(library: Library, copies: Copies) -> None:
    wire(library, "AP", "Herald")
    assert copies.find(cancelled=lambda: True).cancelled
    assert groups(copies) == []
    told: list[tuple[int, int]] = []
    report = copies.find(lambda done, total: told.append((done, total)))
    assert (report.cancelled, report.clusters) == (False, 1)
    assert told[-1] == (4, 4)


def test_earliest_comes_first_with_how_alike_the_others_are(
    library: Library, copies: Copies
) -> None:
    printed = wire(library, "AP", "Herald")
    copies.find()
    cluster = copies.of(printed[1].uid)
    assert cluster is not None
    assert [member.row.uid for member in cluster.members] == uids(printed)
    assert [member.is_earliest for member in cluster.members] == [True, False]
    assert cluster.members[0].similarity == 1.0
    assert 0.5 < cluster.members[1].similarity < 1.0


def test_releases_round_one_footer_are_no_copies(library: Library, copies: Copies) -> None:
    ending = footer(200)
    add_articles(
        library,
        *(
            make_article(number, body=f"{story(number, 90)}\n\n{ending}", publisher="Ministry")
            for number in range(1, 9)
        ),
    )
    assert copies.find().clusters == 0


def test_notices_by_one_pattern_are_no_copies_but_one_sent_twice_is(
    library: Library, copies: Copies
) -> None:
    pattern = story(5, 400)
    bodies = [f"Notice on {story(50 + number, 12)}. {pattern}" for number in range(9)]
    add_articles(
        library,
        *(
            make_article(number, body=body, title=f"Notice {number}", publisher="Agency")
            for number, body in enumerate([*bodies, bodies[3]])
        ),
    )
    copies.find()
    assert [len(group) for group in groups(copies)] == [2]


def test_laws_that_differ_in_their_figures_are_no_copies(library: Library, copies: Copies) -> None:
    def law(year: int) -> str:
        clauses = (
            f"{story(number, 30)} {year + number} and {year * number}" for number in range(9)
        )
        return ". ".join(clauses)

    add_articles(library, *(make_article(year, body=law(year)) for year in (1941, 1952)))
    assert copies.find().clusters == 0


def test_short_texts_are_no_copies(library: Library, copies: Copies) -> None:
    body = "Please enable JavaScript and cookies in your browser to go on reading this page."
    add_articles(library, *(make_article(number, body=body) for number in range(3)))
    assert copies.find().clusters == 0


def test_round_up_does_not_join_its_stories(library: Library, copies: Copies) -> None:
    stories = [story(number, 150) for number in (1, 2, 3)]
    everything = make_article(9, body="\n\n".join(stories), publisher="Weekly")
    add_articles(library, everything, *(make_article(n, body=b) for n, b in enumerate(stories)))
    copies.find()
    assert max(len(group) for group in groups(copies)) == 2


def test_not_copies_is_remembered_and_can_be_undone(library: Library, copies: Copies) -> None:
    one, other, _ = uids(wire(library, "AP", "Herald", "Tribune"))
    copies.find()
    changes = copies.not_copies(one, other)
    assert changes.articles >= {one, other}
    assert not any({one, other} <= group for group in groups(copies))
    Safekeeping(library).repair()
    assert not any({one, other} <= group for group in groups(copies))
    assert Safekeeping(library).integrity() == ()


def test_undone_refusal_joins_again(library: Library, copies: Copies) -> None:
    one, other = uids(wire(library, "AP", "Herald"))
    copies.find()
    copies.not_copies(one, other)
    assert copies.of(one) is None
    Safekeeping(library).undo()
    assert groups(copies) == [{one, other}]


def test_article_is_no_copy_of_itself(library: Library, copies: Copies) -> None:
    (one,) = uids(add_articles(library, make_article()))
    with pytest.raises(InputError, match="two different"):
        copies.not_copies(one, one)


def test_removed_article_leaves_its_cluster_until_undone(library: Library, copies: Copies) -> None:
    one, other = uids(wire(library, "AP", "Herald"))
    copies.find()
    library.write("Remove", lambda c: articles.remove(c, (one,)))
    assert copies.of(other) is None
    assert Safekeeping(library).integrity() == ()
    Safekeeping(library).undo()
    assert groups(copies) == [{one, other}]
    assert Safekeeping(library).integrity() == ()


def test_sources_that_repeat_one_another_count_once(library: Library, copies: Copies) -> None:
    printed = wire(library, "AP", "Herald", "Tribune")
    own = add_articles(
        library,
        make_article(8, body=story(2, 300), publisher="Tribune"),
        make_article(9, body=story(3, 300), publisher="El Universal"),
    )
    evidence = [make_evidence(one, one.body.split(".")[0]) for one in (*printed, *own)]
    fact = add_fact(library, make_fact(*evidence))
    assert copies.independent_sources(fact.uid) == 4  # one publisher twice
    copies.find()
    assert copies.independent_sources(fact.uid) == 2


def test_check_finds_and_repair_mends_what_is_not_as_the_texts_say(
    library: Library, copies: Copies
) -> None:
    printed = wire(library, "AP", "Herald")
    copies.find()
    for damage in (
        "UPDATE article_sketches SET runs = runs + 1",
        "DELETE FROM sketch_keys WHERE article_pk = 1",
        "UPDATE duplicate_members SET cluster = 99 WHERE article_pk = 2",
    ):
        library.write("Damage", lambda c, sql=damage: c.execute(sql) and None, undoable=False)
        assert "copies" in {one.rule for one in Safekeeping(library).integrity()}
        assert Safekeeping(library).repair() == ()
        assert groups(copies) == [set(uids(printed))]
