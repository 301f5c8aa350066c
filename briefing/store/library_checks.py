"""What a file must be before it is opened as a library; each refusal says what to do."""

import os
import sqlite3
import stat
from pathlib import Path

from briefing.errors import LibraryError, NewerLibraryError
from briefing.store.connections import APPLICATION_ID, pragma

_MAGIC = b"SQLite format 3\0"  # https://sqlite.org/fileformat2.html#magic_header_string
_HEADER = 100
_APPLICATION_AT = 68
# All but those of the search indexes, which a repair makes anew.
_NAMES = """
article_facets article_heads article_places article_sketches article_tags article_texts
article_versions articles citekey_aliases conflict_rulings copy_pairs dismissals
duplicate_members evidence facet_sets fact_events fact_tags fact_texts facts index_gone
index_pending kept_sentences library_templates memo_releases memo_texts memo_versions memo_words
memos memos_waiting originals pictures refused_copies review_applied review_decisions
review_files review_tasks reviews saved_searches sentence_sources settings sketch_keys tag_rules
tags terms terms_behind thread_answers thread_rulings
"""
TABLES = frozenset(_NAMES.split())


def claim_name(path: Path) -> None:
    """Make an empty file for a new library; LibraryError where one stands or none can be made."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
    except FileExistsError:
        raise LibraryError(f"“{path}” is there already; open it, or choose another name.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LibraryError(
            f"The library “{path}” cannot be made ({reason}); choose a folder that is there and"
            " that you may write to."
        ) from error


def check_file(path: Path) -> None:
    """Refuse what is plainly no library that can be written, before SQLite touches it."""
    header = _header(path)
    if not header.startswith(_MAGIC):
        raise _no_library(path)
    application = int.from_bytes(header[_APPLICATION_AT : _APPLICATION_AT + 4], "big")
    if application != APPLICATION_ID and not path.with_name(path.name + "-wal").exists():
        raise _no_library(path)
    if not os.access(path, os.W_OK):
        raise LibraryError(
            f"“{path}” is read-only; give yourself the right to change it, or open a copy of it."
        )
    if not os.access(path.parent, os.W_OK):
        raise LibraryError(
            f"The folder of “{path}” is read-only, and a library keeps a log beside it while it is"
            " open; copy it to a folder of your own and open the copy."
        )


def check_version(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    """Return the file's version; refuse another program's file and a newer Briefing's."""
    if pragma(connection, "application_id") != APPLICATION_ID:
        raise _no_library(path)
    version = pragma(connection, "user_version")
    if version < 1:
        raise _no_library(path)
    if version > newest:
        raise NewerLibraryError(
            f"“{path}” was written by a newer Briefing (library version {version}; this one knows"
            f" up to {newest}). Install the newest Briefing to open it; nothing was changed."
        )
    return version


def check_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose tables are gone: every later statement would fail."""
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    if not {name for (name,) in rows} >= TABLES:
        raise LibraryError(f"Tables of “{path}” are missing; go back to a backup.")


def _header(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise LibraryError(f"“{path}” is a folder; choose a library file in it.")
        if not stat.S_ISREG(mode):  # opening a pipe would wait for ever
            raise _no_library(path)
        with path.open("rb") as file:
            return file.read(_HEADER)
    except FileNotFoundError:
        raise LibraryError(
            f"There is no library “{path}”; check the name, or make a new library."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise LibraryError(f"“{path}” cannot be read ({reason}); check its rights.") from error


def _no_library(path: Path) -> LibraryError:
    return LibraryError(
        f"“{path}” is not a Briefing library; choose a file that Briefing made (NAME.briefing)."
    )
