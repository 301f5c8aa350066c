"""The memo templates that ship are well-formed: typed fields, guided sections, fitting limits."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.checks.rule_book import RULES
from briefing.intake.template_file import read_template

TEMPLATES = Path(__file__).parents[2] / "resources" / "templates"
NAMES = [
    "decision-memo",
    "information-memo",
    "ministerial-submission",
    "one-page-brief",
    "situation-report",
    "talking-points",
]
FIELD_TYPES = {"text", "person", "date", "choice", "marking"}
CHECKS = {rule.name for rule in RULES}
HEADING = re.compile(r"## (?P<title>[^{]+?) \{(?P<attributes>[^}]*)\}")
GUIDANCE = re.compile(r"^::: \{\.guidance\}\n(?P<text>.+?)\n:::$", re.MULTILINE | re.DOTALL)


def parts(name: str) -> tuple[dict[str, Any], str]:
    text = (TEMPLATES / f"{name}.md").read_text(encoding="utf-8")
    _, head, body = text.split("---\n", 2)
    return yaml.safe_load(head), body


def sections(body: str) -> list[tuple[str, str, str]]:
    """Return (title, attributes, text) of each section of level two."""
    pieces = re.split(r"^(?=## )", body, flags=re.MULTILINE)[1:]
    found: list[tuple[str, str, str]] = []
    for piece in pieces:
        line, _, text = piece.partition("\n")
        heading = HEADING.fullmatch(line)
        assert heading, f"a heading without attributes: {line}"
        found.append((heading["title"], heading["attributes"], text))
    return found


def test_templates_are_the_six_that_ship() -> None:
    assert sorted(p.stem for p in TEMPLATES.glob("*.md") if p.stem != "README") == NAMES


def test_program_reads_every_template_as_it_is_written() -> None:
    for name in NAMES:
        template = read_template(TEMPLATES / f"{name}.md")
        assert template.name == name
        head, body = parts(template.name)
        written = [title for title, _, _ in sections(body)]
        assert [section.title for section in template.sections] == written
        assert all(section.guidance for section in template.sections)
        assert [field.name for field in template.fields] == [f["name"] for f in head["fields"]]
        assert (template.pages, template.words) == (head["pages"], head["words"])


@pytest.mark.parametrize("name", NAMES)
def test_front_matter_is_typed(name: str) -> None:
    head, _ = parts(name)
    assert head["name"] == name
    assert head["title"]
    assert head["description"]
    assert len(head["follows"]) > 40
    assert head["notes"] in {"footnotes", "endnotes"}
    assert head["style"] == "memo"
    assert set(head["checks"]) <= CHECKS
    for key in ("version", "pages", "words"):
        assert isinstance(head[key], int)
        assert head[key] > 0


@pytest.mark.parametrize("name", NAMES)
def test_fields_are_typed(name: str) -> None:
    head, _ = parts(name)
    names = [field["name"] for field in head["fields"]]
    assert len(set(names)) == len(names)
    assert {"from", "date", "subject", "marking"} <= set(names)
    for field in head["fields"]:
        assert field["type"] in FIELD_TYPES
        assert field["label"]
        assert re.fullmatch(r"[a-z][a-z-]*", field["name"])
        assert isinstance(field.get("required", False), bool)
        if field["type"] == "choice":
            assert field["default"] in field["choices"]
        # A date without a default is the day on which the memo is made; only one may be that.
        assert (field["type"] == "date") == (field["name"] == "date")


@pytest.mark.parametrize("name", NAMES)
def test_every_section_has_guidance_and_a_kind(name: str) -> None:
    _, body = parts(name)
    titles = [title for title, _, _ in sections(body)]
    assert len(titles) >= 5
    assert len(set(titles)) == len(titles)
    for title, attributes, text in sections(body):
        kinds = re.findall(r"\.(\w+)", attributes)
        assert kinds in (["required"], ["optional"]), title
        guidance = GUIDANCE.findall(text)
        assert len(guidance) == 1, title
        sentences = re.findall(r"[.!?](?:\s|$)", guidance[0].replace("…", ""))
        assert 1 <= len(sentences) <= 5, title
        assert 15 <= len(guidance[0].split()) <= 90, title


@pytest.mark.parametrize("name", NAMES)
def test_limits_are_whole_numbers_that_fit_the_whole(name: str) -> None:
    head, body = parts(name)
    limits = [
        int(limit)
        for _, attributes, _ in sections(body)
        if ".required" in attributes
        for limit in re.findall(r"words=(\d+)\b", attributes)
    ]
    assert limits
    assert sum(limits) <= head["words"]
    for _, attributes, _ in sections(body):
        leftover = re.sub(r"\.(required|optional)|words=\d+", "", attributes)
        assert not leftover.strip()


@pytest.mark.parametrize("name", NAMES)
def test_divs_are_closed(name: str) -> None:
    _, body = parts(name)
    depth = 0
    for line in body.splitlines():
        if line.startswith(":::"):
            depth += 1 if line != ":::" else -1
            assert depth in {0, 1}
    assert depth == 0


def test_decision_memo_has_the_parts_and_limits_of_its_kind() -> None:
    _, body = parts("decision-memo")
    assert [(title, attributes) for title, attributes, _ in sections(body)] == [
        ("Bottom line", ".required words=80"),
        ("Background", ".required words=200"),
        ("Key facts", ".required"),
        ("Options", ".required words=300"),
        ("Recommendation", ".required words=120"),
        ("Next steps", ".optional"),
    ]


@pytest.mark.parametrize("name", ["decision-memo", "ministerial-submission"])
def test_a_decision_has_its_line(name: str) -> None:
    _, body = parts(name)
    text = next(text for title, _, text in sections(body) if title == "Recommendation")
    assert re.search(r"^(Approve|Agreed) ____ +(Disapprove|Not agreed) ____", text, re.MULTILINE)
