from pathlib import Path

from briefing.services.desk import open_desk
from briefing.services.outlining import SectionVerdict
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
