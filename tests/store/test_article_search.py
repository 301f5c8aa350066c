"""Searching: what a query finds is what it says, in every order, to the last page."""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.model.article import Article, Usage
from briefing.model.partial_date import PartialDate
from briefing.model.query import And, Filter, Near, Node, Not, Or, Words
from briefing.store import article_rows, article_search, articles, facet_counts, relevance
from briefing.store.index_tokens import above, folded
from briefing.store.library_file import Library
from tests.store.records import add_articles, add_fact, make_article, make_evidence, make_fact

VOCABULARY = ("cartel", "border", "tariff", "López", "naïve", "安全保障", "G20")
PATHS = ("region/mexico", "region/mexico/sonora", "Region/China", "topic", "topical")
DATES = (
    None,
    PartialDate(1999, 12, 31),
    PartialDate(2000),
    PartialDate(2024, 2, 29),
    PartialDate(2025),
    PartialDate(2025, 9),
    PartialDate(2025, 9, 3),
    PartialDate(2025, 9, 3, approximate=True),
    PartialDate(2025, 12, 31),
    PartialDate(9999, 12, 31),
    PartialDate(1, 1, 1),
)


def _corpus() -> tuple[Article, ...]:
    """Return articles in which every value of every field meets many others."""
    usages = list(Usage)
    return tuple(
        make_article(
            n,
            title=f"Title {VOCABULARY[n % 7]} {n}",
            body=f"{VOCABULARY[n % 5]} and {VOCABULARY[(n * 3 + 1) % 7]} joint statement {n % 4}",
            publisher=("nytimes", "The Times", "", "Xinhua 新华")[n % 4],
            authors=(("Ana López", "Bo Li"), ())[n % 2],
            published=DATES[n % len(DATES)],
            usage=usages[n % 4],
            rank=(None, 1, 2, 3, -1)[n % 5],
            reliability=("", "A", "B")[n % 3],
            credibility=(None, 1, 2, 6)[n % 4],
            language=("", "en", "es-MX")[n % 3],
            note=("", "a note")[n % 2],
            tags=tuple(PATHS[k] for k in range(5) if n >> k & 1),
        )
        for n in range(64)
    )


CORPUS = _corpus()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("search")
    with Library.create(folder / "a.briefing") as library:
        add_articles(library, *CORPUS)
        add_fact(library, make_fact(make_evidence(CORPUS[5], "joint statement")))
        yield library


def _find(library: Library, root: Node | None, sort: str = "date", page: int = 7) -> list[str]:
    """Return the citekeys of all pages."""
    keys: list[str] = []
    after = ""
    while True:
        found = article_search.find_page(library.reader(), root, sort, page, after)
        keys += [row.citekey for row in article_rows.of_ids(library.reader(), found.ids)]
        after = found.after
        if not after:
            return keys


# What a query means, said plainly.


def _words_of(text: str) -> list[str]:
    spread = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in spread if not unicodedata.combining(char)).split()


def _has(article: Article, words: Words) -> bool:
    fields = {
        "title": [article.title],
        "publisher": [article.publisher],
        "author": [" ".join(article.authors)],
        "": [article.title, article.publisher, " ".join(article.authors), article.body],
    }
    wanted = _words_of(words.text)
    for text in fields[words.field]:
        held = _words_of(text)
        for at in range(len(held) - len(wanted) + 1):
            last = held[at + len(wanted) - 1]
            ends = last.startswith(wanted[-1]) if words.prefix else last == wanted[-1]
            if held[at : at + len(wanted) - 1] == wanted[:-1] and ends:
                return True
    return False


def _passes(article: Article, wanted: Filter) -> bool:
    test = TESTS.get(wanted.field)
    return test is not None and test(article, wanted.value, wanted.operator)


def _paths(article: Article) -> set[str]:
    return {folded(path) for tag in article.tags for path in above(tag)}


def _ranked(article: Article, value: str, operator: str) -> bool:
    rank, limit = article.rank, int(value)
    return (
        rank is not None and {"=": rank == limit, "<": rank < limit, ">=": rank >= limit}[operator]
    )


def _dated(article: Article, value: str, field: str) -> bool:
    if article.published is None:
        return False
    first, span = article.published.first_day(), PartialDate.parse(value)
    return {
        "after": first >= span.first_day(),
        "before": first < span.first_day(),
        "on": span.first_day() <= first <= span.last_day(),
    }[field]


