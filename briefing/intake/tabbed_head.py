"""The first line of a tabbed text, where it names columns; Web of Science writes two letters each.

The field tags are those of Web of Science's `tab-delimited file` export; its names for them are
the heads of its Excel export.
"""

from collections.abc import Sequence

from briefing.intake.table_mapping import FIELDS, KNOWN, folded

_SCIENCE = {
    "PT": "Publication Type", "AU": "Authors", "CA": "Group Authors",
    "TI": "Article Title", "SO": "Source Title", "LA": "Language", "DT": "Document Type",
    "DE": "Author Keywords", "ID": "Keywords Plus", "AB": "Abstract", "PU": "Publisher Name",
    "SN": "ISSN", "EI": "eISSN", "BN": "ISBN", "PD": "Publication Day", "PY": "Publication Year",
    "VL": "Volume", "IS": "Issue", "BP": "Start Page", "EP": "End Page", "DI": "DOI",
    "UT": "UT (Unique WOS ID)", "DA": "Date of Export", "C1": "Addresses",
}  # fmt: skip
_FULL_NAMES = {"AF": "Authors", "AU": "Authors as abbreviated"}
_TOLD_BY = frozenset(("PT", "AU", "TI", "SO"))
_FEWEST = 2  # tabs
_LONGEST = 80  # characters of a column's name
_TEXTS = frozenset(f"{FIELDS['title'][1]} {FIELDS['body'][1]}".split())


def is_tabbed_table(text: str) -> bool:
    """Return whether a text begins with the names of columns, divided by tabs, and a row.

    Two of the names must be known, one of them as a title's or a text's.
    """
    head, _, rest = text.partition("\n")
    if head.count("\t") < _FEWEST or rest.count("\t") < _FEWEST:
        return False
    names = [name.strip().strip('"') for name in head.split("\t")]
    if any(len(name) > _LONGEST for name in names):
        return False
    known = {folded(name) for name in column_names(names)} & KNOWN
    return len(known) > 1 and not known.isdisjoint(_TEXTS)


def column_names(head: Sequence[str]) -> list[str]:
    """Return the names of columns, those of Web of Science written out."""
    names = [name.strip() for name in head]
    if not _TOLD_BY.issubset(names):
        return list(head)
    written = _SCIENCE | _FULL_NAMES if "AF" in names else _SCIENCE
    return [written.get(name, name) for name in names]
