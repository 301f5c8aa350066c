"""A sentence that says otherwise than its quotes is told so; one that says the same is not."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.text.quote_differences import differences
from briefing.text.sentences import sentences
from tests.text.anchor_edits import reset_marks
from tests.text.texts import documents

QUOTE = (
    "On 3 September 2025 the governments of Mexico and the United States noted the arrest of"
    " 59 high-value targets by Mexico and $3.24bn of damage, Marco Rubio said."
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (QUOTE, []),
        ("Mexico arrested fifty-nine high-value targets [@nyt2025, p. 3].", []),
        ("The damage was 3,240 million dollars in September 2025.", []),
        ("Some $3.2bn was lost.", []),
        ("Nearly 60 targets were arrested.", []),
        ("Germany and France spoke of it.", []),
        ("Mexico arrested 61 high-value targets.",
         [("figure", "61 high-value targets", "59 high-value targets")]),
        ("The damage was $4bn.", [("figure", "$4bn", "$3.24bn")]),
        ("In 2024 Mexico arrested 59 targets.", [("date", "2024", "3 September 2025")]),
        ("On 4 September 2025 they spoke.", [("date", "4 September 2025", "3 September 2025")]),
        ("This is what Marco Rubino said.", [("name", "Marco Rubino", "Marco Rubio")]),
        ("It was noted by Mexico and $3.24bn of damage, Pam Bondi said.",
         [("name", "Pam Bondi", "Marco Rubio")]),
    ],
)  # fmt: skip
def test_what_no_quote_says_is_told(sentence: str, found: list[tuple[str, str, str]]) -> None:
    told = differences(sentence, [QUOTE])
    assert [(one.kind, one.written, one.quoted) for one in told] == found
    for one in told:
        assert sentence[one.start : one.end] == one.written
        assert one.quoted in one.reason


@pytest.mark.parametrize(
    ("sentence", "quote", "language", "kinds"),
    [
        ("Murieron 59 personas.", "cincuenta y nueve personas", "es", []),
        ("Murieron 60 personas.", "cincuenta y nueve personas", "es", ["figure"]),
        ("Il coûte 1,5 milliard d'euros.", "un budget de 1 500 millions d'euros", "fr", []),
        ("Il coûte 1,6 milliard d'euros.", "un budget de 1,5 milliard d'euros", "fr", ["figure"]),
        ("Mexico arrested 60 persons.", "la detención de 59 personas", "en", ["figure"]),
    ],
)  # fmt: skip
def test_languages_are_compared(sentence: str, quote: str, language: str, kinds: list[str]) -> None:
    assert [one.kind for one in differences(sentence, [quote], language)] == kinds


def test_any_quote_may_bear_it_out() -> None:
    assert differences("59 targets and 12 ships.", ["59 targets", "a dozen ships"]) == ()
    assert differences("59 targets.", []) == ()
    assert differences("59 targets.", [" "]) == ()


@settings(max_examples=15)
@given(st.integers(0, 10**9))
def test_sentence_differs_from_itself_in_nothing(seed: int) -> None:
    chance = random.Random(seed)
    for body in documents():
        spans = sentences(body)
        span = chance.choice(spans)
        sentence = body[span.start : span.end]
        assert differences(reset_marks(chance, sentence), [sentence]) == (), sentence


def test_changed_figures_of_real_sentences_are_found() -> None:
    changed = found = 0
    for body in documents():
        for span in sentences(body)[:60]:
            sentence = body[span.start : span.end]
            figure = re.search(r"(?<=\s)[1-8]\d(?=%|\s[a-z-]{4,}\b)", sentence)
            if figure:
                new = str(int(figure[0]) + 11)
                other = sentence[: figure.start()] + new + sentence[figure.end() :]
                changed += 1
                found += any(one.kind == "figure" for one in differences(other, [sentence]))
    assert changed >= 5
    assert found >= 0.9 * changed


@pytest.mark.parametrize(
    ("written", "quoted"),
    [
        ("the United States", "the U.S."),
        ("the US", "the United States"),
        ("the EU", "the European Union"),
    ],
)
def test_a_name_and_its_initials_are_one(written: str, quoted: str) -> None:
    sentence, quote = f"They were sent to {written} in May.", f"They were sent to {quoted} in May."
    assert differences(sentence, [quote]) == ()


def test_initials_of_another_name_are_another_name() -> None:
    (one,) = differences(
        "They were sent to the United Kingdom in May.", ["They were sent to the U.S. in May."]
    )
    assert one.reason == "The sentence names United Kingdom, the quote U.S."
