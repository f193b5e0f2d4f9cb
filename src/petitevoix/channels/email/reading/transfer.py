"""Content-Transfer-Encoding where the label or the base64 is wrong; the standard library undoes what is right."""

from __future__ import annotations

import base64
import re

LINE = re.compile(rb"[^\r\n]+")
# One word of letters alone, a capital only at its head; or several, whatever they hold.
WORDS = re.compile(rb"[A-Z]?[a-z]{1,29}[.!]?|\S+(?:\s+\S+)+")
NOT_BASE64 = bytes(sorted(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=")))
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})


# Not the name that the standard library knows: it would stop at the first padding and drop words between the lines.
BASE64 = "x-base64"


def encoding_named(label: str) -> str:
    """Read a transfer-encoding label: BASE64, "quoted-printable", "uuencode" or "" for none."""
    key = re.sub(r"[^a-z0-9]", "", label.lower().split(";")[0])
    if key in {"base64", "b64", "b", "xbase64"}:
        return BASE64
    if key in {"quotedprintable", "quotedprintible", "qp", "q"}:
        return "quoted-printable"
    return "uuencode" if "uue" in key else ""


def from_base64(raw: bytes, *, is_text: bool) -> tuple[bytes, str | None]:
    """Give the bytes that `raw` stands for, and a sentence when it was broken. Never raises, never drops words."""
    defect = None
    try:
        content = _decoded(raw.translate(None, b" \t\r\n").rstrip(b"="))
    except ValueError:
        content, defect = _salvaged(raw, is_text=is_text), "The base64 of a part is broken: what it held was kept."
    is_plain = is_text and not _looks_binary(raw) and (_looks_binary(content) or _reads_better(raw, content))
    if content == raw or is_plain:
        return raw, "A part says base64 but is plain text." if raw else None
    return content, defect


def _salvaged(raw: bytes, *, is_text: bool) -> bytes:
    if is_text and len(raw) > 1_000_000 and b" " in raw[:4_000].strip():
        return raw
    # Lines of words among the base64: a footer that a mailing list added, or a part that is not base64 at all.
    coded: list[bytes] = []
    words: list[bytes] = []
    is_over = False  # the padding was seen, or words below it: what is no base64 then is not a broken line of it
    for line in LINE.findall(raw):
        line = line.strip()
        kept = line.translate(None, NOT_BASE64)
        strange = len(line) - len(kept)
        if (b" " in line and strange * 10 > len(line)) or strange * 3 > len(line) or (is_over and strange):
            words.append(line)
            is_over = is_over or bool(coded)
        else:
            is_over = is_over or line.endswith(b"=")
            coded.append(kept)
    is_proven = is_over and sum(map(len, coded)) >= 24 and LINE.findall(raw)[0].strip() not in words
    if len(words) > len(coded) and not is_proven:
        return raw
    content = b"".join(
        _decoded(piece[: -1 if len(piece) % 4 == 1 else None]) for piece in re.split(b"=+", b"".join(coded))
    )
    return content + b"\n" + b"\n".join(words) if is_text and words else content


def _reads_better(raw: bytes, content: bytes) -> bool:
    """Say whether a short text is words as it stands, and none where it is taken for base64: "Merci beaucoup"."""
    sample = raw[:2_000].strip()
    if not WORDS.fullmatch(sample) or max(map(len, sample.split())) > 30:
        return False
    try:
        return not content.decode("utf-8").strip().isprintable()
    except UnicodeDecodeError:
        return True


def _decoded(core: bytes) -> bytes:
    return base64.b64decode(core + b"=" * (-len(core) % 4), validate=True)


def _looks_binary(content: bytes) -> bool:
    sample = content[:2_000]
    if not sample or sample[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    odd = len(sample) - len(sample.translate(None, CONTROLS))
    return odd * 20 > len(sample) and sample.count(0) * 3 < len(sample)
