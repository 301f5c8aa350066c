"""Made-up prose for the tests of near-copies: each number gives a story that shares no run."""

import random

_ENDINGS = ("ban", "cor", "del", "fin", "gal", "hem", "jut", "kor", "lim", "mor", "nex", "pol")


def story(number: int, words: int) -> str:
    """Return a text of so many words, the same for the same number."""
    chance = random.Random(number)
    made = ["".join(chance.choices(_ENDINGS, k=chance.randint(1, 3))) for _ in range(words)]
    sentences = (" ".join(made[start : start + 15]) for start in range(0, words, 15))
    paragraphs = [f"{sentence.capitalize()}." for sentence in sentences]
    blocks = (" ".join(paragraphs[start : start + 3]) for start in range(0, len(paragraphs), 3))
    return "\n\n".join(blocks)


def footer(words: int) -> str:
    """Return the end that all releases of one office have."""
    return story(999, words)


def reprint(text: str, number: int) -> str:
    """Return a story as another paper prints it: a byline, a cut end, some words changed."""
    chance = random.Random(number)
    blocks = text.split("\n\n")
    kept = blocks[: max(2, len(blocks) - 1)]
    words = [word if chance.random() > 0.015 else "so" for word in " ".join(kept).split(" ")]
    return f"By staff of paper {number}. {' '.join(words)}"
