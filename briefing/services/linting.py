"""Linting: a Markdown file examined by itself, with the rules that need no library."""

from dataclasses import dataclass, replace

from briefing.checks.likelihood_scale import scale_named
from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.rule_book import LIBRARY_RULES, RULES, examine, rules_for
from briefing.errors import NotFoundError
from briefing.export.markdown_file import TEMPLATE_FIELD, WRITTEN_TEMPLATE
from briefing.intake.memo_file import read_memo_file
from briefing.model.finding import Finding
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.template import Template
from briefing.paths import resources_dir, user_templates_dir
from briefing.services.memo_language import language_of
from briefing.services.template_shelf import TemplateShelf
from briefing.text.blocks import parse
from briefing.text.citations import find_citations
from briefing.text.conditional_parts import without_hidden
from briefing.text.outline import outline
from briefing.text.running_text import running_sentences
from briefing.text.sentences import supported_sentences
from briefing.text.source_lines import source_lines

_MEMO_FIELDS = frozenset({"template", "to", "from", "subject"})


@dataclass(frozen=True, slots=True)
class LintWishes:
    """What a file is examined by: a template other than the one it names, a scale, some rules."""

    template: str = ""
    scale: str = ""
    rules: tuple[str, ...] = ()


def lint(text: str, wishes: LintWishes = LintWishes()) -> tuple[Finding, ...]:
    """Return what is found in a file's text; places are code points of the text as given.

    Raises NotFoundError for a template, scale or rule that is not there.
    """
    lines = source_lines(text)
    memo, start = _memo(lines.text)
    template = _template(wishes.template, memo.template)
    if wishes.scale:
        scale_named(wishes.scale)
    chosen = _rules(wishes.rules, template, is_memo=_is_memo(memo, template))
    under_check = replace(_under_check(memo, template), scale=wishes.scale)
    found = examine(under_check, [rule for rule in RULES if rule.name in chosen])

    def placed(finding: Finding) -> Finding:
        if finding.start is None or finding.end is None:
            return finding
        return replace(
            finding,
            start=lines.to_source(start + finding.start),
            end=lines.to_source(start + finding.end),
        )

    return tuple(map(placed, found))


def _memo(text: str) -> tuple[Memo, int]:
    """Return a file as a memo, and where its body begins in the text."""
    file = read_memo_file(text)
    body = file.body.rstrip("\n")
    start = len(text.rstrip("\n")) - len(body)
    if not file.fields or text[start : start + len(body)] != body:
        body, start = text, 0
    memo = Memo(Uid(""), "", "", file.fields, body)
    named = memo.field(TEMPLATE_FIELD) or memo.field(WRITTEN_TEMPLATE)
    return replace(memo, template=named), start


def _template(wanted: str, named: str) -> Template | None:
    """Return the template that is asked for, else the one that the file names, if it is here."""
    shelf = TemplateShelf([resources_dir() / "templates", user_templates_dir()])
    found = shelf.find(wanted or named) if wanted or named else None
    if wanted and found is None:
        raise NotFoundError(f"There is no template “{wanted}”; `briefing templates` lists them.")
    return found


def _is_memo(memo: Memo, template: Template | None) -> bool:
    """Tell whether a file is a memo, of which sources are asked, and not just any text."""
    fields = {name.casefold() for name, _ in memo.fields}
    return template is not None or bool(fields & _MEMO_FIELDS) or bool(find_citations(memo.body))


def _rules(wanted: tuple[str, ...], template: Template | None, *, is_memo: bool) -> frozenset[str]:
    """Return the names of the rules to go by; NotFoundError for one that is none."""
    here = {rule.name for rule in RULES} - LIBRARY_RULES
    for name in wanted:
        if name not in here:
            raise NotFoundError(f"There is no rule “{name}” that needs no library.")
    if wanted:
        return frozenset(wanted)
    usual = {rule.name for rule in rules_for(template)} & here
    return frozenset(usual if is_memo else usual - {"unsourced-sentence"})


def _under_check(memo: Memo, template: Template | None) -> MemoUnderCheck:
    memo = replace(memo, body=without_hidden(memo.body, dict(memo.fields)))
    document = parse(memo.body)
    language = language_of(memo)
    return MemoUnderCheck(
        memo=memo,
        template=template,
        document=document,
        outline=outline(document, memo.body),
        sentences=supported_sentences(memo.body, language),
        citations=find_citations(memo.body),
        known=frozenset(),
        facts={},
        running=running_sentences(memo.body, language),
        language=language,
    )
