"""Which comment answers which, and which thread is settled: as Word, LibreOffice, Google say it."""

from dataclasses import dataclass

from briefing.ooxml.word_package import Element, local, value


@dataclass(frozen=True, slots=True)
class Thread:
    """What a file says of one comment, by the id of its last paragraph ([MS-DOCX] 2.5.3)."""

    parent: str
    is_done: bool


def threads_of(root: Element | None) -> dict[str, Thread]:
    """Return what `commentsExtended` says, by paragraph id in capitals."""
    found: dict[str, Thread] = {}
    for one in root if root is not None else ():
        if local(one) == "commentEx":
            is_done = value(one, "done").lower() in {"1", "true", "on"}
            found[value(one, "paraId").upper()] = Thread(
                value(one, "paraIdParent").upper(), is_done
            )
    return found
