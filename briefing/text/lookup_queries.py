"""The queries of looked-up blocks: the subject of one memo's put into those of another."""

import re

from briefing.model.query import And, Filter, Node, Or, Query
from briefing.text.query_language import format_query, parse_query

_OPENING = re.compile(
    r"(?m)^(?P<head>[ \t>]*:{3,}[ \t]*\{[^}\n]*\.(?:facts|timeline)\b[^}\n]*?)"
    r"(?:query=\"(?P<query>(?:\\.|[^\"\\\n])*)\"(?P<tail>[^}\n]*))?\}"
)
_FORM = frozenset({"status", "kind", "confidence"})  # which facts, not what they are about


def scope_of(query: str) -> str:
    """Return the part of a query that says what it is about: tags and words, not kinds."""
    root = parse_query(query).root
    parts = root.parts if isinstance(root, And) else (root,) if root else ()
    about = tuple(part for part in parts if not _is_form(part))
    if not about:
        return ""
    line = format_query(Query(about[0] if len(about) == 1 else And(about)))
    return f"({line})" if isinstance(about[0], Or) and len(about) == 1 else line


def with_scope(markdown: str, scope: str) -> str:
    """Return a text whose looked-up blocks ask only for what the scope is about."""
    if not scope:
        return markdown

    def put(found: re.Match[str]) -> str:
        query = (found["query"] or "").replace('\\"', '"').replace("\\\\", "\\")
        joined = f"{scope} {query}".strip() if scope not in query else query
        escaped = joined.replace("\\", "\\\\").replace('"', '\\"')
        head = found["head"] if found["query"] is not None else f"{found['head'].rstrip()} "
        return f'{head}query="{escaped}"{found["tail"] or ""}}}'

    return _OPENING.sub(put, markdown)


def _is_form(part: Node) -> bool:
    return isinstance(part, Filter) and part.field in _FORM
