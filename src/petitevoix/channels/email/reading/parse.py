"""One letter read: bytes in, `Letter` out, whatever the bytes are."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from .addresses import bare_addresses, read_mailboxes, read_one
from .automatic import OURS, kind_of, return_path
from .bodies import read_body
from .body import Body
from .bounces import read_bounce
from .charsets import read_text
from .dates import read_date
from .encoded_words import decode_words
from .identifiers import identifier, identifiers
from .letter import Bounce, Letter, Mailbox
from .limits import MAX_DEFECTS, MAX_TEXT
from .part import Part
from .tree import read_tree
from .words import language_of, reply_of

T = TypeVar("T")


def parse(raw: bytes) -> Letter:
    """Read one raw letter. Never raises on any bytes and never loses its text: what is wrong is said in `defects`."""
    defects: list[str] = []
    root = _guarded(lambda: _root(raw, defects), None, "structure", defects)
    if root is None:
        return _only_text(raw, defects)
    body = _guarded(lambda: read_body(root, defects), None, "body", defects)
    if body is None:
        body = Body(defects)
        fallen = _only_text(raw, defects)
        return _letter(root, body, defects, fallen.text)
    return _letter(root, body, defects, body.text)


def _root(raw: bytes, defects: list[str]) -> Part:
    if not raw.strip():
        defects.append("The letter is empty.")
    if raw.startswith(b"\xef\xbb\xbf"):
        defects.append("The letter begins with a byte-order mark.")
        raw = raw[3:]
    return read_tree(raw, defects)


def _letter(root: Part, body: Body, defects: list[str], own: str) -> Letter:
    subject = root.words("subject")
    path = return_path(root)
    sender = read_one(root.get("from", ""))
    from_ = _sender(root, sender, path, defects)
    bounce: Bounce | None = _guarded(lambda: read_bounce(root, subject, own), None, "delivery report", defects)
    date_line = root.get("date", "")
    date = read_date(date_line)
    if date_line and date is None:
        defects.append(f"The date {date_line[:60]!r} is none.")
    reply = _guarded(lambda: reply_of(own), own, "reply", defects)
    text = "\n\n".join([*([own.strip("\n")] if own.strip() else []), *body.forwarded])[: MAX_TEXT + 1_000]
    if body.forwarded and not reply.strip():
        reply = text
    return Letter(
        message_id=identifier(root.get("message-id", "")),
        from_=from_,
        to=_mailboxes(root, "to"),
        cc=_mailboxes(root, "cc"),
        reply_to=_mailboxes(root, "reply-to"),
        subject=subject,
        date=date,
        in_reply_to=identifier(root.get("in-reply-to", "")),
        references=identifiers(" ".join(root.get_all("references", []))),
        language=_guarded(lambda: language_of(reply or own), None, "language", defects),
        text=text,
        reply=reply,
        html=body.html,
        attachments=tuple(body.attachments),
        automatic_kind=kind_of(root, from_, subject, is_bounce=bounce is not None, words=reply, text=text),
        return_path=path,
        delivered_to=_delivered_to(root),
        sender=read_one(root.get("sender", "")),
        ours=OURS in root,
        bounce=bounce,
        defects=tuple(dict.fromkeys(defects))[:MAX_DEFECTS],
    )


def _sender(root: Part, sender: Mailbox | None, path: str | None, defects: list[str]) -> Mailbox:
    if sender and "@" in sender.address:
        return sender
    for name in ("reply-to", "sender"):
        other = read_one(root.get(name, ""))
        if other and "@" in other.address:
            defects.append(f"No sender can be read in From: the address is the one of {name.title()}.")
            return Mailbox(sender.name if sender and sender.name else other.name, other.address)
    if path and "@" in path:
        defects.append("No sender can be read in From: the address is the one of the envelope.")
        return Mailbox(sender.name if sender else "", path)
    defects.append("No sender can be read.")
    return sender or Mailbox("", "")


def _mailboxes(root: Part, name: str) -> tuple[Mailbox, ...]:
    return read_mailboxes(", ".join(value for value in root.get_all(name, []) if value.strip()))


def _delivered_to(root: Part) -> tuple[str, ...]:
    names = ("delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to", "original-recipient")
    found = [address for name in names for value in root.get_all(name, [])[:20] for address in bare_addresses(value)]
    return tuple(dict.fromkeys(found))


def _only_text(raw: bytes, defects: list[str]) -> Letter:
    """The last net under the net: the raw words, so that a person can still read them."""
    text = read_text(raw[:MAX_TEXT], None)[0].replace("\r\n", "\n").replace("\r", "\n")
    found = re.search(r"(?im)^subject:[ \t]*(.*)$", text)
    sender = re.search(r"(?im)^from:[ \t]*(.*)$", text)
    return Letter(
        message_id=None,
        from_=(read_one(sender[1]) if sender else None) or Mailbox("", ""),
        to=(),
        cc=(),
        reply_to=(),
        subject=decode_words(found[1]).strip() if found else "",
        date=None,
        in_reply_to=None,
        references=(),
        language=None,
        text=text,
        reply=text,
        html=None,
        attachments=(),
        automatic_kind=None,
        return_path=None,
        delivered_to=(),
        sender=None,
        ours=False,
        bounce=None,
        defects=tuple(dict.fromkeys(defects))[:MAX_DEFECTS],
    )


def _guarded(read: Callable[[], T], otherwise: T, what: str, defects: list[str]) -> T:
    # A stranger wrote these bytes: a mistake of ours about them must cost one field, never the letter.
    try:
        return read()
    except (Exception, RecursionError) as problem:
        defects.append(f"The {what} could not be read ({type(problem).__name__}).")
        return otherwise
