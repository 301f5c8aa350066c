"""The faults of the world, told apart from our own: each is one sentence with what to do."""


class BriefingError(Exception):
    """Something the world did; its text is shown to the user as it stands."""


class LibraryError(BriefingError):
    """A library file cannot be made, opened, upgraded or written."""


class NewerLibraryError(LibraryError):
    """A library was written by a newer Briefing than this one."""


class NotFoundError(BriefingError):
    """A record that was asked for is not in the library."""


class InputError(BriefingError):
    """What the user gave cannot be taken as it stands (a field, a query, an option)."""


class IntakeError(BriefingError):
    """A file from outside cannot be read as an article."""


class ExportError(BriefingError):
    """A memo cannot be written out."""


class SearchInterrupted(BriefingError):  # noqa: N818  # not a fault: a newer search took its place
    """A search was stopped because its answer is no longer wanted."""
