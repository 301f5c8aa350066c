"""Citations that come out alike are asked for once, and each still looks back at the one before."""

from briefing.export.csl.asked_once import Back, Wish, planned
from briefing.export.csl.typst_citing import Cite, Request
from tests.export.csl.test_style_citing import cited, notes_of, text_of
from tests.export.csl.worded_memos import shipped

A, B, PLACED = Cite("a"), Cite("b"), Cite("a", "x")


def wish(*cites: Cite, back: Back = Back.NOT) -> Wish:
    return Wish(cites, 0, back)


def test_what_looks_back_alike_is_asked_for_once() -> None:
    wishes = [wish(A), wish(B), *[wish(A), wish(B)] * 40]
    plan = planned(wishes, shipped("oscola"), "dummy")
    assert plan.requests == tuple(Request((one,), 0) for one in (A, B, A, B))
    assert plan.numbers == (0, 1, *[2, 3] * 40)


def test_a_style_that_tells_nothing_again_is_asked_for_each_source_once() -> None:
    plan = planned([wish(A), wish(B), *[wish(A)] * 40], shipped("apa"), "dummy")
    assert [one.cites for one in plan.requests][:2] == [(A,), (B,)]
    assert len(plan.requests) <= 3


def test_a_dummy_parts_what_is_not_to_be_ibid() -> None:
    plan = planned([wish(A), wish(A)], shipped("oscola"), "dummy")
    assert plan.requests == tuple(Request((one,), 0) for one in (A, Cite("dummy"), A))
    assert plan.numbers == (0, 2)


def test_the_engine_sees_what_an_ibid_looks_back_at() -> None:
    wishes = [wish(PLACED), wish(B), wish(PLACED), wish(PLACED, back=Back.ELSEWHERE)]
    plan = planned(wishes, shipped("oscola"), "dummy")
    asked = [one.cites[0] for one in plan.requests]
    assert asked[plan.numbers[3] - 1] == A
    again = planned([*wishes, wish(PLACED, back=Back.SAME)], shipped("oscola"), "dummy")
    assert again.requests[again.numbers[4] - 1].cites == (PLACED,)


def test_each_note_has_its_own_place_and_its_own_ibid() -> None:
    places = "book, p. 1|book, p. 2|book, p. 2|book, p. 3|nyt|book, p. 4|nyt|book, p. 5|book, p. 6"
    places += "|book|nyt|nyt|book, ch. 2|book, ch. 3"
    told = notes_of(cited(" ".join(f"So. [@{one}]" for one in places.split("|")), "oscola"))
    assert [note.rstrip(".") for note in told[1:4]] == ["ibid 2", "ibid", "ibid 3"]
    assert told[5:9] == ["Wainwright (n 1) 4.", told[6], "Wainwright (n 1) 5.", "ibid 6."]
    assert told[9] == "Wainwright (n 1)."
    assert told[11] == "ibid."
    assert told[12] == "Wainwright (n 1) ch 2."
    assert told[13].startswith("ibid")
    assert told[13].endswith("3.")


def test_places_of_one_citation_stay_with_their_sources() -> None:
    told = text_of(cited("So [@book, p. 5; @smith, p. 7; @dos, ch. 2]. And [@book, p. 9].", "apa"))
    assert all(place in told[0] for place in ("p. 5", "p. 7", "2", "p. 9"))
    assert told[0].index("p. 7") < told[0].index("Wainwright") < told[0].index("p. 5")


def test_many_citations_of_few_sources_ask_for_little() -> None:
    pages = [f"So. [@book, p. {page}] And. [@nyt, p. {page}]" for page in range(1, 400)]
    told = notes_of(cited(" ".join(pages), "oscola"))
    assert told[-2] == "Wainwright (n 1) 399."
    assert len(told) == 798
