"""The rules in the order in which their findings are shown, and which apply to a memo."""

from collections.abc import Iterable
from dataclasses import replace

from briefing.checks.changed_evidence import ChangedEvidence
from briefing.checks.memo_under_check import MemoUnderCheck, Rule
from briefing.checks.missing_fields import MissingFields
from briefing.checks.page_limit import PageLimit
from briefing.checks.required_sections import RequiredSections
from briefing.checks.unknown_citation import UnknownCitation
from briefing.checks.unsourced_sentence import UnsourcedSentence
from briefing.checks.word_limit import WordLimit
from briefing.model.finding import Finding
from briefing.model.template import Template

RULES: tuple[Rule, ...] = (
    MissingFields(),
    RequiredSections(),
    WordLimit(),
    PageLimit(),
    UnknownCitation(),
    ChangedEvidence(),
    UnsourcedSentence(),
)

# A template may choose among the others; these keep evidence honest in every memo.
ALWAYS = frozenset({"missing-fields", "unknown-citation", "changed-evidence"})


def rules_for(template: Template | None) -> tuple[Rule, ...]:
    """Return the rules for memos of a template: those it names, all where it names none."""
    chosen = frozenset(template.checks) if template else frozenset[str]()
    return tuple(rule for rule in RULES if not chosen or rule.name in chosen | ALWAYS)


def examine(memo: MemoUnderCheck) -> Iterable[Finding]:
    """Yield all findings on a memo, rule by rule."""
    for rule in rules_for(memo.template):
        for finding in rule.check(memo):
            yield finding if finding.standard else replace(finding, standard=rule.standard)
