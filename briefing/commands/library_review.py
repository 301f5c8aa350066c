"""What `review` does when it is given a library: open, list, decide, apply."""

from collections.abc import Container, Sequence
from pathlib import Path

from briefing.commands.console import FINDINGS, desk_of, exit_with, note, print_json, say
from briefing.commands.review_answers import (
    review_json,
    review_line,
    review_lines,
    task_json,
    task_line,
)
from briefing.commands.review_ask import ReviewAsk
from briefing.commands.review_decisions_file import ReviewDecisions, read_decisions
from briefing.errors import InputError, NotFoundError
from briefing.model.ids import Uid
from briefing.model.memo_review import Decision, Verdict
from briefing.model.review_record import Merged, Review, ReviewState
from briefing.services.desk import Desk

_ANY_MEMO = "-"  # the memo is found by the file


def review_in_library(ask: ReviewAsk) -> None:
    """Do what was asked, and print the review as it then is."""
    decisions = read_decisions(ask.decisions) if ask.decisions else None
    with desk_of(ask.library) as desk:
        if not ask.memo and not ask.files:
            _list(desk, as_json=ask.as_json)
            return
        review = _opened(desk, ask)
        for warning in review.content.warnings:
            note(warning)
        _do(desk, review, ask, decisions)
        merged = desk.reviewing.preview(review.uid)
        _tell(desk, review.uid, merged, as_json=ask.as_json)
    if merged.open_conflicts and (decisions is not None or ask.accept_all):
        exit_with(FINDINGS)


def list_tasks(library: Path, memo: str = "", *, as_json: bool) -> None:
    """Print the tasks that came out of comments, of one memo or of all."""
    with desk_of(library) as desk:
        uid = desk.drafting.memo_by_slug(memo).uid if memo and memo != _ANY_MEMO else None
        tasks = desk.reviewing.tasks(uid)
        titles = {row.uid: row.title for row in desk.drafting.memos()}
    if as_json:
        print_json([task_json(number, one) for number, one in enumerate(tasks, 1)])
        return
    for number, one in enumerate(tasks, 1):
        say(task_line(number, one, "" if uid else titles[one.memo_uid]))
    if not tasks:
        say("No comment has become a task.")


def _list(desk: Desk, *, as_json: bool) -> None:
    found = desk.reviewing.reviews()
    if as_json:
        print_json([review_json(one) for one in found])
        return
    for one in found:
        say(review_line(one))
    if not found:
        say("No file has come back yet; give the Word file that did.")


def _opened(desk: Desk, ask: ReviewAsk) -> Review:
    """Return the review of the files, or the one of the memo that is not put away."""
    uid = None
    if ask.memo and ask.memo != _ANY_MEMO:
        uid = desk.drafting.memo_by_slug(ask.memo).uid
    if ask.files:
        return desk.reviewing.open(ask.files, uid, by_text=ask.by_text)
    found = [one for one in desk.reviewing.reviews(uid) if one.state is not ReviewState.CLOSED]
    if not found:
        raise NotFoundError("No review is open; give the Word file that came back.")
    return found[0]


def _do(desk: Desk, review: Review, ask: ReviewAsk, decisions: ReviewDecisions | None) -> None:
    """Decide and apply as asked."""
    if decisions is not None:
        _decide(desk, review, decisions)
        _apply(desk, review.uid)
    elif ask.accept_all:
        _accept_all(desk, review)
    elif ask.reject_all:
        _decide_open(desk, review, Verdict.REJECTED, review.waiting(Verdict.OPEN))
        desk.reviewing.close(review.uid)


def _accept_all(desk: Desk, review: Review) -> None:
    """Accept and apply what is in no conflict; the conflicts are the analyst's to settle."""
    merged = desk.reviewing.preview(review.uid)
    disputed = {number for one in merged.open_conflicts for number in one.changes}
    sound = [one for one in review.waiting(Verdict.OPEN) if one not in disputed]
    _decide_open(desk, review, Verdict.ACCEPTED, sound)
    _apply(desk, review.uid)


def _apply(desk: Desk, uid: Uid) -> None:
    """Apply what is accepted, if anything is."""
    if desk.reviewing.get(uid).waiting(Verdict.ACCEPTED):
        desk.reviewing.apply(uid)


def _decide(desk: Desk, review: Review, decisions: ReviewDecisions) -> None:
    service, uid = desk.reviewing, review.uid
    conflicts = {one.number: one for one in service.preview(uid).conflicts}
    _check_numbers(desk, review, decisions, conflicts)
    for number in decisions.keep_citations:
        service.keep_citation(uid, number)
    for number in decisions.drop_citations:
        service.drop_citation(uid, number)
    settled = {each for number in decisions.conflicts for each in conflicts[number].changes}
    changes = {number: one for number, one in decisions.changes.items() if number not in settled}
    if changes:
        service.decide(uid, changes)
    if decisions.conflicts:
        service.settle(uid, decisions.conflicts)
    for number, wish in decisions.threads.items():
        if wish.answer:
            service.answer(uid, number, wish.answer)
        if wish.resolve is not None:
            service.resolve(uid, number, is_resolved=wish.resolve)
        if wish.task is not None:
            service.make_task(uid, number, wish.task)
    if decisions.tasks:
        _finish(desk, review, decisions)


def _check_numbers(
    desk: Desk, review: Review, decisions: ReviewDecisions, conflicts: Container[int]
) -> None:
    """Refuse a file that names what is not there, before anything is decided."""
    changes = {one.number for one in review.content.changes}
    for number in (*decisions.changes, *decisions.keep_citations, *decisions.drop_citations):
        if number not in changes:
            raise InputError(f"There is no change {number} in this review.")
    for number in decisions.conflicts:
        if number not in conflicts:
            raise InputError(f"There is no conflict {number} in this review; list it again.")
    for number in decisions.threads:
        if number not in {one.number for one in review.threads}:
            raise InputError(f"There is no comment {number} in this review.")
    count = len(desk.reviewing.tasks(review.memo_uid)) if decisions.tasks else 0
    for number in decisions.tasks:
        if not 0 < number <= count:
            raise InputError(f"There is no task {number}; `briefing review tasks` lists them.")


def _finish(desk: Desk, review: Review, decisions: ReviewDecisions) -> None:
    tasks = desk.reviewing.tasks(review.memo_uid)
    for number, is_done in decisions.tasks.items():
        desk.reviewing.threads.finish_task(tasks[number - 1].uid, is_done=is_done)


def _decide_open(desk: Desk, review: Review, verdict: Verdict, numbers: Sequence[int]) -> None:
    if numbers:
        desk.reviewing.decide(review.uid, dict.fromkeys(numbers, Decision(verdict)))


def _tell(desk: Desk, uid: Uid, merged: Merged, *, as_json: bool) -> None:
    review, flags = desk.reviewing.get(uid), desk.reviewing.flags(uid)
    if as_json:
        print_json(review_json(review, merged, flags))
        return
    for line in review_lines(review, merged, flags):
        say(line)
