"""Delivery reports: which address failed, and for good or not."""

from __future__ import annotations

import pytest

from petitevoix.channels.email.reading.letter import Bounce
from petitevoix.channels.email.reading.parse import parse


def report(*groups: str, words: str = "Your letter could not be delivered.") -> bytes:
    """Write an RFC 3464 report."""
    return (
        "From: Mail Delivery System <MAILER-DAEMON@mx.example.org>\nTo: help@example.com\n"
        "Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        f"--b\nContent-Type: text/plain\n\n{words}\n\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
        + "\n\n".join(groups)
        + "\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <case.7@example.com>\nFrom: help@example.com\n"
        "To: bruno@example.org\nSubject: Hello\n\nHello\n--b--\n"
    ).encode()


def group(status: str, diagnostic: str, *, action: str = "failed", to: str = "bruno@example.org") -> str:
    """Write the fields of one recipient."""
    return f"Final-Recipient: rfc822; {to}\nAction: {action}\nStatus: {status}\nDiagnostic-Code: smtp; {diagnostic}"


def plain(words: str, subject: str = "failure notice", sender: str = "MAILER-DAEMON@mx.example.org") -> bytes:
    """Write a report as servers did before RFC 3464."""
    return f"Return-Path: <>\nFrom: {sender}\nTo: help@example.com\nSubject: {subject}\n\n{words}\n".encode()


def bounced(raw: bytes) -> Bounce:
    """Read a letter that must be a bounce."""
    bounce = parse(raw).bounce
    assert bounce is not None
    return bounce


@pytest.mark.parametrize(
    ("status", "diagnostic", "permanent"),
    [
        ("5.1.1", "550 5.1.1 <bruno@example.org>: Recipient address rejected: User unknown", True),
        ("5.0.0", "550 No such user here", True),
        ("5.1.2", "550 Host unknown", True),
        ("5.1.6", "551 5.1.6 Recipient no longer on server", True),
        ("5.1.10", "556 5.1.10 Domain does not accept mail", True),
        ("5.2.2", "552 5.2.2 Mailbox full", False),
        ("5.1.1", "552 5.1.1 Mailbox is over quota", False),
        ("5.7.1", "554 5.7.1 Client host rejected: blocked using a blocklist", False),
        ("5.7.26", "550 5.7.26 Unauthenticated email is not accepted due to DMARC policy", False),
        ("5.7.1", "550 5.7.1 Message rejected as spam", False),
        ("5.1.8", "553 5.1.8 Domain of sender address does not exist", False),
        ("5.2.1", "550 5.2.1 The account is disabled", False),
        ("5.3.4", "552 5.3.4 Message too large", False),
        ("4.4.1", "connect to mx.example.org: Connection timed out", False),
        ("4.1.1", "450 4.1.1 Recipient address rejected: unverified address", False),
        ("5.1.1", "550 5.1.1 Utilisateur inconnu", True),
        ("5.2.2", "550 La boîte du destinataire est pleine", False),
    ],
)
def test_permanent_means_that_the_person_or_place_does_not_exist(status: str, diagnostic: str, permanent: bool) -> None:
    bounce = bounced(report(group(status, diagnostic)))
    assert bounce.recipient == "bruno@example.org"
    assert bounce.permanent is permanent
    assert bounce.original_message_id == "case.7@example.com"


def test_only_the_addresses_that_failed_are_named() -> None:
    bounce = bounced(
        report(
            group("2.0.0", "250 ok", action="delivered", to="ana@example.org"),
            group("5.1.1", "550 User unknown", to="bruno@example.org"),
            group("5.2.2", "552 Mailbox full", to="chloe@example.org"),
        )
    )
    assert bounce.recipients == ("bruno@example.org", "chloe@example.org")
    assert (bounce.status, bounce.permanent) == ("5.1.1", True)


def test_a_report_of_success_is_no_bounce() -> None:
    letter = parse(report(group("2.0.0", "250 ok", action="delivered")))
    assert letter.bounce is None
    assert letter.automatic_kind == "report"


@pytest.mark.parametrize(
    ("status", "said", "action", "lost"),
    [
        ("5.2.2", "552 mailbox full", "failed", True),
        ("4.2.2", "452 mailbox full", "failed", True),
        ("4.2.2", "452 mailbox full", "delayed", False),
        ("5.1.1", "550 User unknown", "failed", True),
    ],
)
def test_a_letter_the_other_side_gave_up_is_lost_though_the_next_may_arrive(status, said, action, lost) -> None:
    assert bounced(report(group(status, said, action=action))).lost is lost


