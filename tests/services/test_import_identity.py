from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.article import Article
from briefing.model.ids import new_uid
from briefing.services.collecting import Collecting
from briefing.services.import_identity import Acquaintance, Known
from briefing.services.import_preparing import Prepared, prepare_file
from briefing.store import articles
from briefing.store.library_file import Library

PAGE = "---\ntitle: {title}\nurl: {url}\n---\n{body}"


def prepared(path: Path, text: str) -> Prepared:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    (one,) = prepare_file(path)
    content = one.content
    assert content is not None
    return content


@pytest.fixture
def known_file(tmp_path: Path, library: Library) -> Path:
    path = tmp_path / "in" / "a.md"
    prepared(path, PAGE.format(title="Talks", url="https://a.org/talks", body="Words."))
    Collecting(library).import_paths([path])
    return path


def the_article(library: Library) -> Article:
    (article,) = articles.every(library.reader())
    return article


def known(library: Library, file: Prepared) -> Known | None:
    return Acquaintance(library.reader(), [file]).known(file)


def test_file_at_its_place_is_the_same(library: Library, known_file: Path) -> None:
    article = the_article(library)
    again = prepared(known_file, known_file.read_text(encoding="utf-8"))
    assert known(library, again) == Known(article.uid, article.citekey, is_same=True, by_place=True)


def test_same_bytes_elsewhere_are_a_copy(library: Library, known_file: Path) -> None:
    copy = prepared(known_file.with_name("b.md"), known_file.read_text(encoding="utf-8"))
    found = known(library, copy)
    assert found is not None
    assert (found.is_same, found.told) == (True, "It is in the library already, from a.md.")


@pytest.mark.parametrize(
    ("name", "title", "url", "body", "is_about_it"),
    [
        ("b.md", "Other", "http://www.a.org/talks/", "Other.", True),
        ("a.md", "Talks", "https://a.org/moved", "Other.", True),
        ("a.md", "Other", "https://a.org/moved", "Words.", True),
        ("a.md", "Other", "https://a.org/moved", "Other.", False),
        ("b.md", "Talks", "https://a.org/moved", "Words.", False),
    ],
)
def test_address_and_place_lead_to_an_article(
    library: Library,
    known_file: Path,
    name: str,
    title: str,
    url: str,
    body: str,
    *,
    is_about_it: bool,
) -> None:
    text = PAGE.format(title=title, url=url, body=body)
    found = known(library, prepared(known_file.with_name(name), text))
    assert (found is not None) == is_about_it
    assert found is None or not found.is_same


def test_address_that_the_analyst_gave_is_known_too(library: Library, known_file: Path) -> None:
    article = the_article(library)
    moved = replace(article, url="https://b.org/given")
    library.write("Edit", lambda connection: articles.update(connection, moved))
    text = PAGE.format(title="Other", url="https://b.org/given", body="Other.")
    found = known(library, prepared(known_file.with_name("b.md"), text))
    assert found == Known(article.uid, article.citekey, is_same=False)


def test_file_that_changes_while_it_is_imported_is_compared_with_what_waits(
    tmp_path: Path, library: Library
) -> None:
    first = prepared(tmp_path / "a.md", PAGE.format(title="One", url="https://a.org/1", body="1"))
    second = prepared(tmp_path / "a.md", PAGE.format(title="Two", url="https://a.org/2", body="2"))
    third = prepared(tmp_path / "a.md", PAGE.format(title="One", url="https://a.org/3", body="3"))
    acquaintance = Acquaintance(library.reader(), [first, second, third])
    waiting = new_uid()
    acquaintance.meet(first, waiting, "one")
    assert acquaintance.known(second) is None
    assert acquaintance.known(third) == Known(waiting, "one", is_same=False, by_place=True)
