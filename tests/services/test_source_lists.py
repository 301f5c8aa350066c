"""Lists of sources that hold more than what is cited, parted by kind, or none at all."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from briefing.model.article import Article
from briefing.model.block import Block, Div, Heading, Paragraph
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.model.publication import Publication
from briefing.paths import user_templates_dir
from briefing.services import source_lists
from briefing.services.desk import Desk
from briefing.services.drafting import Drafting
from briefing.services.publishing import Publishing
from briefing.store import articles
from briefing.store.library_file import Library
from briefing.text.inline_text import inline_text
from tests.services.conftest import make_article

CITED = "Both agreed [@nytimes2025mexico].\n\n"
STYLES = ("", "chicago-notes", "chicago-author-date", "apa", "oscola", "mhra", "bluebook")


def source(key: str, title: str, kind: str, **parts: object) -> Article:
    known: dict[str, object] = {
        "uid": Uid(key), "citekey": key, "title": title, "publisher": "", "url": "",
        "authors": ("Ann Smith", "Bob Jones"), "published": PartialDate(2020),
        "tags": ("topic/cartels",), "fields": (("type", kind),), "body": f"About {title}.",
    }  # fmt: skip
    return make_article(**{**known, **parts})


@pytest.fixture
def full(library: Library, article: Article) -> Library:
    """Return a library with an article that is cited and four that are not."""
    del article
    for one in (
        source("alpha", "Alpha Trade", "book"),
        source("beta", "Beta Trade", "book"),
        source("law", "Cartel Act", "legislation", authors=()),
        source("page", "Delta page", "webpage", tags=("topic/other",)),
    ):
        library.write("Add", lambda connection, one=one: articles.add(connection, one))
    return library


def published(library: Library, body: str, csl: str = "", **fields: str) -> Publication:
    drafting = Drafting(library, user_templates_dir())
    head = {"subject": "Talks", "date": "2025-09-05", **fields}
    memo, _ = drafting.new_memo("decision-memo", head)
    drafting.save(memo.uid, tuple(head.items()), body)
    return Publishing(library).publication(drafting.memo(memo.uid), csl)


def lines(blocks: tuple[Block, ...]) -> list[str]:
    """Return the headings and paragraphs of the lists, headings with as many signs as levels."""
    found: list[str] = []
    for div in blocks:
        for block in div.blocks if isinstance(div, Div) else ():
            if isinstance(block, Heading):
                found.append("#" * block.level + " " + inline_text(block.inlines))
            if isinstance(block, Paragraph):
                found.append(inline_text(block.inlines))
    return found


def listed(attributes: str) -> str:
    return f"{CITED}::: {{.sources {attributes}}}\n:::\n"


@pytest.mark.parametrize("csl", STYLES)
def test_what_a_search_finds_is_listed_beside_what_is_cited(full: Library, csl: str) -> None:
    shown = published(full, listed('query="tag:topic/cartels"'), csl)
    told = lines(shown.blocks)
    assert len(told) == 4
    for title in ("Vow to Fight Crime", "Alpha Trade", "Beta Trade", "Cartel Act"):
        assert sum(title.lower() in line.lower() for line in told) == 1
    assert [one.citekey for one in shown.sources] == ["nytimes2025mexico"]
    assert {one.citekey for one in shown.further} == {"alpha", "beta", "law"}
    assert shown.warnings == ()


@pytest.mark.parametrize("csl", STYLES)
def test_kinds_stand_under_headings_and_names_begin_anew_there(full: Library, csl: str) -> None:
    told = lines(published(full, listed('query="tag:topic/cartels" by="kind"'), csl).blocks)
    heads = [line for line in told if line.startswith("#")]
    assert heads == ["### Law and cases", "### Books and scholarly articles", "### News media"]
    assert told.index(heads[1]) == 2
    assert "Smith" in told[3]


def test_authors_named_before_give_way_in_the_list_that_is_shown(full: Library) -> None:
    told = lines(published(full, listed('query="tag:topic/cartels" cited="no"'), "oscola").blocks)
    assert "Smith A and Jones B, Alpha Trade (2020)" in told
    assert "——, Beta Trade (2020)" in told
    assert not any("Vow to Fight" in line for line in told)


def test_further_reading_stands_apart_from_what_is_cited(full: Library) -> None:
    body = (
        f"{CITED}## Sources\n\n::: {{.sources}}\n:::\n\n## Further reading\n\n"
        '::: {.sources query="tag:topic/cartels" cited="no" limit="2"}\n:::\n'
    )
    shown = published(full, body)
    told = lines(shown.blocks)
    assert "Vow to Fight Crime" in told[0]
    assert len(told) == 3
    assert shown.further == ()
    assert shown.markdown.count("Trade") + shown.markdown.count("Cartel Act") == 2


def test_headings_are_in_the_language_of_the_memo(full: Library) -> None:
    shown = published(full, listed('by="kind"'), language="es-MX")
    assert lines(shown.blocks)[0] == "### Prensa"
    heading = next(block for block in shown.blocks if isinstance(block, Heading))
    assert inline_text(heading.inlines) == "Fuentes"


@pytest.mark.parametrize(
    ("attributes", "warning"),
    [
        ('query="tag:nothing"', "No articles match “tag:nothing”, for a list of sources."),
        ('by="size"', "A list of sources can be parted by kind, not by “size”."),
        (
            'query="tag:topic/cartels" limit="few"',
            "The limit “few” of a list of sources is no number.",
        ),
    ],
)
def test_what_cannot_be_understood_is_told(full: Library, attributes: str, warning: str) -> None:
    assert published(full, listed(attributes)).warnings == (warning,)


def test_a_list_that_is_cut_short_tells_so(full: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_lists, "_MOST", 1)
    found = len(Desk(full).searching.uids("tag:topic/cartels"))
    told = f"“tag:topic/cartels” finds {found} articles; the first 1 are listed."
    for limit in ("", ' limit="2"', ' limit="1000"'):
        shown = published(full, listed(f'query="tag:topic/cartels"{limit}'))
        assert shown.warnings == (told,)
    assert published(full, listed('query="tag:topic/cartels" limit="1"')).warnings == ()


def test_a_memo_or_its_template_may_want_no_list(full: Library) -> None:
    body = f"{CITED}## Sources\n\n::: {{.sources}}\n:::\n"
    shown = published(full, body, "apa", sources="none")
    assert [type(block) for block in shown.blocks] == [Paragraph]
    assert shown.warnings == ()
    assert published(full, CITED, "apa").warnings != ()
    templates = user_templates_dir()
    templates.mkdir(parents=True, exist_ok=True)
    text = "---\ntitle: Note\ncsl: apa\nsources: none\n---\n\n## Text\n"
    (templates / "note.md").write_text(text, encoding="utf-8")
    drafting = Drafting(full, templates)
    memo, _ = drafting.add_memo("note", (("subject", "Talks"),), body + "\n## End\n\nSo.\n")
    shown = Publishing(full).publication(memo)
    assert [inline_text(b.inlines) for b in shown.blocks if isinstance(b, Heading)] == ["End"]


def test_the_list_travels_in_markdown_and_comes_back(full: Library, tmp_path: Path) -> None:
    desk = Desk(full)
    body = listed('query="tag:topic/cartels" by="kind"')
    memo, _ = desk.drafting.add_memo("decision-memo", (("subject", "Talks"),), body)
    file = tmp_path / "memo.md"
    desk.publishing.export(memo.uid, file)
    text = file.read_text(encoding="utf-8")
    assert '::: {#refs .sources query="tag:topic/cartels" by="kind"}' in text
    references = json.loads((tmp_path / "memo.references.json").read_text(encoding="utf-8"))
    assert {one["id"] for one in references} == {"nytimes2025mexico", "alpha", "beta", "law"}
    again = desk.memo_importing.import_file(file).memo
    assert (again.body, again.fields) == (memo.body, memo.fields)
    pandoc = shutil.which("pandoc")
    if pandoc:
        plain = [pandoc, "--citeproc", "-t", "plain", "memo.md"]
        told = subprocess.run(plain, cwd=tmp_path, capture_output=True, text=True, check=True)
        assert all(title in told.stdout for title in ("Alpha Trade", "Beta Trade", "Cartel Act"))
