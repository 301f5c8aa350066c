import json
import subprocess
from pathlib import Path

import pytest
import yaml

from briefing.export.markdown_file import write_markdown
from tests.export.golden import assert_golden
from tests.export.publications import PUBLISHERS, make_publication


def test_memo_is_written_as_it_was_found_right() -> None:
    assert_golden("memo.md", write_markdown(make_publication(), "memo", PUBLISHERS).text)


def test_front_matter_and_body_come_back() -> None:
    file = write_markdown(make_publication(), "memo", PUBLISHERS)
    _, head, body = file.text.split("---\n", 2)
    fields = yaml.safe_load(head)
    assert fields.pop("bibliography") == "memo.references.json"
    assert tuple(fields.items()) == make_publication().front_matter
    assert body == "\n" + make_publication().markdown


def test_memo_without_citations_has_no_references() -> None:
    file = write_markdown(make_publication("Text."), "memo", PUBLISHERS)
    assert not file.references
    assert "bibliography" not in file.text


def test_memo_without_front_matter_is_its_body() -> None:
    assert (
        write_markdown(make_publication("Text", front_matter=()), "m", PUBLISHERS).text == "Text\n"
    )


@pytest.mark.pandoc
def test_pandoc_reads_it_with_its_references(tmp_path: Path) -> None:
    file = write_markdown(make_publication(), "a memo", PUBLISHERS)
    (tmp_path / "a memo.md").write_text(file.text, encoding="utf-8")
    (tmp_path / "a memo.references.json").write_text(file.references, encoding="utf-8")
    command = ["pandoc", "a memo.md", "--citeproc", "--fail-if-warnings", "-t", "json"]
    result = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert not result.stderr
    document = json.loads(result.stdout)
    kinds = [block["t"] for block in document["blocks"]]
    assert {
        "Header",
        "Para",
        "BulletList",
        "OrderedList",
        "Table",
        "BlockQuote",
        "CodeBlock",
    } <= set(kinds)
    assert "Cite" in result.stdout.decode()
    assert "Sovereignty" in json.dumps(document["blocks"][-1])  # the list of references
    assert set(document["meta"]) >= {"to", "from", "date", "subject", "marking", "bibliography"}
