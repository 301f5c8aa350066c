from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.front_matter import read_front_matter
from briefing.intake.front_matter_values import Entries, Items, flattened

DATA = Path(__file__).parents[1] / "data/intake"


def pairs_of(text: str) -> list[tuple[str, object]]:
    return list(read_front_matter(text).pairs)


def test_plain_lines_are_pairs_and_the_rest_is_the_body() -> None:
    front = read_front_matter(
        "---\nurl: https://a.org/x\nusage: candidate\n---\n\n## Text\nwords\n"
    )
    assert front.pairs == (("url", "https://a.org/x"), ("usage", "candidate"))
    assert front.body == "## Text\nwords"


@pytest.mark.parametrize(
    "title",
    [
        "Tariffs: what now: a guide",
        '"No" said the minister',
        'He said "no"',
        "'Tis the season",
        "@POTUS speaks",
        "*Update* on talks",
        "`code` red",
        "%change in trade",
        "[Update] Talks resume",
        "{Leaked} memo",
        "&c.",
        "!Important",
        "> 5 dead",
        "| pipes",
        "Order #5 and # 6",
        "- dashed",
        "? or not",
        "C:\\path",
        "a\tb",
    ],
)
def test_title_is_taken_as_it_stands(title: str) -> None:
    text = f"---\ntitle: {title}\nurl: https://a.org\n---\nbody"
    (_, found), (_, url) = read_front_matter(text).pairs
    written = found.source if isinstance(found, Items | Entries) else found
    assert written == title
    assert url == "https://a.org"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('"Quoted: title"', "Quoted: title"),
        ("'It''s quoted'", "It's quoted"),
        (r'"say \"hi\" \u00e9"', 'say "hi" é'),
        ('"quoted" # remark', "quoted"),
        ("null", ""),
        ("~", ""),
        ("", ""),
        ("NO", "NO"),
        ("12:30", "12:30"),
        ("007", "007"),
    ],
)
def test_yaml_scalar_is_text(value: str, expected: str) -> None:
    assert pairs_of(f"---\nkey: {value}\n---\n") == [("key", expected)]


def test_duplicate_keys_are_kept_in_order() -> None:
    assert pairs_of("---\na: 1\nb: 2\na: 3\n---\n") == [("a", "1"), ("b", "2"), ("a", "3")]


def test_one_bad_key_does_not_spoil_the_others() -> None:
    text = "---\nTitle: Gesetz: über das\n  Abkommen\ntags:\n  - one\n  - two: three\nx: y\n---\n"
    assert pairs_of(text) == [
        ("Title", "Gesetz: über das Abkommen"),
        ("tags", Items(("one", Entries((("two", "three"),))))),
        ("x", "y"),
    ]


def test_blocks_lists_and_mappings_are_read() -> None:
    text = "---\na: >\n  folded\n  text\nb: |\n  two\n  lines\nc: [x, 'y z']\nd:\n- p\n- q\n---\n"
    assert pairs_of(text) == [
        ("a", "folded text"),
        ("b", "two\nlines"),
        ("c", Items(("x", "y z"), "[x, 'y z']")),
        ("d", Items(("p", "q"))),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '---json\n{"title": "T", "n": 2.50}\n---\nbody',
        ';;;\n{"title": "T", "n": 2.50}\n;;;\nbody',
        '{"title": "T", "n": 2.50}\n\nbody',
        '+++\ntitle = "T"\nn = "2.50"\n+++\nbody',
        "title: T\nn: 2.50\n\nbody",
        "title: T\nn: 2.50\n---\nbody",
        "---\ntitle: T\nn: 2.50\n\nbody",
        "---\ntitle: T\nn: 2.50\n...\nbody",
        "--- \ntitle: T\nn: 2.50\n---  \nbody",
        "\n\n---\ntitle: T\nn: 2.50\n---\nbody",
        "---\n  title: T\n  n: 2.50\n---\nbody",
        "---\n{title: T, n: 2.50}\n---\nbody",
        "---\n# remark\ntitle : T\n\n'n': 2.50\n---\nbody",
    ],
)
def test_every_dialect_says_the_same(text: str) -> None:
    front = read_front_matter(text)
    assert front.pairs == (("title", "T"), ("n", "2.50"))
    assert front.body == "body"


