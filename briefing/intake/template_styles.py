"""The styles that a template names for the roles of its house style: `styles:` in its head."""

from collections.abc import Callable

from briefing.errors import InputError
from briefing.intake.front_matter_values import Entries, Items, Value
from briefing.model.house_style import StyleRoles

Fault = Callable[[str], InputError]


def read_style_roles(value: Value, fault: Fault) -> StyleRoles:
    """Return (role, style) in their order; raises what `fault` makes of the first thing wrong.

    Roles that this version does not know are kept: the export tells of them.
    """
    if not value or value in (Items(()), Entries(())):
        return ()
    if not isinstance(value, Entries):
        raise fault("styles is a list of roles and styles, `heading1: House Heading 1`")
    pairs = tuple((role, _text(style)) for role, style in value.pairs)
    nameless = next((role for role, style in pairs if not style), "")
    if nameless:
        raise fault(f"the role {nameless} needs the name of one style")
    return _once(pairs, fault)


def _once(pairs: StyleRoles, fault: Fault) -> StyleRoles:
    roles = [role for role, _ in pairs]
    twice = next((role for role in roles if roles.count(role) > 1), None)
    if twice:
        raise fault(f"the role {twice} is named twice")
    return pairs


def _text(value: Value) -> str:
    return value.strip() if isinstance(value, str) else ""
