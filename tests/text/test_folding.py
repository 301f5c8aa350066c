"""Folding makes the same what typesetting changes, and nothing else, and knows the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.folding import fold

texts = st.text(
    alphabet="ab1 \n\t-–—“”‘'`«»ﬁe\u0301\u00ad\u200b北京…‐\u00a0\r(É\u212b،\u1100\u1161",
    max_size=24,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\n c", "a b c"),
        ("a\u00a0b", "a b"),
        ("“a” ‘b’ it’s", "\"a\" 'b' it's"),
        ("extra-\ndition", "extradition"),
        ("high-\nvalue", "high-value"),
        ("co\u00adop", "coop"),
        ("e\u0301t\u00e9", "\u00e9t\u00e9"),
        ("ﬁne ﬂow", "fine flow"),
        ("a — b", "a—b"),
        ("a -- b", "a—b"),
        ("a – b", "a—b"),
        ("wait…", "wait..."),
        ("« mot »", "“mot”"),
        ("2020–2025", "2020-2025"),
        ("−3", "-3"),
        ("北\n京", "北京"),
        ("a\u200bb", "ab"),
        ("3-\n5", "3-5"),
        ("``a'' b", '"a" b'),
        ("5''", "5″"),
        ("- point", "– point"),
        ("a \u200b b", "a b"),
        ("ของ\n\u200fข้อ", "ของข้อ"),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국"),
        ("か\u3099", "が"),
        ("क\u093c", "\u0958"),
        ("ا\u0654\u064e،", "\u0623\u064e،"),
        ("α\u0301 β", "\u1f71 β"),
        ("A\u030a", "\u212b"),
        ("e\u0301-e\u0301", "éé"),
        ("\ufefb", "لا"),
        ("مرحـــبا", "مرحبا"),
        ("a\u061cb", "ab"),
        ("\u2764\ufe0f", "\u2764"),
        ("\u01c6", "dž"),
    ],
)
def test_typesetting_makes_no_difference(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("59", "60"),
        ("3.2", "3,2"),
        ("it is", "it is not"),
        ("Mexico", "mexico"),
        ("$3", "3"),
        ("x²", "x2"),
        ("3-5", "35"),
        ("-3", "3"),
        ("now here", "nowhere"),
        ("résumé", "resume"),
        ("1 000", "1000"),
        ("5'", '5"'),
        ("8%", "8"),
        ("3 200", "3,200"),
        ("٥٩", "٥٨"),
        ("한국", "한굴"),
        ("か", "が"),
        ("1-2", "12"),
    ],
)
def test_words_and_figures_make_a_difference(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


@given(texts)
def test_every_folded_character_has_its_place(text: str) -> None:
    folded = fold(text)
    ends = [folded.end_to_source(place + 1) for place in range(len(folded.text))]
    starts = [folded.to_source(place) for place in range(len(folded.text))]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert all(0 <= folded.from_source(place) <= len(folded.text) for place in range(len(text) + 1))


@given(texts, texts)
def test_plain_words_keep_their_place(before: str, behind: str) -> None:
    text = f"{before} Zebra {behind}"
    folded = fold(text)
    place = folded.text.rindex("Zebra")
    assert text[folded.to_source(place) : folded.end_to_source(place + 5)] == "Zebra"
    assert folded.from_source(folded.to_source(place)) == place
