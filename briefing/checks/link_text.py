"""Accessibility: the words of a link say where it goes.

Standard: WCAG 2.2, success criterion 2.4.4 (A); PDF/UA-1, ISO 14289-1, 7.18.5. Addresses may stand
as they are in footnotes and in lists of sources, where readers expect them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.model.block import Span
from briefing.model.finding import Finding
from briefing.text.contents import PlacedContent, contents_of
from briefing.text.heading_names import automatic_identifier
from briefing.text.prose import prose_of

_VAGUE = re.compile(
    r"(?:please )?(?:click |tap |see |read |look |go |find out more |available |download(?:ed)? )?"
    r"here(?: for (?:more|details))?|click|this|that|these|link|this link|the link|links?|this page"
    r"|this (?:site|website|article|document|post|url)|more|read more|learn more|see more"
    r"|find out more"
    r"|more info(?:rmation)?|(?:more |full |further )?details|info|continue(?: reading)?"
    r"|read on|go|url"
    r"|website|web ?page|page|source|aquí|haga clic aquí|clic aquí|pulse aquí|ver más|leer más|más"
    r"|enlace|este enlace|más información|ici|cliquez ici|en savoir plus|lire la suite|plus|lien"
    r"|ce lien|voir plus",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)\S+", re.IGNORECASE)
_MAIL = re.compile(r"<?(?:mailto:)?[^\s@<>]+@[^\s@<>]+>?")
_SOURCES = re.compile(
    r"\b(?:sources?|references?|bibliograph\w+|notes?|endnotes?|further reading|works cited|links"
    r"|fuentes?|referencias?|bibliograf\w+|notas?|références?|contacts?)\b",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\w(<\[/\"'=:.])https?://[^\s<>\])]+", re.IGNORECASE)
_HTML_LINK = re.compile(r"<a\s[^>]*\bhref\b[^>]*>(.{0,200}?)</a>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_REFERENCE = re.compile(r"\]\(#([^\s)]+)")  # a link to a place of the memo
_REPEATED = re.compile(r"-\d+\Z")  # behind the name of a heading that stands there again
_PLAIN = re.compile(r"[*_`~]|\\(?=\W)")


@dataclass(frozen=True, slots=True)
class LinkText:
    """Finds links whose words tell nothing, and bare addresses."""

    name: str = "link-text"
    standard: str = "WCAG 2.2, 2.4.4; PDF/UA (ISO 14289-1), 7.18.5"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield a finding for each link, in reading order."""
        if not any(mark in memo.memo.body for mark in ("](", "://", "][", "<a ")):
            return
        yield from self._html(memo)
        for placed in contents_of(memo.memo.body):
            if placed.content.kind == "note" or "note" in placed.content.containers:
                continue
            for start, end, words, address in _links(placed):
                span = Span(*placed.span(start, end))
                reference = _REFERENCE.match(address)
                if reference is not None:
                    if not _is_named(memo.memo.body, reference[1]):
                        yield self._astray(memo, span, reference[1])
                    if not words:
                        continue  # it prints what it leads to: “Table 2”
                is_address = bool(_ADDRESS.fullmatch(words))
                if is_address and _SOURCES.search(memo.section_at(span.start)):
                    continue
                if not words or is_address or _VAGUE.fullmatch(words.strip(" .,:;!>»→…()")):
                    yield self._finding(memo, span, words, address, is_address=is_address)

    def _html(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        for match in _HTML_LINK.finditer(memo.memo.body):
            words = _words(_TAG.sub("", match[1]))
            is_code = any(one.start <= match.start() < one.end for one in memo.code_spans)
            if not is_code and (_VAGUE.fullmatch(words) or _ADDRESS.fullmatch(words)):
                span = Span(match.start(), match.end())
                is_address = bool(_ADDRESS.fullmatch(words))
                yield self._finding(memo, span, words, match[0], is_address=is_address)

    def _astray(self, memo: MemoUnderCheck, span: Span, name: str) -> Finding:
        return Finding(
            self.name,
            memo.place_of(span),
            f"Nothing in the memo is called “{name}”.",
            f"Name what it refers to with {{#{name}}}, or take the reference out.",
            start=span.start,
            end=span.end,
            subject=name,
        )

    def _finding(
        self, memo: MemoUnderCheck, span: Span, words: str, address: str, *, is_address: bool
    ) -> Finding:
        if is_address:
            reason = "A bare address stands for a link."
        elif words:
            reason = f"The link “{words}” does not tell where it goes."
        else:
            reason = "The link has no words."
        mend = "Link words that name what is there, such as the title of the page."
        return Finding(
            self.name,
            memo.place_of(span),
            reason,
            mend,
            start=span.start,
            end=span.end,
            subject=address,
        )


def _is_named(body: str, name: str) -> bool:
    """Tell whether something has a name: one given to it, or a heading that of its words."""
    if re.search(rf"\{{[^{{}}\n]*#{re.escape(name)}(?=[\s}}])", body):
        return True
    names = _heading_names(body)
    return name in names or _REPEATED.sub("", name) in names


@lru_cache(maxsize=1)  # each reference of a memo asks for them
def _heading_names(body: str) -> frozenset[str]:
    """Return the names that headings have of their words."""
    headings = (one.content for one in contents_of(body) if one.content.kind == "heading")
    return frozenset(automatic_identifier(prose_of(one).text) for one in headings)


def _links(placed: PlacedContent) -> Iterable[tuple[int, int, str, str]]:
    """Yield where each link of a content stands, its words and its address."""
    text = placed.content.text
    taken: list[tuple[int, int]] = []
    for place in placed.content.parse.places:
        taken.append((place.start, place.end))
        if place.kind == "link":
            inside = text[place.start + 1 : place.words_end]
            yield place.start, place.end, _words(inside), text[place.words_end : place.end]
        elif place.kind == "autolink" and not _MAIL.fullmatch(text[place.start : place.end]):
            address = text[place.start : place.end].strip("<>")
            yield place.start, place.end, address, address
    if "://" in text:
        for match in _BARE.finditer(text):
            if not any(start <= match.start() < end for start, end in taken):
                yield match.start(), match.end(), match[0], match[0]


def _words(inside: str) -> str:
    """Return the words of a link; a picture in it gives its alternative text."""
    plain = re.sub(r"!\[([^\]]*)\](?:\([^)]*\))?", r"\1", inside)
    return " ".join(_PLAIN.sub("", plain).split())