def _there(article: Article, value: str) -> bool:
    return bool({"note": article.note, "tag": article.tags, "fact": article is CORPUS[5]}[value])


TESTS: dict[str, Callable[[Article, str, str], bool]] = {
    "tag": lambda article, value, _: folded(value) in _paths(article),
    "usage": lambda article, value, _: article.usage == value,
    "rank": _ranked,
    "rating": lambda article, value, _: all(char in article.rating for char in value),
    "lang": lambda article, value, _: f"{article.language.lower()}-".startswith(f"{value}-"),
    "has": lambda article, value, _: _there(article, value),
    "cited": lambda _article, value, _: value == "no",
    "publisher": lambda article, value, _: article.publisher.lower() == value.lower(),
    "after": lambda article, value, _: _dated(article, value, "after"),
    "before": lambda article, value, _: _dated(article, value, "before"),
    "on": lambda article, value, _: _dated(article, value, "on"),
}


def _holds(article: Article, node: Node | None) -> bool:
    match node:
        case None:
            return True
        case Words():
            return _has(article, node)
        case Filter():
            return _passes(article, node)
        case And(parts):
            return all(_holds(article, part) for part in parts)
        case Or(parts):
            return any(_holds(article, part) for part in parts)
        case Not(part):
            return not _holds(article, part)
        case Near():
            raise NotImplementedError("the model below makes none")


ASKED = (
    *("cartel", "CARTEL", "border", "lopez", "Naïve", "joint statement", "statement joint"),
    *("title", "absent", "and", "3", "nytimes", "the times", "安全保障"),
)
BEGUN = ("car", "joint sta", "lo", "tit")
DAYS = ("2025-09-03", "2025-09", "2025", "2000", "1999-12-31", "0001", "9999-12-31")
words = st.builds(
    Words,
    st.sampled_from(ASKED),
    st.sampled_from(["", "", "", "title", "publisher", "author"]),
    st.booleans(),
)
prefixes = st.sampled_from(BEGUN).map(lambda text: Words(text, prefix=True))
days = st.sampled_from(DAYS)
filters = st.one_of(
    st.builds(Filter, st.just("tag"), st.sampled_from(["region", "REGION/mexico", "topic", "top"])),
    st.builds(Filter, st.just("usage"), st.sampled_from([one.value for one in Usage])),
    st.builds(
        Filter,
        st.just("rank"),
        st.sampled_from(["-1", "1", "2", "7"]),
        st.sampled_from(["=", "<", ">="]),
    ),
    st.builds(Filter, st.just("rating"), st.sampled_from(["A", "B2", "6", "F1"])),
    st.builds(Filter, st.just("lang"), st.sampled_from(["en", "es", "es-mx", "fr"])),
    st.builds(Filter, st.just("has"), st.sampled_from(["note", "tag", "fact"])),
    st.builds(Filter, st.just("cited"), st.sampled_from(["yes", "no"])),
    st.builds(Filter, st.just("publisher"), st.sampled_from(["the times", "NYTimes", "times"])),
    st.builds(Filter, st.sampled_from(["after", "before", "on"]), days),
    st.builds(Filter, st.sampled_from(["status", "nonsense"]), st.just("current")),
)


