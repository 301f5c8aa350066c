"""What systems and programs leave behind in folders and archives, and nobody put there to read."""

_NAMES = frozenset(
    {"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information"}
)
_BEGINNINGS = (".", "~$", "._")


def is_litter(name: str) -> bool:
    """Return whether a file or folder of that name is passed over."""
    return name.lower() in _NAMES or name.startswith(_BEGINNINGS)
