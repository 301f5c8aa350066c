from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.mail_file import read_mail
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate

DATA = Path(__file__).parents[1] / "data/mail"

ALTERNATIVE = """\
Subject: Two
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain

{plain}
--b
Content-Type: text/html

<p>{rich}</p>
--b--
"""


def read(name: str) -> list[FoundArticle]:
    return list(read_mail(name, (DATA / name).read_bytes()))


def read_text(text: str) -> list[FoundArticle]:
    return list(read_mail("a.eml", text.encode()))


def draft_of(text: str):  # noqa: ANN201
    draft = read_text(text)[0].draft
    assert draft is not None
    return draft


def test_real_mail_has_its_fields() -> None:
    (found,) = read("001.eml")
    draft = found.draft
    assert draft is not None
    assert draft.title == "Die Hasen und die Frösche (Microsoft Outlook 00)"
    assert draft.authors == ("Doug Sauder",)
    assert (draft.published, draft.date_origin) == (PartialDate(2000, 5, 17), DateOrigin.GIVEN)
    assert draft.publisher == "example.com"
    assert draft.fields == (
        ("From", "Doug Sauder <doug@example.com>"),
        ("To", "Joe Blow <jblow@example.com>, Jürgen Schmürgen <schmuergen@example.com>"),
        ("Message-ID", "<NDBBIAKOPKHFGPLCODIGMEKCCHAA.doug@example.com>"),
    )
    assert draft.body.startswith("Die Hasen und die Frösche\n\nDie Hasen klagten einst über ihre")
    assert (found.part, found.original) == ("", None)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("052.eml", "Die Hasen und die Frösche (Microsoft Outlook 00)"),  # raw Latin-1
        ("bad_subject.eml", "MySurvey.com: You have a survey waiting! 91123105"),
        ("raw_email_incorrect_header.eml", "Stop adware/spyware once and for all."),
        ("raw_email_multiple_from.eml", "/home/svn/public/minebox revision 214"),
        ("multi_address_bounce1.eml", "Undelivered Mail Returned to Sender"),
    ],
)
def test_broken_mail_has_its_subject(name: str, title: str) -> None:
    draft = read(name)[0].draft
    assert draft is not None
    assert draft.title == title


def test_attached_files_are_articles_of_their_own() -> None:
    message, hares, stork = read("026.eml")
    assert message.draft is not None
    assert hares.draft is not None
    assert stork.draft is not None
    assert (hares.part, hares.draft.title) == (
        "attachment/HasenundFrösche.txt",
        "Die Hasen und die Frösche",
    )
    assert stork.original is not None
    assert (stork.original.name, stork.part) == (
        "farmerandstork.txt",
        f"attachment/{stork.original.name}",
    )
    assert stork.draft.body.startswith("The Farmer and the Stork")


def test_attached_message_is_unpacked() -> None:
    message, attached = read("008_4723b8.eml")
    assert message.draft is not None
    assert attached.part == "attachment/attached_email.eml"
    assert attached.draft is not None
    assert attached.draft.title == "HTML test"
    assert attached.original is not None
    assert attached.original.data.startswith(b'To: "email@example.com"')


def test_boundary_over_two_lines_is_understood() -> None:
    message, attached = read("012_6c11a9.eml")
    assert message.draft is not None
    assert message.draft.body == "hello"
    assert attached.draft is not None
    assert attached.draft.title == "submsg"
    assert attached.draft.body == "Hello another world"


def test_plain_text_is_preferred_unless_it_only_points_to_the_other() -> None:
    long = "Word by word the same text. " * 5
    assert draft_of(ALTERNATIVE.format(plain=long, rich=f"<b>{long}</b>")).body == long.strip()
    stub = "Your client does not support HTML."
    assert draft_of(ALTERNATIVE.format(plain=stub, rich="The <b>text</b>.")).body == "The **text**."
    assert draft_of(ALTERNATIVE.format(plain="", rich="Text")).body == "Text"
    assert draft_of(ALTERNATIVE.format(plain="Hi.", rich=long)).body == long.strip()


def test_what_stands_around_a_kept_message_is_passed_over() -> None:
    mail = "Subject: s\nX: y\n\nText\n"
    assert draft_of(f"{len(mail)}  \n{mail}<plist/>").body == "Text"
    assert draft_of(f"From a@b.org Mon Jan  1 10:00:00 2024\n{mail}").title == "s"


