"""A parcel becomes a letter, as the contract describes the letters we send."""

import re
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases.models.attachment import store
from petitevoix.channels.email import letter_html, letter_text
from petitevoix.channels.email.header_lines import fold, identifiers_line, mailbox_line, mailboxes_line, text_line
from petitevoix.delivery.models import Parcel
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.kit.typography import typeset

OURS = "X-Petite-Voix"  # only on what a machine of ours wrote: a letter of an advisor is a person's letter
MEDIA_TYPE = re.compile(r"[a-z]{1,40}/[a-z0-9][a-z0-9.+-]{0,90}")
NOT_IN_FILES = re.compile(r"[\\/:*?\"<>|]")  # a path, or what some systems do not take in a name
TOKEN = re.compile(r"[a-z0-9-]{1,60}")


@dataclass(frozen=True)
class Sender:
    """Whom a letter comes from, and the address of ours that reads the answer."""

    address: str
    name: str = ""
    reads_at: str = ""  # where answers are read, when that is another mailbox than the one that sends
    takes_tags: bool = True  # whether that mailbox also reads help+anything@…


@dataclass(frozen=True)
class Letter:
    """A letter ready to be handed over: its bytes, and its envelope."""

    content: bytes
    envelope_from: str  # "" is the null sender: nobody wants the bounce of an automatic letter (RFC 3834, 3.3)
    envelope_to: str
    own_address: str = ""  # what to say to a server that takes no null sender


def compose(parcel: Parcel, sender: Sender) -> Letter:
    """Compose the letter of a parcel; composed again it is the same letter, but for its date.

    Raises ValueError for an address that is none, FileNotFoundError where an attachment is not in the store.
    """
    contents = parcel.contents
    header = "".join(_header(parcel, contents, sender))
    body = _body(contents)
    return Letter(
        content=header.encode("ascii") + body.as_bytes(),
        envelope_from="" if contents.get("automatic") else sender.address,
        envelope_to=parcel.to,
        own_address=sender.address,
    )


def answer_address(address: str, token: str) -> str:
    """Put the signed token of a case into our address, behind a plus (RFC 5233), so that an answer finds its case.

    Every large mail host and common server delivers such addresses. Where `mailbox test` saw that one does not, the
    plain address is used: the answer then finds its case by what it answers to.
    """
    local, _at, domain = address.rpartition("@")
    return f"{local}+{token}@{domain}" if TOKEN.fullmatch(token) else address


def _header(parcel: Parcel, contents: dict[str, Any], sender: Sender) -> list[str]:
    reads_at = sender.reads_at or sender.address
    token = contents.get("token", "") if sender.takes_tags else ""
    answers_to = answer_address(reads_at, token)
    lines = [
        mailbox_line("From", sender.name, sender.address),
        mailboxes_line("To", contents.get("to") or [(contents.get("to_name", ""), parcel.to)]),
        mailboxes_line("Cc", contents.get("cc", [])),
        mailbox_line("Reply-To", sender.name, answers_to),
        text_line("Subject", one_line(storable(contents.get("subject", "")), 900) or "…"),
        fold("Date", format_datetime(clock.now()).split(" ")),
        identifiers_line("Message-ID", [parcel.thread_key]),
        identifiers_line("In-Reply-To", [contents["in_reply_to"]] if contents.get("in_reply_to") else []),
        identifiers_line("References", contents.get("references", [])),
        text_line("Content-Language", contents["language"]) if contents.get("language") else "",
    ]
    if contents.get("automatic"):
        kind = "auto-replied" if contents["automatic"] == "auto-replied" else "auto-generated"
        lines += [
            fold("Auto-Submitted", [kind]),
            # Exchange heeds this one; older auto-responders Precedence, which is not "bulk": it is one person's letter.
            fold("X-Auto-Response-Suppress", ["All"]),
            fold("Precedence", ["auto_reply"]),
            text_line(OURS, parcel.purpose),
        ]
    return lines


def _body(contents: dict[str, Any]) -> EmailMessage:
    language = contents.get("language") or "fr"
    with translation.override(language):
        standard = _("To write back, simply answer this letter. All that was said between us is kept here:")
        foot = typeset(contents.get("foot") or standard, language)
    words = letter_text.set_words(storable(contents.get("words", "")), language)
    signature = typeset(one_line(contents.get("signature", "")), language)
    link, reference = contents.get("link", ""), contents.get("reference", "")
    body = EmailMessage(policy=policy.SMTP)
    # Quoted-printable: 7 bits all the way, so that no relay re-codes it and breaks a signature, and readable as it is.
    under = contents.get("postscript") or []
    text = [
        letter_text.plain(words), signature, letter_text.postscript(under, language),
        letter_text.footer(foot, link, reference) if link else "",
    ]  # fmt: skip
    body.set_content("\n\n".join(part for part in text if part) + "\n", cte="quoted-printable")
    page = letter_html.page(
        words, signature=signature, foot=foot, link=link, reference=reference, language=language,
        title=one_line(contents.get("subject", "")), postscript=under,
    )  # fmt: skip
    body.add_alternative(page, subtype="html", cte="quoted-printable")
    for file in contents.get("files", []):
        main, _slash, sub = _media_type(file.get("media_type", "")).partition("/")
        content = store().get(file["sha256"])
        name = NOT_IN_FILES.sub("_", one_line(storable(file.get("name", "")), 120)) or "file"
        body.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return body


def _media_type(given: str) -> str:
    kind = given.partition(";")[0].strip().lower()
    # A letter inside a letter may not be base64 (RFC 2046, 5.2.1), and readers would unfold it: it travels as a file.
    if not MEDIA_TYPE.fullmatch(kind) or kind.startswith(("message/", "multipart/")):
        return "application/octet-stream"
    return kind