@pytest.mark.parametrize(
    "text",
    [
        "No front matter: none.",
        "---\nA rule above a text.\n---\nAnd more.",
        "----\ntitle: x\n----\n",
        "---\nWarning: one line with a colon, and no end.",
        '{"whole": "file"}',
        "{not json}\ntext",
        "---javascript\n{ a: function() { return 1; } }\n---\ntext",
        "Title of the text\n\ntitle: x",
        "He said: no\nShe said: yes\n\ntext",
        "    indented code\n",
    ],
)
def test_text_without_front_matter_is_left_whole(text: str) -> None:
    front = read_front_matter(text)
    assert front.pairs == ()
    assert front.body == text


@pytest.mark.parametrize(
    "block",
    [
        "a: &a\n" + "  - [*a, *a, *a, *a, *a, *a, *a, *a]\n" * 9,
        "a: &x [*x]\n  - 1",
        "a:\n  " + "[" * 5000,
        "a:\n  " + "- " * 5000,
        "a:\n  " + "? " * 3000,
        "a:\n - x: y\n  bad: indent\n\t- tab",
        "a: !!python/object/apply:os.system\n  - echo",
    ],
    ids=["aliases", "circle", "brackets", "dashes", "complex keys", "indents", "object"],
)
def test_bombs_end_as_words(block: str) -> None:
    front = read_front_matter(f"---\ntitle: T\n{block}\n---\nbody")
    assert front.pairs[0] == ("title", "T")
    assert front.body == "body"


def test_more_yaml_than_any_front_matter_has_is_taken_as_it_stands() -> None:
    block = "k: [a, b]\n" * 10_000
    pairs = pairs_of(f"---\n{block}---\nbody")
    assert len(pairs) == 10_000
    assert pairs[0] == ("k", Items(("a", "b"), "[a, b]"))
    assert pairs[-1] == ("k", "[a, b]")


@pytest.mark.parametrize("path", sorted((DATA / "front_matter").iterdir()), ids=lambda p: p.name)
def test_real_oddities_lose_no_word_of_the_body(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    front = read_front_matter(text)
    assert text.rstrip("\n").endswith(front.body.rstrip("\n"))
    assert front.pairs or front.body == text


@pytest.mark.parametrize("path", sorted((DATA / "yaml_test_suite").iterdir()), ids=lambda p: p.stem)
def test_yaml_test_suite_is_read_without_a_fault(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    front = read_front_matter(text)
    inner = read_front_matter(f"---\ntitle: T\n{text}\n---\nend")
    assert front.pairs or front.body == text
    assert inner.pairs[0] == ("title", "T")


def test_nested_values_become_plain_fields() -> None:
    value = Items((Entries((("a", "1"), ("b", Items(("2", "3"))))), "4"))
    assert list(flattened("k", value)) == [
        ("k.1.a", "1"),
        ("k.1.b", "2"),
        ("k.1.b", "3"),
        ("k.2", "4"),
    ]
    assert list(flattened("k", Items((), "[]"))) == [("k", "[]")]


keys = st.from_regex(r"[a-z][a-z_]{0,20}", fullmatch=True)
words = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40)
plain = words.filter(lambda word: word[0] not in "\"'[{|>&!" and word not in {"~", "null"})


@given(st.lists(st.tuples(keys, plain), min_size=1, max_size=8), words)
def test_plain_pairs_come_back(pairs: list[tuple[str, str]], body: str) -> None:
    block = "".join(f"{key}: {value}\n" for key, value in pairs)
    front = read_front_matter(f"---\n{block}---\n\n{body}\n")
    assert front.pairs == tuple(pairs)
    assert front.body == body


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read_front_matter(text)


PIECES = ["---\n", "title: ", "a:\n", "  - b\n", "'", '"', ": ", "\n", "&x ", "*x", "# r\n", ">\n"]
MORE_PIECES = [
    "[",
    "]",
    "{",
    "}",
    "\t",
    "  ",
    "|\n",
    "+++\n",
    ";;;\n",
    "\\ud800",
    "!!t ",
    "? ",
    "é",
]
pieces = st.sampled_from(PIECES + MORE_PIECES)


@given(st.lists(pieces, max_size=30).map("".join))
def test_any_mixture_of_yaml_is_read_and_can_be_kept(text: str) -> None:
    for start in ("", "---\n", "---json\n", "+++\n", ";;;\n", "{"):
        front = read_front_matter(start + text)
        for key, value in front.pairs:
            for field in flattened(key, value):
                "".join(field).encode("utf-8")
