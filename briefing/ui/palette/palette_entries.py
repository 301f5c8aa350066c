"""What the palette offers: commands and records as rows under headings, best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.ui.action_table import ActionSpec
from briefing.ui.palette.fuzzy_match import FuzzyMatch, fuzzy_match

if TYPE_CHECKING:
    from briefing.services.looking_up import Found

_MOST_COMMANDS = 8  # when records are shown too
_PLAIN_HIT = 20  # a score from which a command is meant rather than a record
_BY_WORDS = 5  # the score of a command that is found by its other words
_SECTIONS = {"article": "Articles", "fact": "Facts", "memo": "Memos", "tag": "Tags"}
_ICONS = {"article": "newspaper", "fact": "quote", "memo": "file-text", "tag": "tag"}
COMMAND = "command"


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """One row. A heading has no `kind`. `places` are the letters of the title that matched."""

    title: str
    kind: str = ""
    name: str = ""  # the action's name, the record's uid, the tag's path
    detail: str = ""
    key: str = ""
    icon: str = ""
    places: tuple[int, ...] = ()


def palette_entries(
    typed: str, specs: Iterable[tuple[ActionSpec, str]], records: "Sequence[Found]"
) -> tuple[PaletteEntry, ...]:
    """Return the rows for what was typed; `>` before it asks for commands alone."""
    only_commands = typed.startswith(">")
    ranked = _ranked_commands(typed.removeprefix(">").strip(), specs)
    commands = [entry for _score, entry in ranked]
    if only_commands or not typed.strip():
        return _section("Commands", commands)
    command_rows = _section("Commands", commands[:_MOST_COMMANDS])
    record_rows = _record_rows(typed, records)
    best = ranked[0][0] if ranked else 0
    if best >= _PLAIN_HIT or not record_rows:
        return command_rows + record_rows
    return record_rows + command_rows


def _ranked_commands(
    typed: str, specs: Iterable[tuple[ActionSpec, str]]
) -> list[tuple[int, PaletteEntry]]:
    ranked: list[tuple[int, PaletteEntry]] = []
    for spec, key in specs:
        match = fuzzy_match(typed, spec.text) or _match_words(typed, spec)
        if match is None:
            continue
        entry = PaletteEntry(spec.text, COMMAND, spec.name, "", key, spec.icon, match.places)
        ranked.append((match.score, entry))
    if typed:
        ranked.sort(key=lambda pair: (-pair[0], len(pair[1].title)))
    return ranked


def _match_words(typed: str, spec: ActionSpec) -> FuzzyMatch | None:
    """Match the beginnings of the words that also find a command."""
    known = f"{spec.text} {spec.words}".casefold().split()
    typed_words = typed.casefold().split()
    if all(any(word.startswith(part) for word in known) for part in typed_words):
        return FuzzyMatch(_BY_WORDS, ())
    return None


def _record_rows(typed: str, records: "Sequence[Found]") -> tuple[PaletteEntry, ...]:
    rows: tuple[PaletteEntry, ...] = ()
    for kind, heading in _SECTIONS.items():
        found = [_record_entry(typed, record) for record in records if record.kind == kind]
        rows += _section(heading, found)
    return rows


def _record_entry(typed: str, record: "Found") -> PaletteEntry:
    match = fuzzy_match(typed, record.title)
    return PaletteEntry(
        record.title,
        record.kind,
        record.uid,
        record.detail,
        "",
        _ICONS[record.kind],
        match.places if match else (),
    )


def _section(heading: str, entries: Sequence[PaletteEntry]) -> tuple[PaletteEntry, ...]:
    return (PaletteEntry(heading), *entries) if entries else ()
