"""CSL items as entries of the engine's library (hayagriva's YAML, of which JSON is a part)."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from briefing.export.csl.engine_titles import engine_words, literal, titled
from briefing.export.csl.engine_types import (
    CONTAINED,
    FIRST_NOTE,
    NOTED,
    Carrier,
    carriers_for,
    renamed_types,
    renamed_variables,
)
from briefing.export.csl.printed_marks import printed
from briefing.export.csl.style_variant import Renaming

Item = Mapping[str, Any]  # a reference in CSL-JSON
_TEXTS = {"genre": "genre", "archive": "archive", "archive_location": "archive-location",
          "authority": "organization", "note": "note"}  # fmt: skip
_SERIALS = {"DOI": "doi", "ISBN": "isbn", "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid",
            "number": "serial", "printing-number": "printing", "version": "version"}  # fmt: skip
_NUMBERS = {"edition": "edition", "page": "page-range", "number-of-pages": "page-total",
            "number-of-volumes": "volume-total", "chapter-number": "chapter"}  # fmt: skip
_ROLES = {"translator": "translator", "compiler": "compiler", "composer": "composer",
          "illustrator": "illustrator", "producer": "producer", "narrator": "narrator",
          "performer": "cast-member", "contributor": "collaborator", "director": "director",
          "script-writer": "writer"}  # fmt: skip
_INITIALS = re.compile(r"(?<=\b[^\W\d_]\.)(?=[^\W\d_]\.)")
_TOTALS = ("page-total", "volume-total")
_COUNT = re.compile(r"[0-9]{1,9}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?")
# 114-358 is one number and 13,676 too: a private character keeps the engine from counting them.
_JOINT, _APART = re.compile(r"(?<=\d[-,])(?=\d)"), "\ue0f9"
_NOT_TEXT = frozenset(
    {"id", "type", "issued", "accessed", "event-date", "original-date", "submitted",
     "available-date", "author", "editor", "categories", "custom", "abstract", "keyword",
     "container-author", "collection-editor", "original-author", *_ROLES}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EngineLibrary:
    """The entries as JSON by their ids, and how a style must be renamed to fit them."""

    text: str
    types: tuple[str, ...]
    variables: tuple[str, ...]  # of CSL, that some item has
    renaming: Renaming


def engine_library(items: Sequence[Item]) -> EngineLibrary:
    """Return the entries of some CSL items, each known by its place: i0, i1."""
    types = sorted({str(item.get("type") or "document") for item in items})
    carriers = carriers_for(types)
    cited = {name for item in items for name in item if name not in _NOT_TEXT and item[name]}
    variables = renamed_variables(cited)
    entries = {
        f"i{number}": _entry(item, carriers[str(item.get("type") or "document")], variables)
        for number, item in enumerate(items)
    }
    types_renamed = tuple(renamed_types(carriers).items())
    renaming = Renaming(types_renamed, tuple(variables.items()))
    text = json.dumps(entries, ensure_ascii=False)
    return EngineLibrary(text, tuple(types), _said_of(items), renaming)


def _said_of(items: Sequence[Item]) -> tuple[str, ...]:
    """Return the variables that some item has, and those that the engine makes of them."""
    said = {name for item in items for name, value in item.items() if value}
    made = {
        "page-first": "page",
        "container-title-short": "container-title",
        "event": "event-title",
        "editor-translator": "translator",
    }
    return tuple(sorted(said | {name for name, whole in made.items() if whole in said}))


def _entry(item: Item, carrier: Carrier, variables: Mapping[str, str]) -> dict[str, Any]:
    said = {variables.get(name, name): value for name, value in item.items() if value}
    entry: dict[str, Any] = {"type": carrier.type, "title": _title(said), NOTED: FIRST_NOTE}
    entry |= {ours: _chunked(said[name]) for name, ours in _TEXTS.items() if name in said}
    entry |= {ours: _plain(said[name]) for name, ours in _NUMBERS.items() if name in said}
    for total in _TOTALS:
        if not _COUNT.fullmatch(entry.get(total, "0")):
            del entry[total]  # of these the engine takes numbers only
    serials = {ours: _plain(said[name]) for name, ours in _SERIALS.items() if name in said}
    if "serial" in serials:
        serials["serial"] = _JOINT.sub(_APART, serials["serial"])
    entry |= {"serial-number": serials} if serials else {}
    entry |= _people(said) | _publisher(said) | _dates_and_address(said)
    if _LANGUAGE.fullmatch(_plain(said.get("language", ""))):
        entry["language"] = _plain(said["language"])
    parents = _parents(said, carrier, entry)
    if any("title" in parent for parent in parents) and "container-title" in said:
        entry[CONTAINED] = "1"
    return entry | ({"parent": parents} if parents else {})


def _title(said: Item) -> dict[str, str] | str:
    title = titled(printed(_plain(said.get("title", ""))))
    short = said.get("title-short")
    return {"value": title, "short": titled(printed(_plain(short)))} if short else title


def _parents(said: Item, carrier: Carrier, entry: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a source stands in; its volume and issue are those of its container."""
    numbers = {name: _plain(said[name]) for name in ("volume", "issue") if name in said}
    container: dict[str, Any] = {}
    if carrier.parent and (carrier.parent not in {"book", "web"} or "container-title" in said):
        container = {"type": carrier.parent, **numbers}
        title = said.get("container-title")
        if title:
            short = said.get("container-title-short")
            long = _chunked(title)
            container["title"] = {"value": long, "short": _chunked(short)} if short else long
    else:
        entry |= numbers
    series = said.get("collection-title")
    if series and carrier.type in {"book", "anthology"}:
        return [{"type": carrier.type, "title": _chunked(series), **_series_number(said)}]
    if series and container:
        kind = container["type"]
        container["parent"] = [{"type": kind, "title": _chunked(series), **_series_number(said)}]
    return [container] if container else []


