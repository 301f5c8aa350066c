"""Tags, rules, near-copies and earlier versions, each in its dialog."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from briefing.model.article import Article
from briefing.model.article_version import ArticleVersion
from briefing.model.ids import Uid
from briefing.model.near_copies import Cluster, CopyMember, MergePreview
from briefing.model.search_page import Hit, Likeness, TagCount
from briefing.model.tag_rule import RulePreview, TagRule
from briefing.ui.library.copies_dialog import CopiesDialog, brings
from briefing.ui.library.earlier_dialog import EarlierDialog
from briefing.ui.library.hit_list import HitList
from briefing.ui.library.likeness_dialog import LikenessDialog
from briefing.ui.library.rules_dialog import RulesDialog
from briefing.ui.library.tags_dialog import TagsDialog
from briefing.ui.theme import Theme


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    pane = QWidget()
    qtbot.addWidget(pane)
    return pane


def button(over: QWidget, text: str) -> QPushButton:
    (found,) = [one for one in over.findChildren(QPushButton) if one.text() == text]
    return found


def edit(over: QWidget, name: str) -> QLineEdit:
    (found,) = [one for one in over.findChildren(QLineEdit) if one.accessibleName() == name]
    return found


# tags


def _tags(theme: Theme, over: QWidget) -> tuple[TagsDialog, QTreeWidget]:
    dialog = TagsDialog(theme, over)
    dialog.show_tags([TagCount("region", 0, 7), TagCount("region/mexico", 7, 7)])
    tree = dialog.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    return dialog, tree


def test_the_tree_shows_own_and_total_counts(theme: Theme, over: QWidget) -> None:
    _, tree = _tags(theme, over)
    region = tree.topLevelItem(0)
    assert region is not None
    assert [region.text(column) for column in range(3)] == ["region", "", "7"]
    mexico = region.child(0)
    assert mexico is not None
    assert mexico.text(0) == "mexico"


def test_down_leads_from_the_filter_to_the_first_tag_that_is_shown(
    qtbot: QtBot, theme: Theme, over: QWidget
) -> None:
    dialog, tree = _tags(theme, over)
    dialog.show_tags([TagCount("kind", 1, 1), TagCount("region", 0, 7)])
    dialog.show()
    edit(dialog, "Find a tag").setText("reg")
    qtbot.keyClick(edit(dialog, "Find a tag"), Qt.Key.Key_Down)
    assert [item.text(0) for item in tree.selectedItems()] == ["region"]
    assert button(dialog, "Rename or move…").isEnabled()


def test_the_selected_tag_is_renamed(qtbot: QtBot, theme: Theme, over: QWidget) -> None:
    dialog, tree = _tags(theme, over)
    assert not button(dialog, "Rename or move…").isEnabled()
    region = tree.topLevelItem(0)
    assert region is not None
    mexico = region.child(0)
    assert mexico is not None
    mexico.setSelected(True)
    with qtbot.waitSignal(dialog.rename_requested) as renamed:
        button(dialog, "Rename or move…").click()
    assert renamed.args == ["region/mexico"]


def test_finding_a_tag_hides_the_others(theme: Theme, over: QWidget) -> None:
    dialog, tree = _tags(theme, over)
    edit(dialog, "Find a tag").setText("cartel")
    region = tree.topLevelItem(0)
    assert region is not None
    assert region.isHidden()
    edit(dialog, "Find a tag").setText("MEX")
    assert not region.isHidden()


# rules


def test_a_rule_is_previewed_before_it_is_saved(
    qtbot: QtBot, theme: Theme, over: QWidget, make_hit: Callable[..., Hit]
) -> None:
    dialog = RulesDialog(theme, "cartel", over)
    edit(dialog, "Get the tag").setText("topic/cartels")
    with qtbot.waitSignal(dialog.preview_requested) as asked:
        dialog.show_rules([])
    rule = TagRule(None, "cartel", "topic/cartels")
    assert asked.args == [rule]
    dialog.show_preview(RulePreview(37, 12, (make_hit(1).article,)))
    with qtbot.waitSignal(dialog.save_requested) as saved:
        button(dialog, "Save the rule").click()
    assert saved.args == [rule]


def test_a_rule_without_a_tag_is_previewed_too(qtbot: QtBot, theme: Theme, over: QWidget) -> None:
    dialog = RulesDialog(theme, "cartel", over)
    with qtbot.waitSignal(dialog.preview_requested) as asked:
        dialog.show_rules([])
    assert asked.args == [TagRule(None, "cartel", "")]
    dialog.show_preview(RulePreview(49, 0, ()))
    assert any(one.text() == "49 articles found." for one in dialog.findChildren(QLabel))


def test_a_chosen_rule_can_be_removed(qtbot: QtBot, theme: Theme, over: QWidget) -> None:
    dialog = RulesDialog(theme, "", over)
    rule = TagRule(Uid("r"), "cartel", "topic/cartels", is_automatic=True)
    dialog.show_rules([rule])
    listed = dialog.findChild(QListWidget)
    assert isinstance(listed, QListWidget)
    listed.setCurrentRow(0)
    assert edit(dialog, "Articles that match").text() == "cartel"
    with qtbot.waitSignal(dialog.removal_requested) as removed:
        button(dialog, "Remove").click()
    assert removed.args == [rule]


# near-copies


def _cluster(make_hit: Callable[..., Hit]) -> Cluster:
    first, second = make_hit(1).article, make_hit(2).article
    return Cluster(4, (CopyMember(first, 1.0, is_earliest=True), CopyMember(second, 0.87)))


def test_the_earliest_is_kept_and_the_other_merged_into_it(
    qtbot: QtBot, theme: Theme, over: QWidget, make_hit: Callable[..., Hit]
) -> None:
    dialog = CopiesDialog(theme, over)
    with qtbot.waitSignal(dialog.comparison_requested) as asked:
        dialog.show_cluster(_cluster(make_hit), 1, 1)
    assert asked.args == ["u1", "u2"]
    with qtbot.waitSignal(dialog.merge_requested) as merged:
        button(dialog, "Merge into the kept one").click()
    assert merged.args == ["u1", ["u2"]]


def test_a_single_cluster_has_no_next(
    theme: Theme, over: QWidget, make_hit: Callable[..., Hit]
) -> None:
    dialog = CopiesDialog(theme, over)
    for count in (1, 2):
        dialog.show_cluster(_cluster(make_hit), 1, count)
        assert button(dialog, "Next").isEnabled() is button(dialog, "Previous").isEnabled()
        assert button(dialog, "Next").isEnabled() is (count > 1)


def test_another_can_be_kept(
    qtbot: QtBot, theme: Theme, over: QWidget, make_hit: Callable[..., Hit]
) -> None:
    dialog = CopiesDialog(theme, over)
    dialog.show_cluster(_cluster(make_hit), 1, 1)
    button(dialog, "Keep this one").click()
    with qtbot.waitSignal(dialog.refusal_requested) as refused:
        button(dialog, "Not a copy").click()
    assert refused.args == ["u2", "u1"]


def test_quotes_that_would_be_lost_are_named() -> None:
    told = brings(MergePreview(("a", "b"), 1, 2, (("7k2", "59 targets"),)))
    assert "2 tags, 1 fact, citations in 2 memos" in told
    assert "7k2" in told


# versions, likeness


def test_an_earlier_text_is_compared_and_brought_back(
    qtbot: QtBot, theme: Theme, over: QWidget
) -> None:
    article = Article(Uid("a"), "nyt2025vow", "Vow", "They took 59 men.")
    moment = datetime(2025, 9, 3, tzinfo=UTC)
    version = ArticleVersion(Uid("v"), "Vow", "They took 55 men.", None, "Collected again", moment)
    dialog = EarlierDialog(theme, article, (version,), over)
    with qtbot.waitSignal(dialog.comparison_requested) as compared:
        dialog.begin()
    assert compared.args == ["They took 55 men.", "They took 59 men."]
    with qtbot.waitSignal(dialog.restore_requested) as restored:
        button(dialog, "Bring this text back").click()
    assert restored.args == ["v"]


def test_likeness_tells_its_reason(
    qtbot: QtBot, theme: Theme, over: QWidget, make_hit: Callable[..., Hit]
) -> None:
    row = replace(make_hit(3).article, copy_count=1)
    dialog = LikenessDialog(theme, "Vow", (Likeness(row, ("extradited", "cartel")),), over)
    listed = dialog.findChild(HitList)
    assert isinstance(listed, HitList)
    assert listed.remarks() == ["Shared: extradited, cartel"]
    with qtbot.waitSignal(dialog.article_requested) as opened:
        button(dialog, "Open").click()
    assert opened.args == ["u3"]
