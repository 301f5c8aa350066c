"""What is installed is what was chosen: pinned, hashed, the same in every file that names it."""

import re
import tomllib

import pytest

from tests.architecture.source_files import ROOT, sources

REQUIREMENT = re.compile(r"^([a-z0-9.-]+)==(\S+)(?: ; (.+?))?(?: \\)?$", re.MULTILINE)
IMPORT_NAMES = {
    "pyside6-essentials": "PySide6",
    "python-docx": "docx",
    "pyyaml": "yaml",
    "chunspell": "hunspell",
    "markdown-it-py": "markdown_it",
    "python-oxmsg": "oxmsg",
}
# trafilatura asks for it by an extra that lxml no longer has.
NEEDED_BY_OTHERS = {"lxml-html-clean"}
FILES = ("requirements.txt", "requirements-dev.txt")


def _pins(name: str) -> list[tuple[str, str, str]]:
    return REQUIREMENT.findall((ROOT / name).read_text(encoding="utf-8"))


def _dependencies() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return project["project"]["dependencies"]


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=;~! ]", name)[0].lower() for name in requirements}


@pytest.mark.parametrize("name", FILES)
def test_every_pin_has_hashes_and_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.split(r"(?m)^(?=\S)", text)[1:]
    assert len(blocks) == len(_pins(name))
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    product = _names(project["project"]["dependencies"])
    tools = _names(project["dependency-groups"]["dev"])
    assert product <= {name for name, _, _ in _pins("requirements.txt")}
    assert product | tools <= {name for name, _, _ in _pins("requirements-dev.txt")}


def test_tools_are_pinned_beside_the_very_product() -> None:
    assert set(_pins("requirements.txt")) <= set(_pins("requirements-dev.txt"))


def test_the_binding_that_aborts_is_kept_out() -> None:
    old = [
        version
        for name, version, marker in _pins("requirements.txt")
        if name == "pyside6-essentials" and "< '3.12'" in marker
    ]
    assert [tuple(map(int, version.split(".")[:2])) < (6, 12) for version in old] == [True]


def test_every_dependency_has_a_row_for_contributors() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").lower()
    missing = [name for name in _names(_dependencies()) if name not in table]
    assert not missing


def test_every_dependency_is_used() -> None:
    imported = {module.split(".")[0] for source in sources() for _, module in source.imports()}
    named = {text for source in sources() for _, text in source.strings()}  # for import_module
    names = _names(_dependencies()) - NEEDED_BY_OTHERS
    modules = {IMPORT_NAMES.get(name, name.replace("-", "_")) for name in names}
    assert modules <= imported | named
