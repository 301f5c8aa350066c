from dataclasses import replace
from pathlib import Path

import pytest

from briefing.intake.article_file import ArticleFile
from briefing.intake.draft_article import DraftArticle
from briefing.model.article import Article, Original
from briefing.model.ids import new_uid
from briefing.model.import_outcome import Outcome
from briefing.services.collecting import Collecting
from briefing.services.import_identity import Acquaintance, Known
from briefing.services.import_preparing import Prepared, file_place, prepare_file, prepare_part
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


def places(tmp_path: Path, file: ArticleFile) -> tuple[str, str]:
    content = prepare_part(file_place(tmp_path / "a"), file).content
    assert content is not None
    return content.file_place, content.whole_place


def test_place_of_a_part_begins_with_that_of_what_it_is_in(tmp_path: Path) -> None:
    original = Original("a", "text/plain", b"", "0" * 64)
    draft = DraftArticle("T", "Words.")
    whole = file_place(tmp_path / "a")

    def file(part: str, inside: str | None) -> ArticleFile:
        return ArticleFile("a", draft, original, part=part, inside=inside)

    assert places(tmp_path, file("", None)) == (whole, "")
    mail, of_mail = places(tmp_path, file("", ""))
    record, of_file = places(tmp_path, file("Smith", ""))
    page, of_zip = places(tmp_path, file("page.html", None))
    inner, of_member = places(tmp_path, file("refs.ris › Smith", "refs.ris"))
    assert of_mail == of_file == whole
    assert of_zip == ""
    assert of_member.startswith(f"{whole}:")
    assert inner.startswith(f"{of_member}:")
    assert len({whole, mail, record, page, inner}) == 5
    assert all(place.startswith(f"{whole}:") for place in (mail, record, page))


def test_parts_of_one_file_are_two_articles_whatever_address_they_give(
    tmp_path: Path, library: Library
) -> None:
    path = tmp_path / "refs.ris"
    record = "TY  - JOUR\nID  - {0}\nTI  - Title {0}\nUR  - https://a.org/issue\nER  - \n"
    path.write_text(record.format("one") + record.format("two"), encoding="utf-8")
    collecting = Collecting(library)
    first = collecting.import_paths([path])
    assert [one.outcome for one in first.outcomes] == [Outcome.ADDED, Outcome.ADDED]
    path.write_text(record.format("one") + record.format("two") + record.format("three"))
    again = collecting.import_paths([path])
    assert [one.outcome for one in again.outcomes] == [
        *(Outcome.UNCHANGED, Outcome.UNCHANGED),
        Outcome.ADDED,
    ]


def test_copy_of_a_record_stays_known_when_its_article_has_other_bytes(
    tmp_path: Path, library: Library
) -> None:
    record = "TY  - JOUR\nID  - one\nTI  - Title\nUR  - https://a.org/x\nVL  - {}\nER  - \n"
    for name, volume in (("1.ris", 4), ("2.ris", 4), ("3.ris", 5)):
        (tmp_path / name).write_text(record.format(volume), encoding="utf-8")
    collecting = Collecting(library)
    first = collecting.import_paths([tmp_path])
    added, same, updated = Outcome.ADDED, Outcome.UNCHANGED, Outcome.UPDATED
    assert [one.outcome for one in first.outcomes] == [added, same, updated]
    again = collecting.import_paths([tmp_path])
    assert [one.outcome for one in again.outcomes] == [same, same, same]
    assert not again.changes


def test_import_of_a_copy_is_nothing_to_undo(tmp_path: Path, library: Library) -> None:
    record = "TY  - JOUR\nID  - one\nTI  - Title\nER  - \n"
    for name in ("1.ris", "2.ris"):
        (tmp_path / name).write_text(record, encoding="utf-8")
    collecting = Collecting(library)
    collecting.import_paths([tmp_path / "1.ris"])
    collecting.paste("Pasted\n\nWords.")
    assert not collecting.import_paths([tmp_path / "2.ris"]).changes
    assert library.undo_label == "Paste an article"
