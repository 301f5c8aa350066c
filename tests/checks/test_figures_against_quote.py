import pytest

from briefing.checks.figures_against_quote import FiguresAgainstQuote
from briefing.model.finding import Finding
from tests.checks.cited import make_fact, make_source
from tests.checks.under_check import make_under_check

QUOTE = "the arrest of 59 high-value targets by Mexico on 3 September 2025"
TIMES = make_source("times")


def findings(body: str, quote: str = QUOTE, whole: str = "", as_of: str = "") -> list[Finding]:
    memo = make_under_check(
        body,
        facts={"fact:7k2": make_fact(TIMES, quote=quote, as_of=as_of)},
        articles={"whole": make_source("whole", text=whole)},
    )
    return list(FiguresAgainstQuote().check(memo))


@pytest.mark.parametrize(
    "body",
    [
        "Mexico arrested 59 high-value targets. [@fact:7k2]",
        "Mexico arrested fifty-nine high-value targets on 3 September. [@fact:7k2]",
        "Mexico arrested 61 high-value targets. [@whole]",
        "Mexico arrested 61 high-value targets.",
    ],
)
def test_what_the_quote_says_or_what_cites_no_quote_passes(body: str) -> None:
    assert findings(body) == []


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("Mexico arrested 61 high-value targets. [@fact:7k2]", "61 high-value targets"),
        ("On 4 September 2025 it held 59 high-value targets. [@fact:7k2]", "4 September 2025"),
        ("- *It* held some. [@fact:7k2]\n- It held 60 high-value targets. [@fact:7k2]",
         "60 high-value targets"),
    ],
)  # fmt: skip
def test_what_differs_is_found_in_its_place(body: str, words: str) -> None:
    (finding,) = findings(body)
    assert body[finding.start : finding.end] == words
    assert words in finding.reason


def test_an_article_cited_beside_may_say_so() -> None:
    body = "Mexico arrested 61 high-value targets. [@fact:7k2; @whole]"
    assert findings(body, whole="Later there were 61 high-value targets.") == []
    assert len(findings(body, whole="Nothing of the sort.")) == 1


def test_the_day_of_the_fact_is_no_difference() -> None:
    body = "Mexico arrested 59 high-value targets by 5 September 2025. [@fact:7k2]"
    assert findings(body, as_of="2025-09-05") == []
    assert len(findings(body)) == 1


def test_a_dismissal_holds_for_the_figure_alone() -> None:
    body = "Mexico arrested 61 high-value targets on 4 September 2025. [@fact:7k2]"
    first, second = findings(body)
    assert first.subject != second.subject
