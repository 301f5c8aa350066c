"""A field before a bracket: `title:(rio OR "the river")` means every word inside."""

from collections.abc import Callable
from dataclasses import replace

from briefing.model.query import And, Filter, Near, Node, Not, Or, Words
from briefing.text.query_fields import TEXT_FIELDS, read_filter


def in_field(node: Node, name: str, note: Callable[[str], None]) -> Node:
    """Return a bracket's tree with each bare word as the value of a field.

    What has a field of its own keeps it. `note` is told what the field cannot be asked.
    """
    match node:
        case Words(field=""):
            return _of_field(node, name, note)
        case And():
            return And(tuple(in_field(part, name, note) for part in node.parts))
        case Or():
            return Or(tuple(in_field(part, name, note) for part in node.parts))
        case Not():
            return Not(in_field(node.part, name, note))
        case Near():
            note(f"NEAR looks in the whole article, not in “{name}:” alone.")
            return node
        case _:
            return node


def _of_field(words: Words, name: str, note: Callable[[str], None]) -> Node:
    if name in TEXT_FIELDS:
        text = words.text if words.phrase else words.text.lstrip("<>=")  # an operator, behind `:`
        return replace(words, text=text, field=name)
    found = read_filter(name, "", words.text)
    if isinstance(found, Filter):
        return found
    note(found + " It was searched as words.")
    return words
