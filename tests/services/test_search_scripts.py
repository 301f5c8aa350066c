"""Sixty and more queries in many scripts find exactly the articles that were planted for them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.services.searching import Searching
from briefing.store.library_file import Library
from tests.store.records import add_articles, make_article

# The Universal Declaration of Human Rights, a part of it in each of 34 languages.
DECLARATION = Path(__file__).parents[1] / "data" / "scripts" / "udhr.json"
PLANTED = {
    "signs": (
        "en",
        (
            "The C++ and C# code was audited; OPEC+ cut output. AT&T filed under § 230. U.S."
            " officials said COVID-19 cost $3.2bn, up 3.5%. Send an e-mail 👍🏽."
        ),
    ),
    "plain": (
        "en",
        (
            "The C code was audited; OPEC met. Vitamin C costs 3 dollars and 5 cents. An email"
            " came. Officials of the USA said so. The policies were imported and sanctioned."
        ),
    ),
    "names": (
        "",
        (
            "Andrés Manuel López Obrador met Łukasz in Łódź, on the Straße of Æsop's naïve façade;"
            " Nguyễn Văn Thiệu, Erdoğan, Şanlıurfa and Ðuro Kovačević."
        ),
    ),
    "wide": ("ja", "ＯＰＥＣ＋の決定。ｶﾞｿﾘﾝ価格 ﬁnal eﬀect №5 CO₂"),
    "points": ("ar", "قَالَ الأَمِينُ العَـــامُّ إنَّ الاِتِّفاقَ جيِّدٌ سنة ٢٠٢٥"),
    "pointed": ("he", "בְּרֵאשִׁית בָּרָא אֱלֹהִים. צה\"ל וארה״ב, ג'ורג' בוש"),
    "moscow": ("ru", "Королёв и ещё ёлка. ПРАВИТЕЛЬСТВО России приняло новые санкции."),
    "athens": ("el", "Ο ΟΔΥΣΣΕΥΣ και η κυβέρνησις· Αθήναι, Έλληνας"),
    "kyiv": ("uk", "Захист об’єкта та обʼєкт"),
    "ankara": ("tr", "İSTANBUL'DA IŞIK yandı; ılık"),
    "delhi": ("hi", "क़ानून और ज़मीन १९४७ में हिंदी"),
    "tbilisi": ("ka", "ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝᲡ მთავრობა"),
    "madrid": ("es", "Las elecciones y los acuerdos fueron firmados. Pan."),
    "panes": ("es", "Los panes y los peces."),
    "pans": ("en", "Pots and pans."),
}

QUERIES = {
    # Latin
    "lopez obrador": "names",
    "LÓPEZ": "names",
    "Lopéz": "names",
    "lodz": "names",
    "łódź": "names",
    "LODZ": "names",
    "strasse": "names",
    "Straße": "names",
    "aesop": "names",
    "naive facade": "names",
    "nguyen van thieu": "names",
    "Erdogan": "names",
    "sanliurfa": "names",
    "duro KOVACEVIC": "names",
    "nô lệ": "vie",
    "istanbul": "ankara",
    "İstanbul": "ankara",
    "isik": "ankara",
    "IŞIK": "ankara",
    "ılık": "ankara",
    "kolelik": "tur",
    "esclavitud": "spa",
    "Sklaverei": "deu_1996",
    "niewolnictwie": "pol",
    "slaves": "eng",
    "NEAR(free equal, 2)": "eng",
    '"free and equal"': "eng",
    # of one language and not of another
    "eleccion": "madrid",
    "acuerdo firmado": "madrid",
    "pan": "madrid panes pans",
    '"pan"': "madrid",
    "pan lang:en": "pans",
    "sanction": "plain",
    "policy importing": "plain",
    '"policy"': "",
    # signs
    "C++": "signs",
    "c#": "signs",
    "opec+": "signs wide",
    "OPEC": "signs plain wide",
    "AT&T": "signs",
    '"AT&T filed under § 230"': "signs",
    "U.S.": "signs",
    "COVID-19": "signs",
    "$3.2bn": "signs",
    "3.5": "signs",
    "e-mail": "signs plain",
    '"e-mail"': "signs",
    "email": "plain",
    "U.S.A.": "plain",
    "👍": "signs",
    # Greek
    "οδυσσευς": "athens",
    "κυβέρνησις": "athens",
    "κυβερνησισ": "athens",
    "ΕΛΛΗΝΑΣ": "athens",
    "δουλεια": "ell_monotonic",
    # Cyrillic
    "Королев": "moscow",
    "еще елка": "moscow",
    "правительства": "moscow",
    "санкция": "moscow",
    "рабстві": "ukr",
    "об'єкт": "kyiv",
    "обʼєкт": "kyiv",
    # Arabic
    "قال": "points",
    "الامين العام": "points",
    "اتفاق": "points",
    "٢٠٢٥": "points",
    "2025": "points",
    "رقيق": "arb",
    "بردگي": "pes_1",
    "غلامی": "urd",
    # Hebrew
    "בראשית": "pointed",
    'צה"ל': "pointed",
    "ארה״ב": "pointed",
    "עבדות": "heb",
    # Armenian, Georgian, Ethiopic
    "ՍՏՐԿՈՒԹՅԱՆ": "hye",
    "მონობაში": "kat",
    "საქართველოს": "tbilisi",
    "መብት": "amh",
    # of India
    "कानून": "delhi",
    "हिन्दी जमीन": "delhi",
    "1947": "delhi",
    "गुलामी": "hin",
    "அடிமை": "tam",
    "బానిస": "tel",
    "ગુલામી": "guj",
    "වහල්": "sin",
    # without blanks between words
    "人权": "cmn_hans",
    "奴隸": "cmn_hant",
    "奴隷": "jpn",
    "宣言 自由": "cmn_hans cmn_hant jpn",
    "ガソリン": "wide",
    "OPEC+の決定": "wide",
    "co2": "wide",
    "final effect": "wide",
    "권리": "kor",
    "노예": "kor",
    "สิทธิ": "tha",
    "ทาส": "tha",
    "ទាសភាព": "khm",
    "ကျွန်": "mya",
    "རང་དབང": "bod",
}


@pytest.fixture(scope="module")
def searching(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searching]:
    declared = json.loads(DECLARATION.read_text(encoding="utf-8"))
    with Library.create(tmp_path_factory.mktemp("scripts") / "a.briefing") as library:
        add_articles(
            library,
            *(make_article(citekey=key, **text) for key, text in declared.items()),
            *(
                make_article(citekey=key, title=key, language=language, body=body)
                for key, (language, body) in PLANTED.items()
            ),
        )
        yield Searching(library)


@pytest.mark.parametrize("query", QUERIES)
def test_query_finds_what_was_planted_and_no_more(searching: Searching, query: str) -> None:
    page = searching.search(query)
    assert sorted(hit.article.citekey for hit in page.hits) == sorted(QUERIES[query].split())


@pytest.mark.parametrize("query", [query for query, keys in QUERIES.items() if keys])
def test_what_was_found_is_marked_or_shown_all_the_same(searching: Searching, query: str) -> None:
    for hit in searching.search(query).hits:
        for text in (hit.title, hit.snippet):
            assert all(0 <= start < end <= len(text.text) for start, end in text.marks)
