"""Memos are made from templates, saved, versioned and found again."""

from pathlib import Path

import pytest

from briefing.errors import InputError, NotFoundError
from briefing.model.memo import Memo
from briefing.services.drafting import Drafting
from briefing.store.library_file import Library

OWN = """---
name: note
title: Own note
fields:
  - {name: to, label: To, type: person}
  - {name: date, label: Date, type: date}
  - {name: subject, label: Subject, type: text}
---

## Point {.required words=50}

::: {.guidance}
One point.
:::

Default words.

## More
"""


@pytest.fixture
def drafting(library: Library, tmp_path: Path) -> Drafting:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "note.md").write_text(OWN, encoding="utf-8")
    return Drafting(library, tmp_path / "own")


@pytest.fixture
def memo(drafting: Drafting) -> Memo:
    return drafting.new_memo("note", {"subject": "Talks in México", "to": "A. Secretary"})[0]


def test_shipped_and_own_templates_are_offered(drafting: Drafting) -> None:
    names = {template.name for template in drafting.templates()}
    assert {"decision-memo", "situation-report", "note"} <= names


def test_new_memo_has_sections_without_guidance(drafting: Drafting, memo: Memo) -> None:
    assert memo.slug == "talks-in-mexico"
    assert memo.body == "## Point\n\nDefault words.\n\n## More\n"
    assert dict(memo.fields)["to"] == "A. Secretary"
    assert len(dict(memo.fields)["date"]) == len("2025-09-03")
    assert drafting.memo(memo.uid).body == memo.body


def test_memo_is_found_by_slug_start_and_title(drafting: Drafting, memo: Memo) -> None:
    for name in ("talks-in-mexico", "talks", "Talks in México"):
        assert drafting.memo_by_slug(name).uid == memo.uid
    with pytest.raises(NotFoundError):
        drafting.memo_by_slug("other")


def test_name_that_fits_two_memos_is_refused(drafting: Drafting, memo: Memo) -> None:
    drafting.duplicate(memo.uid)
    with pytest.raises(NotFoundError, match="2 memos"):
        drafting.memo_by_slug("talks-in-m")


def test_saving_the_same_text_changes_nothing(drafting: Drafting, memo: Memo) -> None:
    assert not drafting.save(memo.uid, memo.fields, memo.body)
    assert drafting.save(memo.uid, memo.fields, memo.body + "More.").memos == {memo.uid}


def test_version_brings_the_text_back(drafting: Drafting, memo: Memo) -> None:
    version, _ = drafting.make_version(memo.uid, "first draft")
    drafting.save(memo.uid, memo.fields, "All gone")
    drafting.restore(memo.uid, version.number)
    assert drafting.memo(memo.uid).body == memo.body
    assert [one.body for one in drafting.versions(memo.uid)][:1] == ["All gone"]


def test_same_text_makes_no_second_version(drafting: Drafting, memo: Memo) -> None:
    first, _ = drafting.make_version(memo.uid, "sent")
    second, _ = drafting.make_version(memo.uid, "sent again")
    assert first.number == second.number


def test_removed_memo_comes_back_with_its_last_text(
    drafting: Drafting, memo: Memo, library: Library
) -> None:
    drafting.save(memo.uid, memo.fields, "The last words")
    drafting.remove(memo.uid)
    library.undo()
    assert drafting.memo(memo.uid).body == "The last words"


def test_rename_keeps_the_slug(drafting: Drafting, memo: Memo) -> None:
    drafting.rename(memo.uid, "Another subject")
    renamed = drafting.memo(memo.uid)
    assert (renamed.title, renamed.slug) == ("Another subject", memo.slug)


def test_unknown_template_names_those_there_are(drafting: Drafting) -> None:
    with pytest.raises(InputError, match="decision-memo"):
        drafting.new_memo("nonesuch", {})


def test_text_written_elsewhere_is_kept_as_a_version(drafting: Drafting, memo: Memo) -> None:
    seen = (memo.fields, memo.body)
    drafting.save(memo.uid, memo.fields, "From the other window")
    drafting.save(memo.uid, memo.fields, "From this window", seen)
    assert drafting.memo(memo.uid).body == "From this window"
    assert [one.body for one in drafting.versions(memo.uid)] == ["From the other window"]


def test_typing_on_makes_no_versions(drafting: Drafting, memo: Memo) -> None:
    seen = (memo.fields, memo.body)
    for body in ("One", "One two", "One two three"):
        drafting.save(memo.uid, memo.fields, body, seen)
        seen = (memo.fields, body)
    assert drafting.versions(memo.uid) == ()


def test_persons_are_those_of_earlier_memos_most_named_first(drafting: Drafting) -> None:
    for who in ("The Minister", "Ms Ramos", "The Minister"):
        drafting.new_memo("decision-memo", {"to": who, "subject": "Not a person"})
    assert drafting.persons() == ("The Minister", "Ms Ramos")
