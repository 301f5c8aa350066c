"""A scale of likelihood as data: its terms, its rows, the words for confidence, the vague ones."""

from dataclasses import dataclass
from functools import lru_cache

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.standards_data import standard_named, standards_like
from briefing.errors import InputError, NotFoundError

DEFAULT = "icd203"
_NAMES = {"icd-203": "icd203", "icd 203": "icd203", "phia yardstick": "phia", "uk phia": "phia"}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a scale: its words, its row (0 the first), and the range in per cent."""

    words: str
    row: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class LikelihoodScale:
    """A scale with what stands beside it."""

    name: str
    title: str
    terms: tuple[Term, ...]
    vague: frozenset[str]
    has_rows: bool

    @property
    def words(self) -> frozenset[str]:
        """Return all its terms."""
        return frozenset(term.words for term in self.terms)


def scale_of(memo: MemoUnderCheck) -> LikelihoodScale:
    """Return the scale a check was asked with, else the template's, else that of ICD 203."""
    asked = memo.scale or (memo.template.scale if memo.template else "")
    try:
        return scale_named(asked or DEFAULT)
    except NotFoundError:  # a template of another's that names a scale this desk has not
        return scale_named(DEFAULT)


@lru_cache(maxsize=32)
def scale_named(name: str) -> LikelihoodScale:
    """Return a scale by its short name; NotFoundError where there is none."""
    plain = _NAMES.get(name.casefold().strip(), name.casefold().strip())
    return _scale(plain, standard_named(f"likelihood-{plain}"))


@lru_cache(maxsize=1)
def every_scale() -> tuple[LikelihoodScale, ...]:
    """Return all scales there are."""
    found = standards_like("likelihood-*.json")
    return tuple(_scale(str(data.get("name", "")), data) for data in found)


def _scale(name: str, data: dict[str, object]) -> LikelihoodScale:
    """Take a scale; InputError where the user's own is not made as one."""
    try:
        return _made(name, data)
    except KeyError as fault:
        raise InputError(f"The scale likelihood-{name}.json lacks {fault}.") from fault
    except (AttributeError, TypeError, ValueError) as fault:
        raise InputError(
            f"The scale likelihood-{name}.json cannot be used: each of its terms is an object with "
            "“term”, and “from” and “to” in per cent."
        ) from fault


def _made(name: str, data: dict[str, object]) -> LikelihoodScale:
    steps: list[dict[str, object]] = data["terms"]  # pyright: ignore[reportAssignmentType]
    terms: list[Term] = []
    for step in steps:
        low, high = int(str(step["from"])), int(str(step["to"]))
        forms: list[str] = step.get("forms", [])  # pyright: ignore[reportAssignmentType]
        terms += [Term(word, 0, low, high) for word in [str(step["term"]), *forms]]
        also: list[str] = step.get("also", [])  # pyright: ignore[reportAssignmentType]
        terms += [Term(word, 1, low, high) for word in also]
    vague: list[str] = data.get("vague", [])  # pyright: ignore[reportAssignmentType]
    return LikelihoodScale(
        name, str(data["title"]), tuple(terms), frozenset(vague), bool(data.get("rows_apart"))
    )
