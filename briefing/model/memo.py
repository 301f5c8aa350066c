"""A memo: its front matter, its Markdown, and the versions it went through."""

from dataclasses import dataclass
from datetime import datetime

from briefing.model.ids import Uid


@dataclass(frozen=True, slots=True)
class Memo:
    """A briefing memo; `fields` are its front matter in order (to, from, date, subject …)."""

    uid: Uid
    slug: str
    template: str
    fields: tuple[tuple[str, str], ...]
    body: str
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def field(self, name: str) -> str:
        """Return a field's text, or nothing."""
        return dict(self.fields).get(name, "")

    @property
    def title(self) -> str:
        """Return what the memo is called in lists: its subject, its title, or its slug."""
        return self.field("subject") or self.field("title") or self.slug


@dataclass(frozen=True, slots=True)
class MemoRow:
    """A memo as a list shows it: no body."""

    uid: Uid
    slug: str
    title: str
    template: str
    date: str
    version: int
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class MemoVersion:
    """The memo as it stood at one moment; `reason` says what made the version.

    `name` is the analyst's; `sent_to` and `sent_at` tell of the one that went out. `printed` is
    what an exported one said, facts looked up and cited by their sources.
    """

    uid: Uid
    memo_uid: Uid
    number: int
    reason: str
    fields: tuple[tuple[str, str], ...]
    body: str
    created_at: datetime
    name: str = ""
    sent_to: str = ""
    sent_at: datetime | None = None
    printed: str = ""
