"""Templates are copied, changed and checked, and a library carries its own."""

import pytest

from briefing.errors import InputError
from briefing.paths import user_templates_dir
from briefing.services.drafting import Drafting
from briefing.services.safekeeping import Safekeeping
from briefing.services.template_editing import Origin, TemplateEditing, check_template
from briefing.store.library_file import Library

SOUND = "---\nname: house\ntitle: House memo\n---\n\n## Point {.required}\n"


@pytest.fixture
def editing(library: Library) -> TemplateEditing:
    return TemplateEditing(library)


def test_copy_in_the_library_wins_and_goes_with_undo(
    library: Library, editing: TemplateEditing
) -> None:
    editing.copy(editing.named("decision-memo"), Origin.LIBRARY)
    changed = editing.named("decision-memo").text.replace(
        "title: Decision memo", "title: Our decision memo"
    )
    editing.save(Origin.LIBRARY, "decision-memo", changed)
    drafting = Drafting(library, user_templates_dir())
    assert drafting.template("decision-memo").title == "Our decision memo"
    origins = [(one.origin, one.is_used) for one in editing.every() if one.name == "decision-memo"]
    assert origins == [(Origin.LIBRARY, True), (Origin.PROGRAM, False)]
    Safekeeping(library).undo()
    Safekeeping(library).undo()
    assert drafting.template("decision-memo").title == "Decision memo"


def test_copy_never_takes_the_place_of_a_template_that_is_there(editing: TemplateEditing) -> None:
    program = editing.named("decision-memo")
    for origin in (Origin.LIBRARY, Origin.OWN):
        editing.copy(program, origin, "house-memo")
        text = editing.named("house-memo").text.replace("title: Decision memo", "title: Ours")
        editing.save(origin, "house-memo", text)
        with pytest.raises(InputError, match="already"):
            editing.copy(program, origin, "house-memo")
        kept = [one for one in editing.every() if one.key == "house-memo"]
        assert {one.text for one in kept if one.origin is origin} == {text}


def test_copy_under_another_name_bears_it(editing: TemplateEditing) -> None:
    editing.copy(editing.named("decision-memo"), Origin.LIBRARY, "house-memo")
    found = editing.named("house-memo")
    assert found.template
    assert found.template.name == "house-memo"


def test_own_folder_is_written_and_cleared(editing: TemplateEditing) -> None:
    editing.save(Origin.OWN, "house", SOUND)
    assert (user_templates_dir() / "house.md").read_text("utf-8") == SOUND
    editing.remove(editing.named("house"))
    with pytest.raises(InputError, match="There is no template “house”"):
        editing.named("house")


def test_what_comes_with_the_program_stays(editing: TemplateEditing) -> None:
    with pytest.raises(InputError, match="copy this one first"):
        editing.save(Origin.PROGRAM, "decision-memo", SOUND)
    with pytest.raises(InputError, match="cannot be removed"):
        editing.remove(editing.named("decision-memo"))


@pytest.mark.parametrize("name", ["", "House", "../up", "a b", "-a"])
def test_names_are_those_of_files(editing: TemplateEditing, name: str) -> None:
    with pytest.raises(InputError, match="small letters"):
        editing.save(Origin.LIBRARY, name, SOUND)


def test_every_fault_is_told_with_its_line() -> None:
    text = (
        "---\nname: house\npages: many\nnotes: margins\n---\n\n"
        "Stray words.\n\n## One {words=lots}\n\n## Two\n\n::: {.guidance}\nOpen.\n\n## two\n"
    )
    assert [(one.line, one.reason.split()[0]) for one in check_template("house", text)] == [
        (3, "pages"),
        (4, "notes"),
        (7, "this"),
        (9, "words=lots"),
        (13, "this"),
        (16, "there"),
    ]
    assert check_template("house", SOUND) == ()


def test_template_with_faults_is_kept_and_not_offered(
    library: Library, editing: TemplateEditing
) -> None:
    editing.save(Origin.LIBRARY, "house", "no front matter\n")
    (found,) = [one for one in editing.every() if one.name == "house"]
    assert found.template is None
    assert found.faults[0].line == 1
    assert Drafting(library, user_templates_dir()).find_template("house") is None
