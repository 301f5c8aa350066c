import pytest

from briefing.errors import InputError
from briefing.model.article import Article
from briefing.model.fact import Fact
from briefing.model.memo import Memo
from briefing.services.desk import Desk
from briefing.store.library_file import Library
from tests.services.cited_memos import QUOTE, capture

FIELDS = (
    ("to", "The Secretary"), ("date", "2025-09-05"), ("subject", "Talks"), ("decide-by", "soon"),
    ("language", "en-GB"),
)  # fmt: skip


@pytest.fixture
def desk(library: Library, article: Article) -> Desk:
    del article
    return Desk(library)


@pytest.fixture
def fact(library: Library, article: Article) -> Fact:
    return capture(library, article, QUOTE, statement="Mexico sent *59* men.", tags=("a/b",))


@pytest.fixture
def memo(desk: Desk, fact: Fact) -> Memo:
    body = (
        f"## Point\n\nIt sent many [@fact:{fact.key}]. Both agreed [@nytimes2025mexico].\n\n"
        '::: {.facts query="tag:a/b status:current" limit="3"}\n:::\n\n'
        f"Again [@fact:{fact.key}]. Nothing is cited here.\n"
    )
    return desk.drafting.add_memo("decision-memo", FIELDS, body)[0]


def test_each_template_gets_the_facts_where_there_is_room(
    desk: Desk, memo: Memo, fact: Fact
) -> None:
    report, points = desk.same_facts.draft(memo, ["situation-report", "talking-points"])[0]
    lines = f"- Mexico sent \\*59\\* men [@fact:{fact.key}].\n- Both agreed [@nytimes2025mexico].\n"
    assert f"## Situation overview\n\n{lines}" in report.body
    assert f"## Points to make\n\n{lines}" in points.body
    assert points.body.count("@fact:") == 1
    assert dict(report.fields)["to"] == "The Secretary"
    assert dict(report.fields)["language"] == "en-GB"
    assert "decide-by" not in dict(points.fields)
    assert (report.template, points.template) == ("situation-report", "talking-points")


def test_citations_keep_the_places_that_they_name(desk: Desk) -> None:
    body = "## Point\n\nBoth agreed. [see @nytimes2025mexico, p. 3; @nobody2020, sec. 4]\n"
    memo, _ = desk.drafting.add_memo("decision-memo", FIELDS, body)
    (points,) = desk.same_facts.draft(memo, ["talking-points"])[0]
    assert "- Both agreed [see @nytimes2025mexico, p. 3; @nobody2020, sec. 4].\n" in points.body


def test_sentences_that_name_their_source_come_as_they_stand(desk: Desk) -> None:
    body = "## Point\n\n@nytimes2025mexico [p. 3] says that *both*\nagreed.[^n]\n\n[^n]: So.\n"
    memo, _ = desk.drafting.add_memo("decision-memo", FIELDS, body)
    (points,) = desk.same_facts.draft(memo, ["talking-points"])[0]
    assert "- @nytimes2025mexico [p. 3] says that *both* agreed.\n" in points.body


def test_lookups_are_narrowed_to_the_subject(desk: Desk, memo: Memo) -> None:
    (report,) = desk.same_facts.draft(memo, ["situation-report"])[0]
    assert '::: {.facts query="tag:a/b kind:figure status:current" sort="date"' in report.body
    assert '::: {.timeline query="tag:a/b kind:event status:current"' in report.body


def test_facts_only_looked_up_come_as_a_list_where_nothing_looks_them_up(
    desk: Desk, library: Library, article: Article, memo: Memo
) -> None:
    other = capture(library, article, "Rubio praised", statement="Rubio praised it.", tags=("a/b",))
    report, points = desk.same_facts.draft(memo, ["situation-report", "talking-points"])[0]
    assert f"- Rubio praised it [@fact:{other.key}]." in points.body
    assert other.key not in report.body


def test_superseded_fact_comes_as_its_successor_and_a_retracted_one_not(
    desk: Desk, library: Library, article: Article, memo: Memo, fact: Fact
) -> None:
    newer = capture(library, article, "high-value targets", statement="Mexico sent 55 men.")
    desk.standing.supersede(fact.uid, newer.uid, "counted again")
    (points,) = desk.same_facts.draft(memo, ["talking-points"])[0]
    assert f"- Mexico sent 55 men [@fact:{newer.key}]." in points.body
    assert fact.key not in points.body
    desk.standing.retract(newer.uid, "wrong")
    (again,) = desk.same_facts.draft(memo, ["talking-points"])[0]
    assert "@fact" not in again.body


def test_all_of_them_hear_of_a_change(desk: Desk, memo: Memo, fact: Fact) -> None:
    made = desk.same_facts.draft(memo, ["situation-report", "talking-points"])[0]
    desk.standing.dispute(fact.uid, "doubtful")
    touched = {one.memo_uid for one in desk.ripple.touched(fact.uid)}
    assert touched == {memo.uid, *(one.uid for one in made)}


def test_drafts_are_one_step_of_undo_and_have_names_of_their_own(desk: Desk, memo: Memo) -> None:
    made = desk.same_facts.draft(memo, ["talking-points", "one-page-brief"])[0]
    assert len({memo.slug, *(one.slug for one in made)}) == 3
    desk.library.undo()
    assert [row.uid for row in desk.drafting.memos()] == [memo.uid]


def test_templates_have_to_be_there(desk: Desk, memo: Memo) -> None:
    with pytest.raises(InputError):
        desk.same_facts.draft(memo, [])
    with pytest.raises(InputError, match="no template"):
        desk.same_facts.draft(memo, ["nonsense"])


@pytest.mark.parametrize("body", ["", "Nothing cited.\n", "[@nobody2020]\n"])
def test_memo_without_facts_gives_an_empty_frame(desk: Desk, body: str) -> None:
    memo, _ = desk.drafting.add_memo("decision-memo", FIELDS, body)
    (points,) = desk.same_facts.draft(memo, ["talking-points"])[0]
    assert points.body.startswith("## Purpose\n\n## Objectives")
