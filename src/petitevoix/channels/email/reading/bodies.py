"""What of the MIME tree is the letter's words, and what came with it."""

from __future__ import annotations

import re

from .body import WORD, Body, Words, joined
from .calendar import summary_of
from .charsets import declared_in, read_text
from .encoded_words import decode_words
from .files import attachment
from .flowed import unflow
from .html import sanitise
from .html_text import rough_text_of, text_of
from .identifiers import identifier
from .letter import Attachment
from .limits import MAX_DEPTH, MAX_FORWARDED, MAX_TEXT
from .part import Part
from .rtf import words_of
from .signed import signed_content
from .tnef import SIGNATURE, Packed, unpack
from .tree import read_tree
from .uuencoded import take_out

SIGNED = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
NO_HTML_HERE = re.compile(r"(?i)\bhtml\b|view this (?:e-?mail|message)|navigateur|browser")


def read_body(root: Part, defects: list[str], *, depth: int = 0) -> Body:
    """Sort the parts of a letter into words and attachments. Never raises, never drops a part."""
    body = Body(defects)
    _read(root, body, depth, is_report=root.media_type == "multipart/report")
    if not any(WORD.search(piece.text) for piece in [*body.words, *body.spare]):
        _read_around(root, body)
    _mark_inline(body)
    return body


def _read(part: Part, body: Body, depth: int, *, is_report: bool) -> None:
    if part.media_type.startswith("multipart/"):
        if part.media_type == "multipart/alternative":
            _read_alternative(part, body, depth, is_report=is_report)
            return
        for child in part.children:
            _read(child, body, depth, is_report=is_report)
        return
    if part.media_type in {"message/rfc822", "message/global"}:
        _read_forwarded(part, body, depth, is_report=is_report)
        return
    if part.media_type in SIGNED and part.depth + depth < MAX_DEPTH and (signed := signed_content(part.content())):
        # A letter within its signature: read like any other, and kept as it came for who can check it.
        _read(read_tree(signed, body.defects), body, part.depth + depth + 1, is_report=is_report)
    name = part.filename()
    if part.media_type in {"text/plain", "text/html"} and part.disposition != "attachment":
        words = _words(part, body)
        if not name:
            body.words.append(words)
            return
        body.spare.append(words)
    elif part.media_type in {"text/plain", "text/html"} and not name:
        body.spare.append(_words(part, body))
    _attach(part, body)


def _read_alternative(part: Part, body: Body, depth: int, *, is_report: bool) -> None:
    """Take the plain words and the HTML as two forms of one text, and keep every other form as a file."""
    inner = Body(body.defects)
    for child in part.children:
        _read(child, inner, depth, is_report=is_report)
    plain = joined(piece.text for piece in inner.words if not piece.is_html)
    rich = [piece for piece in inner.words if piece.is_html]
    rich_text = joined(piece.text for piece in rich)
    if rich and (not WORD.search(plain) or _only_points_to_html(plain, rich_text)):
        plain = rich_text
    html = "\n".join(piece.html for piece in rich if piece.html) or None
    if plain or html:
        body.words.append(Words(plain, html, bool(rich)))
    body.attachments += inner.attachments
    body.forwarded += inner.forwarded
    body.invitations += inner.invitations
    body.spare += inner.spare


def _only_points_to_html(plain: str, rich: str) -> bool:
    return len(plain) < 300 and len(rich) > 3 * len(plain) and bool(NO_HTML_HERE.search(plain))


def _words(part: Part, body: Body) -> Words:
    content = part.content()
    label = part.charset
    if part.media_type == "text/html":
        text, defect = read_text(content, label or declared_in(content))
        if defect:
            body.defects.append(defect)
        return _html_words(text, content, body)
    text, defect = read_text(content, label)
    if defect:
        body.defects.append(defect)
    text = _lines(text)
    layout = part.parameters("content-type")
    if layout.get("format", "").lower() == "flowed":
        text = unflow(text, delete_space=layout.get("delsp", "").lower() == "yes")
    text, files = take_out(text)
    for name, packed in files:
        body.attachments.append(attachment(packed, "application/octet-stream", name))
    if len(text) > MAX_TEXT:
        body.defects.append(f"Only the first {MAX_TEXT} characters of a text are shown; all of it is attached.")
        body.attachments.append(attachment(content, part.media_type, "text.txt"))
        text = text[:MAX_TEXT]
    return Words(text, None)


def _html_words(text: str, content: bytes, body: Body) -> Words:
    clean = sanitise(text)
    if clean is not None:
        return Words(text_of(clean), clean, is_html=True)
    body.defects.append("The HTML is too large or too deep to be shown: its text is shown, and it is attached.")
    body.attachments.append(attachment(content, "text/html", "text.html"))
    return Words(rough_text_of(text)[:MAX_TEXT], None, is_html=True)


