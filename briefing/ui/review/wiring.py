"""Joins the panes of a review to the services, and the actions to what is at hand."""

from functools import partial

from PySide6.QtGui import QGuiApplication

from briefing.ui.context import WindowContext
from briefing.ui.review.action_words import ReviewActionWords
from briefing.ui.review.deciding_flow import DecidingFlow
from briefing.ui.review.flag_flow import FlagFlow
from briefing.ui.review.open_review import OpenReview
from briefing.ui.review.review_flow import ReviewFlow
from briefing.ui.review.review_room import ReviewRoom
from briefing.ui.review.review_thread_flow import ReviewThreadFlow
from briefing.ui.review.review_view import ReviewView
from briefing.ui.review.review_workspace import ReviewWorkspace
from briefing.ui.review.send_back_flow import SendBackFlow


def build_review(context: WindowContext) -> ReviewWorkspace:
    """Build the review workspace; the window owns it from then on."""
    actions = context.actions
    pane = ReviewRoom(context.theme, actions)
    opened = OpenReview(pane)
    view = ReviewView(pane, opened)
    flow = ReviewFlow(context, pane, opened)
    deciding = DecidingFlow(context, pane, opened)
    threads = ReviewThreadFlow(context, pane, opened)
    SendBackFlow(context, opened, pane)
    flags = FlagFlow(context, opened, pane)
    workspace = ReviewWorkspace(pane, opened, flow, deciding)

    actions.handle("review.next", partial(opened.step, 1))
    actions.handle("review.previous", partial(opened.step, -1))
    actions.handle("review.only_open", partial(_switch_open, opened))
    actions.handle("review.only_author", partial(_switch_author, view, opened))
    actions.handle("review.copy", partial(_copy, context, opened))
    actions.handle("review.go_to_memo", partial(_go_to_memo, context, opened))
    ReviewActionWords(actions, opened, pane)
    pane.cards.requested.connect(partial(_do, context, deciding))
    flow.board_read.connect(flags.read_all)
    deciding.words_changed.connect(flow.read_again)
    deciding.sentences_changed.connect(flags.look_again)
    threads.changed.connect(flow.read_again)
    opened.board_shown.connect(workspace.take_focus)
    context.bulletin.changed.connect(flow.hear)
    return workspace


def _do(context: WindowContext, deciding: DecidingFlow, action: str, side: int) -> None:
    """Do what a button of the card at hand stands for."""
    if action == "review.accept" and side:
        deciding.accept(side)
    else:
        context.actions.trigger(action)


def _switch_open(opened: OpenReview) -> None:
    opened.set_only_open(is_only=not opened.is_only_open)


def _switch_author(view: ReviewView, opened: OpenReview) -> None:
    item = opened.current
    if opened.author is not None:
        view.toggle_author(opened.author)
    elif item is not None:
        view.toggle_author(item.changes[0].author if item.changes else item.author)


def _copy(context: WindowContext, opened: OpenReview) -> None:
    """Put the words of the item at hand on the clipboard: what a reviewer wants to be there."""
    item = opened.current
    if item is None:
        return
    if item.thread is not None:
        words = item.thread.thread.text
    else:
        words = "\n".join(change.after or change.before for change in item.changes)
    QGuiApplication.clipboard().setText(words)
    context.messages.info("The words are copied.")


def _go_to_memo(context: WindowContext, opened: OpenReview) -> None:
    """Show the memo at the place of the item at hand."""
    review, item = opened.review, opened.current
    if review is None:
        return
    position = opened.board.memo_place(item) if item else -1
    context.navigator.open_memo(review.memo_uid, position)
