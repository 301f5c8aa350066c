"""Memos with their citations in the words of a style."""

from pathlib import Path

from briefing.export.bibliography import Bibliography
from briefing.export.csl.csl_shelf import CslShelf
from briefing.export.csl.csl_style import CslStyle
from briefing.export.csl.csl_wording import CslWording
from briefing.export.csl.style_citing import cite_by_style
from briefing.export.numbering import Numbered, Resolve
from briefing.paths import resources_dir
from briefing.services.dictionaries import is_english_word
from briefing.text.blocks import parse
from tests.export.publications import PUBLISHERS


def shipped(name: str) -> CslStyle:
    """Return one of the styles that ship."""
    return CslShelf(resources_dir() / "csl", Path("nowhere")).find(name)


def worded(
    markdown: str,
    style: CslStyle,
    resolve: Resolve,
    language: str = "en-US",
    *,
    has_ratings: bool = False,
) -> Numbered:
    """Return a memo with its citations and its list of sources worded."""
    house = Bibliography(PUBLISHERS, language, has_ratings=has_ratings)
    wording = CslWording(style, language, PUBLISHERS, is_english_word)
    return cite_by_style(parse(markdown), resolve, wording, house)
