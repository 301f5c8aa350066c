"""The head of a memo that is reviewed: its fields as they are, and whose they are by now."""

from dataclasses import dataclass

from briefing.model.head_field import HeadField


@dataclass(frozen=True, slots=True)
class ReviewHead:
    """The fields of the front matter in the order of the page, those without a value too.

    `own` are the names of those that the analyst changed since the version that was sent out.
    """

    fields: tuple[HeadField, ...] = ()
    own: tuple[str, ...] = ()
