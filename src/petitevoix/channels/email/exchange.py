"""The pretend mail exchange of the demo: persons of the town have mailboxes here, and nothing leaves the machine."""

import hashlib
import json
import os
import re
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from django.conf import settings

from petitevoix.channels.email import intake
from petitevoix.channels.email.header_lines import fold, identifiers_line, mailbox_line, text_line
from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.email.reading.letter import Letter
from petitevoix.channels.email.reading.parse import parse
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models.person import normal

NAME = re.compile(r"\d{16}-[0-9a-f]{8}")
PAGE = 50


@dataclass(frozen=True)
class Row:
    """One letter in a person's pretend mailbox, as its list shows it."""

    id: str
    at: str  # ISO, UTC
    from_name: str
    from_address: str
    to: str
    subject: str
    first_words: str
    is_sent: bool  # the person wrote it

    @property
    def arrived_at(self) -> datetime:
        return datetime.fromisoformat(self.at)


def deliver(content: bytes, to: str) -> None:
    """Put a letter into somebody's pretend mailbox; what is addressed to one of ours is taken in."""
    ours = _own_mailbox(to)
    if ours:
        _take_in(content, ours, sent_to=to)
    else:
        _keep(content, normal(to), is_sent=False)


def addresses() -> list[str]:
    """Name everybody who has letters here, the newest first."""
    found = [(folder.stat().st_mtime_ns, folder) for folder in _root().glob("*") if (folder / "address").is_file()]
    return [(folder / "address").read_text(encoding="utf-8") for _at, folder in sorted(found, reverse=True)]


def letters(address: str, before: str = "", most: int = PAGE) -> list[Row]:
    """List the letters of an address, newest first; `before` is the id of the last row of the page before."""
    names = sorted((path.stem for path in _folder(address).glob("*.json") if NAME.fullmatch(path.stem)), reverse=True)
    names = [name for name in names if not before or name < before][:most]
    return [Row(**json.loads((_folder(address) / f"{name}.json").read_text(encoding="utf-8"))) for name in names]


def letter(address: str, id: str) -> Letter:
    """Read one letter. Raises LookupError where this address has none of that id."""
    path = _folder(address) / f"{id}.eml"
    if not NAME.fullmatch(id) or not path.is_file():
        raise LookupError("There is no such letter here.")
    return parse(path.read_bytes())


def write(
    sender_address: str, sender_name: str, to: str, subject: str, text: str, in_answer_to: str | None = None
) -> bytes:
    """Write as a person of the town: a new letter, or an answer to the letter of that id in their mailbox.

    An answer goes where Reply-To asks, names what it answers and quotes it, as mail programs do. Gives the raw letter.
    Raises LookupError for a letter that is not there, ValueError for an address that is none.
    """
    answered = letter(sender_address, in_answer_to) if in_answer_to else None
    references: list[str] = []
    if answered:
        reply_to = answered.reply_to or (answered.from_,)
        to = reply_to[0].address
        subject = subject or re.sub(r"(?i)^(re\s*:\s*)*", "Re: ", answered.subject, count=1)
        references = [*answered.references, *([answered.message_id] if answered.message_id else [])]
        text = f"{text}\n\n{_quoted(answered, sender_address)}"
    header = "".join(
        [
            mailbox_line("From", sender_name, normal(sender_address)),
            mailbox_line("To", "", to),
            text_line("Subject", storable(subject) or "…"),
            fold("Date", format_datetime(clock.now()).split(" ")),
            identifiers_line("Message-ID", [f"{secrets.token_hex(12)}@{normal(sender_address).rpartition('@')[2]}"]),
            identifiers_line("In-Reply-To", references[-1:]),
            identifiers_line("References", references),
        ]
    )
    body = EmailMessage()
    body.set_content(storable(text), cte="quoted-printable")
    content = header.replace("\r\n", "\n").encode("ascii") + body.as_bytes()
    _keep(content, normal(sender_address), is_sent=True)
    deliver(content, to)
    return content


def _own_mailbox(to: str) -> Mailbox | None:
    local, _at, domain = normal(to).rpartition("@")
    return Mailbox.objects.active().at(f"{local.partition('+')[0]}@{domain}").first()


def _take_in(content: bytes, mailbox: Mailbox, *, sent_to: str) -> None:
    intake.take_in(content, door="pipe", mailbox=mailbox, sent_to=[sent_to])


def _keep(content: bytes, address: str, *, is_sent: bool) -> None:
    folder = _folder(address)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "address").write_text(address, encoding="utf-8")
    read = parse(content)
    name = f"{int(clock.now().timestamp() * 1_000_000):016d}-{secrets.token_hex(4)}"
    row = Row(
        id=name,
        at=clock.now().isoformat(),
        from_name=read.from_.name,
        from_address=read.from_.address,
        to=", ".join(one.address for one in read.to),
        subject=read.subject,
        first_words=one_line(read.reply or read.text, 160),
        is_sent=is_sent,
    )
    (folder / f"{name}.eml").write_bytes(content)
    # The row comes last and whole: a list never names a letter that is not there yet.
    aside = folder / f".{name}"
    aside.write_text(json.dumps(asdict(row), ensure_ascii=False), encoding="utf-8")
    os.replace(aside, folder / f"{name}.json")
    os.utime(folder)


def _quoted(answered: Letter, reader: str) -> str:
    french = (answered.language or "fr") == "fr"
    who = answered.from_.name or answered.from_.address
    day = (answered.date or clock.now()).strftime("%d/%m/%Y")
    lead = f"Le {day}, {who} a écrit :" if french else f"On {day}, {who} wrote:"
    return lead + "\n" + "\n".join(f"> {line}".rstrip() for line in answered.text.rstrip().split("\n"))


def _root() -> Path:
    return settings.DATA / "exchange"


def _folder(address: str) -> Path:
    # An address is written by strangers and may hold any sign: its folder is named by its hash.
    return _root() / hashlib.sha256(normal(address).encode("utf-8", "replace")).hexdigest()[:32]
