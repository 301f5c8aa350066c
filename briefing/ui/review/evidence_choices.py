"""Facts and articles that fit what a reviewer wrote; looked up off the window's thread."""

from dataclasses import dataclass, replace

from briefing.errors import NotFoundError
from briefing.model.ids import Uid
from briefing.services.desk import Desk
from briefing.text.label_width import shortened

_MOST = 8


@dataclass(frozen=True, slots=True)
class EvidenceChoice:
    """One record that may be opened."""

    kind: str  # fact or article
    uid: Uid
    words: str
    reason: str = ""


def evidence_choices(desk: Desk, memo_uid: Uid, asked: str) -> tuple[EvidenceChoice, ...]:
    """Return what the library holds for words, facts before articles."""
    memo = replace(desk.drafting.memo(memo_uid), body=asked)
    found = desk.paragraph_evidence.of(memo, asked)
    choices: list[EvidenceChoice] = [
        EvidenceChoice("fact", one.fact.uid, shortened(one.fact.statement)) for one in found.against
    ]
    for match in (*found.cited, *found.matches):
        try:
            is_fact = match.kind == "fact"
            told = (
                desk.evidence.fact(match.uid).statement
                if is_fact
                else desk.searching.row(match.uid).title
            )
        except NotFoundError:
            continue  # removed between the search and now
        choices.append(EvidenceChoice(match.kind, match.uid, shortened(told), match.reason))
    return tuple(choices[:_MOST])
