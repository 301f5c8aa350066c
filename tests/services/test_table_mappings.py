from pathlib import Path

import pytest

from briefing.errors import IntakeError
from briefing.services.table_mappings import TableMappings
from briefing.store.library_file import Library


@pytest.fixture
def mappings(library: Library) -> TableMappings:
    return TableMappings(library)


def write(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_preview_shows_columns_rows_and_a_guess(mappings: TableMappings, tmp_path: Path) -> None:
    shown = mappings.preview(write(tmp_path, "Kopf,date\nOne,2025\n"))
    assert (shown.columns, shown.rows) == (("Kopf", "date"), (("One", "2025"),))
    assert (shown.mapping, shown.is_remembered) == ({"Kopf": "", "date": "published"}, False)


def test_mapping_is_remembered_for_tables_with_the_same_columns(
    mappings: TableMappings, tmp_path: Path, library: Library
) -> None:
    mappings.remember(["Kopf", "date"], {"Kopf": "title"})
    shown = TableMappings(library).preview(write(tmp_path, "Date;KOPF\n2024;Two\n"))
    assert (shown.mapping, shown.is_remembered) == ({"Date": "", "KOPF": "title"}, True)
    other = mappings.preview(write(tmp_path, "Kopf,date,x\nOne,2025,1\n"))
    assert not other.is_remembered


def test_remembering_is_no_step_of_undo(mappings: TableMappings, library: Library) -> None:
    mappings.remember(["a"], {"a": "title"})
    assert library.undo() is None


def test_what_is_no_field_is_not_remembered(mappings: TableMappings) -> None:
    mappings.remember(["a", "b"], {"a": "title", "b": "colour of the sky"})
    assert mappings.mapping_for(["a", "b"]) == {"a": "title", "b": ""}


def test_file_that_is_gone_is_told(mappings: TableMappings, tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="cannot be read"):
        mappings.preview(tmp_path / "none.csv")
