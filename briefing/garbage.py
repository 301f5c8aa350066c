"""How often Python looks for garbage: seldom, as most of what a memo or an import makes stays."""

import gc

_OBJECTS = 20_000  # made since the last look, not 700: a fifth of the time of a review's opening


def collect_seldom() -> None:
    """Let this process look for garbage seldom."""
    gc.set_threshold(_OBJECTS)