def _joined(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    lists = st.lists(children, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(And, lists), st.builds(Or, lists), st.builds(Not, children))


queries: st.SearchStrategy[Node] = st.recursive(
    st.one_of(words, prefixes, filters), _joined, max_leaves=8
)


@given(queries)
def test_query_finds_what_it_says(filled: Library, root: Node) -> None:
    wanted = {article.citekey for article in CORPUS if _holds(article, root)}
    assert set(_find(filled, root)) == wanted


@given(queries, st.sampled_from(article_search.SORTS), st.integers(1, 30))
def test_every_order_pages_through_all_once(
    filled: Library, root: Node, sort: str, page: int
) -> None:
    keys = _find(filled, root, sort, page)
    assert len(keys) == len(set(keys))
    assert set(keys) == {article.citekey for article in CORPUS if _holds(article, root)}
    assert keys == _find(filled, root, sort, 1000)


@given(queries)
def test_facets_count_what_is_found(filled: Library, root: Node) -> None:
    found = [article for article in CORPUS if _holds(article, root)]
    facets = facet_counts.count(filled.reader(), root)
    assert facets.total == len(found)
    assert {one.value: one.count for one in facets.usage} == {
        usage.value: sum(article.usage == usage for article in found) for usage in Usage
    }
    tags: dict[str, int] = {}
    months: dict[str, int] = {}
    for article in found:
        for path in _paths(article):
            tags[path] = tags.get(path, 0) + 1
        if article.published:
            month = article.published.first_day().isoformat()[:7]
            months[month] = months.get(month, 0) + 1
    assert {folded(one.value): one.count for one in facets.tags} == tags
    assert {one.value: one.count for one in facets.months} == months
    assert [one.value for one in facets.months] == sorted(months)
    publishers = [article.publisher for article in found if article.publisher]
    assert {one.value: one.count for one in facets.publishers} == {
        name: publishers.count(name) for name in publishers
    }


# Nothing that is asked may raise.

anything = st.text(max_size=30)
hostile_words = st.builds(
    Words, anything, st.sampled_from(["", "title", "nonsense"]), st.booleans(), st.booleans()
)
hostile_filters = st.builds(
    Filter,
    st.one_of(st.sampled_from(["tag", "rank", "rating", "after", "on", "lang", "has"]), anything),
    anything,
    st.sampled_from(["=", "<", "<=", ">", ">=", "??"]),
)
hostile: st.SearchStrategy[Node] = st.recursive(
    st.one_of(hostile_words, hostile_filters), _joined, max_leaves=20
)


@given(hostile, st.sampled_from(article_search.SORTS))
def test_no_query_raises(filled: Library, root: Node, sort: str) -> None:
    article_search.find_page(filled.reader(), root, sort, 5, "")
    facet_counts.count(filled.reader(), root)


NASTY = [
    '"',
    '""" OR *',
    "a AND",
    "NEAR(a b)",
    "title : x",
    "{title} : x",
    "^start",
    "a + b",
    "x\0y",
    "\ud800 lone",
    "\ue000a",
    "\ue000uused",
    "'; DROP TABLE articles; --",
    "-",
    "*",
    "()",
    "%_%",
    "\\",
    "\u202ereversed",
    "🗞️",
    "a" * 100_000,
    "word " * 2_000,
]


@pytest.mark.parametrize("text", NASTY)
def test_nasty_words_are_only_words(filled: Library, text: str) -> None:
    for root in (Words(text), Words(text, phrase=True), Words(text, "title", prefix=True)):
        article_search.find_page(filled.reader(), root, "auto", 5, "")
    assert len(_find(filled, None)) == len(CORPUS)


def test_meta_tokens_are_not_words(filled: Library) -> None:
    assert _find(filled, Words("\ue000uused")) == []
    assert _find(filled, Words("uused")) == []


@pytest.mark.parametrize("joiner", [And, Or])
def test_very_deep_query_is_still_answered(filled: Library, joiner: type[And] | type[Or]) -> None:
    root: Node = Words("cartel")
    for number in range(200):
        other = And if joiner is Or else Or
        root = joiner((root, other((Words("cartel"), Words(f"w{number}")))))
    article_search.find_page(filled.reader(), root, "date", 5, "")
    for _ in range(200):
        root = Not(root)
    article_search.find_page(filled.reader(), root, "date", 5, "")


def test_very_wide_query_is_answered(filled: Library) -> None:
    many = tuple(Words(f"w{number}") for number in range(2_000))
    assert _find(filled, And(many)) == []
    assert _find(filled, Or((*many, Words("cartel")))) == _find(filled, Words("cartel"))


# Orders and cursors


def test_newest_first_and_undated_last(filled: Library) -> None:
    by_key = {article.citekey: article for article in CORPUS}
    dates = [by_key[key].published for key in _find(filled, None)]
    known = [one.first_day() for one in dates if one]
    assert known == sorted(known, reverse=True)
    assert all(one is None for one in dates[len(known) :])


def test_last_added_comes_first_within_a_day(filled: Library) -> None:
    same_day = And((Filter("on", "2025-09-03"),))
    added = [one.citekey for one in CORPUS if one.published and _holds(one, same_day)]
    assert _find(filled, same_day) == added[::-1]


def test_ranked_come_before_unranked(filled: Library) -> None:
    by_key = {article.citekey: article for article in CORPUS}
    ranks = [by_key[key].rank for key in _find(filled, None, "rank")]
    known = [rank for rank in ranks if rank is not None]
    assert ranks == sorted(known) + [None] * (len(ranks) - len(known))


def test_title_hits_come_first_by_relevance(library: Library) -> None:
    filler = " ".join(f"filler{n}" for n in range(300))
    add_articles(
        library,
        make_article(1, title="Other", body=f"tariff {filler}"),
        make_article(2, title="A tariff", body=filler, published=PartialDate(1990)),
        *(make_article(n, title="Nothing", body=filler) for n in range(3, 20)),
    )
    assert _find(library, Words("tariff"), "auto") == ["source2", "source1"]
    assert _find(library, Words("tariff"), "date") == ["source1", "source2"]


def test_filters_alone_are_in_order_of_date(filled: Library) -> None:
    root = Filter("usage", "used")
    assert _find(filled, root, "auto") == _find(filled, root, "date")


@pytest.mark.parametrize("common", [50_000, 0])  # titles are found by FTS5, or looked through
@pytest.mark.parametrize("refused", [None, "3", "title"])
def test_too_many_to_rank_gives_titles_then_newest(
    filled: Library, monkeypatch: pytest.MonkeyPatch, common: int, refused: str | None
) -> None:
    monkeypatch.setattr(article_search, "RANKED_AT_MOST", 3)
    monkeypatch.setattr(relevance, "COUNTED", common)
    by_key = {article.citekey: article for article in CORPUS}
    word = Words("cartel")
    root = And((word, Not(Words(refused)))) if refused else word
    for page in (1, 2, 5, 100):
        keys = _find(filled, root, "auto", page)
        assert set(keys) == set(_find(filled, root))
        in_title = ["cartel" in by_key[key].title for key in keys]
        assert in_title == sorted(in_title, reverse=True)
        newest = _find(filled, root)
        titled = [key for key in newest if "cartel" in by_key[key].title]
        assert keys == [*titled, *(key for key in newest if key not in titled)]


def test_page_goes_on_where_it_was_when_articles_come_and_go(library: Library) -> None:
    day = date(2025, 1, 1)
    made = add_articles(
        library,
        *(make_article(n, published=PartialDate.from_date(day + timedelta(n))) for n in range(10)),
    )
    first = article_search.find_page(library.reader(), None, "date", 4, "")
    add_articles(library, make_article(99, published=PartialDate(2026)))
    library.write("Remove", lambda c: articles.remove(c, [made[3].uid]))
    second = article_search.find_page(library.reader(), None, "date", 10, first.after)
    rows = article_rows.of_ids(library.reader(), second.ids)
    assert [row.citekey for row in rows] == [f"source{n}" for n in (5, 4, 2, 1, 0)]


def _keys_from(library: Library, root: Node, after: str) -> list[str]:
    """Return all that comes behind a cursor, in order of relevance."""
    found = article_search.find_page(library.reader(), root, "relevance", 1_000, after)
    return [row.citekey for row in article_rows.of_ids(library.reader(), found.ids)]


def test_relevance_goes_on_where_it_was_though_every_score_changes(library: Library) -> None:
    made = add_articles(
        library, *(make_article(n, title="x", body="tariff " * (n + 1)) for n in range(40))
    )
    word = Words("tariff")
    order = _keys_from(library, word, "")
    first = article_search.find_page(library.reader(), word, "relevance", 10, "")
    add_articles(
        library, *(make_article(n, title="x", body="tariff " + "y " * n) for n in range(100, 400))
    )
    by_key = {one.citekey: one for one in made}
    library.write("Remove", lambda c: articles.remove(c, [by_key[order[9]].uid]))  # the last shown
    articles_now = _keys_from(library, word, first.after)
    assert [key for key in articles_now if key in by_key] == order[10:]


def test_relevance_goes_on_when_more_come_than_are_ranked(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = Words("cartel")
    order = _keys_from(filled, word, "")
    first = article_search.find_page(filled.reader(), word, "relevance", 3, "")
    monkeypatch.setattr(article_search, "RANKED_AT_MOST", 1)
    assert _keys_from(filled, word, first.after) == order[3:]


@pytest.mark.parametrize(
    "after",
    ["nonsense", "date:", "date:x", "score:1:2", "rank:1:x", "title:x:y", "date:1e3", "🗞"],
)
def test_cursor_of_another_search_is_told(filled: Library, after: str) -> None:
    for sort in ("date", "relevance", "rank", "title", "added"):
        kind = {"relevance": "score"}.get(sort, sort)
        if after.startswith(kind + ":") and sort != "rank":
            continue
        with pytest.raises(InputError, match="another search"):
            article_search.find_page(filled.reader(), Words("cartel"), sort, 5, after)


def test_unknown_order_is_told(filled: Library) -> None:
    with pytest.raises(InputError, match="cannot be sorted"):
        article_search.find_page(filled.reader(), None, "colour", 5, "")


# Scripts

# A text, words that are in it, and words that are not.
SCRIPTS = {
    "chinese": (
        "参加G20峰会的代表在北京讨论安全保障问题",
        ["北京", "G20峰会", "安全", "障", "G20"],
        ["北讨", "京北"],
    ),
    "japanese": ("日本政府はサイバー攻撃を非難した", ["サイバー", "政府", "ｻｲﾊﾞｰ"], ["府政"]),
    "korean": ("정부는 북한의 도발을 규탄했다", ["정부", "북한", "규탄"], ["부정"]),
    "thai": ("รัฐบาลไทยประกาศความมั่นคง", ["ไทย", "ความมั่นคง", "รัฐบาล"], ["ยไท"]),
    "arabic": ("أعلنت الحُكومة عن اتفاقية ٢٠٢٥", ["الحكومة", "اعلنت", "2025"], ["حكم"]),
    "persian": ("دولت می‌خواهد کمک کند", ["دولت", "كمك"], ["خواه"]),
    "hebrew": ("הַמֶּמְשָׁלָה הודיעה", ["הממשלה", "הודיעה"], ["ממשל"]),
    "hindi": ("भारत सरकार ने हिन्दी में कहा", ["हिन्दी", "सरकार"], ["हन्द"]),
    "russian": ("Правительство России заявило", ["россии", "ПРАВИТЕЛЬСТВО"], ["росс"]),
    "greek": ("Η κυβέρνηση της Ελλάδας", ["κυβερνηση", "ελλαδας"], ["ελλα"]),
    "vietnamese": ("Chính phủ Việt Nam tuyên bố", ["viet nam", "chinh phu"], ["viet phu"]),
    "polish": ("Rząd w Łodzi ogłosił", ["lodzi", "Łodzi", "rzad", "oglosil"], ["lod"]),
    "german": ("Straßburg und Größe", ["strassburg", "grosse"], ["strass"]),
    "decomposed": ("Me\u0301rida y Lo\u0301pez", ["Mérida", "lopez"], ["lop"]),
    "ligatures": ("The ﬁnal oﬃce of ＡＢＣ", ["final", "office", "abc"], ["nal"]),
    "invisible": ("co\u00adop\u00aderation zero\u200bwidth", ["cooperation", "zerowidth"], ["op"]),
    "apostrophes": ("Mexico’s U.S.-led O'Brien", ["mexico's", "u.s.", "o’brien"], ["mex"]),
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_words_of_every_script_are_found(library: Library, script: str) -> None:
    text, wanted, unwanted = SCRIPTS[script]
    add_articles(
        library,
        make_article(1, body=text, title="x"),
        make_article(2, title=text, body="x"),
        make_article(3, title="Other", body="Nothing of the kind"),
    )
    for word in wanted:
        assert set(_find(library, Words(word))) == {"source1", "source2"}, word
        assert _find(library, Words(word, "title")) == ["source2"], word
    for word in unwanted:
        assert _find(library, Words(word)) == [], word


def test_cut_script_in_tags_publisher_and_authors_is_found(library: Library) -> None:
    add_articles(
        library, make_article(1, tags=("地区/中国",), publisher="新华社", authors=("习近平",))
    )
    for root in (
        Words("中国"),
        Words("新华", "publisher"),
        Words("近平", "author"),
        Filter("tag", "地区"),
        Filter("publisher", "新华社"),
    ):
        assert _find(library, root) == ["source1"], root
    assert _find(library, Filter("tag", "地")) == []
