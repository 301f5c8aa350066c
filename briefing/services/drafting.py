"""Memos: made from templates, saved as they are typed, kept in versions."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from briefing.errors import InputError, NotFoundError
from briefing.model.changes import Changes
from briefing.model.ids import Uid, new_uid
from briefing.model.memo import Memo, MemoRow, MemoVersion
from briefing.model.template import FieldType, Template, TemplateField
from briefing.services.section_texts import skeleton
from briefing.services.template_shelf import library_shelf
from briefing.services.tracing import retrace
from briefing.store import memos, versions
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.text.slugs import make_slug

Fields = tuple[tuple[str, str], ...]
Draft = tuple[Fields, str]  # front matter and body


class Drafting:
    """What can be done with memos and their templates."""

    def __init__(self, library: Library, own_templates: Path) -> None:
        self._library = library
        self._shelf = library_shelf(library, own_templates)

    # templates

    def templates(self) -> tuple[Template, ...]:
        """Return the templates that ship and the user's own; an own one replaces its namesake."""
        return self._shelf.every()

    def template(self, name: str) -> Template:
        """Return one template; InputError names those there are."""
        found = self.find_template(name)
        if found is None:
            names = ", ".join(template.name for template in self.templates())
            raise InputError(f"There is no template “{name}”; there are: {names}.")
        return found

    def find_template(self, name: str) -> Template | None:
        """Return one template, or nothing: a memo may outlive the template it came from."""
        return self._shelf.find(name)

    # reading

    def memos(self) -> tuple[MemoRow, ...]:
        """Return every memo as a list shows it, the last changed first."""
        return memos.rows(self._library.reader())

    def persons(self) -> tuple[str, ...]:
        """Return whom earlier memos name in fields for a person, the most named first."""
        named: Counter[str] = Counter()
        for template_name, fields in memos.front_matters(self._library.reader()):
            template = self.find_template(template_name)
            known = template.fields if template else ()
            names = {field.name for field in known if field.type is FieldType.PERSON}
            named.update(value.strip() for name, value in fields if name in names and value.strip())
        return tuple(person for person, _ in named.most_common())

    def memo(self, uid: Uid) -> Memo:
        """Return a memo; NotFoundError where there is none."""
        return memos.get(self._library.reader(), uid)

    def memo_by_slug(self, name: str) -> Memo:
        """Return a memo by its slug, the start of one, or its title.

        Raises NotFoundError where none or more than one fits.
        """
        found = memos.find_by_slug(self._library.reader(), name)
        if found:
            return found
        fitting = [row for row in self.memos() if row.slug.startswith(name) or row.title == name]
        if len(fitting) == 1:
            return self.memo(fitting[0].uid)
        if fitting:
            raise NotFoundError(f"“{name}” fits {len(fitting)} memos; give the whole name.")
        raise NotFoundError(f"There is no memo “{name}” in this library.")

    def versions(self, uid: Uid) -> tuple[MemoVersion, ...]:
        """Return the versions of a memo, the newest first."""
        return versions.of_memo(self._library.reader(), uid)

    # writing

    def new_memo(self, template_name: str, fields: Mapping[str, str]) -> tuple[Memo, Changes]:
        """Make a memo from a template; `fields` fill its front matter, others get defaults."""
        template = self.template(template_name)
        filled = fill_fields(template, fields)
        subject = dict(filled).get("subject", "") or template.title
        body = skeleton(template, dict(filled))

        def work(connection: Connection) -> Memo:
            slug = make_slug(subject, lambda name: memos.find_by_slug(connection, name) is not None)
            return _add(connection, Memo(new_uid(), slug, template.name, filled, body))

        return self._library.change("New memo", work)

    def add_memo(self, template_name: str, fields: Fields, body: str) -> tuple[Memo, Changes]:
        """Make a memo of a text that was written elsewhere, with its fields as they stand."""
        subject = dict(fields).get("subject", "") or self.template(template_name).title

        def work(connection: Connection) -> Memo:
            slug = make_slug(subject, lambda name: memos.find_by_slug(connection, name) is not None)
            return _add(connection, Memo(new_uid(), slug, template_name, fields, body))

        return self._library.change("Import memo", work)

    def save(self, uid: Uid, fields: Fields, body: str, seen: Draft | None = None) -> Changes:
        """Keep a memo as it stands while it is typed; the editor has its own undo.

        `seen` is the text that the typing began from. Where another window or the command line
        has written another one since, that text becomes a version first: neither is lost.
        """

        def work(connection: Connection) -> bool:
            memo = memos.get(connection, uid)
            stored = (memo.fields, memo.body)
            if stored == (fields, body):
                return False
            if seen not in (None, stored):
                versions.add(connection, memo, "written elsewhere, then typed over here")
            _update(connection, replace(memo, fields=fields, body=body))
            return True

        changed = self._library.write("Type", work, undoable=False)
        return _touched(uid) if changed else Changes()

    def make_version(self, uid: Uid, reason: str) -> tuple[MemoVersion, Changes]:
        """Keep the memo as it stands now as a version; the newest serves if nothing changed."""

        def work(connection: Connection) -> MemoVersion:
            memo = memos.get(connection, uid)
            return versions.add(connection, memo, reason)

        return self._library.write("Make version", work, undoable=False), _touched(uid)

    def restore(self, uid: Uid, number: int) -> Changes:
        """Bring a version back as the memo's text; what stood there becomes a version first."""

        def work(connection: Connection) -> None:
            wanted = versions.get(connection, uid, number)
            memo = memos.get(connection, uid)
            versions.add(connection, memo, f"before version {number} came back")
            _update(connection, replace(memo, fields=wanted.fields, body=wanted.body))

        self._library.write(f"Restore version {number}", work)
        return _touched(uid)

    def duplicate(self, uid: Uid) -> tuple[Memo, Changes]:
        """Make a memo of the same text under a name of its own."""

        def work(connection: Connection) -> Memo:
            memo = memos.get(connection, uid)
            slug = make_slug(
                memo.title, lambda name: memos.find_by_slug(connection, name) is not None
            )
            return _add(connection, replace(memo, uid=new_uid(), slug=slug))

        return self._library.change("Duplicate memo", work)

    def rename(self, uid: Uid, subject: str) -> Changes:
        """Give a memo another subject; its slug stays, so that links to it hold."""
        if not subject.strip():
            raise InputError("Give the memo a subject.")

        def work(connection: Connection) -> None:
            memo = memos.get(connection, uid)
            fields = {**dict(memo.fields), "subject": subject.strip()}
            memos.update(connection, replace(memo, fields=tuple(fields.items())))

        self._library.write("Rename memo", work)
        return _touched(uid)

    def remove(self, uid: Uid) -> Changes:
        """Remove a memo with its versions; it can be undone."""
        return self._library.change(
            "Remove memo", lambda connection: memos.remove(connection, uid)
        )[1]


def _add(connection: Connection, memo: Memo) -> Memo:
    kept = memos.add(connection, memo)
    retrace(connection, kept)
    return kept


def _update(connection: Connection, memo: Memo) -> None:
    memos.update(connection, memo)
    retrace(connection, memo)


def fill_fields(template: Template, given: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the template's fields in order with what is given or their default, then the rest."""
    named = [(field.name, given.get(field.name) or _default(field)) for field in template.fields]
    known = {name for name, _ in named}
    return (*named, *((name, text) for name, text in given.items() if name not in known))


def _default(field: TemplateField) -> str:
    is_today = field.default == "today" or (field.name == "date" and not field.default)
    if field.type is FieldType.DATE and is_today:
        return datetime.now().astimezone().date().isoformat()  # the analyst's own day, not UTC's
    return field.default


def _touched(uid: Uid) -> Changes:
    return Changes(memos=frozenset({uid}))
