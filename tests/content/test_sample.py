"""The sample library is true: its quotes stand in its articles, its memo cites what exists."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.services.desk import open_desk
from briefing.services.sample import build_sample

RESOURCES = Path(__file__).parents[2] / "resources"
SAMPLE = RESOURCES / "sample"
ARTICLES = SAMPLE / "articles"
NAMES = sorted(path.name for path in ARTICLES.iterdir())
SEED = "000_c11b9f58635f8ad9.txt"
SEED_SHA256 = "9f5309937e248e2e4ab45e89dcfbde6ba02e74a26fc7bbc87b4e258ca2a75761"
SOURCES = re.compile(r"^## (Sources of this note|Fuentes de esta nota)$", re.MULTILINE)
FACTS: list[dict[str, Any]] = json.loads((SAMPLE / "facts.json").read_text(encoding="utf-8"))
KINDS = {"event", "figure", "quotation", "decision", "claim", "date"}
STATUSES = {"current", "disputed", "superseded", "retracted"}
PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?~?")


def split(path: Path) -> tuple[dict[str, Any], str]:
    """Return a file's front matter and the text below it."""
    _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.load(head, Loader=yaml.BaseLoader), body


def evidence() -> Iterator[tuple[str, str, str]]:
    for fact in FACTS:
        for piece in fact["evidence"]:
            yield fact["id"], piece["article"], piece["quote"]


def memo_citations() -> list[str]:
    _, body = split(SAMPLE / "memo.md")
    groups = re.findall(r"\[(@[^\]]+)\]", body)
    return [item.strip().removeprefix("@") for group in groups for item in group.split(";")]


@pytest.mark.parametrize("name", NAMES)
def test_article_has_front_matter_of_the_seed_format(name: str) -> None:
    head, body = split(ARTICLES / name)
    assert head["title"]
    assert head["publisher"]
    assert head["usage"] in {"candidate", "shortlisted", "used", "rejected"}
    assert 1 <= int(head["initial_rank"]) <= 9
    assert body.startswith("## ")
    if name == SEED:
        return
    assert PARTIAL_DATE.fullmatch(head["date"])
    assert head["language"] in {"en", "es"}
    assert head["reliability"] in set("ABCDEF")
    assert head["credibility"] in set("123456")
    assert head["licence"]
    assert head["tags"]
    assert all(re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)+", tag) for tag in head["tags"])


def test_seed_article_is_as_it_came() -> None:
    head, _ = split(ARTICLES / SEED)
    assert list(head) == ["url", "title", "publisher", "usage", "initial_rank"]
    assert hashlib.sha256((ARTICLES / SEED).read_bytes()).hexdigest() == SEED_SHA256


def test_licences_name_every_article() -> None:
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert [name for name in NAMES if f"| `{name}` |" not in readme] == []
    assert 15 <= len(NAMES) <= 21


def test_own_notes_are_signed_and_name_their_sources() -> None:
    for name in NAMES:
        head, body = split(ARTICLES / name)
        own = name.startswith(("note-", "nota-"))
        assert own == (head["publisher"] == "Briefing sample desk")
        assert own == bool(SOURCES.search(body))


def test_facts_are_typed() -> None:
    ids = [fact["id"] for fact in FACTS]
    assert ids == [f"f{number:02d}" for number in range(1, len(FACTS) + 1)]
    assert 12 <= len(FACTS) <= 18
    for fact in FACTS:
        assert fact["kind"] in KINDS
        assert fact["status"] in STATUSES
        assert fact["confidence"] in {"low", "moderate", "high"}
        assert PARTIAL_DATE.fullmatch(fact["as_of"])
        assert fact["statement"].endswith(".")
        assert fact["evidence"]
        assert ("value" in fact) == ("unit" in fact) == (fact["kind"] == "figure")


@pytest.mark.parametrize(("fact", "article", "quote"), list(evidence()))
def test_quote_stands_once_in_its_article(fact: str, article: str, quote: str) -> None:
    _, body = split(ARTICLES / article)
    assert body.count(quote) == 1, f"{fact}: {quote}"


@pytest.mark.parametrize("fact", [f for f in FACTS if f["kind"] == "figure"], ids=lambda f: f["id"])
def test_figure_stands_in_its_quote_or_its_statement(fact: dict[str, Any]) -> None:
    written = {"8": "eight"}.get(fact["value"], f"{int(fact['value']):,}")
    assert any(written in piece["quote"] for piece in fact["evidence"])


def test_memo_is_written_on_its_template() -> None:
    head, body = split(SAMPLE / "memo.md")
    template, skeleton = split(RESOURCES / "templates" / f"{head['template']}.md")
    fields = {field["name"] for field in template["fields"]}
    assert set(head) - {"template"} <= fields
    assert {f["name"] for f in template["fields"] if f.get("required") == "true"} <= set(head)
    titles = re.findall(r"^## (.+?)(?: \{.*\})?$", skeleton, re.MULTILINE)
    assert re.findall(r"^## (.+)$", body, re.MULTILINE) == titles


def test_memo_cites_only_what_exists() -> None:
    known = {f"file:{name}" for name in NAMES} | {f"fact:{fact['id']}" for fact in FACTS}
    cited = memo_citations()
    assert len(cited) > 15
    assert set(cited) <= known


def test_articles_behind_the_memo_are_marked_used_and_no_others() -> None:
    behind = {key.removeprefix("file:") for key in memo_citations() if key.startswith("file:")}
    for fact in FACTS:
        if f"fact:{fact['id']}" in memo_citations():
            behind |= {piece["article"] for piece in fact["evidence"]}
    triage = json.loads((SAMPLE / "triage.json").read_text(encoding="utf-8"))
    for name in NAMES:
        usage = triage.get(name, {}).get("usage") or split(ARTICLES / name)[0]["usage"]
        assert (usage == "used") == (name in behind), name


def test_memo_keeps_to_the_limits_of_its_template() -> None:
    head, body = split(SAMPLE / "memo.md")
    _, skeleton = split(RESOURCES / "templates" / f"{head['template']}.md")
    limits = dict(re.findall(r"^## (.+?) \{.*words=(\d+).*\}$", skeleton, re.MULTILINE))
    for piece in re.split(r"^## ", body, flags=re.MULTILINE)[1:]:
        title, _, text = piece.partition("\n")
        said = re.sub(r"\[@[^\]]+\]|^:::.*$|^#+|_{4}", "", text, flags=re.MULTILINE)
        assert len(said.split()) <= int(limits.get(title, 750))


def test_memo_passes_its_checks_but_for_the_disputed_figure(tmp_path: Path) -> None:
    library = tmp_path / "sample.briefing"
    build_sample(library)
    with open_desk(library) as desk:
        assert desk.searching.counts().articles == len(NAMES)
        (row,) = desk.drafting.memos()
        findings = desk.checking.check_memo(desk.drafting.memo(row.uid))
    assert [finding.rule for finding in findings] == ["changed-evidence", "single-source"]
    assert "disputed" in findings[0].reason
