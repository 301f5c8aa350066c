"""A house's Word file is looked at, and kept with a template, by command."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from briefing.paths import user_data_dir, user_templates_dir
from tests.commands.conftest import Run


@pytest.fixture
def house(tmp_path: Path) -> Path:
    document = docx.Document()
    document.styles.add_style("Ministry Quote", 1)
    document.add_paragraph("To {{to}}")
    path = tmp_path / "ministry.docx"
    document.save(str(path))
    return path


def test_roles_are_shown_with_their_reasons(run: Run, house: Path) -> None:
    shown = run("style", house).stdout
    assert "heading1        heading 1" in shown
    assert "its own text" not in shown
    assert "The memo's text goes behind the file's own text" in shown


def test_roles_are_told_as_json(read: Callable[..., Any], house: Path) -> None:
    told = read("style", house, "--role", "quote=Ministry Quote")
    roles = {role["role"]: role for role in told["roles"]}
    assert roles["quote"]["style"] == "Ministry Quote"
    assert roles["quote"]["is_chosen"]
    assert {"kind": "paragraph", "name": "Ministry Quote"} in told["styles"]


def test_template_keeps_the_file_and_the_roles(run: Run, house: Path) -> None:
    run("templates", "copy", "decision-memo", "--as", "house-memo")
    run("style", house, "--role", "quote=Ministry Quote", "--template", "house-memo")
    text = (user_templates_dir() / "house-memo.md").read_text("utf-8")
    assert 'style: ministry\nstyles:\n  quote: "Ministry Quote"\n' in text
    assert (user_data_dir() / "docx" / "ministry.docx").is_file()


def test_role_without_a_style_is_a_fault_of_use(run: Run, house: Path) -> None:
    assert run("style", house, "--role", "quote").exit_code == 2


def test_program_s_template_stays_as_it_is(run: Run, house: Path) -> None:
    result = run("style", house, "--template", "decision-memo")
    assert "copy this one first" in str(result.exception)
