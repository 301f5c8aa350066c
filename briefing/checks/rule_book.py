"""The rules in the order in which their findings are shown, and which apply to a memo."""

from collections.abc import Iterable
from dataclasses import replace

from briefing.checks.acronyms import Acronyms
from briefing.checks.active_voice import PassiveVoice
from briefing.checks.alt_text import AltText
from briefing.checks.banner_and_portions import PortionMarks
from briefing.checks.bottom_line_first import BottomLineFirst
from briefing.checks.changed_evidence import ChangedEvidence
from briefing.checks.contradicting_figures import ContradictingFigures
from briefing.checks.decision_deadline import DecisionDeadline
from briefing.checks.figures_against_quote import FiguresAgainstQuote
from briefing.checks.heading_order import HeadingOrder
from briefing.checks.likelihood_with_confidence import LikelihoodWithConfidence
from briefing.checks.likelihood_words import LikelihoodWords
from briefing.checks.link_text import LinkText
from briefing.checks.long_sentence import LongSentence
from briefing.checks.memo_under_check import MemoUnderCheck, Rule
from briefing.checks.missing_fields import MissingFields
from briefing.checks.mixed_scales import MixedScales
from briefing.checks.nominal_style import NominalStyle
from briefing.checks.options_weighed import OptionsWeighed
from briefing.checks.page_limit import PageLimit
from briefing.checks.required_sections import RequiredSections
from briefing.checks.single_source import SingleSource
from briefing.checks.stale_source import StaleSource
from briefing.checks.table_header import TableHeader
from briefing.checks.unknown_citation import UnknownCitation
from briefing.checks.unsourced_sentence import UnsourcedSentence
from briefing.checks.weak_source import WeakSource
from briefing.checks.word_limit import WordLimit
from briefing.model.finding import Finding
from briefing.model.template import Template

RULES: tuple[Rule, ...] = (
    MissingFields(),
    RequiredSections(),
    BottomLineFirst(),
    OptionsWeighed(),
    DecisionDeadline(),
    PortionMarks(),
    WordLimit(),
    PageLimit(),
    UnknownCitation(),
    ChangedEvidence(),
    FiguresAgainstQuote(),
    UnsourcedSentence(),
    WeakSource(),
    StaleSource(),
    SingleSource(),
    ContradictingFigures(),
    LikelihoodWords(),
    MixedScales(),
    LikelihoodWithConfidence(),
    AltText(),
    TableHeader(),
    HeadingOrder(),
    LinkText(),
    Acronyms(),
    LongSentence(),
    PassiveVoice(),
    NominalStyle(),
)

# A template may choose among the others; these keep evidence honest in every memo.
ALWAYS = frozenset(
    {"missing-fields", "unknown-citation", "changed-evidence", "figures-against-quote"}
)


# Remarks on style: of each memo as it is written, not of a library as a whole.
STYLE_RULES = frozenset({"acronyms", "long-sentence", "passive-voice", "nominal-style"})

# These ask what is in the library, so that a file by itself cannot be examined by them.
LIBRARY_RULES = frozenset(
    {
        "unknown-citation",
        "changed-evidence",
        "figures-against-quote",
        "weak-source",
        "stale-source",
        "single-source",
    }
)


def rules_for(template: Template | None) -> tuple[Rule, ...]:
    """Return the rules for memos of a template: those it names, all where it names none."""
    chosen = frozenset(template.checks) if template else frozenset[str]()
    return tuple(rule for rule in RULES if not chosen or rule.name in chosen | ALWAYS)


def examine(memo: MemoUnderCheck, rules: Iterable[Rule] | None = None) -> Iterable[Finding]:
    """Yield all findings on a memo, rule by rule: by its template's rules where none are given."""
    for rule in rules_for(memo.template) if rules is None else rules:
        for finding in rule.check(memo):
            yield finding if finding.standard else replace(finding, standard=rule.standard)
