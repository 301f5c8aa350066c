"""Names for the articles of one file: the same at every import, and each only once."""

_LONGEST = 300


class PartNames:
    """Gives out names; a key that comes again is numbered in the order of the file."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def named(self, key: str) -> str:
        """Return the name for an article whose file calls it `key`."""
        key = key[:_LONGEST]
        count = self._counts[key] = self._counts.get(key, 0) + 1
        return f"{key} ({count})" if count > 1 else key
