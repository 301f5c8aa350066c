from pathlib import Path

from briefing.services.desk import open_desk
from briefing.services.outlining import SectionVerdict
from briefing.ui.memo.memo_readability import told, told_in_full
from briefing.ui.memo.memo_reading import MemoReading, read_memo


def read(library: Path, body: str, template: str = "decision-memo") -> MemoReading:
    with open_desk(library) as desk:
        found = desk.drafting.template(template)
        return read_memo(desk.citing, desk.evidence, found, body)


def test_sample_memo_is_counted(library_file: Path) -> None:
    with open_desk(library_file) as desk:
        body = desk.drafting.memo(desk.drafting.memos()[0].uid).body
    reading = read(library_file, body)
    titles = [section.title for section in reading.sections if section.level == 2]
    assert titles[:3] == ["Bottom line", "Background", "Key facts"]
    assert reading.limit == 750
    assert 0 < reading.sourced <= reading.claims
    assert reading.minutes == 3
    key_facts = next(section for section in reading.sections if section.title == "Key facts")
    assert 1 <= key_facts.facts <= 6


def test_two_facts_of_one_article_are_one_source(library_file: Path) -> None:
    with open_desk(library_file) as desk:
        facts = desk.evidence.facts()
        article = facts[0].evidence[0].article_uid
        keys = [f.key for f in facts if f.evidence[0].article_uid == article]
    body = " ".join(f"It is so. [@fact:{key}]" for key in keys)
    assert len(keys) > 1
    assert read(library_file, body).sources == 1


def test_section_at_is_the_innermost(library_file: Path) -> None:
    body = "## Options\n\ntext\n\n### Option 1\n\nmore\n\n## Next steps\n\nend"
    reading = read(library_file, body)
    at = [reading.section_at(body.index(word)) for word in ("text", "more", "end")]
    assert [reading.sections[number].title for number in at] == [
        "Options",
        "Option 1",
        "Next steps",
    ]
    assert reading.section_at(len(body)) == at[2]


def test_missing_sections_are_named_last(library_file: Path) -> None:
    reading = read(library_file, "## Background\n\ntext")
    assert reading.sections[0].verdict is SectionVerdict.OK
    assert reading.sections[-1].verdict is SectionVerdict.MISSING


def test_claim_that_cites_what_is_not_there_is_not_sourced(library_file: Path) -> None:
    with open_desk(library_file) as desk:
        key = desk.evidence.facts()[0].key
    claim = "Mexico transferred 26 prisoners in August 2025"
    body = f"{claim}. [@nowhere2020]\n\n{claim}. [@fact:{key}]\n\n{claim}. [@no; @fact:{key}]"
    reading = read(library_file, body)
    assert (reading.claims, reading.sourced) == (3, 2)


PLAIN = "The group met in May. It agreed on five steps. " * 5
HARD = "The regional agreement sets out how ministries and agencies share what they know. " * 4


def test_readability_is_told_of_the_memo_and_of_each_section(library_file: Path) -> None:
    body = f"## Background\n\n{PLAIN}\n\n## Options\n\n{HARD}\n\n| a | b |\n|---|---|\n| c | d |\n"
    reading = read(library_file, body)
    plain, hard = reading.section_readability[:2]
    assert plain
    assert hard
    assert reading.readability
    assert plain.ease > reading.readability.ease > hard.ease
    assert told(plain).startswith("reads very easy (")
    assert told_in_full(hard).startswith(f"reads {hard.level}: ease {hard.ease:.0f} of 100, grade ")


def test_headings_citations_and_tables_do_not_make_a_text_harder(library_file: Path) -> None:
    bare = read(library_file, PLAIN)
    dressed = read(
        library_file,
        f"## Notwithstanding institutional fragmentation\n\n{PLAIN.replace('steps', 'steps [@a]')}"
        "\n\n| interdepartmental | administration |\n|---|---|\n| coordination | fragmentation |\n",
    )
    assert bare.readability == dressed.readability


def test_few_words_say_nothing(library_file: Path) -> None:
    assert read(library_file, "## Background\n\nTwo words.").readability is None
    assert told(None) == told_in_full(None) == ""


def test_language_chooses_the_formula(library_file: Path) -> None:
    body = "El gobierno acordó cinco medidas en mayo. La reunión fue breve. " * 4
    with open_desk(library_file) as desk:
        spanish = read_memo(desk.citing, desk.evidence, None, body, "es").readability
    assert spanish
    assert spanish.grade is None
    assert spanish != read(library_file, body).readability
