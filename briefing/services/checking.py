"""Checks: a memo examined with all that it cites, the library as a whole, what was dismissed."""

from dataclasses import replace
from functools import cached_property

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.rule_book import STYLE_RULES, examine, rules_for
from briefing.errors import BriefingError
from briefing.model.changes import Changes
from briefing.model.finding import Finding
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.template import Template
from briefing.services.cited_evidence import CitedEvidence
from briefing.services.memo_language import language_of
from briefing.services.publishing import Publishing
from briefing.services.safekeeping import Safekeeping
from briefing.services.template_shelf import library_shelf
from briefing.store import dismissals, memos
from briefing.store.integrity import is_damaged
from briefing.store.library_file import Library
from briefing.text.blocks import parse
from briefing.text.citations import find_citations
from briefing.text.conditional_parts import without_hidden
from briefing.text.outline import outline
from briefing.text.running_text import running_sentences
from briefing.text.sentences import supported_sentences


class Checking:
    """What can be found wrong, and waved aside."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._templates = library_shelf(library)

    def check_memo(self, memo: Memo) -> tuple[Finding, ...]:
        """Return the findings on a memo as it is handed in, but for those dismissed.

        Its pages are made where a limit asks for their number.
        """
        template = self._templates.find(memo.template)
        pages = self._page_count(memo) if _is_page_limited(template) else None
        return self._findings(memo, template, pages)

    def check_library(self) -> tuple[Finding, ...]:
        """Return what is wrong with the file, quotes, and each memo but for its pages and style."""
        reader = self._library.reader()
        sound = Safekeeping(self._library).integrity()
        if is_damaged(sound):
            return sound
        found = [*sound, *CitedEvidence(self._library).lost_quotes()]
        for row in memos.rows(reader):
            memo = memos.get(reader, row.uid)
            template = self._templates.find(memo.template)
            found += [
                replace(finding, place=f"Memo “{row.title}”, {finding.place}")
                for finding in self._findings(memo, template, None)
                if finding.rule not in STYLE_RULES
            ]
        return tuple(found)

    def dismiss(self, memo_uid: Uid, finding: Finding, reason: str) -> Changes:
        """Wave a finding aside, here and wherever its subject moves in this memo."""
        self._library.write(
            "Dismiss finding",
            lambda connection: dismissals.add(
                connection, memo_uid, finding.rule, _subject(finding), reason
            ),
        )
        return Changes(memos=frozenset({memo_uid}))

    @cached_property
    def _publishing(self) -> Publishing:
        return Publishing(self._library)

    def _findings(
        self, memo: Memo, template: Template | None, pages: int | None
    ) -> tuple[Finding, ...]:
        reader = self._library.reader()
        dismissed = {(one.rule, one.place) for one in dismissals.of_memo(reader, memo.uid)}
        found = examine(self._under_check(memo, template, pages))
        return tuple(one for one in found if (one.rule, _subject(one)) not in dismissed)

    def _under_check(
        self, memo: Memo, template: Template | None, pages: int | None
    ) -> MemoUnderCheck:
        memo = replace(memo, body=without_hidden(memo.body, dict(memo.fields)))
        document = parse(memo.body)
        language = language_of(memo)
        citations = find_citations(memo.body)
        keys = {item.key for found in citations for item in found.citation.items}
        evidence = CitedEvidence(self._library)
        facts, cited = evidence.facts(keys, memo.uid), evidence.articles(keys)
        return MemoUnderCheck(
            memo=memo,
            template=template,
            document=document,
            outline=outline(document, memo.body),
            sentences=supported_sentences(memo.body, language),
            citations=citations,
            known=frozenset(facts) | frozenset(cited),
            facts=facts,
            page_count=pages,
            running=running_sentences(memo.body, language),
            language=language,
            articles=cited,
        )

    def _page_count(self, memo: Memo) -> int | None:
        """Return in how many pages a memo is printed; None where it cannot be laid out."""
        try:
            return self._publishing.pages(memo).count
        except BriefingError:  # the preview and the export say why
            return None


def _is_page_limited(template: Template | None) -> bool:
    if template is None or template.pages is None:
        return False
    return any(rule.name == "page-limit" for rule in rules_for(template))


def _subject(finding: Finding) -> str:
    return finding.subject or finding.place
