"""A template's text names its house style, and reads back as what was named."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.template_file import read_template_text
from briefing.text.template_style import with_house_style

TEXT = "---\nname: house\nstyle: memo\nfields:\n  - {name: to}\n---\n\n## One\n\nstyle: stays\n"


def test_style_and_roles_take_the_place_of_those_named() -> None:
    made = with_house_style(TEXT, "csas", (("heading1", "CSAS Heading 1"), ("quote", "Block")))
    assert made == TEXT.replace(
        "style: memo\n",
        'style: csas\nstyles:\n  heading1: "CSAS Heading 1"\n  quote: Block\n',
    )
    assert with_house_style(made, "memo", ()) == TEXT


def test_head_without_a_style_gets_one_and_text_without_head_none() -> None:
    bare = "---\nname: house\n---\n\n## One\n"
    assert with_house_style(bare, "x", ()) == "---\nname: house\nstyle: x\n---\n\n## One\n"
    assert with_house_style("## One\n", "x", ()) == "## One\n"


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).map(
    str.strip
)


@given(words.filter(bool), words.filter(bool))
def test_any_name_reads_back(style: str, name: str) -> None:
    made = with_house_style(TEXT, style, (("heading1", name),))
    template = read_template_text("house", made)
    assert (template.style, template.styles) == (style, (("heading1", name),))
    assert template.sections[0].title == "One"
