"""Suggestions: the sentences of an article that most likely state a key fact, not yet captured."""

from dataclasses import replace

from briefing.model.changes import Changes
from briefing.model.fact import Fact, FactDraft, FactKind
from briefing.model.ids import Uid
from briefing.model.suggestion import Suggestion
from briefing.services.evidence import EvidenceDesk, Passage
from briefing.services.searching import Searching
from briefing.store.library_file import Library
from briefing.text.figures import read_figure
from briefing.text.key_sentences import KeySentence, key_sentences

LIMIT = 12  # of suggestions, where nobody asks for more or fewer
_SAME = 0.5  # share of a sentence that a captured passage covers, to be the same


class Suggesting:
    """Proposes facts; call it off the window's thread."""

    def __init__(self, library: Library) -> None:
        self._searching = Searching(library)
        self._evidence = EvidenceDesk(library)

    def suggest(self, article_uid: Uid, limit: int | None = LIMIT) -> tuple[Suggestion, ...]:
        """Return the likeliest key facts of an article, best first; NotFoundError without it.

        What was captured already is left out. Rules and frequencies, offline.
        """
        article = self._searching.article(article_uid)
        captured = self._evidence.passages(article_uid)
        found = key_sentences(article.body, article.title, article.language or "en")
        free = [key for key in found if not _is_captured(key, captured)]
        return tuple(_suggestion(article.body, key) for key in free[:limit])

    def draft(self, article_uid: Uid, one: Suggestion) -> FactDraft:
        """Propose the fact that a suggestion states: of the kind that it was suggested for."""
        draft = self._evidence.draft_from(article_uid, one.start, one.end)
        if one.kind is not FactKind.FIGURE:
            return replace(draft, kind=one.kind, value=None, unit="")
        figure = read_figure(one.text)
        value, unit = (figure[0], figure[1]) if figure else (None, "")
        return replace(draft, kind=one.kind, value=value, unit=unit)

    def keep(self, article_uid: Uid, one: Suggestion) -> tuple[Fact, Changes]:
        """Capture a suggestion as its draft has it."""
        draft = self.draft(article_uid, one)
        return self._evidence.capture(article_uid, one.start, one.end, draft)


def _is_captured(key: KeySentence, captured: tuple[Passage, ...]) -> bool:
    """Tell whether a passage covers most of a sentence, or lies wholly inside it."""
    return any(
        (key.start <= one.start and one.end <= key.end)
        or min(key.end, one.end) - max(key.start, one.start) > (key.end - key.start) * _SAME
        for one in captured
    )


def _suggestion(body: str, key: KeySentence) -> Suggestion:
    text = " ".join(body[key.start : key.end].split())
    return Suggestion(key.start, key.end, text, key.kind, key.reasons, key.score)
