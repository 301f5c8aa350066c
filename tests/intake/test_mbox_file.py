from pathlib import Path, PurePath

import pytest

from briefing.errors import IntakeError
from briefing.intake.mbox_file import read_mbox
from briefing.intake.register import reader_for

DATA = Path(__file__).parents[1] / "data/mail"
FROM = b"From a@b.org Mon Jan  1 10:00:00 2024\n"


def box_of(*messages: bytes) -> bytes:
    return b"".join(FROM + message.replace(b"\r\n", b"\n") + b"\n\n" for message in messages)


def test_each_message_is_an_article_whose_original_reads_again() -> None:
    names = ("001.eml", "026.eml", "052.eml")
    found = list(read_mbox("all.mbox", box_of(*((DATA / name).read_bytes() for name in names))))
    assert [one.part for one in found] == [
        "NDBBIAKOPKHFGPLCODIGMEKCCHAA.doug@example.com",
        "4.2.0.58.20000519005818.00a86aa0@pop.example.com",
        "4.2.0.58.20000519005818.00a86aa0@pop.example.com › attachment/HasenundFrösche.txt",
        "4.2.0.58.20000519005818.00a86aa0@pop.example.com › attachment/farmerandstork.txt",
        "NDBBIAKOPKHFGPLCODIGOEKDCHAA.doug@example.com",
    ]
    for one in found:
        assert one.original is not None
        reader = reader_for(PurePath(one.original.name), one.original.data)
        assert reader is not None
        assert reader.media_type == one.original.media_type
        again = next(iter(reader.read(one.original.name, one.original.data)))
        assert again.draft == one.draft


def test_messages_without_or_of_one_id_have_names_of_their_own() -> None:
    plain = b"Subject: s\n\ntext"
    identified = b"Message-ID: <a@b>\n" + plain
    found = list(read_mbox("a.mbox", box_of(plain, identified, plain, identified)))
    parts = [one.part for one in found]
    assert parts[1::2] == ["a@b", "a@b (2)"]
    assert parts[2] == f"{parts[0]} (2)"
    assert len(parts[0]) == 16
    assert [one.part for one in read_mbox("b.mbox", box_of(plain))] == parts[:1]


def test_message_that_is_none_costs_only_itself() -> None:
    empty, good = read_mbox("a.mbox", box_of(b"From: a@b.org\n", b"Subject: s\n\ntext"))
    assert (empty.draft, empty.remark) == (None, "The message holds no text and has no subject.")
    assert empty.part
    assert good.draft is not None


@pytest.mark.parametrize("data", [b"", b"words", b"*mbx*\r\n1234"])
def test_what_is_no_mailbox_is_refused(data: bytes) -> None:
    with pytest.raises(IntakeError, match="mailbox"):
        list(read_mbox("a.mbox", data))


def test_file_without_a_suffix_may_be_a_mailbox() -> None:
    reader = reader_for(PurePath("Inbox"), box_of(b"Subject: s\n\ntext"))
    assert reader is not None
    assert reader.media_type == "application/mbox"
