"""The title of a page: what it states, without the site's name at either end."""

import re
import unicodedata

from lxml.html import HtmlElement

from briefing.intake.markup_inlines import is_silent

_SEPARATOR = re.compile(r"\s+[|–—·•»«‹›:/~-]{1,2}\s+|\s*[|»]\s*|\s+::\s+")
_LONGEST = 400
_SHORT_TAIL = 60
_ENOUGH_WORDS, _MOST_WORDS = 4, 4
_TELLING_WORDS = 100  # different ones: what so many do not name, the page is not about
_WORD = re.compile(r"\w+")


def page_title(root: HtmlElement, named: tuple[str, ...], site: str) -> str:
    """Return the first of `named` that the title element says too, else the first, else that.

    The title element is cut to the part of it that a heading of the page says; where it says no
    more than the page's one heading, and neither says what was named, it is believed.
    """
    titled = _first_words(root, "title")
    told = [said for said in named if said and folded(said) != folded(site)]
    stated = next((said for said in told if folded(said) in folded(titled)), "")
    headings = [words for words in _headings(root) if words]
    if not stated and not _are_agreed(titled, headings, site):
        stated = next(iter(told), "")
    title = without_site(stated or titled, site)
    if not title:
        return headings[0] if headings else ""
    for heading in headings:
        is_long = len(heading) * 4 > len(title) or len(headings) == 1  # no site's name
        if is_long and folded(heading) in {folded(part) for part in _SEPARATOR.split(title)}:
            return heading
    if len(headings) == 1 and not stated and _is_poor(title, headings[0], root):
        return headings[0]
    return title if stated else _without_last_part(title)


def _are_agreed(titled: str, headings: list[str], site: str) -> bool:
    """Return whether the title element is the page's one heading, and no mere label."""
    if len(headings) != 1 or len(headings[0].split()) < _ENOUGH_WORDS:
        return False
    return folded(without_site(titled, site)) == folded(headings[0]) != folded(site)


def _without_last_part(title: str) -> str:
    """Return a title element without the short last part that names the site, as custom is."""
    marks = list(_SEPARATOR.finditer(title))
    if not marks:
        return title
    kept, last = title[: marks[-1].start()], title[marks[-1].end() :]
    is_site = len(kept.split()) >= _ENOUGH_WORDS and len(last.split()) <= _MOST_WORDS
    return kept.strip() if is_site else title


def _is_poor(title: str, heading: str, root: HtmlElement) -> bool:
    """Return whether a title element is a label (`Home`, `Document`), the heading a title.

    It is where it shares no word with the heading, and is a single word, or in another script, or
    says nothing that the page says.
    """
    ours, theirs = set(_WORD.findall(title.casefold())), set(_WORD.findall(heading.casefold()))
    if (
        not ours.isdisjoint(theirs)
        or len(heading) <= len(title) * title.isascii() * heading.isascii()
    ):
        return False
    if len(ours) == 1 or title.isascii() != _is_latin(heading):
        return True
    return root.find(".//h1") is not None and _is_unsaid(ours, root)


def _is_unsaid(words: set[str], root: HtmlElement) -> bool:
    """Return whether a page of some length says none of the words, not as part of others either.

    Only words in Latin letters are looked for whole; other scripts may set no blanks.
    """
    body = root.find("body")
    shown = "" if body is None else str(body.text_content()).casefold()
    said = set(_WORD.findall(shown))
    if len(said) < _TELLING_WORDS:
        return False
    return not any(word in (said if word.isascii() else shown) for word in words)


def _is_latin(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    return not letters or "LATIN" in unicodedata.name(letters[0], "")


def without_site(title: str, site: str) -> str:
    """Return a title without the site's name before its first or after its last separator."""
    marks = list(_SEPARATOR.finditer(title))
    if not marks or not site:
        return title
    last, first = marks[-1], marks[0]
    if _is_site(title[last.end() :], site):
        return without_site(title[: last.start()].strip(), site)
    if _is_site(title[: first.start()], site):
        return title[first.end() :].strip()
    return title


def folded(words: str) -> str:
    """Return the letters and digits of words alone, case and width aside."""
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", words).casefold()))


def _is_site(part: str, site: str) -> bool:
    ours, theirs = folded(part), folded(site)
    return bool(ours) and (ours == theirs or (len(ours) > 3 and ours in theirs))


def _headings(root: HtmlElement) -> list[str]:
    """Return the first-level headings; where there is none, the first of the second level."""
    first = [_whole(heading) for heading in root.iter("h1") if not is_silent(heading)]
    if any(first):
        return [words for words in first if words]
    return [_words(heading) for heading in list(root.iter("h2"))[:1]]


def _whole(heading: HtmlElement) -> str:
    """Return a heading's words, and those behind it where a converter broke it after a blank."""
    tail = " ".join((heading.tail or "").split())
    is_broken = str(heading.text_content()).endswith((" ", ",")) and 0 < len(tail) < _SHORT_TAIL
    return f"{_words(heading)} {tail}" if is_broken else _words(heading)


def _first_words(root: HtmlElement, tag: str) -> str:
    for element in root.iter(tag):
        if next(element.iterancestors("svg"), None) is None:
            return _words(element)
    return ""


def _words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())[:_LONGEST].rstrip("¶").strip()
