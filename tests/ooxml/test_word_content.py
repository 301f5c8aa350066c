"""Of several ways to say the same, the first that is read here is taken, and none twice."""

import pytest
from lxml import etree

from briefing.ooxml.word_content import chosen

WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
SYMEX = "http://schemas.microsoft.com/office/word/2015/wordml/symex"


def taken(*ways: str) -> str:
    said = f'xmlns:wps="{WPS}" xmlns:w16se="{SYMEX}"'
    found = chosen(etree.fromstring(f"<AlternateContent {said}>{''.join(ways)}</AlternateContent>"))
    return "".join(found.itertext())


def choice(words: str, requires: str) -> str:
    return f'<Choice Requires="{requires}"><t>{words}</t></Choice>'


FALLBACK = "<Fallback><t>old</t></Fallback>"


@pytest.mark.parametrize(
    ("ways", "words"),
    [
        ((choice("box", "wps"), FALLBACK), "box"),
        ((choice("face", "w16se"), FALLBACK), "old"),
        ((choice("face", "w16se wps"), choice("box", "wps"), FALLBACK), "box"),
        (('<Choice Requires="wps"/>', FALLBACK), "old"),
        ((choice("said nowhere", "zz"), FALLBACK), "said nowhere"),
        ((choice("face", "w16se"),), "face"),
    ],
)
def test_first_way_that_is_read_is_taken(ways: tuple[str, ...], words: str) -> None:
    assert taken(*ways) == words
