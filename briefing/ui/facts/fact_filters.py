"""A filter chosen from a list, as a field of the search line."""

import re


def with_field(line: str, field: str, value: str) -> str:
    """Return a line with `field:value` in place of what it says of the field; "" takes it out."""
    rest = re.sub(rf"(?:^|(?<=\s)){re.escape(field)}:\S+\s*", "", line).strip()
    return f"{field}:{value} {rest}".strip() if value else rest
