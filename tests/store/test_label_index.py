"""Labels change in the index without the text; the index stays what a rebuilt one would be."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.store import articles, integrity, repair, tags
from briefing.store.library_file import Library
from tests.store.records import add_articles, check_index, found, make_article

TAGS = ("region/mexico", "Mexico", "ministers met", "topic/many words in one tag", "x" * 200)
CHANGE = st.tuples(
    st.integers(0, 4), st.sampled_from(["rank", "note", "usage", "tag", "untag", "undo", "redo"])
)
SIZES = "SELECT * FROM article_fts_docsize ORDER BY id"


def _change(library: Library, number: int, what: str, pick: int) -> None:
    uid = articles.get_by_citekey(library.reader(), f"source{number}").uid
    values = {
        "rank": pick or None,
        "note": "n" * (pick % 2),
        "usage": ("used", "rejected")[pick % 2],
    }
    if what in values:
        library.write(what, lambda c: articles.mark(c, [uid], {what: values[what]}))
    elif what in ("undo", "redo"):
        getattr(library, what)()
    else:
        change = tags.attach if what == "tag" else tags.detach
        path = TAGS[pick % len(TAGS)]
        library.write(
            what, lambda c: articles.retag(c, [uid], lambda pk: change(c, "article", pk, [path]))
        )


@given(st.lists(st.tuples(CHANGE, st.integers(0, 9)), max_size=12))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_changed_labels_leave_the_index_as_a_rebuilt_one(
    done: list[tuple[tuple[int, str], int]],
) -> None:
    with TemporaryDirectory() as folder, Library.create(Path(folder) / "a.briefing") as library:
        add_articles(library, *(make_article(n, tags=TAGS[: n % 3]) for n in range(5)))
        for (number, what), pick in done:
            if what != "undo" or library.undo_label != "Add":
                _change(library, number, what, pick)
        check_index(library)
        assert library.write("Check", integrity.findings, undoable=False) == ()
        sizes = library.reader().execute(SIZES).fetchall()
        library.write("Repair", repair.rebuild, undoable=False)
        assert library.reader().execute(SIZES).fetchall() == sizes


def test_words_of_the_text_stay_when_a_tag_of_the_same_words_goes(library: Library) -> None:
    (article,) = add_articles(library, make_article(1, tags=("Mexico",)))
    library.write(
        "Untag",
        lambda c: articles.retag(
            c, [article.uid], lambda pk: tags.detach(c, "article", pk, ["Mexico"])
        ),
    )
    assert found(library, "mexico AND ministers AND report") == ["source1"]
    check_index(library)
