"""The search line: one grammar for the window, the command line and saved searches.

    line = part { OR part }      part = item { [AND] item }      item = (NOT | -) item | close
    close = thing { NEAR[/5] thing }       thing = "(" line ")" | NEAR(word "a phrase", 5)
          | word | word* | "phrase" | field:value | field:"value" | field:( line )

Nothing typed is an error: what cannot be understood is taken as words, and `problems` say so.
`publisher:times` looks for the word; `publisher:="The Times"` wants that name and no other.
"""

import unicodedata
from dataclasses import dataclass, field

from briefing.model.query import And, Filter, Near, Node, Not, Or, Query, Words
from briefing.text.query_fields import ALIASES, FILTERS, TEXT_FIELDS, quoted_value, read_filter
from briefing.text.query_groups import in_field
from briefing.text.query_near import format_near, group_words, near
from briefing.text.query_tokens import Token, is_searchable, tokens

MAX_TERMS = 200
MAX_DEPTH = 40
_NO_NEAR = "NEAR stands between words or phrases; it was taken as AND."
_ENDS = frozenset({"", "close", "or", "and"})


def parse_query(line: str) -> Query:
    """Return the tree of a search line; a line with no word in it has no root."""
    reader = _Reader([*tokens(line)][: MAX_TERMS * 3])
    root = reader.read_all()
    if reader.terms > MAX_TERMS:
        reader.note(f"Only the first {MAX_TERMS} words were searched.")
    return Query(root, tuple(reader.problems))


def format_query(query: Query) -> str:
    """Return a line that parses to the same tree."""
    return _format(query.root, outer="") if query.root else ""


