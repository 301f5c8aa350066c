import pytest

from briefing.checks.stale_source import StaleSource
from briefing.model.finding import Finding
from tests.checks.cited import make_fact, make_source
from tests.checks.under_check import make_under_check


def findings(
    words: str, *, published: str = "2025-01-10", as_of: str = "", date: str = "2025-09-10",
    language: str = "en",
) -> list[Finding]:  # fmt: skip
    source = make_source("times", published=published)
    memo = make_under_check(
        f"{words} [@fact:7k2]",
        fields=(("date", date),),
        facts={"fact:7k2": make_fact(source, as_of=as_of)},
        language=language,
    )
    return list(StaleSource().check(memo))


@pytest.mark.parametrize(
    ("words", "word", "language"),
    [
        ("The army currently holds the north.", "currently", "en"),
        ("The border is **still** closed.", "still", "en"),
        ("El ejército controla actualmente el norte.", "actualmente", "es"),
        ("L'armée tient toujours le nord.", "toujours", "fr"),
    ],
)
def test_a_word_for_the_present_on_an_old_source_is_told(
    words: str, word: str, language: str
) -> None:
    (finding,) = findings(words, language=language)
    assert words[finding.start : finding.end] == word
    assert finding.reason.startswith(f"“{word}” rests on what was so on 10 January 2025, 243 days")


@pytest.mark.parametrize(
    ("words", "published", "as_of", "date"),
    [
        ("The army held the north.", "2025-01-10", "", "2025-09-10"),
        ("The army currently holds the north.", "2025-09-01", "", "2025-09-10"),
        ("The army currently holds the north.", "2025-01-10", "2025-09", "2025-09-10"),
        ("The army currently holds the north.", "", "", "2025-09-10"),
        ("The army currently holds the north.", "2025-01-10", "", ""),
        ("The army currently holds the north.", "2025-01-10", "", "soon"),
    ],
)
def test_new_sources_and_unknown_dates_pass(
    words: str, published: str, as_of: str, date: str
) -> None:
    assert findings(words, published=published, as_of=as_of, date=date) == []


def test_the_day_of_a_fact_goes_before_that_of_its_article() -> None:
    words = "The army currently holds the north."
    assert len(findings(words, published="2025-09-01", as_of="2024-12")) == 1


def test_a_date_in_words_is_read() -> None:
    assert len(findings("The border is still closed.", date="10 September 2025")) == 1


def test_a_sentence_is_as_new_as_its_newest_source() -> None:
    sources = {
        name: make_source(name, published=day)
        for name, day in (("old", "2024-01-01"), ("new", "2025-09-01"))
    }
    for keys, count in (("@old", 1), ("@old; @new", 0)):
        memo = make_under_check(
            f"The border is still closed. [{keys}]",
            fields=(("date", "2025-09-10"),),
            articles=sources,
        )
        assert len(list(StaleSource().check(memo))) == count
