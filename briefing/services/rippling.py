"""What a change of a fact or an article touches in memos, and bringing it up to date."""

from collections.abc import Sequence

from briefing.errors import InputError
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.ripple import TouchedSentence
from briefing.services.cited_state import CitedThing, things_of
from briefing.services.rewording import Reworder
from briefing.services.touched_memos import write_texts
from briefing.store import citing_sentences, kept_sentences
from briefing.store.citing_sentences import CitingRow
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.text.sentence_end import citations_end


class Rippling:
    """What can be done with the sentences that rest on a fact or an article."""

    def __init__(self, library: Library) -> None:
        self._library = library

    # reading

    def touched(self, uid: Uid) -> tuple[TouchedSentence, ...]:
        """Return every sentence of every memo that cites a fact, or an article and its facts."""
        reader = self._library.reader()
        return _sentences(reader, things_of(reader, uid))

    def proposal(self, touched: TouchedSentence) -> str:
        """Return the sentence with the newer fact's figure, date and citation.

        Where the fact is disputed or retracted nothing can be proposed: it comes as it stands.
        """
        return Reworder(self._library.reader()).reworded(touched)

    def proposals(self, touched: Sequence[TouchedSentence]) -> tuple[str, ...]:
        """Return the same of many sentences, looking each fact up once."""
        reworder = Reworder(self._library.reader())
        return tuple(map(reworder.reworded, touched))

    # writing

    def update(self, touched: Sequence[TouchedSentence], texts: Sequence[str]) -> Changes:
        """Write new texts for sentences of many memos, as one step; each memo is versioned first.

        InputError where a memo was changed meanwhile, so that a sentence is no longer there.
        """
        if len(touched) != len(texts):
            raise InputError("Give one text for every sentence.")
        wanted = [(one, text) for one, text in zip(touched, texts, strict=True) if text != one.text]
        if not wanted:
            return Changes()
        count = len(wanted)
        label = f"Update {count:,} sentences" if count > 1 else "Update sentence"
        return self._library.change(label, lambda connection: write_texts(connection, wanted))[1]

    def keep(self, touched: Sequence[TouchedSentence], reason: str) -> Changes:
        """Let sentences stay as they are, and remember why, until what they cite changes again."""
        if not reason.strip():
            raise InputError("Say why the sentence stays as it is.")

        def work(connection: Connection) -> None:
            states: dict[Uid, str] = {}
            for one in touched:
                if one.source not in states:
                    states[one.source] = things_of(connection, one.source)[0].state
                state, words = states[one.source], words_of(one.text)
                kept_sentences.add(connection, one.memo_uid, one.key, words, state, reason)

        label = f"Keep {len(touched):,} sentences" if len(touched) > 1 else "Keep sentence"
        return self._library.change(label, work)[1]


def words_of(text: str) -> str:
    """Return a sentence as a ruling on it is remembered: its words, whatever their lines."""
    return " ".join(text.split())


def _sentences(connection: Connection, things: Sequence[CitedThing]) -> tuple[TouchedSentence, ...]:
    """Return the sentences that cite things, each once, memo by memo."""
    by_key = {thing.key.casefold(): thing for thing in things}
    reasons = kept_sentences.reasons(connection, [thing.state for thing in things])
    found: dict[tuple[Uid, int], TouchedSentence] = {}
    for row in citing_sentences.citing(connection, by_key):
        thing = by_key.get(row.key.casefold())
        if thing is not None and (row.memo_uid, row.start) not in found:
            found[row.memo_uid, row.start] = _touched(row, thing, reasons)
    return tuple(found.values())


def _touched(row: CitingRow, thing: CitedThing, reasons: kept_sentences.Reasons) -> TouchedSentence:
    text = row.text + row.behind[: citations_end(row.behind)]
    return TouchedSentence(
        row.memo_uid,
        row.slug,
        row.title,
        row.start,
        row.start + len(text),
        text,
        row.key,
        thing.uid,
        reasons.get((row.memo_uid, row.key, words_of(text), thing.state), ""),
    )
