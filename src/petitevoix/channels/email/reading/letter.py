"""The nouns of a letter that was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One sender or recipient; `address` is as written, without angle brackets, and may be empty."""

    name: str
    address: str

    def as_row(self) -> dict[str, str]:
        """Give the JSON shape of the contract."""
        return {"name": self.name, "address": self.address}


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file that came with the letter; `inline` is true when the letter's HTML shows it where it stands."""

    name: str
    media_type: str
    size: int
    sha256: str
    inline: bool
    content_id: str | None
    content: bytes = field(repr=False)

    def as_row(self) -> dict[str, Any]:
        """Give the JSON shape of the contract, without the content."""
        return {
            "name": self.name,
            "type": self.media_type,
            "size": self.size,
            "sha256": self.sha256,
            "inline": self.inline,
        }


@dataclass(frozen=True, slots=True)
class Bounce:
    """What a delivery report says about the first address that failed.

    `status` is an RFC 3463 code such as "5.1.1" (or "" when the report gives none); `permanent` is true when writing to
    that address again is useless (no such person, no such place, moved, takes no mail); `lost` is true when the letter
    will not arrive any more, whatever the next one may do (a full mailbox, say); `reason` is one word; `recipients` are
    all the failed addresses, the first one included.
    """

    recipient: str
    status: str
    permanent: bool
    original_message_id: str | None = None
    diagnostic: str = ""
    reason: str = "unclear"
    recipients: tuple[str, ...] = ()
    lost: bool = False

    def as_row(self) -> dict[str, Any]:
        """Give the JSON shape of the contract."""
        return {"recipient": self.recipient, "status": self.status, "permanent": self.permanent}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as read: everything decoded to text, nothing left to guess, identifiers without angle brackets."""

    message_id: str | None
    from_: Mailbox
    to: tuple[Mailbox, ...]
    cc: tuple[Mailbox, ...]
    reply_to: tuple[Mailbox, ...]
    subject: str
    date: datetime | None
    in_reply_to: str | None
    references: tuple[str, ...]
    language: str | None
    text: str
    reply: str
    html: str | None
    attachments: tuple[Attachment, ...]
    automatic_kind: str | None
    return_path: str | None
    delivered_to: tuple[str, ...]
    sender: Mailbox | None
    ours: bool
    bounce: Bounce | None
    defects: tuple[str, ...]

    @property
    def automatic(self) -> bool:
        """Say whether a machine wrote it, so that no machine answers."""
        return self.automatic_kind is not None

    def as_row(self) -> dict[str, Any]:
        """Give exactly the JSON shape that `petitevoix mail parse` promises."""
        return {
            "message_id": self.message_id,
            "from": self.from_.as_row(),
            "to": [one.as_row() for one in self.to],
            "cc": [one.as_row() for one in self.cc],
            "reply_to": [one.as_row() for one in self.reply_to],
            "subject": self.subject,
            "date": self.date.isoformat() if self.date else None,
            "in_reply_to": self.in_reply_to,
            "references": list(self.references),
            "language": self.language,
            "text": self.text,
            "reply": self.reply,
            "html": self.html,
            "attachments": [one.as_row() for one in self.attachments],
            "automatic": self.automatic,
            "bounce": self.bounce.as_row() if self.bounce else None,
            "defects": list(self.defects),
        }
