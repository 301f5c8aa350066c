"""Formulas of Word files are one line of text, nothing of them left out."""

import pytest
from lxml import etree

from briefing.ooxml.word_formula import formula


def said(*parts: str) -> str:
    return formula(etree.fromstring(f'<m:oMath xmlns:m="urn:m">{"".join(parts)}</m:oMath>'))


def of(name: str, *parts: str) -> str:
    return f"<m:{name}>{''.join(parts)}</m:{name}>"


def set_to(name: str, value: str) -> str:
    return f'<m:{name} m:val="{value}"/>'


def words(name: str, text: str) -> str:
    return of(name, of("r", of("t", text)))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (of("f", words("num", "a+b"), words("den", "2")), "(a+b)/2"),
        (
            of("f", of("fPr", set_to("type", "noBar")), words("num", "n"), words("den", "k")),
            "n¦k",
        ),
        (of("sSubSup", words("e", "x"), words("sub", "i"), words("sup", "2")), "x_i^2"),
        (of("sPre", words("sub", "1"), words("sup", "2"), words("e", "Y")), "_1^2Y"),
        (of("limLow", words("e", "lim"), words("lim", "n→∞")), "lim_(n→∞)"),
        (of("limUpp", words("e", "x"), words("lim", "~")), "x^~"),
        (of("rad", "<m:radPr/>", words("deg", "3"), words("e", "x")), "3√x"),
        (
            of("rad", of("radPr", set_to("degHide", "1")), "<m:deg/>", words("e", "x+1")),
            "√(x+1)",
        ),
        (of("d", words("e", "i"), words("e", "j")), "(i|j)"),
        (of("m", *(of("mr", words("e", one), words("e", "0")) for one in "12")), "1, 0; 2, 0"),
        (of("eqArr", words("e", "a=1"), words("e", "b=2")), "a=1; b=2"),
        (of("func", words("fName", "sin"), words("e", "x")), "sinx"),
    ],
)
def test_formula_is_read_whole(body: str, text: str) -> None:
    assert said(body) == text


def test_sum_and_integral_keep_their_signs_and_limits() -> None:
    limits = words("sub", "k=0"), words("sup", "n")
    total = of("nary", of("naryPr", set_to("chr", "∑")), *limits, words("e", "k"))
    assert said(total) == "∑_(k=0)^n k"
    assert said(of("nary", "<m:naryPr/>", "<m:sub/><m:sup/>", words("e", "x"))) == "∫x"


def test_brackets_of_other_shapes_are_kept_and_missing_ones_left_out() -> None:
    shape = set_to("begChr", "{"), set_to("sepChr", ","), set_to("endChr", "")
    assert said(of("d", of("dPr", *shape), words("e", "a"), words("e", "b"))) == "{a,b"