def test_a_delay_is_never_permanent() -> None:
    assert not bounced(report(group("5.1.1", "550 User unknown", action="delayed"))).permanent


def test_an_old_report_in_words_is_read() -> None:
    bounce = bounced(
        plain(
            "Hi. This is the mail program at mx.example.org.\n\n<bruno@example.org>:\n"
            "Sorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n"
            "Return-Path: <help@example.com>\nReceived: from a\nMessage-ID: <case.8@example.com>\n"
            "To: bruno@example.org\nSubject: Mailbox full?\n\nHello"
        )
    )
    assert (bounce.recipient, bounce.status, bounce.permanent) == ("bruno@example.org", "5.1.1", True)
    assert bounce.original_message_id == "case.8@example.com"


def test_the_failed_recipients_header_is_believed() -> None:
    raw = b"X-Failed-Recipients: bruno@example.org\n" + plain("A message that you sent could not be delivered.")
    assert bounced(raw).recipient == "bruno@example.org"


def test_a_french_report_is_read() -> None:
    words = "Votre message n'a pas pu être remis à :\n\nbruno@example.org\n\nAdresse inconnue."
    bounce = bounced(plain(words, subject="Message non remis"))
    assert (bounce.recipient, bounce.permanent) == ("bruno@example.org", True)


def test_a_complaint_is_told_as_one_and_is_not_permanent() -> None:
    raw = (
        b"From: loop@example.org\nSubject: complaint\nContent-Type: multipart/report; report-type=feedback-report;"
        b" boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: x/1\n"
        b"Original-Rcpt-To: bruno@example.org\n\n--b--\n"
    )
    bounce = bounced(raw)
    assert (bounce.recipient, bounce.permanent, bounce.reason) == ("bruno@example.org", False, "complaint")


@pytest.mark.parametrize(
    ("sender", "subject", "words"),
    [
        (
            "ana@example.org",
            "Returned mail",
            "The parcel was returned to sender, user unknown. My box is full of them.",
        ),
        ("ana@example.org", "Fwd: Undelivered Mail Returned to Sender", "Why?\n\n<b@example.org>: 550 User unknown"),
        (
            "ana@example.org",
            "Mail delivery failed",
            "I wrote to bruno@example.org and it could not be delivered. Help!",
        ),
        ("ana@example.org", "Delivery problem", "The delivery to 3 rue des Lilas failed, please write ana@example.org"),
        ("ana@example.org", "Réponse automatique", "Je suis absente, écrivez à bruno@example.org."),
        ("postmaster@example.org", "Question", "Which ports do you use? Write to me at ana@example.org."),
    ],
)
def test_an_ordinary_letter_is_never_a_bounce(sender: str, subject: str, words: str) -> None:
    assert parse(f"From: {sender}\nSubject: {subject}\n\n{words}".encode()).bounce is None


def test_an_absence_is_no_bounce() -> None:
    raw = b"From: ana@example.org\nAuto-Submitted: auto-replied\nSubject: Undeliverable until Monday\n\nI am away."
    letter = parse(raw)
    assert letter.bounce is None
    assert letter.automatic


@pytest.mark.parametrize(
    ("sender", "subject", "words", "reason", "permanent"),
    [
        ("postmaster@sfr.example", "Message non délivré", "L'adresse bruno@example.org est inconnue.", "no-such-person", True),
        (
            "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@acme.example>", "Non remis : Hello",
            "Votre message à bruno@example.org n’a pas pu être remis.\n\nbruno n’a pas été trouvé sur example.org.",
            "no-such-person", True,
        ),
        (
            "MAILER-DAEMON@laposte.example", "Courrier non distribué",
            "Désolé, votre message n’a pas pu être remis.\n\n<bruno@example.org>: la boîte aux lettres est pleine",
            "mailbox-full", False,
        ),
    ],
)  # fmt: skip
def test_a_report_in_french_without_any_mark_is_read(
    sender: str, subject: str, words: str, reason: str, permanent: bool
) -> None:
    raw = f"From: {sender}\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n{words}\n"
    bounce = bounced(raw.encode())
    assert (bounce.recipient, bounce.reason, bounce.permanent) == ("bruno@example.org", reason, permanent)
