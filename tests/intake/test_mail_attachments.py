import pytest

from briefing.intake.mail_attachments import MailFile, attached_file, named_apart, safe_name
from briefing.intake.mail_message import parse_message


@pytest.mark.parametrize(
    ("name", "suffix", "safe"),
    [
        ("report.pdf", "", "report.pdf"),
        ("../../etc/passwd", "", "passwd"),
        ("C:\\temp\\a.txt", "", "a.txt"),
        ("a\x00b\u202egnp.exe", "", "abgnp.exe"),
        ("report", ".pdf", "report.pdf"),
        ("", ".pdf", "unnamed.pdf"),
        ("...", "", "unnamed.bin"),
        ("x" * 200 + ".pdf", "", "x" * 116 + ".pdf"),
    ],
)
def test_name_is_that_of_one_file(name: str, suffix: str, safe: str) -> None:
    assert safe_name(name, suffix) == safe


def test_files_of_one_name_are_numbered() -> None:
    files = [MailFile(name, b"") for name in ("a.txt", "a.txt", "b", "b")]
    names = [file.name for file in named_apart(files)]
    assert names == ["a.txt", "a (2).txt", "b", "b (2)"]


def test_message_and_binhex_are_named_by_their_kind() -> None:
    for kind, name in (("message/rfc822", "a.txt.eml"), ("application/mac-binhex40", "a.txt.hqx")):
        part = parse_message(f"Content-Type: {kind}; name=a.txt\n\nSubject: x\n\ny".encode())
        assert attached_file(part).name == name


def test_name_in_any_script_is_decoded() -> None:
    part = parse_message(
        b"Content-Type: application/pdf\n"
        b"Content-Disposition: attachment; filename*0*=utf-8''%E2%82%AC; filename*1=.pdf\n\nx"
    )
    assert attached_file(part) == MailFile("€.pdf", b"x")
