"""The categories that a feed gives an entry, as tags of the library."""

from collections.abc import Iterable, Iterator

_LONGEST = 200  # what the library takes


def category_tags(categories: Iterable[str]) -> tuple[str, ...]:
    """Return each category once that has words; addresses and overlong ones are no tags."""
    return tuple(dict.fromkeys(_tags(categories)))


def _tags(categories: Iterable[str]) -> Iterator[str]:
    for category in categories:
        tag = " ".join(category.split()).lstrip("#").strip("/ ")
        if any(map(str.isalnum, tag)) and len(tag) <= _LONGEST and "://" not in tag:
            yield tag
