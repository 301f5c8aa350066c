"""Clusters from pairs: copies of copies join, refused pairs and round-ups do not."""

from briefing.store.copy_clusters import clusters_of
from briefing.store.copy_pairs import KeptPair


def pair(a: int, b: int, similarity: int = 900, part: int | None = None) -> KeptPair:
    return KeptPair(a, b, similarity, part)


def test_copies_of_copies_are_one_cluster_named_by_the_lowest() -> None:
    assert clusters_of([pair(2, 5), pair(5, 9), pair(7, 8)], set()) == {
        **dict.fromkeys((2, 5, 9), 2),
        **dict.fromkeys((7, 8), 7),
    }


def test_refusal_keeps_two_apart_and_the_third_goes_to_the_more_similar() -> None:
    pairs = [pair(1, 3, 850), pair(2, 3, 950), pair(1, 2, 990)]
    assert clusters_of(pairs, {(1, 2)}) == {2: 2, 3: 2}


def test_order_of_the_pairs_makes_no_difference() -> None:
    pairs = [pair(1, 2), pair(2, 3, 910), pair(3, 4, 920, part=4), pair(4, 5)]
    assert clusters_of(pairs, {(1, 5)}) == clusters_of(pairs[::-1], {(1, 5)})


def test_round_up_takes_but_one_of_two_different_texts() -> None:
    round_up = [pair(1, 9, 980, part=1), pair(2, 9, 970, part=2)]
    assert clusters_of(round_up, set()) == {1: 1, 9: 1}


def test_two_cuts_of_one_text_both_join_it() -> None:
    cuts = [pair(1, 9, 980, part=1), pair(2, 9, 970, part=2), pair(1, 2, 960)]
    assert set(clusters_of(cuts, set()).values()) == {1}


def test_alone_is_no_cluster() -> None:
    assert clusters_of([], set()) == {}
    assert clusters_of([pair(1, 2)], {(1, 2)}) == {}