def _read_forwarded(part: Part, body: Body, depth: int, *, is_report: bool) -> None:
    content = part.content()
    heard: list[str] = []
    inner = read_tree(content, heard)
    subject = inner.words("subject")
    name = part.filename() or (f"{subject[:80]}.eml" if subject else "")
    body.attachments.append(attachment(content, part.media_type, name, content_id=_content_id(part)))
    if is_report:
        return
    if part.depth + depth >= 6:
        body.defects.append(f"A letter inside more than {min(MAX_DEPTH, 6)} others was kept as a file only.")
        return
    text = read_body(inner, heard, depth=part.depth + depth + 1)
    top = [
        f"{label}: {decode_words(inner.get(field, ''))}"
        for label, field in (("From", "from"), ("Date", "date"), ("To", "to"), ("Subject", "subject"))
        if inner.get(field)
    ]
    words = joined([text.text, *text.forwarded])
    if words or top:
        body.forwarded.append("---------- Forwarded message ----------\n" + "\n".join(top) + "\n\n" + words)


def _attach(part: Part, body: Body) -> None:
    content = part.content()
    name = part.filename()
    location = part.get("content-location", "")
    if not name and location and part.media_type != "application/octet-stream":
        name = re.split(r"[?#]", location)[0]
    if (
        part.media_type in {"application/ms-tnef", "application/vnd.ms-tnef"}
        or name.lower() == "winmail.dat"
        or (part.media_type == "application/octet-stream" and content.startswith(SIGNATURE))
    ):
        if _unpacked(content, body):
            return
        body.defects.append("A winmail.dat could not be opened, or is cut short: it is kept as it came.")
    if part.media_type == "text/calendar" or name.lower().endswith(".ics"):
        summary = summary_of(read_text(content, part.charset or "utf-8")[0])
        if summary:
            body.invitations.append(summary)
    elif part.media_type == "text/rtf" and part.disposition != "attachment":
        body.spare.append(Words(words_of(content)[0], None))
    elif part.media_type in {"message/delivery-status", "text/enriched", "text/richtext"}:
        text = _lines(read_text(content, part.charset)[0])
        if part.media_type != "message/delivery-status":
            # RFC 1896, 3: "<<" stands for itself, and one line end is a space.
            text = re.sub(r"(?<!\n)\n(?!\n)", " ", re.sub(r"<(?:(<)|/?[A-Za-z-]{1,60}>)", r"\1", text))
        body.spare.append(Words(text, None))
    elif part.is_text and not name and part.disposition != "attachment" and part.media_type != "text/rfc822-headers":
        body.spare.append(Words(_lines(read_text(content[:MAX_TEXT], part.charset)[0]), None))
    body.attachments.append(attachment(content, part.media_type, name, content_id=_content_id(part)))


def _unpacked(content: bytes, body: Body) -> bool:
    packed = unpack(content)
    if packed is None or not (packed.files or packed.text or packed.html):
        return False
    for one in packed.files:
        body.attachments.append(attachment(one.content, one.media_type, one.name, content_id=one.content_id))
    if packed.html:
        words = _html_words(packed.html, packed.html.encode(), body)
        body.spare.append(Words(_lines(packed.text) or words.text, words.html, is_html=True))
    elif packed.text:
        body.spare.append(Words(_lines(packed.text), None))
    _read_packed_letters(packed, body, depth=1)
    return not packed.is_cut


def _read_packed_letters(packed: Packed, body: Body, depth: int) -> None:
    """Show the letters that were forwarded within winmail.dat; each is kept as a file besides."""
    for one in packed.files:
        inner = unpack(one.content) if one.media_type == "application/ms-tnef" else None
        if inner is None or depth > 3 or len(body.forwarded) >= MAX_FORWARDED:
            continue
        words = _lines(inner.text) or (_html_words(inner.html, inner.html.encode(), body).text if inner.html else "")
        top = [f"Subject: {inner.subject}"] if inner.subject else []
        if words or top:
            body.forwarded.append("---------- Forwarded message ----------\n" + "\n".join(top) + "\n\n" + words)
        for file in inner.files:
            body.attachments.append(attachment(file.content, file.media_type, file.name))
        _read_packed_letters(inner, body, depth + 1)


def _read_around(root: Part, body: Body) -> None:
    """A multipart with empty parts: its words may stand before the first boundary or after the last."""
    for part in root.walk():
        for around in (part.preamble or "", part.epilogue or ""):
            text = _lines(read_text(around.encode("ascii", "surrogateescape"), None)[0])
            if WORD.search(text) and "multi-part message in MIME format" not in text:
                body.spare.append(Words(text, None))


def _mark_inline(body: Body) -> None:
    shown = {_folded(found) for found in re.findall(r'data-cid="([^"]*)"', body.html or "")}
    if not shown:
        return
    body.attachments = [
        Attachment(one.name, one.media_type, one.size, one.sha256, True, one.content_id, one.content)
        if one.content_id and _folded(one.content_id) in shown
        else one
        for one in body.attachments
    ]


def _folded(content_id: str) -> str:
    return content_id.strip("<> ").replace("%40", "@").replace("&amp;", "&").lower()


def _content_id(part: Part) -> str | None:
    return identifier(part.get("content-id", "")) or part.get("content-id")


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
