"""What is looked for in a memo: plain words or a regular expression, and what takes its place."""

import re
from dataclasses import dataclass

MOST_FOUND = 10_000


@dataclass(frozen=True, slots=True)
class FindOptions:
    """How the words are meant."""

    match_case: bool = False
    whole_words: bool = False
    is_regex: bool = False


@dataclass(frozen=True, slots=True)
class FindPattern:
    """A compiled search; `problem` says in words why there is none."""

    pattern: re.Pattern[str] | None
    problem: str = ""
    is_regex: bool = False

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where it is found, in code points; empty finds are passed over."""
        if self.pattern is None:
            return ()
        found: list[tuple[int, int]] = []
        for match in self.pattern.finditer(text):
            if match.end() > match.start():
                found.append(match.span())
                if len(found) == MOST_FOUND:
                    break
        return tuple(found)

    def replacements(self, text: str, template: str) -> tuple[tuple[int, int, str], ...]:
        """Return each span with what takes its place; InputError-free: see `problem_with`."""
        if self.pattern is None:
            return ()
        return tuple(
            (match.start(), match.end(), match.expand(template) if self.is_regex else template)
            for match in self.pattern.finditer(text)
            if match.end() > match.start()
        )

    def problem_with(self, template: str) -> str:
        """Return in words why a replacement cannot be made of `template`, or nothing."""
        if self.pattern is None or not self.is_regex:
            return self.problem
        try:
            re.compile(self.pattern.pattern + "|").sub(template, "")
        except (re.error, IndexError) as error:
            return f"The replacement is not right: {error}."
        return ""


def compile_pattern(words: str, options: FindOptions) -> FindPattern:
    """Return the search for some words."""
    if not words:
        return FindPattern(None)
    source = words if options.is_regex else re.escape(words)
    if options.whole_words:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    flags = re.MULTILINE | (0 if options.match_case else re.IGNORECASE)
    try:
        return FindPattern(re.compile(source, flags), is_regex=options.is_regex)
    except (re.error, OverflowError, RecursionError) as error:
        return FindPattern(None, f"This expression is not right: {error}.")
