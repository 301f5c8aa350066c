"""A field of a memo's front matter as its Word file prints it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeadField:
    """One field; `value` is what the memo holds, `printed` what stands on the page.

    A date is one by its template or by its value; of `choices` a field holds one, if there are any.
    """

    name: str
    label: str
    value: str
    printed: str
    is_date: bool = False
    choices: tuple[str, ...] = ()
