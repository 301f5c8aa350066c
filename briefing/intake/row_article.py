"""A row of a table as an article: each cell read as the field that its column goes to."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from briefing.intake.draft_article import DraftArticle
from briefing.intake.front_matter_values import Entries, Value, flattened
from briefing.intake.html_markdown import html_to_markdown
from briefing.intake.reference_record import is_citekey
from briefing.intake.table_dates import table_date
from briefing.intake.table_mapping import FIELDS, KEPT
from briefing.model.article import DateOrigin
from briefing.text.dates import date_in_url

_HTML = re.compile(
    r"\s*<(?:!doctype|html|body|p|div|span|h[1-6]|ul|ol|article|section|br)\b", re.IGNORECASE
)
_GATHERED = frozenset({"tags", "authors"})
_DATES = frozenset({"published", "accessed"})
_LONGEST_TITLE = 160
_TELLING = ("name", "main", "rendered", "original", "value", "text")


def row_article(
    cells: Iterable[tuple[str, Value]],
    mapping: Mapping[str, str],
    orders: Mapping[str, str] | None = None,
) -> tuple[DraftArticle | None, str]:
    """Return the article of a row and a remark; none where it has neither title nor text.

    What cannot be read as its field stays among the further fields, and so does a second value
    of a field that has one only. `orders` are those of days and months in columns of dates.
    """
    values: dict[str, Any] = {}
    others: list[tuple[str, str]] = []
    for column, cell in cells:
        field = mapping.get(column, KEPT)
        said, beside = _told(cell) if field in FIELDS else (cell, Entries(()))
        others += flattened(column, beside)
        found = _read(field, said, (orders or {}).get(column, ""))
        if found is None or (field in values and field not in _GATHERED):
            others += flattened(column, said)
        elif field in values:
            values[field] = tuple(dict.fromkeys((*values[field], *found)))
        else:
            values[field] = found
            if field in _DATES and isinstance(said, str) and ":" in said:
                others.append((column, said))
    return _draft(values, tuple((name, words) for name, words in others if words.strip()))


def _read(field: str, cell: Value, order: str) -> Any:  # noqa: ANN401  (a value of any field)
    if field not in FIELDS:
        return None
    return table_date(cell, order) if field in _DATES else FIELDS[field][0](cell)


def _told(cell: Value) -> tuple[Value, Value]:
    """Return what an object in a cell says in the place of all of it, and what it says beside.

    So services give a source (`name`), a headline (`main`) or a text (`rendered`).
    """
    if not isinstance(cell, Entries):
        return cell, Entries(())
    said = dict(cell.pairs)
    key = next((key for key in _TELLING if isinstance(said.get(key), str) and said[key]), None)
    if key is None:
        return cell, Entries(())
    return said[key], Entries(tuple(pair for pair in cell.pairs if pair[0] != key))


def _draft(
    values: dict[str, Any], others: tuple[tuple[str, str], ...]
) -> tuple[DraftArticle | None, str]:
    reliability, credibility = values.pop("rating", ("", None))
    graded = {"reliability": reliability, "credibility": credibility}
    values = {name: grade for name, grade in graded.items() if grade} | values
    citekey = values.pop("citekey", "")
    if citekey and is_citekey(citekey):
        values["citekey"] = citekey
    body = _markdown(values.pop("body", "") or values.get("summary", ""))
    title = values.pop("title", "")
    if not title and not body:
        return None, "The row has no title and no text."
    remark = "" if title else "It has no title; the beginning of its text stands in its place."
    title = title or _beginning(body)
    if "published" in values:
        values["date_origin"] = DateOrigin.GIVEN
    elif found := date_in_url(values.get("url", "")):
        values |= {"published": found, "date_origin": DateOrigin.URL}
    return DraftArticle(title=title, body=body, fields=others, **values), remark


def _markdown(body: str) -> str:
    return html_to_markdown(body).strip() if _HTML.match(body) else body


def _beginning(body: str) -> str:
    first = " ".join(body.lstrip("#* \n").partition("\n")[0].split())
    if len(first) <= _LONGEST_TITLE:
        return first or "Untitled"
    return first[:_LONGEST_TITLE].rpartition(" ")[0] or first[:_LONGEST_TITLE]
