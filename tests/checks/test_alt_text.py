"""Pictures have words that say what they show."""

import pytest

from briefing.checks.alt_text import AltText
from tests.checks.under_check import make_under_check


def count(body: str) -> int:
    return len(list(AltText().check(make_under_check(body))))


@pytest.mark.parametrize(
    "body",
    [
        "![](a.png)",
        "![](a.png){width=50%}",
        "![image](a.png)",
        "![Figure 3](a.png)",
        "![a.png](a.png)",
        "![IMG_2034](a.png)",
        '<img src="a.png">',
        "<img src='a.png' alt=''>",
        "- a list with ![ ](a.png) in it",
        "[![](a.png)](https://example.org)",
    ],
)
def test_none_and_empty_words_are_found(body: str) -> None:
    assert count(body) == 1


@pytest.mark.parametrize(
    "body",
    [
        "![Map of the three crossings](a.png)",
        "![](a.png){.decorative}",
        '![](a.png){width=50% alt="Map of the three crossings"}',
        '<img src="a.png" role="presentation">',
        '<img src="a.png" alt="Prices since 2020">',
        "`![](a.png)` and `<img src=x>`",
        "```\n<img src=x>\n![](a.png)\n```",
        "Not a picture!",
    ],
)
def test_words_decoration_and_code_are_passed_over(body: str) -> None:
    assert count(body) == 0
