import pytest

from briefing.intake.mail_message import parse_message
from briefing.intake.mail_sender import organisation_domain, publisher_of


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("a@b.example.org", "example.org"),
        ("a@x.y.co.uk", "y.co.uk"),
        ("a@ministry.go.jp", "ministry.go.jp"),
        ("a@web.de", ""),
        ("a@web.org", "web.org"),
        ("a@localhost", ""),
        ("a", ""),
        ("a@[127.0.0.1]", ""),
    ],
)
def test_domain_is_that_of_the_organisation(address: str, domain: str) -> None:
    assert organisation_domain(address) == domain


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        ("List-Id: <trade.example.org>", "trade.example.org"),
        ('List-Id: "Trade" <trade.example.org>\nOrganization: X', "Trade"),
        ("Organization: =?utf-8?q?Minist=C3=A8re?=", "Ministère"),
        ("X: y", "example.org"),
    ],
)
def test_list_comes_before_organisation_and_domain(lines: str, publisher: str) -> None:
    message = parse_message(lines.encode() + b"\n\n")
    assert publisher_of(message, "a@example.org") == publisher
