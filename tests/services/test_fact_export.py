"""Facts are written as a table or as records, and no cell is a formula."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.errors import InputError
from briefing.model.anchor import Anchor
from briefing.model.fact import Evidence, Fact
from briefing.model.ids import Uid
from briefing.services.fact_export import write_facts

FACT = Fact(
    Uid("f"),
    "7k2",
    "=SUM(A1), said “he”",
    value=Decimal("3.2E+9"),
    unit="$",
    tags=("a/b", "c"),
    evidence=(Evidence(Uid("e"), Uid("a"), Anchor("the quote", "", "", 0), "12"),),
)


def name_of(uid: Uid) -> str:
    return f"key of {uid}"


def test_table_holds_the_quote_and_no_formula(tmp_path: Path) -> None:
    path = write_facts([FACT], tmp_path / "facts.CSV", name_of)
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["statement"], row["value"]) == ("'=SUM(A1), said “he”", "3200000000")
    assert (row["citekeys"], row["quotes"], row["tags"]) == ("key of a", "the quote", "a/b; c")


def test_records_hold_lists(tmp_path: Path) -> None:
    path = write_facts([FACT], tmp_path / "facts.json", name_of)
    (row,) = json.loads(path.read_text(encoding="utf-8"))
    assert (row["statement"], row["tags"], row["as_of"]) == (FACT.statement, ["a/b", "c"], None)


def test_other_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.csv or \.json"):
        write_facts([FACT], tmp_path / "facts.xlsx", name_of)
