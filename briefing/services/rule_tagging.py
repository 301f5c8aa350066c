"""Tag rules: articles that match a query get a tag; previewed first, never taken away again."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.errors import InputError
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.query import Node
from briefing.model.tag_rule import RulePreview, TagRule
from briefing.services.stemming import Stemming
from briefing.store import article_rows, rule_matches, tags
from briefing.store import tag_rules as rules_kept
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.text.query_language import parse_query

SHOWN = 20


class TagRules:
    """What can be done with the tag rules of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._stemming = Stemming()

    def every(self) -> tuple[TagRule, ...]:
        """Return the rules in the order of their tags."""
        return rules_kept.every(self._library.reader())

    def save(self, rule: TagRule) -> tuple[TagRule, Changes]:
        """Keep a rule, new or changed; InputError where its query or tag says nothing."""
        sound = _sound(rule)
        return self._library.change(
            "Save tag rule", lambda connection: rules_kept.put(connection, sound)
        )

    def remove(self, uid: Uid) -> Changes:
        """Remove a rule; the tags that it gave stay."""
        return self._library.change(
            "Remove tag rule", lambda connection: rules_kept.remove(connection, uid)
        )[1]

    def preview(self, rule: TagRule) -> RulePreview:
        """Return what a rule would touch, kept or not; what its query cannot say stands there.

        Where its tag is not named yet, that is all that its query finds.
        """
        query = _sound_query(rule)
        tag = tags.normal_path(rule.tag) if rule.tag.strip() else ""
        reader = self._library.reader()
        root = self._root(reader, query)
        count, have = rule_matches.counts(reader, root, tag)
        ids = rule_matches.lacking_ids(reader, root, tag, SHOWN)
        rows = tuple(article_rows.of_ids(reader, ids))
        return RulePreview(count, have, rows, parse_query(query).problems)

    def apply(self, uids: Sequence[Uid] | None = None) -> Changes:
        """Let rules give their tags now, all rules by default, as one step of undo."""

        def work(connection: Connection) -> None:
            if uids is None:
                rules = rules_kept.every(connection)
            else:
                rules = tuple(rules_kept.get(connection, uid) for uid in dict.fromkeys(uids))
            for rule in rules:
                rule_matches.give(connection, self._root(connection, rule.query), rule.tag)

        return self._library.change("Apply tag rules", work)[1]

    def apply_to_new(self, connection: Connection, added: Sequence[Uid]) -> None:
        """Let the automatic rules give their tags to articles that were just imported."""
        for rule in rules_kept.every(connection):
            if rule.is_automatic:
                root = self._root(connection, rule.query)
                rule_matches.give(connection, root, rule.tag, added)

    def _root(self, connection: Connection, query: str) -> Node | None:
        return self._stemming.widen(connection, parse_query(query).root)


def _sound(rule: TagRule) -> TagRule:
    return replace(rule, query=_sound_query(rule), tag=tags.normal_path(rule.tag))


def _sound_query(rule: TagRule) -> str:
    query = " ".join(rule.query.split())
    if parse_query(query).root is None:
        raise InputError("Say which articles get the tag: a rule needs words or filters to match.")
    return query
