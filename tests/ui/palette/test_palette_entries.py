"""Rows of the palette: sections, order, keys."""

from briefing.services.looking_up import Found
from briefing.ui.action_table import ActionSpec
from briefing.ui.palette.palette_entries import PaletteEntry, palette_entries

SPECS = [
    (ActionSpec("app.settings", "Settings", icon="settings", words="preferences"), "Ctrl+,"),
    (ActionSpec("memo.new", "New memo…", icon="file-plus"), "Ctrl+N"),
]


RECORDS = (
    Found("memo", "m1", "US–Mexico security cooperation", "Decision memo"),
    Found("article", "a1", "Mexico sends 26 cartel figures", "reuters"),
    Found("tag", "region/mexico", "region/mexico", ""),
)


def titles(rows: tuple[PaletteEntry, ...]) -> list[str]:
    return [row.title for row in rows]


def test_nothing_typed_offers_the_commands() -> None:
    assert titles(palette_entries("", SPECS, ())) == ["Commands", "Settings", "New memo…"]


def test_records_stand_under_their_headings() -> None:
    rows = palette_entries("mexico", SPECS, RECORDS)
    assert titles(rows) == [
        "Articles",
        "Mexico sends 26 cartel figures",
        "Memos",
        "US–Mexico security cooperation",
        "Tags",
        "region/mexico",
    ]
    assert rows[1].places == (0, 1, 2, 3, 4, 5)
    assert (rows[5].kind, rows[5].name) == ("tag", "region/mexico")


def test_a_command_that_is_plainly_meant_comes_first() -> None:
    rows = palette_entries("settings", SPECS, (Found("article", "a", "The settings of war", ""),))
    assert titles(rows)[:2] == ["Commands", "Settings"]
    assert rows[1].key == "Ctrl+,"


def test_other_words_find_a_command() -> None:
    assert titles(palette_entries("pref", SPECS, ())) == ["Commands", "Settings"]


def test_a_greater_sign_asks_for_commands_alone() -> None:
    assert titles(palette_entries("> memo", SPECS, RECORDS)) == ["Commands", "New memo…"]


def test_no_match_is_no_rows() -> None:
    assert palette_entries("zzzz", SPECS, ()) == ()
