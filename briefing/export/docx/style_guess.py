"""Which style of a house plays which part: by Word's names, a house's own, outline or numbering."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from briefing.export.docx.number_formats import BULLET, NumberFormats
from briefing.export.docx.style_list import StyleList, identity_of, shown_name, value_of
from briefing.export.docx.style_names import CHARACTER, PARAGRAPH, PARTS, TABLE, Part
from briefing.export.docx.style_words import Likeness, StyleWords
from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_LISTS = {"bullet", "number"}
_UNLEVELLED = {*_LISTS, "continue"}  # a name without a number is that of the first level
_EXACT_ONLY = {
    "header", "footer", "footnote_text", "endnote_text", "toc", "toc_heading", "continue",
    "caption",
}  # fmt: skip
_WORDS_OWN = {name for part in PARTS.values() for name in part.names}
_OUR_OWN = {"marking", "fields", "field_label", "field_value"}


class Ground(IntEnum):
    """What a guess rests on, the best first."""

    BUILT_IN = 0
    NAME = 1
    IDENTITY = 2
    OUTLINE = 3
    WITHIN = 4
    NUMBERING = 5
    USED = 6


_WHITES = {"FFFFFF", "FEFEFE", "FDFDFD", "FCFCFC"}
_BY_NAME = {Ground.NAME, Ground.IDENTITY, Ground.WITHIN}


@dataclass(frozen=True, slots=True)
class Guess:
    """A style that is thought to play a part, and why."""

    identity: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    style: Element
    ground: Ground
    reason: str
    rank: tuple[int, int] = (0, 0)


class StyleGuess:
    """Casts the parts of a memo with the styles of one file; `usage` counts them in its text."""

    def __init__(
        self, styles: StyleList, formats: NumberFormats, usage: Counter[str], words: StyleWords
    ) -> None:
        self._styles = styles
        self._formats = formats
        self._usage = usage
        self._words = words
        self._shapes: dict[str, tuple[str, str, int]] = {}
        # a house's own styles; those of Word's names play the parts of these names alone
        self._own = {
            kind: [style for style in styles.every(kind) if _is_own(style)]
            for kind in (PARAGRAPH, CHARACTER, TABLE)
        }

    def guesses(self) -> dict[str, Guess]:
        """Return a guess for each part that the file has a style for."""
        candidates = {part: self._candidates(part, wanted) for part, wanted in PARTS.items()}
        preferred = {_family(part) for part, found in candidates.items() if self._is_own(found)}
        made: dict[str, Guess] = {}
        for part, found in candidates.items():
            if found:
                is_own = _family(part) in preferred and not self._family_uses(part)
                made[part] = self._best(found, is_own=is_own)
        return made

    def _candidates(self, part: str, wanted: Part) -> list[_Candidate]:
        candidates = [*self._built_in(wanted)]
        is_settled = bool(candidates) and not self._usage and wanted.kind != TABLE
        if part not in _OUR_OWN and not is_settled:
            candidates += self._of_house(part, wanted)
        return candidates

    def _best(self, candidates: list[_Candidate], *, is_own: bool) -> Guess:
        """Return the best candidate; a house's own by their names where only these are in use."""
        best = min(candidates, key=self._order)
        if best.ground is Ground.BUILT_IN and is_own:
            named = [one for one in candidates if one.ground in _BY_NAME]
            best = min(named, key=self._order, default=best)
        reason = best.reason
        if best.ground is not Ground.BUILT_IN and self._uses(best):
            reason += ", used in the file's own text"
        return Guess(identity_of(best.style), reason)

    def _is_own(self, candidates: list[_Candidate]) -> bool:
        """Say whether a house's own style that is named for a part is in use."""
        return any(one.ground in _BY_NAME and self._uses(one) for one in candidates)

    def _order(self, one: _Candidate) -> tuple[int, int, int, int]:
        extra, rank = one.rank
        return one.ground, extra, rank, -self._uses(one)

    def _uses(self, one: _Candidate) -> int:
        return self._usage[identity_of(one.style)]

    def _family_uses(self, part: str) -> int:
        """Count the uses of Word's own styles of a part and of its other levels."""
        kin = (PARTS[other] for other in PARTS if _family(other) == _family(part))
        styles = (self._styles.built_in(one.kind, name) for one in kin for name in one.names)
        return sum(self._usage[identity_of(style)] for style in styles if style is not None)

    def _built_in(self, wanted: Part) -> Iterator[_Candidate]:
        for rank, name in enumerate(wanted.names):
            style = self._styles.built_in(wanted.kind, name)
            if style is not None:
                reason = f"Word's own “{name}”"
                is_ours = wanted.kind == TABLE and not rank  # made for memos, in our own style file
                place = (-2, 0) if is_ours else (0, rank)
                yield _Candidate(style, Ground.BUILT_IN, reason, place)

    def _of_house(self, part: str, wanted: Part) -> Iterator[_Candidate]:
        family, level = _family(part), part[-1:]
        number = int(level) if level.isdecimal() else 0
        for style in self._own[wanted.kind]:
            if wanted.kind == TABLE:
                yield from self._table(style)
            elif wanted.kind == CHARACTER or (
                self._may_be(family, style) and not self._is_unseen(family, style)
            ):
                yield from self._named(family, number, style)
                yield from self._by_shape(family, number, style)

    def _may_be(self, family: str, style: Element) -> bool:
        """Say whether a style's numbering and outline allow it a part in a family."""
        if family == "heading":
            return True
        outline, kind, _ = self._shape(identity_of(style))
        if outline.isdecimal() and int(outline) < 9:  # 9 is body text
            return False
        if family in _LISTS:
            return not kind or (kind == BULLET) == (family == "bullet")
        return not kind or family not in {"body", "quote", "table_text"}

    def _is_unseen(self, family: str, style: Element) -> bool:
        """Say whether a style writes in white, as on a cover: elsewhere nobody sees it."""
        identity = identity_of(style)
        if self._styles.inherited(identity, "rPr", "color").upper() not in _WHITES:
            return False
        if family == "table_head" and self._has_dark_rows():
            return False
        grounds = (_W + "shd", _W + "highlight")
        return not any(True for one in self._styles.chain(identity) for _ in one.iter(*grounds))

    def _has_dark_rows(self) -> bool:
        """Say whether a table of the house sets its first row off with a ground of its own."""
        return any(
            shade.get(_W + "fill", "auto").upper() not in {"AUTO", *_WHITES}
            for style in self._styles.every(TABLE)
            for look in style.iterfind(_W + "tblStylePr")
            if look.get(_W + "type") == "firstRow"
            for shade in look.iter(_W + "shd")
        )

    def _named(self, family: str, number: int, style: Element) -> Iterator[_Candidate]:
        name, identity = shown_name(style), identity_of(style)
        exact = self._words.exact(family, name)
        if _fits(family, number, exact):
            yield _Candidate(style, Ground.NAME, "its name", _rank(exact))
            return
        by_id = self._words.exact(family, identity)
        if _fits(family, number, by_id):
            yield _Candidate(style, Ground.IDENTITY, f"its id “{identity}”", _rank(by_id))
            return
        within = self._words.within(family, name) if family not in _EXACT_ONLY else None
        if _fits(family, number, within):
            yield _Candidate(style, Ground.WITHIN, "part of its name", _rank(within))
            return
        has_part = family not in _EXACT_ONLY and self._words.allows(name)
        within = self._words.within(family, identity) if has_part else None
        if _fits(family, number, within):
            yield _Candidate(style, Ground.WITHIN, f"part of its id “{identity}”", _rank(within))

    def _by_shape(self, family: str, number: int, style: Element) -> Iterator[_Candidate]:
        outline, kind, level = self._shape(identity_of(style))
        if family == "heading":
            if outline == str(number - 1) and not self._is_other_heading(number, style):
                yield _Candidate(style, Ground.OUTLINE, f"its outline level {number}")
        elif family == "bullet" and kind == BULLET and level == number - 1 and self._allows(style):
            yield _Candidate(style, Ground.NUMBERING, "its bullets")

    def _shape(self, identity: str) -> tuple[str, str, int]:
        """Return a style's outline level as it is written, and its numbering's format and level."""
        if identity not in self._shapes:
            outline = self._styles.inherited(identity, "pPr", "outlineLvl")
            number, level = self._styles.numbering(identity) or ("", 0)
            self._shapes[identity] = (outline, self._formats.of(number, level), level)
        return self._shapes[identity]

    def _is_other_heading(self, number: int, style: Element) -> bool:
        """Say whether a style's name names another level, or a heading of another kind."""
        found = self._words.exact("heading", shown_name(style))
        if found and found.level not in {0, number}:
            return True
        return not self._allows(style)

    def _allows(self, style: Element) -> bool:
        return self._words.allows(shown_name(style))

    def _table(self, style: Element) -> Iterator[_Candidate]:
        if style.get(_W + "customStyle") not in {"1", "true", "on"}:
            return
        # a house's own tables come before the grid that nearly each file has
        likeness = self._words.exact("table", shown_name(style))
        likeness = likeness or self._words.within("table", shown_name(style))
        if likeness:
            yield _Candidate(style, Ground.BUILT_IN, "its name", (-1, len(likeness.extra)))
        look = next(style.iter(_W + "tblBorders", _W + "tblStylePr"), None)
        if look is not None and self._usage[identity_of(style)]:
            yield _Candidate(style, Ground.USED, "the file's own tables have it")


def _family(part: str) -> str:
    """Return what a part and its other levels have in common: `heading`."""
    return part.rstrip("123456789")


def _fits(family: str, number: int, likeness: Likeness | None) -> bool:
    if likeness is None:
        return False
    if not number:
        return likeness.level == 0
    return likeness.level == number or (
        likeness.level == 0 and number == 1 and family in _UNLEVELLED
    )


def _rank(likeness: Likeness | None) -> tuple[int, int]:
    return (len(likeness.extra), likeness.rank) if likeness else (0, 0)


def _is_own(style: Element) -> bool:
    """Say whether a style is a house's own, not one that plays a part by Word's own name."""
    return value_of(style, "name").lower() not in _WORDS_OWN
