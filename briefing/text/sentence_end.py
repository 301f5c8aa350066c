"""Where a sentence ends with the citations that stand behind its full stop."""

from briefing.text.citation_syntax import citation_at


def citations_end(behind: str) -> int:
    """Return how far the citations reach that open a text, in code points; 0 without any.

    They stand on the sentence's line or the next one, never behind an empty line.
    """
    reached = position = 0
    while True:
        while position < len(behind) and behind[position] in " \t\n":
            position += 1
        if behind.count("\n", reached, position) > 1:
            return reached
        found = citation_at(behind, position) if behind[position : position + 1] == "[" else None
        if found is None:
            return reached
        position = found[1]
        while position < len(behind) and behind[position] in ".,;":
            position += 1
        reached = position
