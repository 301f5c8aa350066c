"""The forms of light verbs, and of what may stand between them and the nouns that hide verbs.

Source: U.S. Federal Plain Language Guidelines, 2011, "Avoid hidden verbs".
"""

from collections.abc import Iterable

# `given the costs` tells why: as a form of the verb it follows another.
_GIVEN = (
    "|".join(
        rf"(?<=\b{word} )"
        for word in (
            "have",
            "has",
            "had",
            "been",
            "be",
            "being",
            "is",
            "are",
            "was",
            "were",
            "not",
            "also",
        )
    )
    + r"|(?<=[’']ve )|(?<=ly )"
)
FORMS = {
    "make": "make|makes|made|making",
    "take": "take|takes|took|taken|taking",
    "give": f"give|gives|gave|(?:{_GIVEN})given|giving",
    "have": "have|has|had|having",
    "hold": "hold|holds|held|holding",
    "do": "do|does|did|done|doing",
    "undertake": "undertake|undertakes|undertook|undertaken|undertaking",
    "carry out": "(?:carry|carries|carried|carrying) out",
    "come to": "(?:come|comes|came|coming) to",
    "enter into": "(?:enter|enters|entered|entering) into",
    "be in": "(?:be|is|are|was|were|been|being|am) in",
}
PASSIVE = {
    "make": "made",
    "take": "taken",
    "give": "given",
    "hold": "held",
    "do": "done",
    "undertake": "undertaken",
    "carry out": "carried out",
    "conduct": "conducted",
    "perform": "performed",
    "reach": "reached",
    "achieve": "achieved",
    "effect": "effected",
}
# Any words between article and noun, but those that begin another phrase, and figures and ranks,
# which the verb alone cannot tell.
_NOT_BETWEEN = (
    r"(?:of|to|in|on|at|for|with|from|by|and|or|but|that|which|who|the|an?|his|her|its|their|our|my"
    r"|your|this|it|is|are|was|were|be|one|two|three|four|five|six|seven|eight|nine|ten|several"
    r"|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|hundreds?|dozens?|many|few|both|each|every"
    r"|first|second|third|last|next|another|other|pull|as|than|if|when|not|what"
    r"|people|us|them|him|me|you|been|known)\b(?!-[a-z])"
)
INNER = r"(?!(?:before|after|if|when|that|which|who|they|we|it|he|she|you|and|is|was|be)\b)\w+"
ADJECTIVES = (
    r"(?:(?:very|more|most|quite|rather|own|[a-z]+ly) )?"
    rf"(?:(?!{_NOT_BETWEEN})[a-z][a-z-]*,? (?:and (?!{_NOT_BETWEEN})[a-z-]+ )?){{0,2}}"
)


def forms_of(light: str) -> str:
    """Return a pattern for the forms of a light verb."""
    stem = light.removesuffix("e")
    return FORMS.get(light, rf"{stem}e?s?|{stem}ed|{stem}ing")


def any_of(nouns: Iterable[str]) -> str:
    """Return a pattern for some nouns in singular and plural."""
    return "|".join(sorted({form for noun in nouns for form in both(noun)}, key=len, reverse=True))


def both(noun: str) -> tuple[str, ...]:
    """Return a noun in singular and plural."""
    if noun.endswith("sis"):
        return noun, f"{noun[:-2]}es"
    if noun.endswith("y"):
        return noun, f"{noun[:-1]}ies"
    return noun, f"{noun}s"
