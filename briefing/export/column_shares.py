"""How wide the columns of a table are: as its dashes say, or by the length of what is in them."""

from briefing.model.block import Table
from briefing.text.inline_text import inline_text

_SAMPLE = 60  # rows that are looked at
_NARROWEST, _WIDEST = 4, 48  # characters that a column may count for


def column_shares(table: Table) -> list[int]:
    """Return a share for each column: that of its dashes, or the length of its longest cell."""
    if len(table.shares) == len(table.header) and table.shares:
        return list(table.shares)
    shares: list[int] = []
    for index in range(max(1, len(table.header))):
        cells = [row[index] for row in (table.header, *table.rows[:_SAMPLE]) if index < len(row)]
        longest = max((len(inline_text(cell)) for cell in cells), default=0)
        shares.append(min(max(longest, _NARROWEST), _WIDEST))
    return shares


def column_widths(table: Table, width: int) -> list[int]:
    """Return whole widths that add up to `width`."""
    shares = column_shares(table)
    widths = [width * share // sum(shares) for share in shares]
    widths[-1] += width - sum(widths)
    return widths
