"""Snippets: short names that become words, such as `;date`; each library has its own besides."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import cast

from briefing.errors import InputError
from briefing.model.changes import Changes
from briefing.store import library_settings
from briefing.store.connections import Connection
from briefing.store.library_file import Library

MAX_OWN = 500
MAX_CHARS = 20_000  # of one snippet
_KEY = "snippets"
_NAME = re.compile(r"[^\W_][\w-]{0,39}")
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}
_FIELDS = {"me": "from", "to": "to", "subject": "subject", "from": "from"}


class Snippets:
    """The snippets of one library, and those that every library has."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @property
    def own(self) -> dict[str, str]:
        """Return the library's own snippets by their names, in alphabetical order."""
        return dict(sorted(_own(self._library.reader()).items()))

    def words(self, fields: Mapping[str, str], now: datetime) -> dict[str, str]:
        """Return what each name becomes in a memo with these fields, at this moment.

        An own snippet goes before one of the program's of the same name.
        """
        language = fields.get("language") or fields.get("lang") or "en"
        made = {
            "date": written_date(now, language),
            "day": now.strftime("%Y-%m-%d"),
            "time": now.strftime("%H:%M"),
        }
        made |= {name: fields[field] for name, field in _FIELDS.items() if fields.get(field)}
        return {**made, **self.own}

    def keep(self, name: str, text: str) -> Changes:
        """Keep a snippet, in the place of one of that name; InputError tells what is wrong."""
        name = name.strip().lstrip(";").casefold()
        if not _NAME.fullmatch(name):
            raise InputError("A snippet's name is one word of letters, digits and hyphens.")
        if not text.strip() or len(text) > MAX_CHARS:
            raise InputError("A snippet needs words, at most 20,000 characters of them.")
        return self._change({**self.own, name: text.replace("\r\n", "\n")})

    def remove(self, name: str) -> Changes:
        """Forget a snippet."""
        return self._change({known: text for known, text in self.own.items() if known != name})

    def _change(self, own: Mapping[str, str]) -> Changes:
        if len(own) > MAX_OWN:
            raise InputError(f"A library keeps {MAX_OWN} snippets: remove one first.")

        def work(connection: Connection) -> None:
            text = json.dumps(own, ensure_ascii=False) if own else ""
            library_settings.put(connection, _KEY, text)

        self._library.write("Change snippets", work, undoable=False)
        return Changes()


def written_date(day: datetime, language: str) -> str:
    """Return a date in words: `3 September 2026`, `3 de septiembre de 2026`, `3 septembre 2026`."""
    code = language.replace("_", "-").casefold().split("-")[0]
    month = _MONTHS.get(code, _MONTHS["en"]).split()[day.month - 1]
    if code == "es":
        return f"{day.day} de {month} de {day.year}"
    if code == "en" and language.replace("_", "-").casefold() == "en-us":
        return f"{month} {day.day}, {day.year}"
    number = "1er" if code == "fr" and day.day == 1 else str(day.day)
    return f"{number} {month} {day.year}"


def _own(connection: Connection) -> dict[str, str]:
    """Return the library's own snippets; none where another program spoiled the list."""
    try:
        found: object = json.loads(library_settings.get(connection, _KEY) or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    known = cast("dict[object, object]", found)
    return {k: v for k, v in known.items() if isinstance(k, str) and isinstance(v, str)}
