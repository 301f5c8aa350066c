"""Tag rules: previewed, applied as one step, applied to what is imported, never taking away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.errors import InputError, NotFoundError
from briefing.model.ids import new_uid
from briefing.model.tag_rule import TagRule
from briefing.services.collecting import Collecting
from briefing.services.rule_tagging import TagRules
from briefing.services.safekeeping import Safekeeping
from briefing.services.searching import Searching
from briefing.store.library_file import Library
from tests.store.records import add_articles, check_index, dump, make_article, uids


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.briefing") as library:
        yield library


@pytest.fixture
def rules(library: Library) -> TagRules:
    return TagRules(library)


def tagged(library: Library, tag: str) -> list[str]:
    hits = Searching(library).search(f"tag:{tag}", sort="title").hits
    return [hit.article.citekey for hit in hits]


def test_preview_tells_who_would_get_the_tag_and_who_has_it(
    library: Library, rules: TagRules
) -> None:
    add_articles(
        library,
        make_article(1, tags=("topic/cartels",)),
        make_article(2, tags=("topic/cartels/sinaloa",)),
        make_article(3),
        make_article(4, title="On trade", body="Nothing else."),
    )
    preview = rules.preview(TagRule(None, "cartels", "Topic/Cartels"))
    assert (preview.count, preview.have, preview.problems) == (1, 2, ())
    assert [row.citekey for row in preview.rows] == ["source3"]
    assert rules.every() == ()


def test_preview_without_a_tag_shows_what_the_query_finds(
    library: Library, rules: TagRules
) -> None:
    add_articles(library, make_article(1, tags=("topic/cartels",)), make_article(2))
    preview = rules.preview(TagRule(None, "cartels", " "))
    assert (preview.count, preview.have) == (2, 0)
    with pytest.raises(InputError, match="needs a name"):
        rules.save(TagRule(None, "cartels", " "))


def test_rule_that_finds_nothing_touches_nothing(library: Library, rules: TagRules) -> None:
    add_articles(library, make_article(1))
    rule = TagRule(None, "tag:nowhere zebras", "topic/x")
    assert rules.preview(rule).count == 0
    saved, _ = rules.save(rule)
    assert not rules.apply([saved.uid] if saved.uid else []).articles


def test_apply_tags_all_as_one_step(library: Library, rules: TagRules) -> None:
    chosen = add_articles(library, make_article(1), make_article(2))
    add_articles(library, make_article(3, title="On trade", body="Nothing else."))
    rules.save(TagRule(None, "cartels", "topic/cartels"))
    rules.save(TagRule(None, "tag:topic/cartels", "watch"))
    before = dump(library)
    changes = rules.apply()
    assert changes.articles == set(uids(chosen))
    assert tagged(library, "watch") == ["source1", "source2"]
    check_index(library)
    Safekeeping(library).undo()
    assert dump(library, without=("facet_sets",)) == {
        name: rows for name, rows in before.items() if name != "facet_sets"
    }


def test_same_rule_is_kept_once_and_can_be_changed(library: Library, rules: TagRules) -> None:
    first, changes = rules.save(TagRule(None, "cartels", "topic/cartels"))
    again, _ = rules.save(TagRule(None, " cartels ", "Topic/Cartels", is_automatic=True))
    assert changes.everything
    assert again.uid == first.uid
    rules.save(TagRule(first.uid, "cartel*", "topic/cartels"))
    assert [rule.query for rule in rules.every()] == ["cartel*"]
    Safekeeping(library).undo()
    assert [rule.query for rule in rules.every()] == ["cartels"]


def test_rule_that_is_gone_is_told(rules: TagRules) -> None:
    with pytest.raises(NotFoundError):
        rules.remove(new_uid())
    with pytest.raises(NotFoundError):
        rules.apply([new_uid()])


@pytest.mark.parametrize(("query", "tag"), [("", "topic/x"), ("  ", "x"), ("cartels", " / ")])
def test_rule_that_says_nothing_is_refused(rules: TagRules, query: str, tag: str) -> None:
    with pytest.raises(InputError):
        rules.save(TagRule(None, query, tag))


def test_automatic_rules_tag_what_is_imported_in_the_same_step(
    library: Library, rules: TagRules, tmp_path: Path
) -> None:
    add_articles(library, make_article(1))
    rules.save(TagRule(None, "cartels", "topic/cartels", is_automatic=True))
    rules.save(TagRule(None, "cartels", "by-hand"))
    (tmp_path / "new.md").write_text("---\ntitle: More on cartels\n---\nText.\n")
    collecting = Collecting(library, after=(rules.apply_to_new,))
    collecting.import_paths([tmp_path / "new.md"])
    assert len(tagged(library, "topic/cartels")) == 1  # not the one that was there
    assert tagged(library, "by-hand") == []
    Safekeeping(library).undo()
    assert tagged(library, "topic/cartels") == []
    assert Searching(library).counts().articles == 1
