"""Files and functions stay small, and names say what a thing is for."""

import ast
from collections import Counter

from tests.architecture.source_files import PACKAGE, sources

MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 40
DRAWERS = {"utils", "util", "misc", "helpers", "helper", "common", "manager", "managers", "stuff"}
MAY_REPEAT = {"__init__.py", "wiring.py"}


def test_no_file_is_two_files() -> None:
    wrong = [
        f"{source.name}: {lines} lines"
        for source in sources()
        if (lines := source.text.count("\n")) > MAX_FILE_LINES
    ]
    assert not wrong, "\n".join(wrong)


def test_no_function_is_two_functions() -> None:
    wrong = [
        f"{source.name}:{node.lineno} {node.name}: {lines} lines"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > MAX_FUNCTION_LINES
    ]
    assert not wrong, "\n".join(wrong)


def test_no_file_name_occurs_twice() -> None:
    names = Counter(source.path.name for source in sources())
    repeated = {name for name, count in names.items() if count > 1} - MAY_REPEAT
    assert not repeated


def test_no_drawer_for_odds_and_ends() -> None:
    wrong = [
        source.name
        for source in sources()
        for part in source.path.relative_to(PACKAGE).parts
        if DRAWERS & set(part.removesuffix(".py").split("_"))
    ]
    assert not wrong, "\n".join(wrong)


def test_every_file_tells_its_purpose() -> None:
    wrong = [
        source.name
        for source in sources()
        if source.path.name != "__init__.py" and not ast.get_docstring(source.tree)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_exception_is_swallowed() -> None:
    """A handler for every exception says what it does with it."""
    wrong = [
        f"{source.name}:{node.lineno}"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})
        and all(isinstance(statement, ast.Pass | ast.Continue) for statement in node.body)
    ]
    assert not wrong, "\n".join(wrong)
