"""LibreOffice opens a redline with comments and saves it: the same changes come back."""

import subprocess
from pathlib import Path

import pytest

from briefing.export.docx.comments_part import commented
from briefing.export.docx.document_writer import write_docx
from briefing.export.docx.redline import redlined
from briefing.model.memo_review import ReviewReply
from briefing.model.outgoing_comment import OutgoingComment
from briefing.review.comparing.word_compare import compared
from briefing.review.reading.resolved_text import resolved_text
from briefing.review.reading.word_reading import read_reviewed
from tests.export.publications import RESOURCES, STYLE, make_publication

OLD = """## One

The group meets monthly [@nyt, p. 3]. It reports [@doj].

Nobody paid for it.

- a
- b

| Cost | low |
|------|-----|
| x | y |
| p | q |
"""
NEW = """## One

The group meets each week [@nyt, p. 4]. It reports [@doj].

- a
- new
- b

| Cost | low |
|------|-----|
| x | z |
| new | row |
| p | q |

Words at the end.
"""
DATE = "2026-05-04T09:30:00Z"


@pytest.mark.libreoffice
@pytest.mark.slow
def test_redline_with_comments_survives_libreoffice(tmp_path: Path) -> None:
    new, old = (
        write_docx(make_publication(markdown=text), STYLE, RESOURCES).data for text in (NEW, OLD)
    )
    thread = OutgoingComment(
        "Bea", "2026-05-05T08:00:00Z", "Why?", "each week",
        replies=(ReviewReply("Ada", "2026-05-06T08:00:00Z", "They asked."),),
    )  # fmt: skip
    done = OutgoingComment("Cy", DATE, "Sure?", "It reports", is_resolved=True)
    sent = commented(redlined(new, old, "Ada Analyst", DATE), [thread, done])
    source, folder = tmp_path / "memo.docx", tmp_path / "saved"
    source.write_bytes(sent)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    kind = "docx:MS Word 2007 XML"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=110)
    ours = read_reviewed(sent, "memo.docx")
    saved = read_reviewed((folder / "memo.docx").read_bytes(), "memo.docx")
    for accept in (True, False):
        assert resolved_text(saved, accept=accept) == resolved_text(ours, accept=accept)
    assert {one.author for one in saved.revisions} == {"Ada Analyst"}
    told = [(one.text, one.anchor, one.parent, one.is_resolved) for one in saved.comments]
    assert told == [(one.text, one.anchor, one.parent, one.is_resolved) for one in ours.comments]
    was = read_reviewed(old, "memo.docx")
    assert all(one.is_tracked for one in compared(was, saved).revisions)
