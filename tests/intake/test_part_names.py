from briefing.intake.part_names import PartNames


def test_keys_that_come_again_are_numbered_in_their_order() -> None:
    names = PartNames()
    assert [names.named(key) for key in ("a", "b", "a", "a")] == ["a", "b", "a (2)", "a (3)"]


def test_overlong_keys_are_cut() -> None:
    assert len(PartNames().named("x" * 5000)) == 300
