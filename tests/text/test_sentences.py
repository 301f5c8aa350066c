"""Sentences end where they end, rest on the citation behind them, and are claims or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.claims import holds_claims, is_claim
from briefing.text.sentences import Supported, sentences, supported_sentences
from tests.text.texts import documents


def _cut(text: str, language: str = "en") -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        (
            "en",
            ["The U.S. and Mr. Smith met.", "No. 5 is on p. 3 of Art. 7.", "It cost $3.2 million."],
        ),
        ("en", ["Dr. J. K. Rowling came at 5 p.m.", "Yesterday he left."]),
        ("en", ["It was in the U.S.", "Then they left."]),
        (
            "en",
            ["See Vol. 2 and Nos. 4 and 5.", "Gen. Lee and Sen. Cruz vs. Rep. Diaz, etc. agreed."],
        ),
        ("en", ['He said: "We agree. We go."', "Then he left."]),
        ("en", ["Wait… what?", "Yes!", '"Really?" he asked.']),
        ("en", ["Use Node.js or notes.Final here.", "Done."]),
        ("en", ["On Sept. 3, 2025, the U.S. Dept. of State acted.", "It was late."]),
        (
            "es",
            [
                "El Sr. Pérez vive en EE. UU. desde enero.",
                "Véase el art. 5 y la pág. 3.",
                "¿Qué pasa?",
            ],
        ),
        ("fr", ["M. Dupont est venu.", "Voir p. 3, art. 5.", "Mme Roy aussi."]),
        ("de", ["Das ist z. B. gut.", "Am 3. September kam Dr. Müller.", "Siehe Abs. 2 Nr. 3."]),
    ],
)
def test_a_text_is_cut_at_its_sentences(language: str, parts: list[str]) -> None:
    assert _cut(" ".join(parts), language) == parts
    assert _cut("\n".join(parts), language) == parts


@given(
    st.text(alphabet="Ab1 .?!…\n\r\u2028“”é😀\ud800", max_size=60),
    st.sampled_from(["en", "xx", ""]),
)
def test_sentences_lie_one_after_the_other(text: str, language: str) -> None:
    end = 0
    for span in sentences(text, language):
        assert end <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        assert not text[end : span.start].strip()
        end = span.end
    assert not text[end:].strip()


def _pairs(markdown: str) -> list[tuple[str, list[str]]]:
    return [
        (
            markdown[sentence.span.start : sentence.span.end],
            [markdown[c.span.start : c.span.end] for c in sentence.citations],
        )
        for sentence in supported_sentences(markdown)
    ]


@pytest.mark.parametrize(
    ("markdown", "pairs"),
    [
        ("One is. [@a]", [("One is.", ["[@a]"])]),
        ("One is [@a].", [("One is [@a].", ["[@a]"])]),
        ("One is.[@a] Two is.", [("One is.", ["[@a]"]), ("Two is.", [])]),
        ("One is. Two is. [@a] More.", [("One is.", []), ("Two is.", ["[@a]"]), ("More.", [])]),
        ("One [@a] and two [@b] are.", [("One [@a] and two [@b] are.", ["[@a]", "[@b]"])]),
        ("One is. [@a] [@b] Two.", [("One is.", ["[@a]", "[@b]"]), ("Two.", [])]),
        ("[@a] One is.", [("One is.", ["[@a]"])]),
        (
            "@a says so. @b [p. 3] too.",
            [("@a says so.", ["@a"]), ("@b [p. 3] too.", ["@b [p. 3]"])],
        ),
        ("One is. @a", [("One is.", ["@a"])]),
        ("It is so, says @a", [("It is so, says @a", ["@a"])]),
        ("One is *so.* [@a]\nTwo.", [("One is *so.", ["[@a]"]), ("Two.", [])]),
        ("- One is [@a]\n- Two", [("One is", ["[@a]"]), ("Two", [])]),
        ("One is so.\n\n[@a]", [("One is so.", ["[@a]"])]),
        ("> One is. Two is. [@a]", [("One is.", ["[@a]"]), ("Two is.", ["[@a]"])]),
        (
            "The U.S. [@a, p. 3] acted. No. 5 too.",
            [("The U.S. [@a, p. 3] acted.", ["[@a, p. 3]"]), ("No. 5 too.", [])],
        ),
        (
            "See [the a. B](http://x.y/z. Z) and `c. D`. [@a]",
            [("See [the a. B](http://x.y/z. Z) and `c. D`.", ["[@a]"])],
        ),
        ('::: {.facts query="x"}\nNot read.\n:::\n\nOne.', [("One.", [])]),
        ("# Heading [@a]\n\nOne.", [("One.", [])]),
        ("One.[^n]\n\n[^n]: See [@a].", [("One.", []), ("See [@a].", ["[@a]"])]),
        ("One\r\nis. [@a]\r\n\r\nTwo.", [("One\r\nis.", ["[@a]"]), ("Two.", [])]),
    ],
)
def test_a_citation_supports_the_sentence_before_it(
    markdown: str, pairs: list[tuple[str, list[str]]]
) -> None:
    assert _pairs(markdown) == pairs


def test_sentences_know_their_block_and_their_words() -> None:
    markdown = "# A\n\nOne *is* [@a].\n\n- Two is."
    first, second = supported_sentences(markdown)
    assert (first.block, first.text) == (1, "One is.")
    assert (second.block, second.text) == (2, "Two is.")


@pytest.mark.parametrize("index", range(len(documents())))
def test_moving_a_text_moves_its_sentences(index: int) -> None:
    body = documents()[index]
    moved = supported_sentences("Before it all. [@x]\n\n" + body)[1:]
    assert [_shape(s, 0) for s in supported_sentences(body)] == [_shape(s, 21) for s in moved]


def _shape(sentence: Supported, by: int) -> tuple[int, int, str, int]:
    span = sentence.span
    return span.start - by, span.end - by, sentence.text, len(sentence.citations)


@pytest.mark.parametrize(
    "sentence",
    [
        "The two governments agreed on a plan.",
        "59 arrests.",
        "Violence fell by 3 per cent in May.",
        "El gobierno detuvo a 59 personas.",
        "We met them in May.",
        "The minister should have known it.",
    ],
)
def test_what_says_how_the_world_is_is_a_claim(sentence: str) -> None:
    assert is_claim(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Is it so that they agreed?",
        "¿Es cierto que firmaron el acuerdo?",
        "They agreed on this:",
        "Background only.",
        "",
        "---",
        "We recommend that you agree to it.",
        "That you agree to the plan.",
        "You should ask for more of it.",
        "Please sign the letter below.",
        "Note the state of the talks.",
        "Recomendamos aprobar el plan ahora.",
        "Il est recommandé de signer ce texte.",
        "We assess with high confidence that it holds.",
        "In our judgment the plan will fail.",
        "This note sets out the options.",
        "Comment: the plan will not hold.",
    ],
)
def test_what_needs_no_source_is_no_claim(sentence: str) -> None:
    assert not is_claim(sentence)


def test_sections_of_recommendations_hold_no_claims() -> None:
    assert not holds_claims("2. Recommendations")
    assert not holds_claims("Próximos pasos")
    assert holds_claims("Background")
    claims = [
        s.is_claim
        for s in supported_sentences("One man was held.\n\n# Ask\n\nRaise the sum now.\n")
    ]
    assert claims == [True, False]


def test_cells_and_notes_are_listed_but_claim_nothing() -> None:
    table = "| One man was held |\n|---|\n| in the north [@a] |\n\n"
    markdown = table + "He left it all.[^1]\n\n[^1]: He was not there."
    assert [s.is_claim for s in supported_sentences(markdown)] == [False, False, True, False]


@pytest.mark.parametrize(
    ("paragraph", "claims"),
    [
        ("**1. Back the group now.** Keeps the channel to Mexico open.", ["Keeps the channel"]),
        ("__Option 2, from 2026 on.__ The duties stay at 25 per cent.", ["The duties stay"]),
        ("**The duties stay at 25 per cent.**", ["The duties stay"]),
        ("**The duties** stay at 25 per cent. They fell in 2026.", ["The duties", "They fell"]),
    ],
)
def test_bold_label_at_the_start_is_no_claim(paragraph: str, claims: list[str]) -> None:
    found = [one.text for one in supported_sentences(paragraph) if one.is_claim]
    assert len(found) == len(claims)
    assert all(
        text.lstrip("*").startswith(start) for text, start in zip(found, claims, strict=True)
    )


def test_label_behind_a_portion_mark_is_no_claim() -> None:
    found = supported_sentences("(TLP:AMBER) **The group met in May.** The army left on Monday.")
    assert [one.is_claim for one in found] == [False, True]
