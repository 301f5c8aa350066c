"""The command that shows what a house's Word file gives a memo, and keeps its roles."""

from pathlib import Path

import click

from briefing.commands.console import desk_of, examples, json_option, note, print_json, say
from briefing.commands.record_json import Json
from briefing.commands.value_types import RoleType
from briefing.errors import InputError
from briefing.model.house_style import HouseStyleLook, RoleStyle, StyleRoles
from briefing.services.styling import Styling
from briefing.services.template_editing import TemplateEditing
from briefing.text.template_style import with_house_style


@click.command(
    "style",
    epilog=examples(
        "briefing style ministry.dotx",
        'briefing style ministry.dotx --role "heading1=MoD Heading 1" --json',
        'briefing style ministry.dotx --role "quote=MoD Quote" --template house-memo',
    ),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=RoleType(),
    metavar="ROLE=STYLE",
    help="Have this style play a role, whatever is guessed.",
)
@click.option("--template", default="", help="Have a template of yours use the file and the roles.")
@click.option(
    "--library",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The library whose own template it is.",
)
@json_option
def show_style(
    file: Path, *, roles: StyleRoles, template: str, library: Path | None, as_json: bool
) -> None:
    """Show what a Word FILE gives a memo: the style of each role, and why it is taken.

    Any .docx, .dotx, .docm or .dotm will do. With --template, the file is kept among the house
    styles, and the template names it.
    """
    styling = Styling()
    look = styling.look(file, roles)
    if as_json:
        print_json(_json(look))
    else:
        _print(look)
    if template:
        name = styling.take_in(file).name
        _keep(template, library, name, tuple(roles))
        note(f"The template {template} uses the house style {name} from now on.")


def _keep(template: str, library: Path | None, style: str, roles: StyleRoles) -> None:
    if library is None:
        _save(TemplateEditing(), template, style, roles)
    else:
        with desk_of(library) as desk:
            _save(desk.templates, template, style, roles)


def _save(editing: TemplateEditing, template: str, style: str, roles: StyleRoles) -> None:
    found = editing.named(template)
    text = with_house_style(found.text, style, roles)
    if text == found.text and not found.text.startswith("---"):
        raise InputError(f"The template {template} has no head to name a style in.")
    editing.save(found.origin, found.key, text)


def _print(look: HouseStyleLook) -> None:
    for role in look.roles:
        say(f"{role.role:<15} {role.style or '–':<34} {role.reason}")
    say(f"\n{look.place}")
    if look.keeps:
        say(f"It brings {', '.join(look.keeps)}.")
    for told in look.notes:
        note(told)


def _json(look: HouseStyleLook) -> Json:
    return {
        "file": look.file,
        "roles": [_role_json(role) for role in look.roles],
        "styles": [{"kind": one.kind.value, "name": one.name} for one in look.styles],
        "place": look.place,
        "keeps": list(look.keeps),
        "notes": list(look.notes),
    }


def _role_json(role: RoleStyle) -> Json:
    return {
        "role": role.role,
        "label": role.label,
        "kind": role.kind.value,
        "style": role.style,
        "reason": role.reason,
        "is_there": role.is_there,
        "is_chosen": role.is_chosen,
    }
