"""Styles of citation in a library's memos: chosen by option, memo or template, and told."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import ExportError
from briefing.model.article import Article
from briefing.model.export_options import ExportOptions
from briefing.model.memo import Memo
from briefing.paths import resources_dir, user_data_dir
from briefing.services.publishing import Publishing
from briefing.store.library_file import Library
from tests.services.cited_memos import make_memo

BODY = "The two agreed on Wednesday. [@{}, p. 3]\n\n::: {{.sources}}\n:::\n"


@pytest.fixture
def memo(library: Library, article: Article) -> Memo:
    return make_memo(library, BODY.format(article.citekey))


def with_field(memo: Memo, name: str, value: str) -> Memo:
    return replace(memo, fields=(*memo.fields, (name, value)))


def test_a_memo_without_a_style_has_the_houses_notes(publishing: Publishing, memo: Memo) -> None:
    publication = publishing.publication(memo)
    assert publication.csl is None
    assert len(publication.notes) == 1


def test_a_memo_names_its_style_and_an_option_goes_before_it(
    publishing: Publishing, memo: Memo
) -> None:
    apa = publishing.publication(with_field(memo, "csl", "apa"))
    assert not apa.notes
    assert apa.csl is not None
    assert apa.csl.name == "apa"
    oscola = publishing.publication(with_field(memo, "csl", "apa"), "oscola")
    assert len(oscola.notes) == 1


def test_sources_named_in_the_text_want_a_list(publishing: Publishing, memo: Memo) -> None:
    bare = replace(memo, body=memo.body.partition(":::")[0])
    for one, style, is_told in (
        (bare, "apa", True),
        (memo, "apa", False),
        (bare, "oscola", False),
        (replace(memo, body="No source."), "apa", False),
    ):
        warnings = publishing.publication(one, style).warnings
        assert any("no list of them" in warning for warning in warnings) == is_told


def test_a_template_names_a_style_for_its_memos(library: Library, memo: Memo) -> None:
    folder = user_data_dir() / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    text = "---\ntitle: Note\ncsl: apa\nratings: yes\n---\n\n## Text\n"
    (folder / "note.md").write_text(text, encoding="utf-8")
    noted = Publishing(library).publication(replace(memo, template="note"))
    assert noted.csl is not None
    assert not noted.notes


def test_a_style_that_is_not_there_is_told(publishing: Publishing, memo: Memo) -> None:
    told = publishing.publication(with_field(memo, "csl", "vogon"))
    assert any("no citation style “vogon”" in warning for warning in told.warnings)
    assert len(told.notes) == 1
    with pytest.raises(ExportError, match="no citation style “vogon”"):
        publishing.publication(memo, "vogon")


def test_markdown_has_its_style_beside_it(
    publishing: Publishing, memo: Memo, tmp_path: Path
) -> None:
    publishing.export(memo.uid, tmp_path / "m.md", ExportOptions(csl="chicago-notes"))
    assert 'csl: "chicago-notes"' in (tmp_path / "m.md").read_text(encoding="utf-8")
    assert (tmp_path / "chicago-notes.csl").read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize("ending", [".docx", ".html", ".pdf"])
def test_every_kind_of_file_is_cited_in_the_style(
    publishing: Publishing, memo: Memo, tmp_path: Path, ending: str
) -> None:
    for number in (1, 2):
        target = tmp_path / f"m{number}{ending}"
        publishing.export(memo.uid, target, ExportOptions(csl="bluebook"))
    first, second = sorted(tmp_path.glob(f"*{ending}"))
    assert first.read_bytes() == second.read_bytes()


def test_a_file_becomes_one_of_the_users_styles(publishing: Publishing, tmp_path: Path) -> None:
    file = tmp_path / "mine.csl"
    file.write_bytes((resources_dir() / "csl" / "apa.csl").read_bytes())
    added = publishing.citation_styles.add(file)
    assert added in publishing.citation_styles.every()
    (tmp_path / "bad.csl").write_text("no style", encoding="utf-8")
    with pytest.raises(ExportError, match="is no citation style"):
        publishing.citation_styles.add(tmp_path / "bad.csl")
