"""Snippets: what each library knows, what it keeps of its own."""

from datetime import datetime

import pytest

from briefing.errors import InputError
from briefing.services.desk import Desk
from briefing.services.snippets import written_date
from briefing.store import library_settings

NOW = datetime(2026, 9, 3, 14, 5)  # noqa: DTZ001 - the analyst's own clock


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "3 September 2026"),
        ("en-US", "September 3, 2026"),
        ("es-MX", "3 de septiembre de 2026"),
        ("fr", "3 septembre 2026"),
        ("de", "3 September 2026"),
    ],
)
def test_date_is_written_in_the_memos_language(language: str, expected: str) -> None:
    assert written_date(NOW, language) == expected


def test_first_of_a_month_in_french() -> None:
    assert written_date(NOW.replace(day=1), "fr") == "1er septembre 2026"


def test_every_library_knows_the_moment_and_the_memos_fields(desk: Desk) -> None:
    words = desk.snippets.words({"from": "R. Diaz", "language": "en-GB"}, NOW)
    assert words == {
        "date": "3 September 2026",
        "day": "2026-09-03",
        "time": "14:05",
        "me": "R. Diaz",
        "from": "R. Diaz",
    }


def test_own_snippet_is_kept_goes_first_and_is_removed(desk: Desk) -> None:
    desk.snippets.keep(";Sign-Off", "Regards,\r\nR.")
    desk.snippets.keep("day", "today")
    assert desk.snippets.own == {"day": "today", "sign-off": "Regards,\nR."}
    assert desk.snippets.words({}, NOW)["day"] == "today"
    desk.snippets.remove("day")
    assert desk.snippets.words({}, NOW)["day"] == "2026-09-03"


@pytest.mark.parametrize(("name", "text"), [("two words", "x"), ("", "x"), ("a", " "), ("-a", "x")])
def test_what_cannot_be_typed_is_refused(desk: Desk, name: str, text: str) -> None:
    with pytest.raises(InputError):
        desk.snippets.keep(name, text)


def test_spoiled_list_is_none(desk: Desk) -> None:
    desk.library.write(
        "Spoil", lambda c: library_settings.put(c, "snippets", "[oops"), undoable=False
    )
    assert desk.snippets.own == {}
