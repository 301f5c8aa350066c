"""CSL-JSON and CSL-YAML: each item becomes an article.

Source: the CSL 1.0.2 data schema (csl-data.json).
"""

import json
from collections.abc import Iterable, Iterator

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.found_references import MAX_BYTES, Form, Record, found_references
from briefing.intake.json_values import Json, is_object, loaded, words_of
from briefing.intake.reference_names import person
from briefing.intake.reference_record import Said, read_reference
from briefing.intake.text_file import decode_text

FORM = Form(".json", "application/vnd.citationstyles.csl+json")

_PARTS = {
    "title": ("title", 0), "container-title": ("container", 0), "container-title-short":
    ("container", 3), "journalAbbreviation": ("container", 4), "publisher": ("publisher", 0),
    "author": ("author", 0), "editor": ("editor", 0), "issued": ("issued", 0),
    "accessed": ("accessed", 0), "URL": ("url", 0), "DOI": ("doi", 0),
    "language": ("language", 0), "abstract": ("abstract", 0), "keyword": ("keyword", 0),
    "tags": ("keyword", 0), "note": ("note", 0), "annote": ("note", 1), "id": ("key", 1),
    "citation-key": ("citekey", 0), "citation-label": ("citekey", 1), "type": ("type", 0),
    "shortTitle": ("title-short", 0),
}  # fmt: skip
_DATES = frozenset({"issued", "accessed"})


def read_csl(_name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield each item of a list, of an object's `items`, or a single one."""
    decoded = decode_text(data, MAX_BYTES)
    items = list(_items(loaded(decoded.text)))
    if not items:
        raise IntakeError("It holds no reference: neither an item nor a list of items.")
    return found_references(map(_record, items), FORM, decoded.remark)


def _items(value: Json) -> Iterable[Json]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        for name in ("items", "references"):
            inner = value.get(name)
            if isinstance(inner, list):
                return inner
        return [value]
    return []


def _record(item: Json) -> Record:
    if not is_object(item) or not item:
        return Record(None, "", "The item is no object with the fields of a reference.")
    source = json.dumps([item], ensure_ascii=False, indent=1) + "\n"
    return Record(read_reference(_said(item)), source)


def _said(item: dict[str, Json]) -> Iterator[Said]:
    key = words_of(item.get("id", ""))
    if "citation-key" not in item and key and not key.isdecimal():
        yield Said("citekey", key)
    for name, value in item.items():
        part, weight = _PARTS.get(name, (name, 0))
        said_as = part if part not in {"container", "publisher"} else name
        for words in _words(part, value):
            yield Said(part, words, said_as.lower(), weight)


def _words(part: str, value: Json) -> Iterable[str]:
    if isinstance(value, list) and value and all(map(_is_name, value)):
        return [_name(one) for one in value if isinstance(one, dict)]
    if isinstance(value, dict) and (part in _DATES or "date-parts" in value):
        return [_date(value)]
    if part in _DATES and isinstance(value, list):  # CSL-YAML: a list of years, months and days
        return [_date({"date-parts": [_parts_of(one) for one in value]})]
    if part == "keyword":
        return words_of(value).replace(";", ",").split(",")
    return [words_of(value)]


def _is_name(value: Json) -> bool:
    return isinstance(value, dict) and bool(value.keys() & {"family", "given", "literal"})


def _name(value: dict[str, Json]) -> str:
    said = {name: words_of(inner) for name, inner in value.items()}
    if said.get("literal"):
        return said["literal"]
    particles = (said.get(f"{kind}-particle", "") for kind in ("dropping", "non-dropping"))
    family = " ".join((*particles, said.get("family", "")))
    return person(family, said.get("given", ""), said.get("suffix", ""))


def _date(value: dict[str, Json]) -> str:
    """Return a date as words: a day, or a range of two."""
    parts = value.get("date-parts")
    ends = [end for end in parts if isinstance(end, list)] if isinstance(parts, list) else []
    if not ends:
        return next((words_of(value[name]) for name in ("raw", "literal") if name in value), "")
    about = "~" if words_of(value.get("circa", "")) not in {"", "0", "false"} else ""
    days = ["-".join(f"{words_of(one):0>2}" for one in end if words_of(one)) for end in ends]
    return "/".join([days[0] + about, *days[1:]])


def _parts_of(value: Json) -> Json:
    if not isinstance(value, dict):
        return [value]
    return [value[name] for name in ("year", "month", "day") if name in value]
