"""Structure: a memo for a decision says by when it is needed.

Looked for in the fields and in the sections where it belongs (`standards/memo-structure.json`).
Standard: U.S. Department of State, 5 FAH-1 H-310 (action memos state the date by which action is
needed); UK civil service submissions: Timing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_parts import asks_for_decision, sections_titled, text_of
from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.structure_words import titles
from briefing.model.finding import Finding

_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|ene|abr|ago|dic|janv|févr|avr|mai|juin"
    r"|juil|août|déc)[a-zéû]*\.?"
)
_WHEN = (
    r"(?:(?:the |el |le |l[ae] )?(?:end|close|start|beginning|middle|fin|final|finales|mediados)"
    r"(?: of| de| del| du)? ?(?:the |this |next |la |el )?\w+"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er)?(?: of| de)? {_MONTH}|{_MONTH}(?: \d{{1,4}})?"
    r"|\d{4}-\d\d(?:-\d\d)?|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?"
    r"|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:next|this) (?:week|month|quarter|year)|tomorrow|tonight|today|noon|midnight|COB"
    r"|close of business|mañana|demain|lunes|martes|miércoles|jueves|viernes|lundi|mardi|mercredi"
    r"|jeudi|vendredi)\b"
)
_UNTIL = (
    r"(?:by|before|(?:no|not) later than|until|due(?: on| by)?|on or before|ahead of|prior to"
    r"|deadline(?: of| is|:)?|antes del?|a más tardar(?: el)?|hasta el|para el|avant(?: le| la)?"
    r"|d['’]ici(?: au?| le)?|au plus tard(?: le)?|jusqu['’]au)"
)
_SPAN = r"(?:hours?|days?|weeks?|months?|horas|días|semanas|meses|heures|jours|semaines|mois)"
_DEADLINE = re.compile(
    rf"\b{_UNTIL}\s+(?:\w+day,? )?(?:the )?{_WHEN}"
    rf"|\b(?:within|in the next|dans les|en) (?:\w+ ){{1,2}}{_SPAN}\b"
    r"|\b(?:immediately|at once|urgently|without delay|immediate decision|de inmediato"
    r"|immédiatement)\b"
    r"|\b(?:expires?|deadline|needed|required|decide[ds]?|decision)\b[^.\n]{0,60}"
    rf"\b(?:on|by|in) {_WHEN}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DecisionDeadline:
    """Finds memos that ask for a decision and name no time for it."""

    name: str = "decision-deadline"
    standard: str = "5 FAH-1 H-310 (action memos); UK submissions: Timing"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield at most one finding."""
        if not asks_for_decision(memo) or self._is_given(memo):
            return
        asked = sections_titled(memo, "ask_sections")
        span = asked[0].heading_span if asked else None
        yield Finding(
            self.name,
            asked[0].title if asked else "The memo",
            "The memo asks for a decision and does not say by when.",
            "Name the day by which the answer is needed, and what happens after it.",
            start=span.start if span else None,
            end=span.end if span else None,
            subject="the memo",
        )

    def _is_given(self, memo: MemoUnderCheck) -> bool:
        fields = titles("deadline_fields")
        if any(name.casefold() in fields and value.strip() for name, value in memo.memo.fields):
            return True
        sections = sections_titled(memo, "ask_sections")
        told = [text_of(memo, section) for section in sections] or [memo.memo.body]
        return any(_DEADLINE.search(text) for text in told)
