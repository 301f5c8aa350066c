"""Verbs that hide in nouns are found with the verb to write."""

import pytest

from briefing.checks.nominal_style import NominalStyle
from tests.checks.under_check import make_under_check


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The committee conducted a review of the file.", "review"),
        ("They made a decision to leave.", "decide"),
        ("We will give further consideration to it.", "consider"),
        ("An assessment was undertaken in May.", "assess"),
        ("The parties reached an agreement on prices.", "agree"),
        ("The team carried out a full analysis.", "analyse"),
        ("Make use of the fund.", "use"),
        ("She provided an explanation.", "explain"),
        ("Payments were made twice a year.", "pay"),
        ("The ministry carried out an in-depth evaluation.", "evaluate"),
        ("Allowance has been made for inflation.", "allow"),
        ("There are rules for action to be taken.", "act"),
        ("Firms will be given notice.", "notify"),
        ("They made their own choice.", "choose"),
        ("They made a full, frank disclosure of it.", "disclose"),
        ("It had a very open and useful discussion.", "discuss"),
        ("They did a lot of analysis.", "analyse"),
        ("It gave the House an assurance that it would end.", "assure"),
        ("Decisions on prices have not yet been reached.", "decide"),
        ("An offer has now been made.", "offer"),
        ("It must make a decision, and say which funds are available.", "decide"),
        ("The ministers are in discussions with the bank.", "discuss"),
        ("The note provides an introduction to the law.", "introduce"),
        ("She offered her resignation.", "resign"),
        ("The decision that we took last year was right.", "decide"),
        ("They kept the commitments he made in May.", "commit"),
        ("The agreement the two governments reached in May holds.", "agree"),
        ("They wait for the recommendations Parliament has made.", "recommend"),
        ("The decision on tariffs that the ministry took was late.", "decide"),
        ("It tells of decisions we have to make.", "decide"),
        ("The assessment carried out by the office was late.", "assess"),
        ("An inquiry which has been conducted by the court is over.", "inquire"),
        ("He has given them an assurance that it is so.", "assure"),
        ("The delivery of the promises that we have made is slow.", "promise"),
    ],
)
def test_a_hidden_verb_is_named(sentence: str, verb: str) -> None:
    (finding,) = NominalStyle().check(make_under_check(sentence))
    assert finding.mend == f"Write “{verb}”."


@pytest.mark.parametrize(
    "sentence",
    [
        "They held a meeting and took part in it.",
        "She made three decisions and gave a speech.",
        "The agency provides information and support.",
        "The implementation of the plan went well.",
        "He made a judgement call.",
        "The report said “we made a decision”.",
        "They made progress and made an effort.",
        "It conducted its first review.",
        "They read the amendments made by the Senate.",
        "The three decisions we took were right.",
        "It is too much given rising deficits and competing priorities.",
        "The first decision he took was right.",
        "The decision that made the news was right.",
        "They read the review we made available.",
        "They see the need we have to leave.",
        "The study conducted by the university is old.",
        "It provides a notification API.",
        "When it comes to the choice of a site, speed counts.",
        "The review made a strong case.",
        "The payment could be made free of tax.",
        "They wrote a payment plan and held a training session.",
        "Patients have complex needs.",
        "It made eighteen recommendations.",
        "It makes the link between the two clearer.",
    ],
)
def test_things_numbers_and_quotations_are_passed_over(sentence: str) -> None:
    assert list(NominalStyle().check(make_under_check(sentence))) == []
