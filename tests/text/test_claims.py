"""Which sentences need a source."""

import pytest

from briefing.text.claims import holds_claims, is_claim, is_judgment

CLAIMS = [
    "The army left the north on Monday.",
    "Direct talks between the two governments began in May.",
    "Ministers could not agree on a date.",
    "Recommendations of the panel were adopted in June.",
    "Use of the port fell by half.",
    "Analysts assess that the army will leave.",
    "Reviews of the law took two years.",
    "According to the ministry, 59 were held.",
    "El ejército dejó el norte el lunes.",
    "L'armée a quitté le nord lundi.",
    "He said “we should leave now” and left.",
    "The reading of the bill, we learnt, was put off.",
    "The structure of the report remains unchanged",
    "Keeps the channel open to both.",
    "Legislators customize the bills of other states.",
    "Most people who read also consume the news.",
    "59 arrests were made.",
]
REQUESTS = [
    "We recommend that you sign the letter.",
    "That you agree to the work plan.",
    "Recommended action: approve option 2.",
    "Let's deal with the issue of the ports.",
    "But let us first look at the border.",
    "Use the attached form for all requests.",
    "Do not publish it before Monday.",
    "Se solicita la aprobación del plan de trabajo.",
    "Nous vous recommandons de signer la lettre.",
]
JUDGMENTS = [
    "We assess that the army will leave the north.",
    "We continue to assess that talks will fail.",
    "We do not expect an agreement before May.",
    "We have moderate confidence in this.",
    "The army, we judge, will leave the north.",
    "The price will in our view stay where it is.",
    "En nuestra opinión, el acuerdo no se firmará.",
    "Selon nous, l'accord ne sera pas signé.",
]
OTHERS = [
    "What did the ministry say of it?",
    "¿Qué dijo el ministerio?",
    "Three measures were adopted:",
    "This note sets out the options.",
    "Source: Ministry of Finance, monthly bulletin.",
    "At a glance",
    "Photo provided by the ministry",
    "How the federal changes affect the taxes of a state",
    "By John Smith, head of the department of works",
    "Tel. 555 1234",
    "Code quality checks (format, lint)",
    "Committee chairs, subcommittee chairs, and authorities who control the agenda",
    "[x] Remove the selector in the toolbar",
    "Evidence: Use the data of the ministry.",
    "Trace the campaign of 2002.",
    "slug: the-brief date: 2015-10-01 title: It was a hot day",
    '{{< figure src="a.jpg" alt="They were at work" >}}',
]


@pytest.mark.parametrize("sentence", CLAIMS)
def test_what_is_said_of_the_world_is_a_claim(sentence: str) -> None:
    assert is_claim(sentence)
    assert not is_judgment(sentence)


@pytest.mark.parametrize("sentence", REQUESTS + OTHERS)
def test_requests_questions_and_talk_of_the_memo_are_none(sentence: str) -> None:
    assert not is_claim(sentence)


@pytest.mark.parametrize("sentence", JUDGMENTS)
def test_judgments_are_known_by_their_mark(sentence: str) -> None:
    assert is_judgment(sentence)
    assert not is_claim(sentence)


def test_sections_of_requests_and_judgments_hold_no_claims() -> None:
    assert holds_claims("Background")
    assert not holds_claims("3. Recommendations")
    assert not holds_claims("Próximos pasos")


@pytest.mark.parametrize("mark", ["(TLP:AMBER) ", "(C//NF) **", "**(U)** "])
def test_portion_mark_changes_nothing(mark: str) -> None:
    assert all(is_claim(mark + sentence) for sentence in CLAIMS)
    assert not any(is_claim(mark + sentence) for sentence in REQUESTS + OTHERS + JUDGMENTS)
    assert all(is_judgment(mark + sentence) for sentence in JUDGMENTS)
