"""The fields that a template asks for: the list under `fields:` in its front matter."""

from collections.abc import Callable, Iterator

from briefing.errors import InputError
from briefing.intake.front_matter_values import Entries, Items, Value
from briefing.model.template import FieldType, TemplateField

Fault = Callable[[str], InputError]
_TRUE = {"true", "yes", "on"}


def read_fields(value: Value, fault: Fault) -> tuple[TemplateField, ...]:
    """Return the fields in their order; raises what `fault` makes of the first thing wrong."""
    if not value or value == Items(()):
        return ()
    if not isinstance(value, Items):
        raise fault("fields is a list, `- {name: to, label: To, type: person}`")
    fields = tuple(_fields(value, fault))
    names = [field.name for field in fields]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise fault(f"there are two fields “{twice}”")
    return fields


def _fields(items: Items, fault: Fault) -> Iterator[TemplateField]:
    for item in items.values:
        if not isinstance(item, Entries):
            raise fault("each field is written `- {name: to, label: To, type: person}`")
        yield _field(dict(item.pairs), fault)


def _field(values: dict[str, Value], fault: Fault) -> TemplateField:
    name = _text(values, "name")
    if not name:
        raise fault("each field needs a name")
    kind = _text(values, "type") or FieldType.TEXT
    if kind not in set(FieldType):
        raise fault(f"the type of the field {name} is one of {', '.join(FieldType)}")
    choices = values.get("choices", Items(()))
    if not isinstance(choices, Items):
        raise fault(f"the choices of the field {name} are a list, `[One, Two]`")
    if kind == FieldType.CHOICE and not choices.values:
        raise fault(f"the field {name} needs choices, `[One, Two]`")
    return TemplateField(
        name=name,
        label=_text(values, "label") or name.replace("-", " ").replace("_", " ").capitalize(),
        type=FieldType(kind),
        required=_text(values, "required").lower() in _TRUE,
        choices=tuple(str(choice) for choice in choices.values),
        default=_text(values, "default"),
    )


def _text(values: dict[str, Value], key: str) -> str:
    value = values.get(key, "")
    return value.strip() if isinstance(value, str) else ""
