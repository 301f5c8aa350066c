from briefing.intake.category_tags import category_tags


def test_categories_become_tags_once() -> None:
    assert category_tags(["#trade", "trade", " steel  and iron ", "region/mexico/"]) == (
        "trade",
        "steel and iron",
        "region/mexico",
    )


def test_what_is_no_tag_is_left_out() -> None:
    assert category_tags(["", "###", "https://example.org/tag", "x" * 201]) == ()
