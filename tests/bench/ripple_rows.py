"""Rows of a superseded fact: listing and updating every sentence that it touches in 1,000 memos."""

import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from briefing.model.fact import FactDraft, FactKind
from briefing.model.ids import Uid
from briefing.services.desk import Desk, create_desk
from tests.bench.corpus import real_text
from tests.bench.timing import Row, budget_row

MEMOS = 1_000
SENTENCES = 40  # a memo of about three pages
_QUOTE = "the arrest of 59 high-value targets"


def ripple_rows(folder: Path) -> Iterator[Row]:
    """Yield the rows, on a library that is made anew."""
    path = folder / "ripple.briefing"
    for old in folder.glob("ripple*.briefing*"):
        old.unlink()
    with create_desk(path) as desk:
        old, new = _facts(desk)
        _fill(desk, desk.evidence.fact(old).key)
        listing = partial(desk.ripple.touched, old)
        empty = _ms(partial(desk.ripple.touched, new))
        desk.standing.supersede(old, new, "counted again")
        listing()
        what = f"sentences that a superseded fact touches, {MEMOS:,} memos"
        yield budget_row(what, _ms(listing), 1_000, "a fact that nothing cites", empty)
        touched = listing()
        if len(touched) != MEMOS:
            raise RuntimeError(f"{len(touched)} sentences were listed, not {MEMOS}")
        texts = desk.ripple.proposals(touched)
        update = partial(desk.ripple.update, touched, texts)
        yield Row("all of them updated, one step", _ms(update), "", None, "", is_kept=True)
        yield Row("and undone", _ms(desk.library.undo), "", None, "", is_kept=True)


def _facts(desk: Desk) -> tuple[Uid, Uid]:
    """Capture a fact and the one that will take its place."""
    desk.collecting.paste(f"Talks\n\nThe ministers met. They spoke of {_QUOTE} by Mexico.\n")
    (hit,) = desk.searching.search("targets").hits
    start = desk.searching.article(hit.article.uid).body.index(_QUOTE)
    made: list[Uid] = []
    for value in (59, 61):
        statement = f"Mexico arrested {value} targets."
        draft = FactDraft(statement, FactKind.FIGURE, Decimal(value), "targets")
        end = start + len(_QUOTE)
        made.append(desk.evidence.capture(hit.article.uid, start, end, draft)[0].uid)
    return made[0], made[1]


def _fill(desk: Desk, key: str) -> None:
    """Write memos of real sentences, one of which cites the fact."""
    # no paragraph that opens a block of code which others close
    paragraphs = [one for one in real_text().paragraphs if not {"`", "~", "<"} & set(one)]
    for number in range(MEMOS):
        memo, _ = desk.drafting.new_memo("information-memo", {"subject": f"Memo {number}"})
        chosen = [paragraphs[(number * 7 + at) % len(paragraphs)] for at in range(SENTENCES // 4)]
        chosen.insert(number % len(chosen), f"Mexico arrested 59 targets [@fact:{key}].")
        desk.drafting.save(memo.uid, memo.fields, "\n\n".join(["## Summary", *chosen]) + "\n")


def _ms(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1_000
