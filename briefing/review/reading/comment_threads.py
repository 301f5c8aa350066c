"""Which comment answers which, and which thread is settled: as Word, LibreOffice, Google say it."""

from dataclasses import dataclass

from briefing.ooxml.word_package import Element, local, value


@dataclass(frozen=True, slots=True)
class Thread:
    """What a file says of one comment, by the id of its last paragraph ([MS-DOCX] 2.5.3)."""

    parent: str
    is_done: bool


def dates_of(identities: Element | None, extensible: Element | None) -> dict[str, str]:
    """Return the dates in UTC that newer Words keep, by paragraph id ([MS-DOCX] 2.7.3, 2.8.2)."""
    by_durable = {
        value(one, "durableId"): value(one, "dateUtc")
        for one in (extensible if extensible is not None else ())
        if local(one) == "commentExtensible"
    }
    return {
        value(one, "paraId").upper(): by_durable.get(value(one, "durableId"), "")
        for one in (identities if identities is not None else ())
        if local(one) == "commentId"
    }


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
