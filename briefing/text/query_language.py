"""The search line: one grammar for the window, the command line and saved searches.

    line   = part { OR part }        part = item { [AND] item }      item = (NOT | -) item
           | "(" line ")" | word | word* | "phrase" | field:value | field:"value"

Nothing typed is an error: what cannot be understood is taken as words, and `problems` say so.
`publisher:times` looks for the word; `publisher:="The Times"` wants that name and no other.
"""

from dataclasses import dataclass, field

from briefing.model.query import And, Filter, Node, Not, Or, Query, Words
from briefing.text.query_fields import FILTERS, TEXT_FIELDS, quoted_value, read_filter
from briefing.text.query_tokens import Token, tokens

MAX_TERMS = 200
MAX_DEPTH = 40


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


def is_searchable(text: str) -> bool:
    """Tell whether a text holds a letter or a digit of any script."""
    return any(character.isalnum() for character in text)


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
        if self._peek() in {"", "close", "or", "and"}:
            self.note("NOT stands before what is not wanted; nothing follows it.")
            return None
        node = self._group() if self._peek() == "open" else self._term()
        if node is None or not is_negated:
            return node
        return node.part if isinstance(node, Not) else Not(node)

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
            return None
        return Words(token.text, name, token.is_quoted, token.star)

    def _field(self, token: Token) -> Node | None:
        name = token.name
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
        elif not token.text.startswith("//"):
            self.note(f"There is no field “{name}:”; it was searched as words.")
        return self._as_words(token)

    def _as_words(self, token: Token) -> Node:
        """Take a field that is none as the words it holds; a quoted value stays a phrase."""
        if not is_searchable(token.text):
            return Words(token.name)
        if token.is_quoted:
            return And((Words(token.name), Words(token.text, phrase=True, prefix=token.star)))
        return Words(f"{token.name}:{token.operator}{token.text}", prefix=token.star)


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
