"""Accessibility: each picture has words that say what it shows.

Standard: WCAG 2.2, success criterion 1.1.1 (A); PDF/UA-1, ISO 14289-1, 7.3. A picture marked as
decoration (`{.decorative}`, `role="presentation"`, `aria-hidden`) needs none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.model.block import Span
from briefing.model.finding import Finding
from briefing.text.attributes import Attributes
from briefing.text.contents import contents_of

_DECORATION = re.compile(r"\s*\{[^}]*(?:\.decorative|role=.?presentation)[^}]*\}\s*\Z")
_ATTRIBUTES = re.compile(r"[ \t]+\{[^}]*\}")
_HTML_DECORATION = re.compile(
    r"role\s*=\s*.?(?:presentation|none)|aria-hidden\s*=\s*.?true", re.IGNORECASE
)
_HTML_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_HTML_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:an? |the )?(?:image|picture|photo|photograph|pic|img|graphic|graph|chart|figure|diagram"
    r"|logo|icon|screenshot|map|alt(?:ernative)? ?text|untitled|placeholder|imagen|foto|gráfico"
    r"|photographie|graphique)(?: ?(?:of|no\.?)? ?\d*)?\W*|\W*|\d+",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\S+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|pdf)|(?:img|dsc|image)[-_]?\d+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class AltText:
    """Finds pictures without alternative text, or with one that says nothing."""

    name: str = "alt-text"
    standard: str = "WCAG 2.2, 1.1.1; PDF/UA (ISO 14289-1), 7.3"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield a finding for each picture, in reading order."""
        for start, end, alt, source in sorted(_pictures(memo)):
            words = " ".join(alt.split())
            if words and not _SAYS_NOTHING.fullmatch(words) and not _FILE.fullmatch(words):
                continue
            what = f"says nothing: “{words}”" if words else "is missing"
            yield Finding(
                self.name,
                memo.place_of(Span(start, end)),
                f"The alternative text of the picture {what}.",
                "Write what the picture tells a reader who cannot see it.",
                start=start,
                end=end,
                subject=source,
            )


def _pictures(memo: MemoUnderCheck) -> Iterable[tuple[int, int, str, str]]:
    """Yield where each picture stands, its alternative text and its source."""
    body = memo.memo.body
    if "![" in body:
        for placed in contents_of(body):
            for place in placed.content.parse.places:
                if place.kind == "image" and place.token is not None:
                    start, end = placed.span(place.start, place.end)
                    if not _DECORATION.search(body[start:end] + _behind(body, end)):
                        source = str(place.token.attrs.get("src", ""))
                        given = dict(place.token.meta.get("attributes", Attributes()).pairs)
                        yield start, end, given.get("alt", "") or place.token.content, source
    for match in _HTML_IMAGE.finditer(body):
        if not _HTML_DECORATION.search(match[0]) and not _in_code(memo, match.start()):
            alt = _HTML_ALT.search(match[0])
            words = next((group for group in alt.groups() if group), "") if alt else ""
            yield match.start(), match.end(), words, match[0]


def _behind(body: str, end: int) -> str:
    """Return attributes that stand behind a picture with a space between."""
    found = _ATTRIBUTES.match(body, end)
    return found[0] if found else ""


def _in_code(memo: MemoUnderCheck, position: int) -> bool:
    """Tell whether a place stands in code, where HTML is shown and not meant."""
    return any(span.start <= position < span.end for span in memo.code_spans)
