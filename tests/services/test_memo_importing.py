"""Markdown that an export wrote comes back as the memo that it was."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.model.article import Article
from briefing.model.export_options import AS_TEMPLATE, ExportOptions
from briefing.model.memo import Memo
from briefing.services.desk import Desk
from briefing.store.library_file import Library
from tests.export.pictures import dot
from tests.services.cited_memos import QUOTE, capture

FIELDS = (("to", "The Secretary"), ("through", ""), ("date", "2025-09-05"), ("subject", "Talks"))
PIECES = (
    "## Point\n\nMexico *sent* 59 [@fact:KEY].",
    "Both agreed [see @fact:KEY, p. 3; @nytimes2025mexico]. And @fact:KEY says so.",
    "A note.[^n]\n\n[^n]: As [@fact:KEY] has it.",
    '::: {.facts query="status:current" sort="date" limit="2"}\n:::',
    "::: {.timeline}\n:::",
    "::: {.source-summary}\n:::",
    "## Sources\n\n::: {.sources}\n:::",
    '::: {.sources query="tag:region/mexico" by="kind"}\n:::',
    '::: {.sources query="mexico" cited="no" limit="3"}\n:::',
    "> Quoted [@fact:KEY].\n>\n> ::: {.facts}\n> :::",
    "- Item [@fact:KEY]\n\n    ::: {.timeline}\n    :::\n- Other",
    "| A | B |\n|---|--:|\n| x [@fact:KEY] | 2 |",
    "::: {.options}\n| Evidence | One | B |\n|---|---|---|\n| It rains [@fact:KEY] | C | I |\n:::",
    "`[@fact:KEY]` and\n\n```\n::: {.facts}\n[@fact:KEY]\n:::\n```",
    "![A dot](picture:dot)",
    'Wide ![](picture:dot?width=60 "A title") dot, ![web](https://a.org/b.png).',
    "Unknown [@nobody2020; @fact:zzz9].",
    "Broken over [see @fact:KEY,\np. 4] a line.",
    "::: {.landscape}\nText “with” signs & <b>html</b>.\n:::",
    "Right to left: שלום, and \\@no citation.",
)


@pytest.fixture
def desk(library: Library, article: Article) -> Desk:
    del article
    picture = dot()
    desk = Desk(library)
    desk.pictures.add("dot.png", picture.media_type, (2, 2), picture.data)
    return desk


@pytest.fixture
def key(library: Library, article: Article) -> str:
    return capture(library, article, QUOTE, statement="The | “first” *fact*").key


def make_memo(desk: Desk, body: str, template: str = "situation-report") -> Memo:
    return desk.drafting.add_memo(template, FIELDS, body)[0]


def travelled(desk: Desk, memo: Memo, folder: Path, options: ExportOptions = AS_TEMPLATE) -> Memo:
    """Return a memo as it comes back from its own export."""
    file = folder / "my memo (1).md"
    desk.publishing.export(memo.uid, file, options)
    return desk.memo_importing.import_file(file).memo


@pytest.mark.parametrize("options", [AS_TEMPLATE, ExportOptions(annex=True)])
def test_every_piece_comes_back(
    desk: Desk, key: str, tmp_path: Path, options: ExportOptions
) -> None:
    for piece in PIECES:
        memo = make_memo(desk, piece.replace("KEY", key) + "\n")
        again = travelled(desk, memo, tmp_path, options)
        assert again.body == memo.body
        assert (again.fields, again.template) == (memo.fields, memo.template)
        assert again.uid != memo.uid


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=8, unique=True))
def test_any_memo_comes_back(desk: Desk, key: str, pieces: list[str]) -> None:
    memo = make_memo(desk, "\n\n".join(pieces).replace("KEY", key) + "\n")
    with TemporaryDirectory() as folder:
        assert travelled(desk, memo, Path(folder)).body == memo.body


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    values=st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), max_size=4),
    words=st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60),
)
def test_any_words_come_back(desk: Desk, values: list[str], words: str) -> None:
    fields = tuple((f"field{number}", value.strip()) for number, value in enumerate(values))
    fields = (("subject", "Talks"), *fields)
    body = f"Begin {words.strip()} [@nytimes2025mexico] end.\n"
    memo = desk.drafting.add_memo("situation-report", fields, body)[0]
    with TemporaryDirectory() as folder:
        again = travelled(desk, memo, Path(folder))
    assert (again.fields, again.body) == (memo.fields, memo.body)


def test_other_library_gets_the_sources_and_pictures(desk: Desk, key: str, tmp_path: Path) -> None:
    memo = make_memo(desk, f"Sent [@fact:{key}].\n\n![A dot](picture:dot?width=60)\n")
    desk.publishing.export(memo.uid, tmp_path / "memo.md")
    with Library.create(tmp_path / "other.briefing") as other:
        there = Desk(other)
        imported = there.memo_importing.import_file(tmp_path / "memo.md")
        assert imported.memo.body == (
            "Sent [@nytimes2025mexico].\n\n![A dot](picture:dot?width=60)\n"
        )
        assert (imported.sources, imported.warnings) == (1, ())
        assert there.pictures.find(("dot",))[0].data == dot().data
        assert there.trace.sentences(imported.memo)[0].sources[0].citekey == "nytimes2025mexico"


def test_a_file_may_name_its_template_by_hand(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "written.md"
    file.write_text("---\ntemplate: talking-points\nsubject: Talks\n---\nText.\n")
    imported = desk.memo_importing.import_file(file)
    assert imported.memo.template == "talking-points"
    assert imported.memo.fields == (("subject", "Talks"),)
    assert imported.warnings == ()


def test_template_that_is_not_here_is_told(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "written.md"
    file.write_text("---\ntemplate: white-paper\nsubject: Talks\n---\nText.\n")
    imported = desk.memo_importing.import_file(file)
    assert imported.memo.template == desk.drafting.templates()[0].name
    assert imported.memo.field("template") == "white-paper"  # nothing of the file is lost
    assert len(imported.warnings) == 1
    assert "white-paper" in imported.warnings[0]
    told = desk.memo_importing.import_file(file, template="talking-points")
    assert (told.memo.template, told.warnings) == ("talking-points", ())


def test_field_called_template_comes_back_beside_the_real_one(desk: Desk, tmp_path: Path) -> None:
    fields = (("template", "decision-memo"), ("subject", "Talks"))
    memo, _ = desk.drafting.add_memo("talking-points", fields, "Text.\n")
    again = travelled(desk, memo, tmp_path)
    assert (again.template, again.fields) == (memo.template, memo.fields)


def test_text_goes_into_a_memo_that_is_there(desk: Desk, tmp_path: Path) -> None:
    memo = make_memo(desk, "Before.\n")
    (tmp_path / "other.md").write_text("After.\n", encoding="utf-8")
    imported = desk.memo_importing.import_file(tmp_path / "other.md", into=memo.uid)
    assert (imported.memo.uid, imported.memo.body) == (memo.uid, "After.\n")
    assert imported.memo.fields == memo.fields
    assert desk.drafting.versions(memo.uid)[0].body == "Before.\n"


def test_new_memo_is_one_step_of_undo(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nsubject: A\n---\nText [@nobody2020].\n", encoding="utf-8")
    imported = desk.memo_importing.import_file(tmp_path / "a.md", template="one-page-brief")
    assert imported.memo.template == "one-page-brief"
    assert imported.warnings == ("The library has no source “nobody2020”.",)
    desk.library.undo()
    assert not desk.drafting.memos()


@pytest.mark.parametrize("data", [b"", b"  \n", b"PK\x03\x04\0\0\0"])
def test_what_is_no_text_is_told(desk: Desk, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.md").write_bytes(data)
    with pytest.raises(InputError):
        desk.memo_importing.import_file(tmp_path / "a.md")


def test_names_lead_to_no_other_folder(desk: Desk, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.png").write_bytes(dot().data)
    text = "---\nbibliography: ../x.references.json\n---\n![a](../secret.png)\n"
    (inner / "a.md").write_text(text, encoding="utf-8")
    imported = desk.memo_importing.import_file(inner / "a.md")
    assert imported.memo.body == "![a](../secret.png)\n"
