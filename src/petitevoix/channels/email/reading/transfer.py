"""Content-Transfer-Encoding undone, also when the label or the content is wrong."""

from __future__ import annotations

import binascii
import re

LINE = re.compile(rb"[^\r\n]+")
NOT_BASE64 = bytes(sorted(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")))
UU_BEGIN = re.compile(rb"^begin(?:-base64)? [0-7]{3,4} ?([^\r\n]*)\r?\n", re.MULTILINE)


def encoding_named(label: str) -> str:
    """Read a transfer-encoding label: "base64", "quoted-printable", "uuencode" or "" for none."""
    key = re.sub(r"[^a-z0-9]", "", label.lower().split(";")[0])
    if key in {"base64", "b64", "b", "xbase64"}:
        return "base64"
    if key in {"quotedprintable", "quotedprintible", "qp", "q"}:
        return "quoted-printable"
    if "uue" in key:
        return "uuencode"
    return ""


def undo(raw: bytes, encoding: str, *, is_text: bool) -> tuple[bytes, str | None]:
    """Give the bytes that `raw` stands for, and a sentence when it was broken. Never raises, never drops words."""
    if encoding == "base64":
        return _from_base64(raw, is_text=is_text)
    if encoding == "quoted-printable":
        # A soft line end is "=" before any line end; the decoder knows only those with a line feed.
        return binascii.a2b_qp(raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if is_text else raw), None
    if encoding == "uuencode":
        found = UU_BEGIN.search(raw)
        content = from_uuencode(raw[found.end() :]) if found else None
        return (content, None) if content is not None else (raw, "A part says it is uuencoded but is not.")
    return raw, None


def _from_base64(raw: bytes, *, is_text: bool) -> tuple[bytes, str | None]:
    dense = raw.translate(None, b" \t\r\n")
    core = dense.rstrip(b"=")
    if b"=" not in core and len(dense) == len(dense.translate(None, NOT_BASE64)):
        content = _whole(core)
        if is_text and _looks_binary(content) and not _looks_binary(raw):
            return raw, "A part says base64 but is plain text."
        return content, None if len(core) % 4 != 1 else "The base64 of a part is cut short."
    return _from_broken_base64(raw, is_text=is_text)


def _from_broken_base64(raw: bytes, *, is_text: bool) -> tuple[bytes, str | None]:
    # Lines of words among the base64: a footer that a mailing list added, or a part that is not base64 at all.
    if len(raw) > 1_000_000 and b" " not in raw[:4_000].strip():
        # Too long to look at each line: what does not belong there is left out.
        kept = raw.translate(None, NOT_BASE64)
        content = b"".join(_whole(piece) for piece in re.split(rb"=+", kept))
        return content, "The base64 of a part holds characters that do not belong there."
    if len(raw) > 1_000_000 and is_text:
        return raw, "A part says base64 but is plain text."
    coded: list[bytes] = []
    words: list[bytes] = []
    for line in LINE.findall(raw):
        kept = line.strip().translate(None, NOT_BASE64)
        strange = len(line.strip()) - len(kept)
        if (b" " in line.strip() and strange * 10 > len(line)) or strange * 3 > len(line):
            words.append(line)
        else:
            coded.append(kept)
    if len(words) > len(coded):
        return raw, "A part says base64 but is plain text."
    content = b"".join(_whole(piece) for piece in re.split(rb"=+", b"\n".join(coded).replace(b"\n", b"")))
    if is_text and _looks_binary(content) and not _looks_binary(raw):
        return raw, "A part says base64 but is plain text."
    if is_text and words:
        content += b"\n" + b"\n".join(words)
    return content, "The base64 of a part holds characters that do not belong there."


def _whole(piece: bytes) -> bytes:
    if len(piece) % 4 == 1:
        piece = piece[:-1]
    return binascii.a2b_base64(piece + b"=" * (-len(piece) % 4))


def _looks_binary(content: bytes) -> bool:
    sample = content[:2_000]
    if not sample or sample[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    odd = len(sample) - len(sample.translate(None, bytes(set(range(32)) - {9, 10, 12, 13, 27})))
    return odd * 20 > len(sample) and sample.count(0) * 3 < len(sample)


def from_uuencode(body: bytes) -> bytes | None:
    """Decode uuencoded lines up to "end"; None when they are not uuencoded."""
    content = bytearray()
    for line in body.splitlines():
        if line.strip() == b"end":
            return bytes(content)
        if not line.strip() or line == b"`":
            continue
        count = (line[0] - 32) & 63
        needed = (count + 2) // 3 * 4
        if not 32 <= line[0] <= 96 or len(line) > needed + 3 + 60:
            return None
        try:
            content += binascii.a2b_uu(line[: needed + 1])
        except (binascii.Error, ValueError):
            return None
    return None
