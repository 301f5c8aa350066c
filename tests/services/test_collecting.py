import os
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing.intake.article_formats import Reader
from briefing.model.article import Article, DateOrigin, Usage
from briefing.model.import_outcome import ImportOutcome, Outcome
from briefing.model.partial_date import PartialDate
from briefing.services.collecting import Collecting
from briefing.services.safekeeping import Safekeeping
from briefing.store import articles, originals
from briefing.store.library_file import Library

DATA = Path(__file__).parents[1] / "data/intake"
SEED = DATA / "seed_style/000_c11b9f58635f8ad9.txt"


@pytest.fixture
def collecting(library: Library) -> Collecting:
    return Collecting(library)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def one(collecting: Collecting, path: Path) -> ImportOutcome:
    (outcome,) = collecting.import_paths([path]).outcomes
    return outcome


def article(library: Library, citekey: str) -> Article:
    return articles.get_by_citekey(library.reader(), citekey)


def change(library: Library, citekey: str, **parts: Any) -> None:  # noqa: ANN401
    changed = replace(article(library, citekey), **parts)
    library.write("Edit", lambda connection: articles.update(connection, changed))


def test_seed_article_is_collected_with_its_original(
    collecting: Collecting, library: Library
) -> None:
    report = collecting.import_paths([SEED])
    assert report.outcomes == (ImportOutcome(str(SEED), Outcome.ADDED, "nytimes2025mexico"),)
    kept = article(library, "nytimes2025mexico")
    assert kept.published == PartialDate(2025, 9, 3)
    assert (kept.date_origin, kept.usage, kept.rank) == (DateOrigin.URL, Usage.CANDIDATE, 3)
    assert report.changes.articles == {kept.uid}
    original = originals.find(library.reader(), kept.uid)
    assert original is not None
    assert (original.name, original.data) == (SEED.name, SEED.read_bytes())


def test_same_files_again_change_nothing(collecting: Collecting, library: Library) -> None:
    first = collecting.import_paths([DATA])
    again = collecting.import_paths([DATA])
    assert first.count(Outcome.ADDED) > 40
    assert not again.changes
    assert again.count(Outcome.ADDED) == again.count(Outcome.UPDATED) == 0
    assert [one.citekey for one in again.outcomes] == [one.citekey for one in first.outcomes]
    assert all(one.reason for one in first.outcomes if one.outcome is Outcome.FAILED)
    assert articles.count(library.reader()) == first.count(Outcome.ADDED)


def test_index_is_what_it_would_be_had_each_article_been_added_by_itself(
    collecting: Collecting, library: Library, folder: Path
) -> None:
    write(folder / "a.md", "---\ntitle: A\ntags: [Region/México]\nauthors: [Ann Poe]\n---\nWords.")
    write(
        folder / "b.md",
        "---\ntitle: 東京\ntags: [region/méxico/norte]\nrating: B2\n---\n首相が語る",
    )
    collecting.import_paths([DATA, folder])
    safekeeping = Safekeeping(library)
    assert safekeeping.integrity() == ()


def test_one_import_is_one_step_of_undo(collecting: Collecting, library: Library) -> None:
    collecting.import_paths([DATA])
    library.undo()
    assert articles.count(library.reader()) == 0
    assert collecting.import_paths([SEED]).count(Outcome.ADDED) == 1


def test_changed_file_updates_its_article_and_says_so(
    collecting: Collecting, library: Library, folder: Path
) -> None:
    path = write(folder / "a.md", "---\ntitle: Old\nusage: candidate\ntags: [x]\n---\nOld words.")
    key = one(collecting, path).citekey
    change(library, key, usage=Usage.SHORTLISTED, rank=2, note="Mine", tags=("x", "mine"))
    write(path, "---\ntitle: New\nusage: candidate\ntags: [y]\n---\nNew words.")
    assert one(collecting, path) == ImportOutcome(
        str(path), Outcome.UPDATED, key, "Changed: title, text, tags. 1 passage changed."
    )
    kept = article(library, key)
    assert (kept.title, kept.body) == ("New", "New words.")
    assert (kept.usage, kept.rank, kept.note) == (Usage.SHORTLISTED, 2, "Mine")
    assert kept.tags == ("mine", "y")
    assert one(collecting, path).outcome is Outcome.UNCHANGED


def test_field_that_did_not_change_in_the_file_stays_as_the_analyst_has_it(
    collecting: Collecting, library: Library, folder: Path
) -> None:
    path = write(folder / "a.md", "---\ntitle: File's\nurl: https://a.org/2025/09/03/x\n---\nA.")
    key = one(collecting, path).citekey
    change(
        library, key, title="Analyst's", published=PartialDate(2024), date_origin=DateOrigin.GIVEN
    )
    write(path, "---\ntitle: File's\nurl: https://a.org/2025/09/03/x\n---\nB.")
    assert one(collecting, path).reason == "Changed: text. 1 passage changed."
    kept = article(library, key)
    assert (kept.title, kept.body, kept.published) == ("Analyst's", "B.", PartialDate(2024))