@dataclass(slots=True)
class _Reader:
    """Reads tokens from left to right; each method takes what it understands."""

    tokens: list[Token]
    at: int = 0
    depth: int = 0
    terms: int = 0
    problems: list[str] = field(default_factory=list[str])

    def note(self, problem: str) -> None:
        """Keep a sentence for the user, once."""
        if problem not in self.problems:
            self.problems.append(problem)

    def read_all(self) -> Node | None:
        """Return the whole line's tree, whatever is left over taken in."""
        parts: list[Node] = []
        while self.at < len(self.tokens):
            node = self._either()
            if node is not None:
                parts.append(node)
            if self._peek() == "close":
                self.at += 1
                self.note("A closing bracket has no opening one; it was left out.")
        return _joined(And, parts)

    def _peek(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""

    def _either(self) -> Node | None:
        parts = [self._all()]
        while self._peek() == "or":
            self.at += 1
            parts.append(self._all())
            if parts[-1] is None or parts[-2] is None:
                self.note("OR stands between two things to search for; one is missing.")
        return _joined(Or, [part for part in parts if part is not None])

    def _all(self) -> Node | None:
        parts: list[Node] = []
        while (kind := self._peek()) not in {"", "close", "or"}:
            if kind == "and":
                self._skip_and(is_first=not parts)
                continue
            node = self._item()
            if node is not None:
                parts.append(node)
        return _joined(And, parts)

    def _skip_and(self, *, is_first: bool) -> None:
        self.at += 1
        if is_first or self._peek() in {"", "close", "or", "and"}:
            self.note("AND stands between two things to search for; one is missing.")

    def _item(self) -> Node | None:
        is_negated = False
        while self._peek() == "not":
            self.at += 1
            is_negated = not is_negated
        if self._peek() in _ENDS:
            self.note("NOT stands before what is not wanted; nothing follows it.")
            return None
        node = self._close()
        if node is None or not is_negated:
            return node
        return node.part if isinstance(node, Not) else Not(node)

    def _close(self) -> Node | None:
        """Read what NEAR joins: it binds more than NOT, AND and OR."""
        node = self._thing()
        while self._peek() == "near":
            reach = self.tokens[self.at].reach
            self.at += 1
            if self._peek() in _ENDS:
                self.note("NEAR stands between two words; one is missing.")
                continue
            if self._peek() == "not":
                self.note(_NO_NEAR)
                break
            right = self._thing()
            joined = near(node, right, reach) if node and right else None
            if joined is None:
                self.note(_NO_NEAR)
                joined = _joined(And, [part for part in (node, right) if part])
            node = joined
        return node

    def _thing(self) -> Node | None:
        match self._peek():
            case "open":
                return self._group()
            case "group":
                return self._near_group()
            case "near":
                self.note("NEAR stands between two words; one is missing.")
                return None
            case _:
                return self._term()

    def _near_group(self) -> Node | None:
        token = self.tokens[self.at]
        self.at += 1
        words, distance, is_whole = group_words(token)
        if not token.is_shut:
            self.note("A bracket is not closed.")
        if not is_whole:
            self.note("NEAR( ) takes words and phrases; the rest was left out.")
        if len(words) < 2:  # nothing to be near to
            self.note("NEAR( ) wants two words or phrases.")
        words = words[: max(0, MAX_TERMS - self.terms)]
        self.terms += len(words)
        if len(words) > 1:
            return Near(words, distance)
        return words[0] if words else None

    def _group(self) -> Node | None:
        self.at += 1
        if self.depth >= MAX_DEPTH:
            self.note("Brackets stand too deep; some were left out.")
            return None
        self.depth += 1
        node = self._either()
        self.depth -= 1
        if self._peek() == "close":
            self.at += 1
        else:
            self.note("A bracket is not closed.")
        return node

    def _term(self) -> Node | None:
        token = self.tokens[self.at]
        self.at += 1
        node = self._field(token) if token.kind == "field" else self._words(token)
        if node is None:
            return None
        self.terms += 1
        return node if self.terms <= MAX_TERMS else None

    def _words(self, token: Token, name: str = "") -> Node | None:
        if not token.is_shut:
            self.note("A quotation mark is not closed.")
        if not is_searchable(token.text):
            if _is_a_sign(token.text):
                self.note(f"“{token.text}” cannot be searched for; it was left out.")
            return None
        return Words(token.text, name, token.is_quoted, token.star)

    def _field(self, token: Token) -> Node | None:
        name = ALIASES.get(token.name, token.name)
        if self._is_before_group(token) and (name in TEXT_FIELDS or name in FILTERS):
            group = self._group()
            return in_field(group, name, self.note) if group else None
        if name in TEXT_FIELDS and not token.operator:
            if is_searchable(token.text):
                return self._words(token, name)
            self.note(f"“{name}:” wants a word right behind it.")
            return Words(name)
        if name in FILTERS:
            found = read_filter(name, token.operator, token.text)
            if isinstance(found, Filter):
                return found
            self.note(found + " It was searched as words.")
        elif name in TEXT_FIELDS:
            self.note(f"“{name}:” takes no {token.operator}; it was searched as words.")
        elif not token.text.startswith("//"):
            self.note(f"There is no field “{name}:”; it was searched as words.")
        return self._as_words(token)

    def _is_before_group(self, token: Token) -> bool:
        has_value = bool(token.text or token.operator or token.is_quoted)
        return self._peek() == "open" and self.tokens[self.at].start == token.end and not has_value

    def _as_words(self, token: Token) -> Node:
        """Take a field that is none as the words it holds; a quoted value stays a phrase."""
        if not is_searchable(token.text):
            return Words(token.name)
        if token.is_quoted:
            return And((Words(token.name), Words(token.text, phrase=True, prefix=token.star)))
        return Words(f"{token.name}:{token.operator}{token.text}", prefix=token.star)


def _is_a_sign(text: str) -> bool:
    """Tell whether someone may mean this sign: §, € and +, but no dash or stop."""
    return any(unicodedata.category(char)[0] == "S" or char in "§¶%&#@" for char in text)


def _joined(kind: type[And] | type[Or], parts: list[Node]) -> Node | None:
    """Join parts flatly: an And directly inside an And is one, and a lone part stands alone."""
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    if len(flat) > 1:
        return kind(tuple(flat))
    return flat[0] if flat else None


def _format(node: Node, outer: str) -> str:
    match node:
        case Words():
            return _format_words(node)
        case Near():
            return format_near(node, map(_format_words, node.words))
        case Filter():
            operator = "=" if node.field == "publisher" else node.operator.removeprefix("=")
            operator = node.operator if node.operator in {"<=", ">="} else operator
            return f"{node.field}:{operator}{quoted_value(node.value)}"
        case Not():
            return "NOT " + _format(node.part, "not")
        case And():
            text = " ".join(_format(part, "and") for part in node.parts)
            return f"({text})" if outer == "not" else text
        case Or():
            text = " OR ".join(_format(part, "or") for part in node.parts)
            return f"({text})" if outer in {"not", "and"} else text


def _format_words(words: Words) -> str:
    text = f'"{words.text}"' if words.phrase else words.text
    prefix = f"{words.field}:" if words.field else ""
    return f"{prefix}{text}{'*' if words.prefix else ''}"
