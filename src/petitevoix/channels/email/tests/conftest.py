"""Letters as people, machines and forgers write them, and what takes them in."""

from collections.abc import Callable
from itertools import count

import pytest

from petitevoix.channels.email import intake
from petitevoix.channels.email.models import Intake, Mailbox
from petitevoix.jobs.runner import run_until_idle

_numbers = count(1)


def written(words: str = "My line is dead.", **fields: str) -> bytes:
    """Write a letter; `in_reply_to="<x>"` becomes In-Reply-To, and a field that is "" is left out."""
    standard = {
        "from": "Ana Ferreira <ana@letters.example>",
        "to": "help@desk.example",
        "subject": "My line",
        "message-id": f"<letter-{next(_numbers)}@letters.example>",
        "date": "Mon, 16 Nov 2026 10:00:00 +0100",
        "content-type": "text/plain; charset=utf-8",
    }
    standard |= {name.replace("_", "-"): value for name, value in fields.items()}
    header = "".join(f"{name.title()}: {value}\r\n" for name, value in standard.items() if value)
    return (header + "\r\n" + words.replace("\n", "\r\n") + "\r\n").encode()


def report(original: str, recipient: str = "ana@letters.example", *, action: str = "failed", **fields: str) -> bytes:
    """Write a delivery report (RFC 3464) about the letter with this Message-ID."""
    status = "5.1.1" if action == "failed" else "4.4.1"
    words = f"""--part
Content-Type: text/plain

Your message could not be delivered.

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {status.replace(".", "")} {status} no such person

--part
Content-Type: text/rfc822-headers

Message-ID: <{original}>
Subject: Re: My line

--part--
"""
    standard = {
        "from": "Mail Delivery System <mailer-daemon@mail.example>",
        "subject": "Undelivered Mail Returned to Sender",
        "return_path": "<>",
        "content_type": 'multipart/report; report-type=delivery-status; boundary="part"',
    }
    return written(words, **(standard | fields))


@pytest.fixture
def write() -> Callable[..., bytes]:
    return written


@pytest.fixture
def bounce() -> Callable[..., bytes]:
    return report


@pytest.fixture
def mailbox(db, line) -> Mailbox:
    return Mailbox.objects.create(address="help@desk.example", name="Help", team=line)


@pytest.fixture
def deliver(db, data, outbox, mailbox) -> Callable[..., Intake]:
    """Take a letter in and do all that follows from it, but for what leaves (`carried=True`: that too)."""

    def deliver(raw: bytes, *, carried: bool = False, **envelope) -> Intake:
        taken = intake.take_in(raw, door="pipe", **envelope)
        run_until_idle(["intake", "reactions", *(["delivery"] if carried else [])])
        stands = Intake.objects.select_related("message__case").get(pk=taken.pk)
        stands.is_duplicate = taken.is_duplicate
        return stands

    return deliver
