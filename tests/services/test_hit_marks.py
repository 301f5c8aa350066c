"""Hits are marked where the index finds them, in any script and spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.query import And, Near, Not, Or, Words
from briefing.services.hit_marks import SNIPPET, HitMarker
from briefing.store.match_query import senses

CASES = {
    "case": ("Mexico and MEXICO", [Words("mexico")], ["Mexico", "MEXICO"]),
    "whole words": ("cartels, cartel, precartel", [Words("cartel")], ["cartel"]),
    "beginnings": ("cartels, precartel", [Words("cart", prefix=True)], ["cartels"]),
    "accents in the text": ("López LO\u0301PEZ", [Words("lopez")], ["López", "LO\u0301PEZ"]),
    "accents in the query": ("Lopez López", [Words("lópez")], ["Lopez", "López"]),
    "plain text": ("Lopez met Lopez", [Words("López")], ["Lopez", "Lopez"]),
    "letters that are two": ("Straße Strasse", [Words("strasse")], ["Strasse"]),
    "phrase": ("joint, statement joint-statement", [Words("joint statement", phrase=True)],
               ["joint, statement", "joint-statement"]),
    "hyphen": ("the US-Mexico talks, US Mexico", [Words("us-mexico")], ["US-Mexico", "US Mexico"]),
    "underscore": ("a_cartel_b", [Words("cartel")], ["cartel"]),
    "overlapping": ("joint statement", [Words("joint statement"), Words("statement")],
                    ["joint statement"]),
    "chinese": ("代表在北京讨论", [Words("北京"), Words("讨")], ["北京", "讨"]),
    "mixed script": ("参加G20峰会的", [Words("G20峰会")], ["G20峰会"]),
    "latin in chinese": ("参加G20峰会的", [Words("g20")], ["G20"]),
    "thai": ("ประกาศความมั่นคง", [Words("ความมั่นคง")], ["ความมั่นคง"]),
    "apostrophe": ("Mexico’s plan", [Words("mexico's")], ["Mexico’s"]),
    "patterns are letters": ("a.c abc (x) [y]", [Words("(x)"), Words("[y]")], ["x", "y"]),
    "turkish dotted": ("İstanbul is", [Words("istanbul")], ["İstanbul"]),
    "signs": ("C++, C and OPEC+", [Words("C++"), Words("opec+")], ["C++", "OPEC+"]),
    "emoji": ("so 👍🏽 good", [Words("👍")], ["👍"]),
    "arabic": ("قَالَ الأمين", [Words("قال"), Words("الامين")], ["قَالَ", "الأمين"]),
    "greek": ("Η Κυβέρνησις", [Words("κυβερνησις")], ["Κυβέρνησις"]),
    "nothing": ("some text", [], []),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_words_are_marked(case: str) -> None:
    text, words, expected = CASES[case]
    marked = HitMarker.of([one] for one in words).mark_title(text)
    assert [marked.text[start:end] for start, end in marked.marks] == expected


def test_every_hit_in_a_text_has_its_place() -> None:
    text = "The border.\n\n**Border** towns; bordering states."
    marker = HitMarker.of([[Words("border")], [Words("towns", "title")]])
    assert [text[start:end] for start, end in marker.places(text)] == ["border", "Border"]
    assert HitMarker.of([]).places(text) == ()


def test_field_words_are_marked_where_they_were_asked_for() -> None:
    marker = HitMarker.of([[Words("vow", "title")], [Words("times", "publisher")]])
    assert marker.mark_title("A vow of the times").marks == ((2, 5),)
    assert marker.snippet("", "A vow of the times").marks == ()


def test_snippet_shows_the_place_with_most_words() -> None:
    body = "tariff " + "x " * 500 + "the border and the tariff " + "x " * 500
    snippet = HitMarker.of([[Words("tariff")], [Words("border")]]).snippet("", body)
    assert "border and the tariff" in snippet.text
    assert snippet.text.startswith("… ")
    assert snippet.text.endswith(" …")


def test_snippet_without_a_hit_is_the_beginning() -> None:
    marker = HitMarker.of([[Words("absent")]])
    assert marker.snippet("The summary.", "Body").text == "The summary."
    assert marker.snippet("", "# Head\n\n> *Quoted* [words](x) `here`").text == "Quoted words here"


texts = st.text(max_size=300)


words = st.text(min_size=1, max_size=8).map(Words)


@given(st.lists(words, max_size=4), texts, texts)
def test_marks_are_in_the_text_and_apart(asked: list[Words], summary: str, body: str) -> None:
    marker = HitMarker.of(senses(And(tuple(asked))))
    for marked in (marker.mark_title(body), marker.snippet(summary, body)):
        ends = 0
        for start, end in marked.marks:
            assert ends <= start < end <= len(marked.text)
            ends = end
    assert len(marker.snippet(summary, body).text) <= SNIPPET + 4


def test_snippet_shows_forms_of_one_word_as_one() -> None:
    body = "the law and laws of lawful " + "x " * 200 + "tax law " + "x " * 200
    marker = HitMarker.of([[Words("law"), Words("laws"), Words("lawful")], [Words("tax")]])
    assert "tax law" in marker.snippet("", body).text


def test_snippet_takes_no_cut_word_for_a_hit() -> None:
    body = "x " * 744 + "x cartography " + "x " * 400 + "the cart stood " + "x " * 400
    for end in range(20):  # wherever the first part of the text is cut
        assert "cart stood" in HitMarker.of([[Words("cart")]]).snippet("", body[end:]).text


def test_senses_of_a_query() -> None:
    law, tax, vat = Words("law"), Words("tax"), Words("vat")
    near = Near((law, tax), 5)
    assert senses(And((law, Or((tax, vat))))) == [[law], [tax, vat]]
    assert senses(Or((near, vat))) == [[law], [tax], [vat]]
    assert senses(Not(law)) == []