def test_list_and_archive_are_publisher_and_address() -> None:
    draft = draft_of(
        "From: Ann <ann@gmail.com>\nSubject: Re: Fwd: Tariffs\nContent-Language: en-GB, fr\n"
        "List-Id: Trade policy <trade.lists.example.org>\n"
        "Archived-At: <https://lists.example.org/a/1>\nCc: c@d.org\n\nText"
    )
    assert (draft.title, draft.publisher) == ("Re: Fwd: Tariffs", "Trade policy")
    assert (draft.url, draft.language) == ("https://lists.example.org/a/1", "en-GB")
    assert ("Cc", "c@d.org") in draft.fields


@pytest.mark.parametrize(
    ("sender", "publisher"),
    [
        ("press@mail.state.gov", "state.gov"),
        ("a@news.parliament.gov.uk", "parliament.gov.uk"),
        ("ann@gmail.com", ""),
        ("ann@yahoo.co.uk", ""),
        ("not-an-address", ""),
    ],
)
def test_publisher_is_the_domain_of_an_organisation(sender: str, publisher: str) -> None:
    assert draft_of(f"From: {sender}\nSubject: s\n\nText").publisher == publisher


def test_message_without_a_date_has_that_of_its_last_server() -> None:
    draft = draft_of("Received: by a; Wed, 15 Dec 2010 12:22:13 -0500\nSubject: s\n\nText")
    assert (draft.published, draft.date_origin) == (PartialDate(2010, 12, 15), DateOrigin.PAGE)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("From: Ann <a@b.org>\n\n> First words.\nMore", "First words."),
        ("From: Ann <a@b.org>\nSubject: =?utf-8?q?_?=\n\n***\n", "Message from Ann <a@b.org>"),
    ],
)
def test_message_without_a_subject_has_a_title(text: str, title: str) -> None:
    assert draft_of(text).title == title


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("no header line", "It is no mail: it does not begin with header lines."),
        ("From: a@b.org\n\n", "The message holds no text and has no subject."),
        (
            "A: b\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--",
            "It is encrypted; save it decrypted from the mail program.",
        ),
    ],
)
def test_what_is_no_message_is_refused(text: str, reason: str) -> None:
    with pytest.raises(IntakeError) as fault:
        read_text(text)
    assert str(fault.value) == reason


def test_parts_that_cannot_be_read_have_each_a_reason_and_a_name() -> None:
    part = 'Content-Disposition: attachment; filename="{}"\n\n{}\n--b\n'
    mail = "Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\n" + "".join(
        (
            part.format("../winmail.dat", "x"),
            part.format("a.ics", "x"),
            part.format("a.ics", "x"),
            part.format("b.txt", ""),
            "Content-Type: image/png\nContent-ID: <p>\n\nx\n--b\n",
            "Content-Type: application/pgp-signature\n\nx\n--b--",
        )
    )
    message, *parts = read_text(mail)
    assert message.remark == "The message has no text of its own."
    assert [found.part for found in parts] == [
        "attachment/winmail.dat",
        "attachment/a.ics",
        "attachment/a (2).ics",
        "attachment/b.txt",
    ]
    assert all(found.draft is None and found.remark.endswith(".") for found in parts)
    assert "TNEF" in parts[0].remark


def test_parts_in_parts_without_end_are_refused_or_cut_off() -> None:
    nested = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(1100)
    )
    with pytest.raises(IntakeError):
        read_text("Subject: s\n" + nested + "\ntext")
    many = "Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 2100
    assert "more parts" in read_text(many)[0].remark


@given(
    st.binary(max_size=400)
    | st.lists(
        st.sampled_from(
            (
                "Content-Type: multipart/mixed; boundary=b", "Content-Type: message/rfc822", "--b",
                "--b--", "", "Subject: =?utf-8?q?=C3", "Content-Transfer-Encoding: base64",
                "Content-Type: text/plain; charset*=x''%ff; format=flowed", "begin 644 x", "end",
                "Content-Disposition: attachment; filename*0*=u''%41", "Content-Type: text/html",
                "Content-Type: multipart/alternative; boundary=b", "From: <", "äöü > text",
            )
        )
    ).map(lambda lines: "\n".join(lines).encode("latin-1"))
)  # fmt: skip
def test_any_bytes_are_articles_or_a_reason(data: bytes) -> None:
    try:
        for found in read_mail("a.eml", b"X: y\n" + data):
            assert found.draft or found.remark
    except IntakeError as fault:
        assert str(fault).endswith(".")  # noqa: PT017
