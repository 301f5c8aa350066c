"""Search lines become trees, whatever is typed, and come back as lines."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.query import And, Filter, Near, Node, Not, Or, Words
from briefing.text.query_fields import query_fields
from briefing.text.query_language import format_query, parse_query
from briefing.text.query_tokens import is_searchable

PIECES = [
    "mexico",
    "López",
    "北京",
    "عرب",
    "ไทย",
    '"',
    "“",
    "”",
    "(",
    ")",
    "-",
    "NOT",
    "AND",
    "NEAR",
    " NEAR ",
    " NEAR/3 ",
    "NEAR(",
    "NEAR(a b, 5)",
    "title:(",
    "tag:(",
    "title:(=x",
    ", 4)",
    'ארה"ב',
    "in:memo",
    "dup:yes",
    "color:red",
    "C++",
    "§",
    "OR",
    "*",
    ":",
    "title:",
    "tag:a/b",
    "rank:<3",
    "rank:",
    "usage:used",
    "after:2025-13",
    "on:2025-9",
    "foo:bar",
    'publisher:="A B"',
    "has:fact",
    " ",
    "  ",
    "\t",
    "\u00a0",
    "\u200b",
    "…",
    "'",
    "\\",
    "%",
    "\0",
    "=",
    "<",
    ">",
    "cited:maybe",
    "lang:en",
    "http://x.y/z?a=b",
    "\ud800",
    "😀",
    "and",
    "or",
]
lines = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


def _root(line: str) -> Node | None:
    return parse_query(line).root


@pytest.mark.parametrize(
    ("line", "root"),
    [
        ("", None),
        ("  …!?  ", None),
        ("mexico", Words("mexico")),
        ("mexico cartel", And((Words("mexico"), Words("cartel")))),
        ("mexico AND cartel", And((Words("mexico"), Words("cartel")))),
        ("a OR b c", Or((Words("a"), And((Words("b"), Words("c")))))),
        ("(a OR b) c", And((Or((Words("a"), Words("b"))), Words("c")))),
        ("a -b NOT c", And((Words("a"), Not(Words("b")), Not(Words("c"))))),
        ('"high value" targ*', And((Words("high value", phrase=True), Words("targ", prefix=True)))),
        ("“curly one”", Words("curly one", phrase=True)),
        ('"new yo"*', Words("new yo", phrase=True, prefix=True)),
        ("well-known", Words("well-known")),
        ("NOT (NOT a)", Words("a")),
        (
            "title:vow author:lópez*",
            And((Words("vow", "title"), Words("lópez", "author", prefix=True))),
        ),
        ('publisher:"new york"', Words("new york", "publisher", phrase=True)),
        ('publisher:="The Times"', Filter("publisher", "The Times")),
        ("tag:region/mexico", Filter("tag", "region/mexico")),
        ('tag:" region / new mexico/"', Filter("tag", "region/new mexico")),
        ("TAG:x", Filter("tag", "x")),
        ("rank:<3", Filter("rank", "3", "<")),
        ("rank:>=02", Filter("rank", "2", ">=")),
        ("rating:b2", Filter("rating", "B2")),
        ("usage:Used", Filter("usage", "used")),
        ("on:2025-9", Filter("on", "2025-09")),
        ("after:2025/09/03", Filter("after", "2025-09-03")),
        ("before:2025", Filter("before", "2025")),
        (
            "lang:EN has:Fact cited:No",
            And((Filter("lang", "en"), Filter("has", "fact"), Filter("cited", "no"))),
        ),
        (
            "status:current kind:figure key:7K2",
            And((Filter("status", "current"), Filter("kind", "figure"), Filter("key", "7k2"))),
        ),
        ("http://x.y/z", Words("http://x.y/z")),
        ("NEAR(a b, 5)", Near((Words("a"), Words("b")), 5)),
        ("NEAR/4(a b)", Near((Words("a"), Words("b")), 4)),
        ("a NEAR b", Near((Words("a"), Words("b")), 10)),
        (
            'a NEAR/5 "b c" NEAR/5 d*',
            Near((Words("a"), Words("b c", phrase=True), Words("d", prefix=True)), 5),
        ),
        (
            "a NEAR/2 b NEAR/3 c",
            And((Near((Words("a"), Words("b")), 2), Near((Words("b"), Words("c")), 3))),
        ),
        ("NOT a NEAR b c", And((Not(Near((Words("a"), Words("b")), 10)), Words("c")))),
        ("near a", And((Words("near"), Words("a")))),
        (
            "has:PDF in:Border-Security in:memos",
            And((Filter("has", "pdf"), Filter("in", "border-security"), Filter("in", "memo"))),
        ),
        (
            "dup:no dup:nytimes2025 color:Red language:es",
            And(
                (
                    Filter("dup", "no"),
                    Filter("dup", "nytimes2025"),
                    Filter("colour", "red"),
                    Filter("lang", "es"),
                )
            ),
        ),
        ('ארה"ב', Words('ארה"ב')),
        ('"ארה"ב ורוסיה"', Words('ארה"ב ורוסיה', phrase=True)),
        ("😀", Words("😀")),
    ],
)
def test_a_line_means_its_tree_and_nothing_is_wrong(line: str, root: Node | None) -> None:
    query = parse_query(line)
    assert query.root == root
    assert query.problems == ()


@pytest.mark.parametrize(
    ("line", "root", "problem"),
    [
        ("(a", Words("a"), "not closed"),
        ("a) b", And((Words("a"), Words("b"))), "no opening one"),
        ('"a b', Words("a b", phrase=True), "quotation mark"),
        ("a OR", Words("a"), "OR stands between"),
        ("AND a", Words("a"), "AND stands between"),
        ("a NOT", Words("a"), "NOT stands before"),
        ("foo:bar", Words("foo:bar"), "no field “foo:”"),
        ("rank:high", Words("rank:high"), "wants a number"),
        ("usage:gone", Words("usage:gone"), "candidate, shortlisted"),
        ("after:2025-13", Words("after:2025-13"), "a date such as"),
        ("lang:=", Words("lang"), "a language such as"),
        ("tag:<x", Words("tag:<x"), "takes no <"),
        ("title:", Words("title"), "right behind it"),
        ("title:=x", Words("title:=x"), "takes no ="),
        ("a NEAR", Words("a"), "one is missing"),
        ("NEAR a", Words("a"), "one is missing"),
        ("a NEAR (b c)", And((Words("a"), Words("b"), Words("c"))), "taken as AND"),
        ("title:a NEAR b", And((Words("a", "title"), Words("b"))), "taken as AND"),
        ("NEAR(a", Words("a"), "not closed"),
        ("NEAR(a b -c, 5)", Near((Words("a"), Words("b"), Words("c")), 5), "the rest"),
        ("a § b", And((Words("a"), Words("b"))), "“§” cannot be searched for"),
        ("has:everything", Words("has:everything"), "fact, note, tag"),
        ("colour:pink", Words("colour:pink"), "red, orange"),
    ],
)
def test_what_is_not_understood_is_taken_as_words_and_named(
    line: str, root: Node, problem: str
) -> None:
    query = parse_query(line)
    assert query.root == root
    assert problem in " ".join(query.problems)


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("title:(a OR b)", "title:a OR title:b"),
        ('title:(a -"b c" d*) e', 'title:a -title:"b c" title:d* e'),
        ("tag:(x/y OR usage:used)", "tag:x/y OR usage:used"),
        ("-publisher:(times OR post)", "NOT (publisher:times OR publisher:post)"),
        ("title:(a tag:(b c))", "title:a tag:b tag:c"),
        ("author:()", ""),
    ],
)
def test_field_before_a_bracket_holds_for_what_is_inside(line: str, same: str) -> None:
    assert parse_query(line).root == parse_query(same).root


def test_what_a_field_cannot_be_asked_in_a_bracket_is_named() -> None:
    query = parse_query("rank:(high OR 3)")
    assert query.root == Or((Words("high"), Filter("rank", "3")))
    assert "wants a number" in " ".join(query.problems)
    assert "NEAR looks in" in " ".join(parse_query("title:(a NEAR b)").problems)
    assert parse_query("title: (a OR b)").problems


@settings(max_examples=1_000)
@given(st.integers(0, 2**62))
def test_nothing_typed_raises_and_each_tree_has_its_line(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(10):  # ten thousand lines in all; drawn one by one they take a minute
        _is_understood("".join(chance.choices(PIECES, k=chance.randint(0, 12))))


@given(lines)
def test_nothing_typed_raises_and_what_does_is_made_short(line: str) -> None:
    _is_understood(line)


@given(st.text(max_size=40))
def test_no_text_raises(line: str) -> None:
    _is_understood(line)


def _is_understood(line: str) -> None:
    query = parse_query(line)
    assert parse_query(format_query(query)).root == query.root
    assert all(problem.endswith(".") for problem in query.problems)


@given(lines)
def test_the_words_of_a_tree_can_be_searched(line: str) -> None:
    stack = [_root(line)]
    while stack:
        match stack.pop():
            case Words(text):
                assert is_searchable(text)
            case And(parts) | Or(parts):
                assert len(parts) > 1
                stack += parts
            case Not(part):
                stack.append(part)
            case Near(words):
                assert len(words) > 1
                stack += words
            case Filter(name):
                assert name in query_fields()
            case None:
                pass


def test_long_and_deep_lines_are_bounded() -> None:
    assert len(repr(parse_query("word " * 50_000).root)) < 50_000
    assert "first 200" in parse_query("word " * 300).problems[0]
    assert parse_query("(" * 10_000 + "a" + ")" * 10_000).problems
    assert _root("NOT " * 501 + "a") == Not(Words("a"))


def test_the_fields_are_named_for_completion() -> None:
    assert {"title", "publisher", "author", "tag", "usage", "rank", "has"} <= set(query_fields())
