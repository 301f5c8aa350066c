"""The tree of tags: its counts, and renaming, moving, merging and removing whole branches."""

from collections.abc import Callable, Iterable, Sequence

from briefing.model.changes import Changes
from briefing.model.search_page import TagCount
from briefing.store import tag_moves, tags
from briefing.store.connections import Connection
from briefing.store.library_file import Library

_Work = Callable[[Connection], None]


class TagTree:
    """What can be done with tags as such; each call is one step of undo."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def tree(self) -> tuple[TagCount, ...]:
        """Return every tag and every path above one, in alphabetical order.

        `own` counts the articles with that very tag, `below` those with it or any below it, each
        article once.
        """
        return tags.tree(self._library.reader())

    def complete(self, typed: str, limit: int = 12) -> tuple[str, ...]:
        """Return the tags that what was typed may mean: by the beginning of any of their names.

        Those that begin with it come first, then those of most articles.
        """
        wanted = " ".join(typed.casefold().split())
        found = [
            (not one.path.casefold().startswith(wanted), -one.below, one.path)
            for one in self.tree()
            if _may_mean(one.path.casefold(), wanted)
        ]
        return tuple(path for _, _, path in sorted(found)[:limit])

    def rename(self, path: str, new_path: str) -> Changes:
        """Give a tag, and with it all below it, another path; what stands there is joined."""
        return self._change("Rename tag", lambda c: tag_moves.move(c, path, new_path))

    def move(self, path: str, under: str = "") -> Changes:
        """Put a tag with all below it under another one; under nothing, to the top."""
        own = tags.normal_path(path)
        name = own.rpartition("/")[2]
        target = f"{tags.normal_path(under)}/{name}" if under.strip(" /") else name
        return self._change("Move tag", lambda c: tag_moves.move(c, own, target))

    def merge(self, paths: Sequence[str], into: str) -> Changes:
        """Let tags, each with all below it, be one; that one may be new, or among them."""

        def work(connection: Connection) -> None:
            tag_moves.merge(connection, paths, into)

        return self._change(f"Merge {len(paths):,} tags", work)

    def remove(self, paths: str | Iterable[str]) -> Changes:
        """Take tags with all below them from every article and fact."""
        chosen = [paths] if isinstance(paths, str) else list(paths)
        label = "Remove tag" if len(chosen) == 1 else f"Remove {len(chosen):,} tags"
        return self._change(label, lambda c: tag_moves.remove(c, chosen))

    def _change(self, label: str, work: _Work) -> Changes:
        return self._library.change(label, work)[1]


def _may_mean(path: str, wanted: str) -> bool:
    return path.startswith(wanted) or f"/{wanted}" in path
