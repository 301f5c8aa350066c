"""Evidence: what carries a memo does not rest on weak sources alone.

Standard: AJP-2.1, evaluation of sources and information (Admiralty code), and ICD 203, D.6.e(1),
quality and credibility of underlying sources. The two grades are asked apart: a source is weak when
its reliability is D, E or F, or its information 4, 5 or 6. One that was not graded is not weak.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.key_statements import key_statements
from briefing.checks.memo_under_check import CitedArticle, MemoUnderCheck, excerpt
from briefing.checks.sourcing_standard import weak_credibility, weak_reliability
from briefing.checks.standards_data import standard_named
from briefing.model.finding import Finding


@dataclass(frozen=True, slots=True)
class WeakSource:
    """Finds key statements that only weak sources bear."""

    name: str = "weak-source"
    standard: str = "AJP-2.1, evaluation of sources; ICD 203, D.6.e(1)"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield one finding a sentence, in reading order."""
        for cited in key_statements(memo):
            sources = cited.sources
            if not sources or not all(map(_is_weak, sources)):
                continue
            span = cited.sentence.span
            first = sources[0]
            named = f"“{excerpt(first.title)}”, rated {_rating(first)}"
            others = f", and {len(sources) - 1} more as weak" if len(sources) > 1 else ""
            yield Finding(
                self.name,
                memo.place_of(span),
                f"“{excerpt(cited.subject)}” rests on {named}{others}.",
                "Cite a better source, or say in the sentence how far this one can be trusted.",
                start=span.start,
                end=span.end,
                subject=cited.subject,
            )


def _is_weak(source: CitedArticle) -> bool:
    return source.reliability in weak_reliability() or source.credibility in weak_credibility()


def _rating(source: CitedArticle) -> str:
    """Return the grades that make it weak, with their words: D (not usually reliable)."""
    code = standard_named("admiralty")
    rows = [*code["reliability"], *code["credibility"]]
    labels = {str(row["grade"]): str(row["label"]) for row in rows}
    weak: list[str] = []
    if source.reliability in weak_reliability():
        weak.append(source.reliability)
    if source.credibility in weak_credibility():
        weak.append(str(source.credibility))
    told = [f"{grade} ({labels[grade][:1].lower()}{labels[grade][1:]})" for grade in weak]
    return " and ".join(told)