def test_same_address_in_another_file_is_the_same_article(
    collecting: Collecting, library: Library, folder: Path
) -> None:
    first = write(folder / "1/a.md", "---\ntitle: T\nurl: https://www.a.org/x/\n---\nFirst.")
    second = write(
        folder / "2/b.md", "---\ntitle: T\nurl: http://a.org/x?utm_source=m\n---\nSecond."
    )
    report = collecting.import_paths([folder])
    assert [one.outcome for one in report.outcomes] == [Outcome.ADDED, Outcome.UPDATED]
    assert article(library, report.outcomes[0].citekey).body == "Second."
    again = collecting.import_paths([second, first])
    assert not again.changes
    assert articles.count(library.reader()) == 1


def test_two_stories_that_their_site_gives_one_address_are_two_articles(
    collecting: Collecting, folder: Path
) -> None:
    head = "---\ntitle: {}\nurl: https://a.org/news\n---\n"
    river = " ".join(f"The council of place{n} builds bridge{n} over the river." for n in range(20))
    school = " ".join(f"Ministers of area{n} promise school{n} to its people." for n in range(20))
    write(folder / "1.md", head.format("River") + river)
    write(folder / "2.md", head.format("School") + school)
    write(folder / "3.md", head.format("School, updated") + school + " And one more.")
    report = collecting.import_paths([folder])
    added, updated = Outcome.ADDED, Outcome.UPDATED
    assert [one.outcome for one in report.outcomes] == [added, added, updated]
    assert not collecting.import_paths([folder]).changes


def test_same_name_in_two_folders_is_two_articles(
    collecting: Collecting, library: Library, folder: Path
) -> None:
    write(folder / "1/note.txt", "Tariffs\n\nOf the first folder.")
    write(folder / "2/note.txt", "Tariffs\n\nOf the second folder.")
    report = collecting.import_paths([folder])
    assert [one.citekey for one in report.outcomes] == ["tariffs", "tariffsa"]
    write(folder / "2/note.txt", "Tariffs\n\nChanged.")
    assert one(collecting, folder / "2/note.txt").citekey == "tariffsa"
    assert article(library, "tariffs").body.endswith("Of the first folder.")


def test_same_bytes_under_another_name_are_known(collecting: Collecting, folder: Path) -> None:
    first = write(folder / "a.txt", "Tariffs\n\nWords.")
    copy = write(folder / "copy of a.txt", "Tariffs\n\nWords.")
    report = collecting.import_paths([first, copy])
    assert [one.outcome for one in report.outcomes] == [Outcome.ADDED, Outcome.UNCHANGED]
    assert report.outcomes[1].citekey == "tariffs"
    assert report.outcomes[1].reason == "It is in the library already, from a.txt."


def test_file_used_again_for_another_article_is_a_new_one(
    collecting: Collecting, library: Library, folder: Path
) -> None:
    path = write(folder / "clip.md", "---\ntitle: Tariffs\nurl: https://a.org/1\n---\nOne.")
    collecting.import_paths([path])
    write(path, "---\ntitle: Migration\nurl: https://a.org/2\n---\nTwo.")
    assert one(collecting, path).outcome is Outcome.ADDED
    write(path, "---\ntitle: Migration\nurl: https://a.org/2-corrected\n---\nTwo.")
    outcome = one(collecting, path)
    assert (outcome.outcome, outcome.reason) == (Outcome.UPDATED, "Changed: url.")
    assert articles.count(library.reader()) == 2


def test_front_page_of_a_site_is_no_identity(collecting: Collecting, folder: Path) -> None:
    write(folder / "a.md", "---\ntitle: One\nurl: https://a.org/\n---\nOne.")
    write(folder / "b.md", "---\ntitle: Two\nurl: https://a.org\n---\nTwo.")
    assert collecting.import_paths([folder]).count(Outcome.ADDED) == 2


def test_other_line_ends_are_no_change(collecting: Collecting, folder: Path) -> None:
    path = folder / "a.txt"
    path.write_bytes(b"Title\n\nwords\n")
    collecting.import_paths([path])
    path.write_bytes(b"Title\r\n\r\nwords\r\n")
    assert one(collecting, path).outcome is Outcome.UNCHANGED


def test_removed_article_can_be_collected_again(collecting: Collecting, library: Library) -> None:
    collecting.import_paths([SEED])
    uid = article(library, "nytimes2025mexico").uid
    library.write("Remove", lambda connection: articles.remove(connection, (uid,)))
    assert one(collecting, SEED).outcome is Outcome.ADDED


def test_every_file_ends_as_a_record_or_one_reason(collecting: Collecting, folder: Path) -> None:
    write(folder / "a.md", "# Tariffs")
    write(folder / "b.xyz", "%PDF")
    write(folder / "c.txt", "")
    report = collecting.import_paths([folder, folder / "nowhere.md"])
    assert [(one.outcome, bool(one.citekey)) for one in report.outcomes] == [
        (Outcome.ADDED, True),
        (Outcome.FAILED, False),
        (Outcome.FAILED, False),
        (Outcome.FAILED, False),
    ]


