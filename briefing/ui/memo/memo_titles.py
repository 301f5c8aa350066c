"""What a memo is called in the window; one without a subject goes by its template's name."""

import re

from briefing.model.memo import Memo, MemoRow
from briefing.model.template import Template
from briefing.text.slugs import make_slug

_NUMBER = re.compile(r"-\d+$")


def title_of(memo: Memo, template: Template | None) -> str:
    """Return the title of an open memo."""
    is_titled = memo.field("subject").strip() or memo.field("title").strip()
    return template.title if template and not is_titled else memo.title


def title_of_row(row: MemoRow, template_title: str) -> str:
    """Return the title of a memo in the list.

    A row without a subject has its slug for a title, which was made of the template's title.
    """
    name = make_slug(template_title, lambda _: False)
    is_untitled = row.title == row.slug and name in (row.slug, _NUMBER.sub("", row.slug))
    return template_title if is_untitled or not row.title.strip() else row.title
