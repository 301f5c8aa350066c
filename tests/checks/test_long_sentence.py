"""Sentences keep to the words that a reader can follow."""

from briefing.checks.long_sentence import LongSentence
from tests.checks.under_check import make_under_check


def count(body: str, language: str = "en") -> int:
    return len(list(LongSentence().check(make_under_check(body, language=language))))


def sentence(words: int) -> str:
    return "Word " + " ".join(["word"] * (words - 1)) + "."


def test_the_limit_is_met_to_the_word() -> None:
    assert (count(sentence(30)), count(sentence(31))) == (0, 1)
    assert (count(sentence(36), "es"), count(sentence(37), "fr")) == (0, 1)


def test_citations_and_long_quotations_do_not_count() -> None:
    cited = sentence(30)[:-1] + " [@a, p. 3; @b, and what follows it for some more words]."
    assert count(cited) == 0
    assert count(f"{sentence(25)[:-1]} “{sentence(15)}”.") == 0
    assert count(f"{sentence(28)[:-1]} “one two three”.") == 1


def test_items_cells_and_headings_are_not_one_sentence() -> None:
    body = "\n".join(f"- word {n} word" for n in range(20))
    assert count(body + f"\n\n## {sentence(40)}\n\n> {sentence(40)}") == 0
