"""Who wrote a page: stated in its markup, else the byline found on it."""

import re

from lxml.html import HtmlElement
from trafilatura.metadata import extract_author

from briefing.intake.field_readers import authors as split_names
from briefing.intake.web_linked_data import LinkedData
from briefing.intake.web_meta_tags import AUTHORS, MetaTags
from briefing.intake.web_title import folded

_MOST = 30
_LONGEST = 120
_BY = re.compile(
    r"^(?:(?:written |posted |published |words |story )?by|von|par|por|di|door|autor:?)\s+",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?://|www\.|\.(?:com|org|net|html?)\b|@\w+\.\w|^\W*$|^(?:admin|administrator|editor"
    r"|staff|webmaster|anonymous|unknown|author|redaktion|none|null|n/a|user|guest)$",
    re.IGNORECASE,
)
# `Published May 22, 2026` and the like read as a name once the figures are cut off.
_DATE_LINE = re.compile(
    r"^(?:(?:first|last|originally)\s)?(?:published|updated|posted|modified|created|released|revised"
    r"|reviewed|issued|dated?|stand|veröffentlicht|aktualisiert|publié|mis à jour|publicado"
    r"|actualizado|atualizado|pubblicato|aggiornato)(?=[\s:]|$)(?!\s+(?:by|von|par|por|da|di)\s)",
    re.IGNORECASE,
)
_MARKED = (
    "//*[@rel='author' or @itemprop='author' or contains(@href, '/author/')"
    " or contains(@class, 'author-name') or contains(@class, 'byline')]"
    "[not(ancestor::aside or ancestor::nav or ancestor::footer)]"
)
# Found, not stated: only what reads as the name of a person is taken.
_NAME = re.compile(
    r"(?:[^\W\d_a-z][\w.’'-]*)(?:\s(?:(?:de|van|von|der|la|al|bin|el|da)\s)*[^\W\d_a-z][\w.’'-]*){1,3}"
)
_TAIL = re.compile(r"\s*(?:[|•·]|\s[–—-]\s|\d{1,2}[./ ]|\bon\s+\w+day\b).*$")


def page_authors(
    root: HtmlElement, linked: LinkedData, tags: MetaTags, site: str
) -> tuple[str, ...]:
    """Return the names that the page gives its authors, the site's own name left out."""
    stated = [name for said in linked.authors for name in _names(said)]
    if not _kept(stated, site):
        named = next((tags[name] for name in AUTHORS if _kept(tags.get(name, []), site)), [""])
        stated = [name for said in named for name in _names(said)]
    if not _kept(stated, site):
        stated = [name for name in _names(_byline(root)) if _NAME.fullmatch(name)]
    return tuple(_kept(stated, site)[:_MOST])


def _names(said: str) -> list[str]:
    return [_BY.sub("", name).strip(" ,;") for name in split_names(_BY.sub("", said)) or ()]


def _kept(names: list[str], site: str) -> list[str]:
    kept = [
        name
        for name in names
        if not (_NO_NAME.search(name) or _DATE_LINE.match(name))
        and len(name) <= _LONGEST
        and folded(name) != folded(site)
    ]
    return list(dict.fromkeys(kept))


def _byline(root: HtmlElement) -> str:
    marked: list[HtmlElement] = root.xpath(_MARKED)
    for element in marked[:5]:
        words = " ".join(str(element.text_content()).split())
        if 2 < len(words) < _LONGEST and _NAME.fullmatch(_BY.sub("", words)):
            return words
    try:
        found = extract_author(root) or ""
    except (ValueError, AttributeError, TypeError):  # on markup it did not expect
        return ""
    return _TAIL.sub("", found)
