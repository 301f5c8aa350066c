"""Headlines become sentences; the names in them keep their capitals."""

import pytest

from briefing.export.csl.sentence_case import sentence_case
from briefing.services.dictionaries import is_english_word

BODY = """# Border Wall Plans Of The Year

The United States and Mexico agreed on Wednesday to enhance security cooperation. He read the Wall
Street Journal and met the National Guard on the border wall, and then Wall Street rose.
"""


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        ("U.S. and Mexico Vow to Fight Crime While Respecting Sovereignty",
         "U.S. and Mexico vow to fight crime while respecting sovereignty"),
        ("How cartels adapt: the border", "How cartels adapt: The border"),
        ("Trump’s Border Wall: A History", "Trump’s border wall: A history"),
        ("National Guard Troops Arrive in Chicago", "National Guard troops arrive in Chicago"),
        ("Of Men in NATO’s Cross-Border Talks", "Of men in NATO’s cross-border talks"),
        ("How We Got Here. The U.S. Role in Central America",
         "How we got here. The U.S. role in Central America"),
        ("Sheinbaum Rejects ‘Any Incursion’ by the U.S. Military",
         "Sheinbaum rejects ‘any incursion’ by the U.S. military"),
        ("Executive Order 13276: Delegation of Responsibilities",
         "Executive Order 13276: Delegation of responsibilities"),
        ("Remarks to the press by Marco Rubio", "Remarks to the press by Marco Rubio"),
        ("Wall Street Cheers", "Wall Street cheers"),
        ("Amazon.com Sues Booking.com Over Ads", "Amazon.com sues Booking.com over ads"),
        ("iPhone sales fall: eBay reacts", "iPhone sales fall: eBay reacts"),
        ("Node.js 20: Faster Than Before", "Node.js 20: Faster than before"),
        ("The Talks vs. the Wall: How church:state talks end",
         "The Talks vs. the Wall: How church:state talks end"),
        ("Troops Leave ... and Return", "Troops leave ... and return"),
        ("", ""),
        ("2025", "2025"),
    ],
)  # fmt: skip
def test_a_headline_becomes_a_sentence(headline: str, sentence: str) -> None:
    assert sentence_case(headline, BODY, is_english_word) == sentence


def test_a_name_that_is_a_word_too_keeps_the_capital_that_the_text_gives_it() -> None:
    headline = "Senator Rice Leaves Peoria Behind"
    told = sentence_case(headline, "They asked for Rice in the evening.", is_english_word)
    assert told == "Senator Rice leaves Peoria behind"


def test_the_title_at_the_head_of_the_text_is_no_evidence() -> None:
    body = "Peace Talks Begin in Geneva\n\nThe talks, so Peace Talks Begin in Geneva, went on."
    assert sentence_case("Peace Talks Begin in Geneva", body, is_english_word) == (
        "Peace talks begin in Geneva"
    )


def test_a_title_as_long_as_a_text_is_cased_at_both_its_ends() -> None:
    told = sentence_case("Troops Leave: The Border Is Quiet " * 3_000, BODY, is_english_word)
    assert told.startswith("Troops leave: The border is quiet troops leave: The")
    assert told.endswith("leave: The border is quiet ")
