"""Sections and memos keep to their words."""

from briefing.checks.word_limit import WordLimit
from briefing.model.template import Section, Template
from tests.checks.under_check import make_under_check

TEMPLATE = Template("t", "T", words=8, sections=(Section("Ask", words=3), Section("Free")))


def test_limits_are_met_to_the_word() -> None:
    body = "## Ask\n\nOne two three.\n\n## Free\n\nOne two three."
    assert list(WordLimit().check(make_under_check(body, template=TEMPLATE))) == []


def test_each_excess_is_told_with_its_figures() -> None:
    body = "## Ask\n\nOne two three four [@a].\n\n## Free\n\nOne two three four five six."
    whole, section = WordLimit().check(make_under_check(body, template=TEMPLATE))
    assert whole.reason == "The memo has 12 words; the template allows 8."
    assert whole.start is None
    assert section.reason == "“Ask” has 4 words; the template allows 3."
    assert section.mend.startswith("Cut 1 word,")
    assert body[section.start : section.end] == "## Ask"


def test_without_a_template_there_is_no_limit() -> None:
    assert list(WordLimit().check(make_under_check("word " * 5_000))) == []
