"""Letters of machines are told from letters of people: no machine answers a machine."""

from __future__ import annotations

import pytest

from petitevoix.channels.email.reading.parse import parse

PERSON = "From: Ana <ana@example.org>\nTo: help@example.com\n"


def kind(headers: str) -> str | None:
    """Read a letter with these headers and give its kind."""
    return parse(f"{headers}\nHello".encode()).automatic_kind


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ("Auto-Submitted: auto-replied\n", "auto-reply"),
        ("Auto-Submitted: auto-generated\n", "auto-generated"),
        ("Auto-submitted: AUTO-REPLIED (vacation)\n", "auto-reply"),
        ("Precedence: bulk\n", "auto-generated"),
        ("Precedence: list\n", "list"),
        ("Precedence: auto_reply\n", "auto-reply"),
        ("List-Id: <friends.example.org>\n", "list"),
        ("List-Unsubscribe: <mailto:off@example.org>\n", "list"),
        ("X-Autoreply: yes\n", "auto-reply"),
        ("X-Autorespond: away\n", "auto-reply"),
        ("X-Auto-Response-Suppress: All\n", "auto-generated"),
        ("Return-Path: <>\n", "auto-generated"),
        ("X-Petite-Voix: notification\n", "auto-generated"),
        ("Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n", "report"),
        ("Subject: Out of office\nX-Mailer: vacation 1.2\n", "auto-reply"),
    ],
)
def test_a_machine_is_known_by_its_headers(headers: str, expected: str) -> None:
    assert kind(PERSON + headers) == expected


@pytest.mark.parametrize(
    "headers",
    [
        "",
        "Auto-Submitted: no\n",
        "Subject: Absence du bureau de poste\n",
        "Subject: Out of office hours, nobody answers\n",
        "Precedence: first-class\n",
        "Return-Path: <ana@example.org>\n",
        "X-Auto-Response-Suppress: OOF, AutoReply\n",
        "X-Autoreply: no\n",
    ],
)
def test_a_person_is_not_taken_for_a_machine(headers: str) -> None:
    assert kind(PERSON + headers) is None


def test_a_daemon_is_known_by_its_address() -> None:
    assert kind("From: MAILER-DAEMON@example.org\n") == "auto-generated"


def test_a_form_that_writes_for_a_person_is_answered() -> None:
    assert kind("From: noreply@example.org\nReply-To: Ana <ana@example.org>\n") is None
    assert kind("From: noreply@example.org\n") == "auto-generated"


def test_our_own_letters_are_known() -> None:
    assert parse(f"{PERSON}X-Petite-Voix: notification\n\nx".encode()).ours


@pytest.mark.parametrize(
    "local",
    ["no_reply", "no.reply", "facturation-noreply", "shop.no-reply", "ne_pas_repondre", "sans-reponse", "noreply_fr"],
)
def test_nobody_reads_at_such_an_address_however_it_is_spelt(local: str) -> None:
    assert kind(f"From: {local}@example.org\n") == "auto-generated"


@pytest.mark.parametrize("local", ["norbert", "noreplyson", "casino.reply", "nora.eply", "bounty"])
def test_a_person_may_be_called_nearly_so(local: str) -> None:
    assert kind(f"From: {local}@example.org\n") is None
