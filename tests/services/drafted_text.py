"""A memo under random edits, with a record of its own of which sentence cites what.

The record knows sentences and keys alone; where they stand it looks up in the text. So it stays
true whatever an editor does with spaces and lines, and a trace can be held against it.
"""

import random
from dataclasses import dataclass, replace
from typing import Protocol

_WORDS = (
    "harbour",
    "treaty",
    "convoy",
    "ledger",
    "minister",
    "summit",
    "border",
    "tariff",
    "audit",
)


@dataclass(frozen=True)
class Written:
    """A sentence: its words without the stop, what it cites, and on which side of the stop."""

    words: str
    key: str = ""
    is_behind: bool = False

    @property
    def sentence(self) -> str:
        """Return it as a reader sees it."""
        return f"{self.words}."

    @property
    def text(self) -> str:
        """Return it as it is written."""
        if not self.key:
            return self.sentence
        return f"{self.words}. [@{self.key}]" if self.is_behind else f"{self.words} [@{self.key}]."


class Surface(Protocol):
    """Where a text is edited: a plain string, or a real editor."""

    def text(self) -> str:
        """Return the text."""
        ...

    def type_at(self, at: int, words: str) -> None:
        """Type at a place."""
        ...

    def cut(self, start: int, end: int) -> None:
        """Cut a span out."""
        ...

    def paste_at(self, at: int, words: str) -> None:
        """Paste at a place."""
        ...

    def undo(self) -> None:
        """Take the last step back."""
        ...


class DraftedText:
    """Edits a surface at random and keeps the record."""

    def __init__(self, surface: Surface, sentences: list[Written], seed: int) -> None:
        self.surface = surface
        self.sentences = sentences
        self._chance = random.Random(seed)
        self._count = 0
        self._known = {surface.text(): tuple(sentences)}
        self._edits = (
            *[self._type] * 5,
            *[self._move] * 4,
            *[self._undo] * 3,
            self._copy,
            self._copy,
            self._add,
            self._split,
            self._split,
            self._join,
            self._join,
            self._break,
            self._uncite,
        )

    def edit(self) -> None:
        """Make one edit."""
        self._chance.choice(self._edits)()
        self._known[self.surface.text()] = tuple(self.sentences)

    def _spans(self) -> list[tuple[int, int]]:
        """Return where the sentences stand now, in their order."""
        text, position = self.surface.text(), 0
        spans: list[tuple[int, int]] = []
        for one in self.sentences:
            start = text.index(one.text, position)
            position = start + len(one.text)
            spans.append((start, position))
        return spans

    def _any(self) -> int:
        return self._chance.randrange(len(self.sentences))

    def _word(self) -> str:
        self._count += 1
        return f"{self._chance.choice(_WORDS)}{self._count}"

    def _type(self) -> None:
        number = self._any()
        one, start = self.sentences[number], self._spans()[number][0]
        gaps = [at for at, character in enumerate(one.words) if character == " "]
        at, word = self._chance.choice(gaps), self._word()
        self.surface.type_at(start + at, f" {word}")
        self.sentences[number] = replace(one, words=f"{one.words[:at]} {word}{one.words[at:]}")

    def _move(self) -> None:
        number = self._any()
        start, end = self._spans()[number]
        one = self.sentences.pop(number)
        after = self.surface.text()[end : end + 1]
        self.surface.cut(start, end + (after == " "))
        self._put(one)

    def _copy(self) -> None:
        self._put(self.sentences[self._any()])

    def _add(self) -> None:
        self._put(Written(f"The {self._word()} office closed its {self._word()} on Monday"))

    def _put(self, one: Written) -> None:
        number = self._any()
        self.surface.paste_at(self._spans()[number][0], f"{one.text} ")
        self.sentences.insert(number, one)

    def _between(self, gap: str) -> int | None:
        """Return the number of a sentence that stands behind another with this between them."""
        spans, text = self._spans(), self.surface.text()
        found = [
            number
            for number in range(1, len(spans))
            if text[spans[number - 1][1] : spans[number][0]] == gap
        ]
        return self._chance.choice(found) if found else None

    def _split(self) -> None:
        number = self._between(" ")
        if number is not None:
            start = self._spans()[number][0]
            self.surface.cut(start - 1, start)
            self.surface.paste_at(start - 1, "\n\n")

    def _join(self) -> None:
        number = self._between("\n\n")
        if number is not None:
            start = self._spans()[number][0]
            self.surface.cut(start - 2, start)
            self.surface.type_at(start - 2, " ")

    def _break(self) -> None:
        """Make two sentences of one: the citation goes with the second."""
        number = self._any()
        one, start = self.sentences[number], self._spans()[number][0]
        parts = one.words.split(" ")
        if len(parts) < 10:
            return
        at = len(" ".join(parts[:5]))
        self.surface.type_at(start + at, ". Then")
        second = replace(one, words=f"Then{one.words[at:]}")
        self.sentences[number : number + 1] = [Written(one.words[:at]), second]

    def _uncite(self) -> None:
        number = self._any()
        one, start = self.sentences[number], self._spans()[number][0]
        if one.key:
            cited = f" [@{one.key}]"
            at = start + one.text.index(cited)
            self.surface.cut(at, at + len(cited))
            self.sentences[number] = Written(one.words)

    def _undo(self) -> None:
        """Take steps back until a text comes that is known, as one always does."""
        for _ in range(20):
            self.surface.undo()
            known = self._known.get(self.surface.text())
            if known is not None:
                self.sentences = list(known)
                return
        raise AssertionError("undo led to a text that never was")


class PlainText:
    """A string with an undo of its own."""

    def __init__(self, text: str) -> None:
        self._steps = [text]

    def text(self) -> str:
        """Return the text."""
        return self._steps[-1]

    def type_at(self, at: int, words: str) -> None:
        """Put words in."""
        self._steps.append(self.text()[:at] + words + self.text()[at:])

    paste_at = type_at

    def cut(self, start: int, end: int) -> None:
        """Take a span out."""
        self._steps.append(self.text()[:start] + self.text()[end:])

    def undo(self) -> None:
        """Go one step back; the first text stays."""
        if len(self._steps) > 1:
            self._steps.pop()


def opening_text(sentences: list[Written]) -> str:
    """Return sentences as a memo: headings, paragraphs of three, and a list."""
    texts = [one.text for one in sentences]
    blocks = [" ".join(texts[at : at + 3]) for at in range(0, len(texts) - 6, 3)]
    listed = [f"- {text}" for text in texts[len(blocks) * 3 :]]
    half = len(blocks) // 2
    parts = ["## Background", *blocks[:half], "## Findings", *blocks[half:], *listed]
    return "\n\n".join(parts) + "\n"
