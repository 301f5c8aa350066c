"""The block of keys and values before a text: found, read and cut off, whatever its dialect."""

import re
from dataclasses import dataclass

from briefing.intake.front_matter_values import PLAIN_LINE, Pairs, plain_pairs


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The keys and values of a text in order, duplicates kept, and the text without them."""

    pairs: Pairs
    body: str


_OPENING = re.compile(r"---[ \t]*(\w*)[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_OTHER_FENCES = ("+++", ";;;", "{")
# A header without a fence is believed where it begins with one of these.
_FIRST_KEYS = frozenset(
    ("title", "headline", "url", "author", "authors", "byline", "publisher", "date", "source")
)


def read_front_matter(text: str) -> FrontMatter:
    """Return a text's front matter and body; never raises, loses nothing but comments.

    Between `---` lines: YAML, or what people take for it; after `---json`, `;;;` or a bare `{`
    JSON; between `+++` TOML. A value on the line of its key is taken as it stands: colons, hash
    signs and a leading `@`, `*`, `%` or backquote are part of it.
    """
    start = 0 if text.startswith("---") else len(text) - len(text.lstrip())
    opening = _OPENING.match(text, start)
    if opening is not None:
        return _fenced(text, opening)
    if text.startswith(_OTHER_FENCES, start):
        return _other(text, start)
    return _unfenced(text, start)


def _fenced(text: str, opening: re.Match[str]) -> FrontMatter:
    """Read what stands between `---` lines; a rule above a text is no front matter."""
    start = opening.end()
    closing = _CLOSING.search(text, start)
    if closing is None:
        return _unclosed(text, start)
    block = text[start : closing.start()]
    pairs = _read(block, opening[1].lower())
    if not pairs and block.strip() and not _is_comment(block):
        return FrontMatter((), text)
    return FrontMatter(pairs, text[closing.end() :].strip("\n"))


def _read(block: str, language: str) -> Pairs:
    plain = plain_pairs(block) if language in {"", "yaml", "yml"} else None
    if plain is not None:
        return plain
    if language in {"json", "toml"}:
        from briefing.intake.data_front_matter import read_data  # noqa: PLC0415  (start-up time)

        return read_data(block, language)
    from briefing.intake.loose_front_matter import read_loose  # noqa: PLC0415  (brings YAML)

    return read_loose(block)


def _is_comment(block: str) -> bool:
    return all(line.startswith("#") for line in block.split("\n") if line.strip())


def _unclosed(text: str, start: int) -> FrontMatter:
    """Read front matter that was never closed: its lines up to the first that is none."""
    end = _header_end(text, start)
    pairs = _read(text[start:end], "")
    return _header(text, pairs, end)


def _unfenced(text: str, start: int) -> FrontMatter:
    """Read a header that has no fence, as in MultiMarkdown and mail; most texts have none."""
    first = PLAIN_LINE.match(text, start)
    if first is None or first[1].lower() not in _FIRST_KEYS:
        return FrontMatter((), text)
    end = _header_end(text, start)
    if not text[end:].startswith(("\n", "---\n")) and end < len(text):
        return FrontMatter((), text)
    return _header(text, _read(text[start:end], ""), end)


def _header(text: str, pairs: Pairs, end: int) -> FrontMatter:
    """Return the header if it is one: a single line with a colon may be a sentence."""
    if len(pairs) < 2:
        return FrontMatter((), text)
    body = text[end:].lstrip("\n")
    body = body.removeprefix("---\n")
    return FrontMatter(pairs, body.strip("\n"))


def _header_end(text: str, start: int) -> int:
    """Return where the lines end that are keys, indented or list items."""
    end = start
    for line in text[start:].split("\n"):
        if not (line[:1] in {" ", "\t", "#"} or line[:2] == "- " or PLAIN_LINE.fullmatch(line)):
            break
        if not line.strip():
            break
        end += len(line) + 1
    return min(end, len(text))


def _other(text: str, start: int) -> FrontMatter:
    from briefing.intake.data_front_matter import split_data  # noqa: PLC0415  (start-up time)

    found = split_data(text[start:])
    return FrontMatter((), text) if found is None else FrontMatter(*found)
