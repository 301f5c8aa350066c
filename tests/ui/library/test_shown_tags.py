"""The facet pane lists the tags that matter, and counts the rest."""

from briefing.model.search_page import Count
from briefing.ui.library.shown_tags import shown_tags

MANY = [Count(f"tag {number:02}", number) for number in range(40)]
TREE = [Count("region", 9), Count("region/mexico", 4), Count("law", 2), Count("law/treaty", 1)]


def values(shown: list[Count]) -> list[str]:
    return [tag.value for tag in shown]


def test_few_tags_are_all_listed_in_the_order_of_the_tree() -> None:
    shown, left_out = shown_tags(TREE, {"region"}, ())
    assert values(shown) == ["law", "region", "region/mexico"]
    assert left_out == 0


def test_the_most_used_of_many_are_listed() -> None:
    shown, left_out = shown_tags(MANY, (), ())
    assert values(shown) == [f"tag {number:02}" for number in range(28, 40)]
    assert left_out == 28


def test_a_chosen_tag_is_listed_with_what_stands_above_it() -> None:
    below = [Count("rare", 0), Count("rare/one", 0)]
    shown, left_out = shown_tags([*MANY, *below], {"rare"}, {"rare/one", "tag 03"})
    assert {"rare", "rare/one", "tag 03"} < set(values(shown))
    assert left_out == 27


def test_one_tag_too_many_is_listed_too() -> None:
    shown, left_out = shown_tags(MANY[:13], (), ())
    assert (len(shown), left_out) == (13, 0)
