"""Words found in all memos, with the sentence around them."""

import pytest

from briefing.services.desk import Desk
from briefing.services.finding_in_memos import MOST_OF_MEMO

FIRST = "## Summary\n\nTalks go on. Mexico arrested\n59 targets, it said. The rest is silence.\n"
SECOND = "Nobody was Arrested. In Mexico all is well.\n"


@pytest.fixture
def desk(desk: Desk) -> Desk:
    for subject, body in (("One", FIRST), ("Two", SECOND)):
        memo, _ = desk.drafting.new_memo("information-memo", {"subject": subject})
        desk.drafting.save(memo.uid, memo.fields, body)
    return desk


def titles(desk: Desk, words: str, **options: bool) -> list[str]:
    return [memo.title for memo in desk.memo_finding.find(words, **options).memos]


def test_every_find_tells_its_place_and_its_sentence(desk: Desk) -> None:
    answer = desk.memo_finding.find("targets")
    (memo,) = answer.memos
    (passage,) = memo.passages
    assert FIRST[passage.start : passage.end] == "targets"
    (start, end) = passage.shown.marks[0]
    assert passage.shown.text[start:end] == "targets"
    assert passage.shown.text == "59 targets, it said."
    assert (memo.title, memo.count, answer.count) == ("One", 1, 1)


def test_case_and_whole_words_are_heeded_when_asked(desk: Desk) -> None:
    assert sorted(titles(desk, "arrested")) == ["One", "Two"]
    assert titles(desk, "Arrested", match_case=True) == ["Two"]
    assert sorted(titles(desk, "arrest")) == ["One", "Two"]
    assert titles(desk, "target", whole_words=True) == []


def test_line_break_is_white_space(desk: Desk) -> None:
    assert titles(desk, "arrested 59") == ["One"]


def test_words_apart_are_found_when_they_stand_nowhere_together(desk: Desk) -> None:
    answer = desk.memo_finding.find("arrested silence")
    assert answer.is_loose
    assert [memo.title for memo in answer.memos] == ["One"]
    shown = [passage.shown for passage in answer.memos[0].passages]
    assert [one.text[slice(*one.marks[0])].lower() for one in shown] == ["arrested", "silence"]


@pytest.mark.parametrize("words", ["", "  ", "nowhere", "(", "no such words"])
def test_nothing_is_found(desk: Desk, words: str) -> None:
    assert titles(desk, words) == []


def test_long_sentence_is_cut_round_the_find(desk: Desk) -> None:
    memo, _ = desk.drafting.new_memo("information-memo", {"subject": "Long"})
    desk.drafting.save(memo.uid, memo.fields, "word " * 300 + "needle " + "word " * 300)
    (found,) = desk.memo_finding.find("needle").memos
    shown = found.passages[0].shown
    assert shown.text[slice(*shown.marks[0])] == "needle"
    assert shown.text[0] == shown.text[-1] == "…"
    assert len(shown.text) < 260


def test_many_finds_are_counted_and_not_all_shown(desk: Desk) -> None:
    memo, _ = desk.drafting.new_memo("information-memo", {"subject": "Many"})
    desk.drafting.save(memo.uid, memo.fields, "needle. " * 200)
    (found,) = desk.memo_finding.find("needle").memos
    assert (found.count, len(found.passages)) == (200, MOST_OF_MEMO)


def test_citation_ends_the_sentence_that_it_follows(desk: Desk) -> None:
    memo, _ = desk.drafting.new_memo("information-memo", {"subject": "Cited"})
    body = "One stands here. [@a; @b, p. 3] The needle is there. [@fact:x1] Three is last."
    desk.drafting.save(memo.uid, memo.fields, body)
    (found,) = desk.memo_finding.find("needle").memos
    assert found.passages[0].shown.text == "The needle is there. [@fact:x1]"
