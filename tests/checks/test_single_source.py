import pytest

from briefing.checks.memo_under_check import CitedArticle
from briefing.checks.single_source import SingleSource
from tests.checks.cited import make_fact, make_source
from tests.checks.under_check import make_under_check

TIMES = make_source("times", publisher="times")
AGAIN = make_source("again", publisher="times")
POST = make_source("post", publisher="post")


def reasons(body: str, *sources: CitedArticle) -> list[str]:
    memo = make_under_check(body, facts={"fact:7k2": make_fact(*sources)}, articles={"post": POST})
    return [finding.reason for finding in SingleSource().check(memo)]


@pytest.mark.parametrize("title", ["Key judgments", "1. Bottom line", "RESUMEN", "Synthèse"])
def test_a_key_statement_on_one_article_is_told(title: str) -> None:
    (reason,) = reasons(f"## {title}\n\nThe north was taken. [@fact:7k2]\n", TIMES)
    assert reason == "“The north was taken.” rests on “Title of times” alone."


def test_articles_of_one_source_count_once() -> None:
    (reason,) = reasons("## Summary\n\nThe north was taken. [@fact:7k2]\n", TIMES, AGAIN)
    assert "2 articles that repeat one source" in reason


@pytest.mark.parametrize(
    "body",
    [
        "## Background\n\nThe north was taken. [@fact:7k2]\n",
        "## Summary\n\nThe north was taken. [@fact:7k2; @post]\n",
        "## Summary\n\nThe north was taken.\n",
        "## Summary\n\nThe north was taken. [@fact:none]\n",
        "## Summary\n\n> The north was taken. [@fact:7k2]\n",
    ],
)
def test_others_pass(body: str) -> None:
    assert reasons(body, TIMES) == []


def test_a_judgment_marked_as_one_is_looked_at_anywhere() -> None:
    assert len(reasons("## Detail\n\nWe assess that the north fell. [@fact:7k2]\n", TIMES)) == 1
