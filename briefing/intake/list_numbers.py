"""Numbers as lists write them: figures, letters, Roman numerals."""

LARGEST = 32_767
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def lettered(number: int) -> str:
    """Return a number as letters: a, b, … z, aa, bb; nothing below 1."""
    number = min(number, LARGEST)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def roman(number: int) -> str:
    """Return a number in small Roman numerals; in figures where they have none."""
    if not 0 < number < 4000:
        return str(number)
    numeral = ""
    for worth, sign in _ROMAN:
        while number >= worth:
            numeral, number = numeral + sign, number - worth
    return numeral
