"""Tags and their rules from the window: the tree's changes, rules and what they would touch."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from briefing.model.changes import Changes
from briefing.model.search_page import TagCount
from briefing.model.tag_rule import RulePreview, TagRule
from briefing.ui.context import WindowContext
from briefing.ui.library.rules_dialog import RulesDialog
from briefing.ui.library.search_flow import SearchFlow
from briefing.ui.library.tags_dialog import TagsDialog


class TagFlow(QObject):
    """Opens the dialogs of tags and rules, and writes what they wish."""

    def __init__(self, context: WindowContext, over: QWidget, searching: SearchFlow) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._searching = searching
        self._tags: TagsDialog | None = None
        self._rules: RulesDialog | None = None
        context.actions.handle("library.tags", self.show_tags)
        context.actions.handle("library.rules", self._show_rules)
        context.bulletin.changed.connect(self._on_library_changed)

    def show_menu(self, tag: str, place: QPoint) -> None:
        """Offer what can be done with a tag."""
        menu = QMenu(self._over)
        menu.addAction("Narrow to this tag", partial(self._searching.toggle_filter, "tag", tag))
        menu.addSeparator()
        menu.addAction("Rename or move…", partial(self._ask_rename, tag))
        menu.addAction("Merge into another…", partial(self._ask_merge, [tag]))
        menu.addAction("Remove from all articles", partial(self._remove, [tag]))
        menu.addSeparator()
        menu.addAction("All tags…", self.show_tags)
        menu.exec(place)
        menu.deleteLater()

    # the tree

    def show_tags(self) -> None:
        """Show all tags of the library as a tree."""
        dialog = TagsDialog(self._context.theme, self._over.window())
        dialog.rename_requested.connect(self._ask_rename)
        dialog.merge_requested.connect(self._ask_merge)
        dialog.removal_requested.connect(self._remove)
        dialog.search_requested.connect(self._on_search_requested)
        dialog.destroyed.connect(self._on_tags_gone)
        self._tags = dialog
        self._read_tags()
        dialog.open_over_window()

    def _read_tags(self) -> None:
        tree = self._context.desk.tags.tree
        self._context.tasks.run(tree, self._on_tags_read, key="library.tag_tree")

    def _on_tags_read(self, tags: tuple[TagCount, ...]) -> None:
        if self._tags is not None:
            self._tags.show_tags(tags)

    def _ask_rename(self, tag: str) -> None:
        name, is_given = QInputDialog.getText(
            self._parent(), "Rename or move", "New path; all tags below move with it", text=tag
        )
        if is_given and name.strip() and name.strip() != tag:
            self._write(partial(self._context.desk.tags.rename, tag, name.strip()), "Tag renamed")

    def _ask_merge(self, tags: list[str]) -> None:
        """Ask for the tag that stays, of all there are; a new one may be typed."""
        known = [one.value for one in self._context.desk.searching.tags()]
        first = next((tag for tag in known if tag not in tags), tags[0])
        name, is_given = QInputDialog.getItem(
            self._parent(),
            "Merge tags",
            f"Merge {', '.join(tags[:3])}{' …' if len(tags) > 3 else ''} into",
            known,
            known.index(first) if first in known else 0,
            editable=True,
        )
        if is_given and name.strip():
            merge = self._context.desk.tags.merge
            self._write(partial(merge, tuple(tags), name.strip()), "Tags merged")

    def _remove(self, tags: list[str]) -> None:
        remove = self._context.desk.tags.remove
        self._write(partial(remove, tuple(tags)), f"Removed: {', '.join(tags[:3])}")

    def _on_search_requested(self, tag: str) -> None:
        self._searching.toggle_filter("tag", tag)

    def _on_tags_gone(self) -> None:
        self._tags = None

    # rules

    def _show_rules(self) -> None:
        dialog = RulesDialog(self._context.theme, self._searching.asked, self._over.window())
        dialog.preview_requested.connect(self._on_preview_requested)
        dialog.save_requested.connect(self._on_save_requested)
        dialog.removal_requested.connect(self._on_removal_requested)
        dialog.apply_requested.connect(self._on_apply_requested)
        dialog.destroyed.connect(self._on_rules_gone)
        self._rules = dialog
        self._read_rules()
        dialog.open_over_window()

    def _read_rules(self, chosen: TagRule | None = None) -> None:
        every = self._context.desk.tag_rules.every
        self._context.tasks.run(every, partial(self._on_rules_read, chosen), key="library.rules")

    def _on_rules_read(self, chosen: TagRule | None, rules: tuple[TagRule, ...]) -> None:
        if self._rules is not None:
            self._rules.show_rules(rules, chosen)

    def _on_preview_requested(self, rule: TagRule) -> None:
        work = partial(self._context.desk.tag_rules.preview, rule)
        self._context.tasks.run(work, self._on_previewed, key="library.rule_preview")

    def _on_previewed(self, preview: RulePreview) -> None:
        if self._rules is not None:
            self._rules.show_preview(preview)

    def _on_save_requested(self, rule: TagRule) -> None:
        work = partial(self._context.desk.tag_rules.save, rule)
        self._context.tasks.run(work, self._on_saved)

    def _on_saved(self, saved: tuple[TagRule, Changes]) -> None:
        rule, changes = saved
        self._context.bulletin.post(changes)
        self._context.messages.info("Rule saved", undo=True)
        self._read_rules(rule)

    def _on_removal_requested(self, rule: TagRule) -> None:
        if rule.uid is not None:
            work = partial(self._context.desk.tag_rules.remove, rule.uid)
            self._context.tasks.run(work, self._on_rule_removed)

    def _on_rule_removed(self, changes: Changes) -> None:
        self._on_written("Rule removed", changes)
        self._read_rules()

    def _on_apply_requested(self, rule: TagRule) -> None:
        self._context.tasks.run(partial(self._save_and_apply, rule), self._on_applied)

    def _save_and_apply(self, rule: TagRule) -> tuple[TagRule, Changes]:
        rules = self._context.desk.tag_rules
        saved, changes = rules.save(rule)
        uids = (saved.uid,) if saved.uid else ()
        return saved, changes | rules.apply(uids)

    def _on_applied(self, applied: tuple[TagRule, Changes]) -> None:
        rule, changes = applied
        self._context.bulletin.post(changes)
        count = len(changes.articles)
        told = f"{count:,} article{'' if count == 1 else 's'} tagged {rule.tag}"
        self._context.messages.info(told, undo=True)
        self._read_rules(rule)

    def _on_rules_gone(self) -> None:
        self._rules = None

    # both

    def _write(self, work: Callable[[], Changes], told: str) -> None:
        self._context.tasks.run(work, partial(self._on_written, told))

    def _on_written(self, told: str, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info(told, undo=True)

    def _on_library_changed(self, _changes: Changes) -> None:
        if self._tags is not None:
            self._read_tags()

    def _parent(self) -> QWidget:
        return self._tags or self._over.window()
