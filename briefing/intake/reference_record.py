"""What a reference says, made an article: one rule for every format of references.

What has no place of its own in an article stays among its fields, under the names of CSL's
variables (`type`, `volume`, `issue`, `page`, `container-title`, `doi` …), else under its own.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.intake.draft_article import DraftArticle
from briefing.intake.field_readers import tags as read_tags
from briefing.intake.front_matter_values import Items
from briefing.intake.reference_dates import reference_date
from briefing.intake.reference_languages import reference_language
from briefing.intake.reference_names import read_name, read_names
from briefing.intake.reference_words import plain_line, plain_passage
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate
from briefing.text.citation_syntax import KEY

# In these the work that it stands in speaks for it, in others the house that published it.
_IN_PERIODICALS_WORDS = """
    article article-journal article-magazine article-newspaper broadcast entry-dictionary
    entry-encyclopedia post post-weblog review webpage
"""
_IN_PERIODICALS = frozenset(_IN_PERIODICALS_WORDS.split())
_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)\S+", re.IGNORECASE)
_URL = re.compile(r"\\url\{([^{}]+)\}|<(https?://[^<>\s]+)>")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_LONGEST_KEY = 80
_LONGEST_TITLE = 200
_NAMED_WORDS = """
    title container publisher author editor issued accessed url doi language abstract keyword note
    key citekey type
"""
_NAMED = frozenset(_NAMED_WORDS.split())


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a reference says: its part in the reference, and what its format calls it.

    The part is one of those that `reference_draft` knows, or the name of a field. Where several
    say the same, the least weight is taken and the others are kept as fields.
    """

    part: str
    value: str
    name: str = ""
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference read: its draft, the key that names it in its file, and a remark."""

    draft: DraftArticle
    key: str
    remark: str = ""


def read_reference(said: Iterable[Said]) -> Reference:
    """Return the reference that says all this; what it lacks, and what stands for it, is told."""
    return _Reading([one for one in said if one.value.strip()]).reference()


class _Reading:
    """One reference while it is read: what was said, and what was left of it."""

    def __init__(self, said: Sequence[Said]) -> None:
        self._by_part: dict[str, list[Said]] = {}
        for one in said:
            self._by_part.setdefault(one.part, []).append(one)
        for part in _NAMED & self._by_part.keys():
            self._by_part[part].sort(key=lambda one: one.weight)
        self._fields: list[tuple[str, str]] = []
        for one in said:
            if one.part not in _NAMED:
                self._keep(one.part, one.value)

    def reference(self) -> Reference:
        kind = self._one("type")
        names = {"container": self._one("container"), "publisher": self._one("publisher")}
        publisher, left = _publisher(kind, names)
        title, remark = self._title()
        abstract = plain_passage(self._taken("abstract"))
        values: dict[str, Any] = {
            "publisher": publisher,
            "authors": self._authors(),
            "url": self._url(),
            "language": self._language(),
            "summary": abstract,
            "body": abstract,
            "tags": self._tags(),
            "note": "\n\n".join(self._all("note", plain_passage)),
            **self._dates(),
        }
        key = self._one("key") or self._one("citekey")
        citekey = self._one("citekey")
        self._fields += left
        fields = [("type", kind), *self._fields] if kind else self._fields
        draft = DraftArticle(
            title=title,
            fields=tuple(dict.fromkeys(fields)),
            citekey=citekey if is_citekey(citekey) else "",
            **values,
        )
        return Reference(draft, key, remark)

    def _keep(self, name: str, value: str) -> None:
        words = plain_passage(value)
        if words:
            self._fields.append((name, words))

    def _taken(self, part: str) -> str:
        """Return what is said of a part; what others say of it differently becomes fields."""
        first, *rest = self._by_part.get(part, [Said(part, "")])
        for one in rest:
            if plain_line(one.value).casefold() != plain_line(first.value).casefold():
                self._keep(one.name or part, one.value)
        return first.value

    def _one(self, part: str) -> str:
        return plain_line(self._taken(part))

    def _all(self, part: str, made: Callable[[str], str]) -> tuple[str, ...]:
        found = (made(one.value) for one in self._by_part.get(part, []))
        return tuple(dict.fromkeys(filter(None, found)))

    def _title(self) -> tuple[str, str]:
        title = self._one("title")
        if title:
            return title, ""
        stand_ins = ("title-short", "container", "event-title", "note", "key", "citekey", "author")
        for part in stand_ins:
            said = next(iter(self._all(part, plain_line)), "")
            if said:
                return said[:_LONGEST_TITLE], f"It has no title; its {part} stands in its place."
        return "Untitled reference", "It has no title."

    def _authors(self) -> tuple[str, ...]:
        editors = self._all("editor", read_name)
        for editor in editors:
            self._keep("editor", editor)
        names = (name for one in self._by_part.get("author", []) for name in read_names(one.value))
        return tuple(dict.fromkeys(filter(None, names))) or editors

    def _url(self) -> str:
        """Return its address, else that of its DOI (a DOI is an address at doi.org)."""
        url = ""
        for one in self._by_part.get("url", []):
            wrapped = _URL.search(one.value)
            address = (wrapped[1] or wrapped[2]) if wrapped else one.value.strip()
            if not url and _ADDRESS.fullmatch(address):
                url = address
            elif address != url:
                self._keep(one.name or "url", one.value)
        said = self._one("doi")
        doi = _DOI.search(said)
        if doi:
            self._keep("doi", doi[0])
            return url or f"https://doi.org/{doi[0]}"
        self._keep("doi", said)
        return url

    def _language(self) -> str:
        said = self._one("language")
        tag = reference_language(said)
        if not tag:
            self._keep("language", said)
        return tag

    def _tags(self) -> tuple[str, ...]:
        found: list[str] = []
        for keyword in self._all("keyword", plain_line):
            tags = read_tags(Items((keyword,)))
            found += tags or ()
            if not tags:
                self._keep("keyword", keyword)
        return tuple(dict.fromkeys(found))

    def _dates(self) -> dict[str, Any]:
        published = self._date("issued")
        origin = DateOrigin.GIVEN if published else DateOrigin.NONE
        accessed = self._date("accessed")
        return {"published": published, "date_origin": origin, "accessed": accessed}

    def _date(self, part: str) -> PartialDate | None:
        """Return the first date that can be read, or one that tells more of the same year."""
        best: PartialDate | None = None
        for one in self._by_part.get(part, []):
            found, is_whole = reference_date(one.value)
            if found is None or not is_whole or (best and found.year != best.year):
                self._keep(one.name or part, one.value)
            if found and (best is None or (found.year == best.year and _tells_more(found, best))):
                best = found
        return best


def is_citekey(key: str) -> bool:
    """Return whether a key can stand in a memo as `[@key]` as it is."""
    return len(key) <= _LONGEST_KEY and key.partition(":")[0] != "fact" and _is_plain(key)


def _is_plain(key: str) -> bool:
    match = KEY.fullmatch(f"@{key}")
    return bool(match and match["plain"])


def _tells_more(found: PartialDate, best: PartialDate) -> bool:
    return bool((found.month and not best.month) or (found.day and not best.day))


def _publisher(kind: str, names: dict[str, str]) -> tuple[str, list[tuple[str, str]]]:
    """Return who speaks for a reference, and the other one as a field."""
    container, house = names["container"], names["publisher"]
    if container and (kind in _IN_PERIODICALS or not house):
        return container, [("publisher", house)] if house else []
    return house, [("container-title", container)] if container else []
