"""Which tags the facet pane lists: of each level the most used ones, and the chosen ones."""

from collections.abc import Collection, Sequence

from briefing.model.search_page import Count

_MOST = 12  # of one level


def shown_tags(
    tags: Sequence[Count], open_tags: Collection[str], chosen: Collection[str]
) -> tuple[list[Count], int]:
    """Return the tags to list, in the order of the tree, and how many open ones are left out.

    `chosen` is folded to lower case; what stands above a chosen tag is listed with it. Tags under
    a folded one are neither listed nor counted.
    """
    levels: dict[str, list[Count]] = {}
    for tag in tags:
        levels.setdefault(tag.value.rpartition("/")[0], []).append(tag)
    shown: list[Count] = []
    left_out = 0
    above = [""]
    while above:
        level = levels.get(above.pop(), [])
        kept = _kept(level, chosen)
        shown += kept
        left_out += len(level) - len(kept)
        above += [tag.value for tag in kept if tag.value in open_tags]
    return sorted(shown, key=lambda tag: tag.value.casefold().split("/")), left_out


def _kept(level: Sequence[Count], chosen: Collection[str]) -> list[Count]:
    """Return the most used of one level; one more is listed rather than told as `1 more`."""
    if len(level) <= _MOST + 1:
        return list(level)
    used = sorted(level, key=lambda tag: (-tag.count, tag.value.casefold()))
    return used[:_MOST] + [tag for tag in used[_MOST:] if _holds(tag.value.casefold(), chosen)]


def _holds(path: str, chosen: Collection[str]) -> bool:
    return any(one == path or one.startswith(f"{path}/") for one in chosen)
