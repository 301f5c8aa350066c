"""What belongs into one room only: SQL into the store, colours into the theme."""

import re

from tests.architecture.source_files import Source, sources

SQL = re.compile(
    r"\s*(SELECT\s.+\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s"
    r"|CREATE\s+(TABLE|INDEX|UNIQUE|VIRTUAL|TRIGGER|VIEW)\s|ALTER\s+TABLE\s|PRAGMA\s+\w+)",
    re.DOTALL,
)
COLOUR = re.compile(r"(?<![&\w])#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b|\brgba?\(")


def _is_theme(source: Source) -> bool:
    return source.floor == "ui" and source.path.name.startswith("theme")


def test_sql_stands_in_the_store_only() -> None:
    wrong = [
        f"{source.name}:{line} {text.strip()[:60]}"
        for source in sources()
        if source.floor != "store"
        for line, text in source.strings()
        if SQL.match(text)
    ]
    assert not wrong, "\n".join(wrong)


def test_style_sheets_are_set_by_the_theme_only() -> None:
    wrong = [
        f"{source.name}:{number}"
        for source in sources()
        if not _is_theme(source)
        for number, line in enumerate(source.text.splitlines(), 1)
        if "setStyleSheet(" in line
    ]
    assert not wrong, "\n".join(wrong)


def test_colours_are_named_by_the_theme_only() -> None:
    wrong = [
        f"{source.name}:{line} {text[:60]}"
        for source in sources()
        if source.floor in {"ui", "app"} and not _is_theme(source)
        for line, text in source.strings()
        if COLOUR.search(text)
    ]
    wrong += [
        f"{source.name}:{number} {line.strip()}"
        for source in sources()
        if source.floor in {"ui", "app"} and not _is_theme(source)
        for number, line in enumerate(source.text.splitlines(), 1)
        if re.search(r"\bQColor\(\s*\d|GlobalColor\.(?!transparent\b)", line)
    ]
    assert not wrong, "\n".join(wrong)


def test_events_are_never_pumped_by_hand() -> None:
    wrong = [source.name for source in sources() if "processEvents(" in source.text]
    assert not wrong, "\n".join(wrong)