def test_library_in_the_folder_is_passed_over(collecting: Collecting, library: Library) -> None:
    report = collecting.import_paths([library.path.parent])
    assert report.outcomes == ()


def test_cancelling_keeps_whole_articles(
    collecting: Collecting, library: Library, folder: Path
) -> None:
    for number in range(30):
        write(folder / f"{number:02}.txt", f"Number {number}")
    told: list[tuple[int, int]] = []
    report = collecting.import_paths(
        [folder], lambda done, total: told.append((done, total)), lambda: bool(told)
    )
    assert report.cancelled
    assert told == [(20, 30)]
    assert articles.count(library.reader()) == report.count(Outcome.ADDED) == 20
    rest = collecting.import_paths([folder])
    assert (rest.count(Outcome.UNCHANGED), rest.count(Outcome.ADDED)) == (20, 10)


def test_tags_that_nobody_could_keep_stay_fields(
    collecting: Collecting, library: Library, folder: Path
) -> None:
    path = write(folder / "a.md", f"---\ntitle: T\ntags: {'x' * 300}\nkeywords: ' / '\n---\n")
    kept = article(library, one(collecting, path).citekey)
    assert kept.tags == ()
    assert dict(kept.fields) == {"tags": "x" * 300, "keywords": " / "}


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text are Linux's own")
def test_names_that_are_no_text_do_not_make_two_files_one(
    collecting: Collecting, folder: Path
) -> None:
    for byte in (b"\xfe", b"\xff"):
        path = folder / os.fsdecode(byte + b".md")
        path.write_text(f"# Title {byte[0]}\n\nText of {byte[0]}", encoding="utf-8")
    report = collecting.import_paths([folder])
    assert [one.outcome for one in report.outcomes] == [Outcome.ADDED, Outcome.ADDED]
    again = collecting.import_paths([folder])
    assert [one.outcome for one in again.outcomes] == [Outcome.UNCHANGED, Outcome.UNCHANGED]


def test_columns_of_a_table_mean_what_was_said_also_the_next_time(
    collecting: Collecting, library: Library, folder: Path
) -> None:
    path = write(folder / "press.csv", "Kop,Lead,Tekst\nTalks,Fail,Words.\n")
    preview = collecting.table_columns(path)
    assert (preview.columns, preview.is_remembered) == (("Kop", "Lead", "Tekst"), False)
    mapping = {"Kop": "title", "Tekst": "body"}
    collecting.import_paths([path], mapping=mapping)
    assert articles.count(library.reader()) == 1
    kept = next(articles.every(library.reader()))
    assert (kept.title, kept.body) == ("Talks", "Words.")
    assert collecting.table_columns(path).is_remembered
    write(folder / "more.csv", "Kop,Lead,Tekst\nMore talks,Fail,Other words.\n")
    report = collecting.import_paths([folder])
    assert [one.outcome for one in report.outcomes] == [Outcome.ADDED, Outcome.UNCHANGED]
    assert report.outcomes[0].path.startswith(f"{folder / 'more.csv'} › ")


def test_file_that_is_as_it_was_is_not_read_again(
    collecting: Collecting, library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(folder / "a.md", "# Tariffs")
    collecting.import_paths([path])
    monkeypatch.setattr(Reader, "read", None)
    outcome = one(collecting, path)
    assert (outcome.outcome, outcome.citekey) == (Outcome.UNCHANGED, "tariffs")
    library.undo()
    monkeypatch.undo()
    assert one(collecting, path).outcome is Outcome.ADDED


def test_page_in_a_zip_file_is_known_by_its_address_like_any_page(
    collecting: Collecting, library: Library, folder: Path
) -> None:
    path = write(folder / "a.md", "---\ntitle: T\nurl: https://a.org/x\n---\nFirst.")
    collecting.import_paths([path])
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        archive.writestr("a.md", "---\ntitle: T\nurl: https://a.org/x\n---\nSecond.")
    outcome = one(collecting, folder / "b.zip")
    assert (outcome.outcome, outcome.path) == (Outcome.UPDATED, f"{folder / 'b.zip'} › a.md")
    assert articles.count(library.reader()) == 1


def test_single_file_of_many_articles_tells_how_many_there_are_so_far(
    collecting: Collecting, folder: Path
) -> None:
    path = write(folder / "t.csv", "title\n" + "".join(f"Title {at}\n" for at in range(50)))
    told: list[tuple[int, int]] = []
    collecting.import_paths([path], lambda done, total: told.append((done, total)))
    assert told == [(20, 0), (40, 0), (1, 1)]


def test_endings_of_files_are_told_once_each(collecting: Collecting) -> None:
    suffixes = collecting.suffixes()
    assert {".md", ".pdf", ".html", ".zip", ".csv", ".ris"} <= set(suffixes)
    assert len(set(suffixes)) == len(suffixes)
