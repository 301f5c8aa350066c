"""Forty linked sentences under two hundred edits: every link that survives opens its quote."""

import shutil
from pathlib import Path

import pytest

from briefing.model.anchor import AnchorState
from briefing.model.fact import FactDraft
from briefing.model.ids import Uid
from briefing.services.desk import Desk, open_desk
from briefing.services.trace_reading import TracedSentence
from briefing.store import traces
from briefing.text.sentences import sentences, supported_sentences
from tests.services.drafted_text import DraftedText, PlainText, Written, opening_text

LINKED, EDITS = 40, 200


@pytest.fixture
def desk_path(sample_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_file, tmp_path / "desk.briefing"))


def capture_quotes(desk: Desk, count: int) -> dict[str, str]:
    """Capture sentences of the sample's articles; return each fact's key with its quote."""
    quotes: dict[str, str] = {}
    for row in (hit.article for hit in desk.searching.search("").hits):
        body = desk.searching.article(row.uid).body
        spans = [one for one in sentences(body) if 60 < one.end - one.start < 300]
        for span in spans[:4]:
            if len(quotes) < count:
                fact, _ = desk.evidence.capture(row.uid, span.start, span.end, FactDraft("Said."))
                quotes[f"fact:{fact.key}"] = fact.evidence[0].anchor.quote
    return quotes


def begun(keys: list[str]) -> list[Written]:
    """Return a sentence for each key, and some that cite nothing."""
    linked = [
        Written(
            f"The {n} delegation signed the {n} protocol of the conference in May", key, n % 2 == 1
        )
        for n, key in enumerate(keys)
    ]
    bare = [Written(f"The port of harbour {n} was closed to all ships in June") for n in range(6)]
    return [*linked[:20], *bare, *linked[20:]]


def shown(found: tuple[TracedSentence, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (" ".join(one.text.split()), tuple(dict.fromkeys(source.key for source in one.sources)))
        for one in found
    ]


def recorded(written: list[Written]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.sentence, (one.key,) if one.key else ()) for one in written]


def told(body: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return each sentence of a text with what it cites."""
    return [
        (
            " ".join(one.text.split()),
            tuple(item.key for found in one.citations for item in found.citation.items),
        )
        for one in supported_sentences(body)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_links_survive_every_edit_and_open_their_quotes(desk_path: Path, seed: int) -> None:
    with open_desk(desk_path) as desk:
        quotes = capture_quotes(desk, LINKED)
        assert len(quotes) == LINKED
        memo, _ = desk.drafting.new_memo("information-memo", {"subject": "Endurance"})
        written = begun(list(quotes))
        draft = DraftedText(PlainText(opening_text(written)), written, seed)
        for _ in range(EDITS):
            draft.edit()
            assert told(draft.surface.text()) == recorded(draft.sentences)
        desk.drafting.save(memo.uid, memo.fields, draft.surface.text())
    with open_desk(desk_path) as desk:
        look_up(desk, memo.uid, draft.sentences, quotes)


def _has_verb(sentence: str) -> bool:
    """Tell whether a verb of the written sentences is left: what an edit cut off claims nothing."""
    return not {"was", "signed", "closed"}.isdisjoint(sentence.rstrip(".").split())


def look_up(desk: Desk, uid: Uid, written: list[Written], quotes: dict[str, str]) -> list[Written]:
    """Assert that each link opens its verbatim quote, and that each claim without one is listed.

    Return the sentences that have a link or are listed.
    """
    memo = desk.drafting.memo(uid)
    found = desk.trace.sentences(memo)
    assert shown(found) == recorded(written)
    for source in (source for one in found for source in one.sources):
        assert source.state is AnchorState.EXACT
        assert source.article_uid is not None
        body = desk.searching.article(source.article_uid).body
        assert body[source.start : source.end] == source.quote == quotes[source.key]
    untraced = [one.text for one in found if one.is_untraced]
    bare = [one.sentence for one in written if not one.key]
    assert untraced == [one for one in bare if _has_verb(one) or one in untraced]
    stored = traces.of_memo(desk.library.reader(), uid)
    assert sorted(one.key for one in stored) == sorted(one.key for one in written if one.key)
    return [one for one in written if one.key or one.sentence in untraced]
