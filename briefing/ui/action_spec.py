"""One row of the table of actions: what it says, its keys, in which room it lives."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: `name` is ROOM.VERB, `text` what it says, `words` what else finds it."""

    name: str
    text: str
    key: str = ""
    icon: str = ""
    workspace: str = ""
    more_keys: tuple[str, ...] = ()
    words: str = ""
    short: str = ""  # what a button says where `text` is too long
    is_switch: bool = False
    beside: tuple[str, ...] = ()  # actions behind the arrow of its button

    @property
    def is_window_key(self) -> bool:
        """Return whether the key works wherever the focus is in its room.

        A bare key or one with Shift only does so when it is a function key; letters stay with
        lists and readers, so that they can be typed.
        """
        keys = (self.key, *self.more_keys)
        return all(_has_modifier(key) or _is_function_key(key) for key in keys if key)


def _has_modifier(key: str) -> bool:
    return any(part in {"Ctrl", "Alt", "Meta"} for part in key.split("+")[:-1])


def _is_function_key(key: str) -> bool:
    last = key.rsplit("+", maxsplit=1)[-1]
    return last[:1] == "F" and last[1:].isdigit()
