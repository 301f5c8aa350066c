"""Which sentences carry a memo: those of its key sections, and judgments marked as such.

Titles are in `standards/sourcing.json`; how a judgment is marked is told in `text.claims`.
"""

from collections.abc import Iterator

from briefing.checks.cited_sentences import CitedSentence, cited_sentences
from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.sourcing_standard import key_titles
from briefing.checks.structure_words import plain_title
from briefing.text.claims import is_judgment


def key_statements(memo: MemoUnderCheck) -> Iterator[CitedSentence]:
    """Yield the sentences that carry a memo and cite what they rest on, in reading order."""
    for cited in cited_sentences(memo):
        if not cited.is_authors_prose:
            continue
        section = plain_title(memo.section_at(cited.sentence.span.start))
        if section in key_titles() or is_judgment(cited.sentence.text):
            yield cited
