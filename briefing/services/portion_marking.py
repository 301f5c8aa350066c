"""Marks of portions and the banner that follows from them: the highest mark of the memo.

Schemes are data of the folders `standards`, the user's own among them. What stands behind `//` in
a mark (`C//NF`) is a caveat: it does not change the level, and the banner bears every one.
Standard: U.S. 32 CFR 2001.21; FIRST TLP 2.0.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.checks.marking_scheme import MarkingScheme, every_scheme, plain_mark, scheme_of
from briefing.checks.standards_data import Data, standards_like
from briefing.errors import InputError
from briefing.model.memo import Memo
from briefing.model.template import FieldType, Template
from briefing.text.portion_marks import find_portions

CAVEAT = "//"
_MARKING_FIELD = "marking"


@dataclass(frozen=True, slots=True)
class MarkChoice:
    """A mark as a portion bears it, its label as a banner bears it, and what it means."""

    mark: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SchemeChoices:
    """The marks of one scheme, the closest first."""

    title: str
    choices: tuple[MarkChoice, ...]


@dataclass(frozen=True, slots=True)
class Banner:
    """The marking of a memo beside the one that its portions ask for, empty where none has one."""

    field: str
    current: str
    highest: str

    @property
    def is_right(self) -> bool:
        """Return whether the banner is the one that the portions ask for."""
        return not self.highest or plain_mark(self.current) == plain_mark(self.highest)


def scheme_choices(body: str, banner: str) -> tuple[SchemeChoices, ...]:
    """Return every scheme's marks; first the scheme of the banner or of the memo's own marks."""
    used = _scheme_used(banner, (portion.mark for portion in find_portions(body)))
    found = (*standards_like("tlp.json"), *standards_like("marking-*.json"))
    choices = sorted(found, key=lambda data: not used or data["name"] != used.name)
    return tuple(SchemeChoices(str(data["title"]), _choices(data)) for data in choices)


def marking_labels() -> tuple[str, ...]:
    """Return the labels that a memo can be marked with, each scheme's from the closest down.

    None where a scheme of the user's cannot be read: the check says so, and any can be typed.
    """
    try:
        return tuple(dict.fromkeys(label for scheme in every_scheme() for label in scheme.labels))
    except InputError:
        return ()


def banner_of(memo: Memo, template: Template | None) -> Banner:
    """Return a memo's banner, and the one that its portions ask for."""
    field = _field(memo, template)
    current = memo.field(field).strip()
    marks = [portion.mark for portion in find_portions(memo.body) if portion.mark]
    return Banner(field, current, _highest(current, marks))


def _highest(banner: str, marks: Sequence[str]) -> str:
    scheme = _scheme_used(banner, marks)
    if scheme is None:
        return ""
    ranks = [rank for mark in marks if (rank := scheme.rank(_level(mark))) is not None]
    if not ranks:
        return ""
    caveats = dict.fromkeys(
        caveat.strip() for mark in marks for caveat in mark.split(CAVEAT)[1:] if caveat.strip()
    )
    return CAVEAT.join((scheme.labels[min(ranks)], *caveats))


def _scheme_used(banner: str, marks: Iterable[str]) -> MarkingScheme | None:
    """Return the scheme of the banner; where that is of none, that of the first mark known."""
    found = (scheme_of(_level(mark)) for mark in (banner, *marks) if mark)
    return next((scheme for scheme in found if scheme), None)


def _level(mark: str) -> str:
    return mark.split(CAVEAT, maxsplit=1)[0]


def _field(memo: Memo, template: Template | None) -> str:
    fields = template.fields if template else ()
    names = [field.name for field in fields if field.type is FieldType.MARKING]
    given = [name for name in (*names, _MARKING_FIELD, "classification") if memo.field(name)]
    return (given or names or [_MARKING_FIELD])[0]


def _choices(data: Data) -> tuple[MarkChoice, ...]:
    rows: list[dict[str, str]] = data["markings"]
    return tuple(
        MarkChoice(row.get("portion") or row["label"], row["label"], row.get("meaning", ""))
        for row in rows
    )
