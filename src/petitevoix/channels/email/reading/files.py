"""Attachments: a safe name, a type, a fingerprint."""

from __future__ import annotations

import hashlib
import mimetypes
import re
import unicodedata

from .encoded_words import decode_words
from .letter import Attachment

# Right-to-left marks make "facture-fdp.exe" show as "facture-exe.pdf".
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]")
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
ENDINGS = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/calendar": ".ics",
    "message/rfc822": ".eml",
    "message/global": ".eml",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "application/pdf": ".pdf",
    "message/delivery-status": ".txt",
    "text/rfc822-headers": ".txt",
}


def attachment(
    content: bytes, media_type: str, name: str, *, content_id: str | None = None, inline: bool = False
) -> Attachment:
    """Make an attachment with a name that any disk and any page can hold."""
    name = safe_name(name)
    if not name:
        name = "attachment" + (ENDINGS.get(media_type) or mimetypes.guess_extension(media_type) or "")
    return Attachment(
        name=name,
        media_type=media_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        inline=inline,
        content_id=content_id,
        content=content,
    )


def safe_name(name: str) -> str:
    """Give the last step of a path without control, invisible or reserved signs; "" when nothing is left."""
    name = unicodedata.normalize("NFC", decode_words(name)[:2_000])
    name = INVISIBLE.sub("", name).replace("\\", "/").rstrip("/ ").rsplit("/", 1)[-1]
    name = re.sub(r'[\x00-\x1f\x7f-\x9f<>:"|?*]', "_", " ".join(name.split())).strip(". ")
    if not name.strip("_. "):
        return ""
    if RESERVED.fullmatch(name):
        name = "_" + name
    while len(name.encode("utf-8", "replace")) > 200:
        stem, dot, ending = name.rpartition(".")
        name = stem[:-8] + dot + ending if dot and len(ending) < 12 and len(stem) > 8 else name[:-8]
    return name