def _series_number(said: Item) -> dict[str, str]:
    return {"volume": _plain(said["collection-number"])} if "collection-number" in said else {}


def _people(said: Item) -> dict[str, Any]:
    people: dict[str, Any] = {
        role: [_person(name) for name in said[role]]
        for role in ("author", "editor")
        if role in said
    }
    others = [
        {"role": ours, "names": [_person(name) for name in said[role]]}
        for role, ours in _ROLES.items()
        if isinstance(said.get(role), list)
    ]
    return people | ({"affiliated": others} if others else {})


def _person(name: Mapping[str, Any]) -> dict[str, str]:
    """Return a name in the engine's parts; an institution is a name without a given one."""
    literal = name.get("literal")
    if literal or not name.get("family"):
        return {"name": _name(literal or name.get("given") or "")}
    given = " ".join(_name(name[part]) for part in ("given", "dropping-particle") if name.get(part))
    given = _INITIALS.sub(" ", given)  # of H.C.G. the engine takes the first one only
    person = {"name": _name(name["family"])}
    for part, ours in (("non-dropping-particle", "prefix"), ("suffix", "suffix")):
        if name.get(part):
            person[ours] = _name(name[part])
    return person | ({"given-name": given} if given else {})


def _name(value: object) -> str:
    return printed(_plain(value))


def _publisher(said: Item) -> dict[str, Any]:
    parts = {"name": "publisher", "location": "publisher-place"}
    found = {ours: _chunked(said[name]) for ours, name in parts.items() if name in said}
    return {"publisher": found} if found else {}


def _dates_and_address(said: Item) -> dict[str, Any]:
    found: dict[str, Any] = {}
    issued = _date(said.get("issued"))
    if issued:
        found["date"] = issued
    address = _plain(said.get("URL", ""))
    if _is_address(address):
        accessed = _date(said.get("accessed"))
        found["url"] = {"value": address, "date": accessed} if accessed else address
    return found


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.scheme and parts.netloc and " " not in address)


def _date(value: Mapping[str, Any] | None) -> dict[str, Any]:
    """Return a date's parts as the engine reads them; nothing where CSL has it in words only."""
    if not value:
        return {}
    ranges: list[list[Any]] = value.get("date-parts") or [[]]
    numbers = [int(part) for part in ranges[0] if str(part).lstrip("-").isdigit()]
    date: dict[str, Any] = dict(zip(("year", "month", "day"), numbers, strict=False))
    if not date:
        return {}
    if date["year"] < 0:
        date["year"] += 1  # the engine counts the year before the first one as 0
    season = value.get("season") or _season(date.get("month", 1))
    if str(season) in {"1", "2", "3", "4"}:
        date = {"year": date["year"], "season": int(season)}
    elif date.get("month", 1) not in range(1, 13):
        date = {"year": date["year"]}
    for part in ("month", "day"):
        if part in date:
            date[part] -= 1  # the engine counts them from 0 in such dates
    return date | ({"approximate": True} if value.get("circa") else {})


def _season(month: int) -> int:
    """Return the season that stands in a month's place: 13 to 16, or 21 to 24 (EDTF)."""
    return month - 20 if month > 20 else month - 12


def _chunked(value: object) -> str:
    return literal(printed(_plain(value)))


def _plain(value: object) -> str:
    return engine_words(str(value))
