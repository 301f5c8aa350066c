"""Marking: portions bear marks of one scheme, and the banner is the highest of them.

A memo without portion marks is asked for none. Standard: U.S. 32 CFR 2001.21 (a banner shows the
highest level of any portion, and each portion is marked); FIRST TLP 2.0; schemes of
`standards/marking-*.json`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.checks.marking_scheme import MarkingScheme, scheme_of
from briefing.checks.memo_under_check import MemoUnderCheck, excerpt
from briefing.model.block import Span
from briefing.model.finding import Finding, Severity
from briefing.model.template import FieldType
from briefing.text.portion_marks import Portion, find_portions

FEWEST = 2  # portions with marks: with fewer, a memo does not use them


@dataclass(frozen=True, slots=True)
class PortionMarks:
    """Finds portions without a mark, strange marks, and a banner that does not fit them."""

    name: str = "portion-marks"
    standard: str = "32 CFR 2001.21 (portion and banner marks); FIRST TLP 2.0"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield what is wrong with the banner first, then the portions in reading order."""
        portions = find_portions(memo.memo.body)
        banner = _banner(memo)
        scheme = scheme_of(banner) if banner else None
        known = [portion for portion in portions if portion.mark and scheme_of(portion.mark)]
        if len(known) < FEWEST and not (known and scheme):
            return
        scheme = scheme or scheme_of(known[0].mark)
        if scheme is None:
            return
        yield from self._of_banner(banner, scheme, known)
        for portion in portions:
            if not portion.mark and len(known) >= FEWEST:
                yield self._missing(memo, portion)
            elif portion.mark and scheme.rank(portion.mark) is None:
                yield self._strange(memo, portion, scheme)

    def _of_banner(
        self, banner: str, scheme: MarkingScheme, known: list[Portion]
    ) -> Iterator[Finding]:
        ranks = [rank for one in known if (rank := scheme.rank(one.mark)) is not None]
        if not ranks:
            return
        highest = scheme.labels[min(ranks)]
        mend = f"Set the memo's marking to {highest}."
        at = scheme.rank(banner) if banner else None
        if not banner:
            reason = f"The memo has portion marks up to {highest} and no banner."
            yield self._banner(reason, mend, Severity.ERROR)
        elif at is None:
            reason = f"The banner {banner} is no marking of {scheme.title}."
            yield self._banner(reason, mend, Severity.ERROR)
        elif at > min(ranks):
            reason = f"The banner {banner} is lower than its highest portion, {highest}."
            yield self._banner(reason, mend, Severity.ERROR)
        elif at < min(ranks):
            reason = f"The banner {banner} is higher than every portion; the highest is {highest}."
            yield self._banner(reason, f"{mend[:-1]}, or mark the portion that asks for it.")

    def _banner(self, reason: str, mend: str, severity: Severity = Severity.WARNING) -> Finding:
        return Finding(self.name, "Marking", reason, mend, severity, subject=f"banner {reason}")

    def _missing(self, memo: MemoUnderCheck, portion: Portion) -> Finding:
        span = Span(portion.start, portion.end)
        return Finding(
            self.name,
            memo.place_of(span),
            f"“{excerpt(' '.join(portion.words.split()))}” has no portion mark.",
            f"Begin the {portion.kind} with its mark in round brackets.",
            start=portion.start,
            end=portion.end,
            subject=f"missing {' '.join(portion.words.split())}",
        )

    def _strange(self, memo: MemoUnderCheck, portion: Portion, scheme: MarkingScheme) -> Finding:
        return Finding(
            self.name,
            memo.place_of(Span(portion.start, portion.end)),
            f"“({portion.mark})” is no mark of {scheme.title}.",
            f"Use one of {', '.join(scheme.labels)}.",
            start=portion.start,
            end=portion.mark_end,
            subject=f"strange {portion.mark}",
        )


def _banner(memo: MemoUnderCheck) -> str:
    """Return the memo's own marking: its template's field of that type, or a field of that name."""
    fields = memo.template.fields if memo.template else ()
    names = [field.name for field in fields if field.type is FieldType.MARKING]
    words = (memo.memo.field(name).strip() for name in [*names, "marking", "classification"])
    return next((value for value in words if value), "")
