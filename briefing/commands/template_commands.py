"""The commands on templates: list, show, check and copy them."""

from pathlib import Path

import click

from briefing.commands.console import (
    FINDINGS,
    desk_of,
    examples,
    exit_with,
    json_option,
    note,
    print_json,
    print_json_array,
    say,
)
from briefing.commands.record_json import Json, template_json
from briefing.errors import InputError
from briefing.intake.text_file import decode_text
from briefing.model.template import Template
from briefing.paths import resources_dir, user_templates_dir
from briefing.services.template_editing import (
    Origin,
    ShelvedTemplate,
    TemplateEditing,
    TemplateFault,
    check_template,
)

_ORIGINS = {
    Origin.PROGRAM: "comes with the program",
    Origin.OWN: "your own",
    Origin.LIBRARY: "of the library",
}
_library = click.option(
    "--library",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A library whose own templates count too.",
)


@click.group(
    "templates",
    invoke_without_command=True,
    epilog=examples(
        "briefing templates --library mexico.briefing",
        "briefing templates check house-memo.md",
        "briefing templates copy decision-memo --into mexico.briefing",
    ),
)
@_library
@json_option
@click.pass_context
def templates_group(context: click.Context, library: Path | None, *, as_json: bool) -> None:
    """List, show, check and copy the templates that memos begin from.

    A template is a Markdown file; the README beside those that come with the program tells how to
    write one. A library may carry its own. One with faults is named with the reason and its line,
    and the exit code is 1.
    """
    if context.invoked_subcommand is None:
        _list(_every(library), as_json=as_json)


@templates_group.command("show", epilog=examples("briefing templates show decision-memo"))
@click.argument("name")
@_library
@json_option
def show_template(name: str, library: Path | None, *, as_json: bool) -> None:
    """Print the template of a NAME as it is used."""
    found = _named(name, library)
    if as_json:
        print_json(_json(found))
    else:
        click.echo(found.text, nl=not found.text.endswith("\n"))


@templates_group.command("check", epilog=examples("briefing templates check house-memo.md"))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@json_option
def check_file(file: Path, *, as_json: bool) -> None:
    """Examine a template FILE; each fault is told with its line. Exit code 1 where there is one."""
    faults = check_template(file.stem, decode_text(file.read_bytes()).text)
    if as_json:
        print_json_array(_fault_json(fault) for fault in faults)
    else:
        for fault in faults:
            say(f"{file.name}, line {fault.line}: {fault.reason}.")
    exit_with(FINDINGS if faults else 0)


@templates_group.command(
    "copy",
    epilog=examples(
        "briefing templates copy decision-memo --into mexico.briefing",
        "briefing templates copy decision-memo --as house-memo",
    ),
)
@click.argument("name")
@click.option("--into", "library", type=click.Path(path_type=Path), help="A library to carry it.")
@click.option("--as", "new_name", default="", help="Another name for the copy.")
def copy_template(name: str, library: Path | None, new_name: str) -> None:
    """Copy a template into a library, or into your own folder of templates."""
    target = new_name or name
    if library is None:
        editing = TemplateEditing()
        editing.copy(editing.named(name), Origin.OWN, new_name)
        say(str(user_templates_dir() / f"{target}.md"))
        return
    with desk_of(library) as desk:
        desk.templates.copy(desk.templates.named(name), Origin.LIBRARY, new_name)
    say(f"{library.name} carries the template {target}.")


def _every(library: Path | None) -> tuple[ShelvedTemplate, ...]:
    if library is None:
        return TemplateEditing().every()
    with desk_of(library) as desk:
        return desk.templates.every()


def _named(name: str, library: Path | None) -> ShelvedTemplate:
    found = [one for one in _every(library) if one.name == name]
    if not found:
        raise InputError(f"There is no template “{name}”; `briefing templates` lists them.")
    return next((one for one in found if one.is_used), found[0])


def _list(every: tuple[ShelvedTemplate, ...], *, as_json: bool) -> None:
    sound = [one for one in every if one.template and one.is_used]
    if as_json:
        print_json_array(_json(one) for one in sound)
    else:
        for one in sound:
            if one.template:
                limits = _limits(one.template)
                told = f"{one.template.title}. {one.template.description}"
                say(f"{one.name:<24}  {limits:<20}  {_ORIGINS[one.origin]:<22}  {told}")
        folders = (resources_dir() / "templates", user_templates_dir())
        say(f"\nThose that come with the program: {folders[0]}\nYour own: {folders[1]}")
    broken = [one for one in every if one.faults]
    for one in broken:
        note(f"{one.name}.md, line {one.faults[0].line}: {one.faults[0].reason}.")
    exit_with(FINDINGS if broken else 0)


def _json(one: ShelvedTemplate) -> Json:
    known: Json = template_json(one.template) if one.template else {"name": one.name}
    faults = [_fault_json(fault) for fault in one.faults]
    return {**known, "origin": one.origin.value, "faults": faults}


def _fault_json(fault: TemplateFault) -> Json:
    return {"line": fault.line, "reason": fault.reason}


def _limits(template: Template) -> str:
    limits = [(template.pages, "page"), (template.words, "word")]
    return ", ".join(f"{count} {unit}{'s' * (count > 1)}" for count, unit in limits if count)
