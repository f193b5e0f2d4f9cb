"""winmail.dat (MS-OXTNEF): the files and the words that Outlook packed into it.

Our own reader, because the one on PyPI loses every file when one attribute is broken, copies the whole rest of the
stream for each attribute (time grows with the square of the size) and recurses as deep as the sender says.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from .charsets import declared_in, read_text
from .rtf import decompress, words_of

SIGNATURE = b"\x78\x9f\x3e\x22"
MAX_ATTRIBUTES = 20_000
RENDERING, TITLE, CONTENT, PROPERTIES, MESSAGE, BODY, CODEPAGE = 0x9002, 0x8010, 0x800F, 0x9005, 0x9003, 0x800C, 0x9007
LONG_NAME, SHORT_NAME, DISPLAY_NAME, CONTENT_OBJECT, MEDIA_TYPE, CONTENT_ID = (
    0x3707,
    0x3704,
    0x3001,
    0x3701,
    0x370E,
    0x3712,
)
SUBJECT, SUBJECT_PROPERTY = 0x8004, 0x0037
PLAIN_BODY, HTML_BODY, RTF_BODY = 0x1000, 0x1013, 0x1009
FIXED = {0x0002: 4, 0x0003: 4, 0x0004: 4, 0x0005: 8, 0x0006: 8, 0x0007: 8, 0x000A: 4, 0x000B: 4, 0x0014: 8, 0x0040: 8}
FIXED[0x0048] = 16
EMBEDDED = bytes.fromhex("0703020000000000c000000000000046")


@dataclass(slots=True)
class PackedFile:
    """One file out of winmail.dat."""

    name: str = ""
    media_type: str = "application/octet-stream"
    content_id: str | None = None
    content: bytes = b""


@dataclass(slots=True)
class Packed:
    """What winmail.dat held: plain text, HTML, files; each may be empty."""

    text: str = ""
    html: str = ""
    subject: str = ""
    files: list[PackedFile] = field(default_factory=list)
    is_cut: bool = False  # it says that more should follow


def unpack(raw: bytes) -> Packed | None:
    """Read a TNEF stream as far as it is sound; None when it is no TNEF. Never raises."""
    if not raw.startswith(SIGNATURE):
        return None
    packed = Packed()
    codepage = "cp1252"
    here = 6
    for _ in range(MAX_ATTRIBUTES):
        if here + 9 > len(raw):
            break
        level, name, size = raw[here], *struct.unpack_from("<H2xI", raw, here + 1)
        content = raw[here + 9 : here + 9 + size]
        here += 9 + size + 2
        if name == CODEPAGE and len(content) >= 4:
            codepage = f"cp{struct.unpack_from('<I', content)[0]}"
        elif level == 2:
            _read_file(packed, name, content, codepage)
        elif name == MESSAGE:
            _read_words(packed, content, codepage)
        elif name == SUBJECT and not packed.subject:
            packed.subject = _string(content, codepage)
        elif name == BODY and not packed.text:
            packed.text = _string(content, codepage)
    packed.files = [one for one in packed.files if one.content]
    packed.is_cut = here > len(raw)
    return packed


def _read_file(packed: Packed, name: int, content: bytes, codepage: str) -> None:
    if name == RENDERING or not packed.files:
        packed.files.append(PackedFile())
    current = packed.files[-1]
    if name == TITLE and not current.name:
        current.name = _string(content, codepage)
    elif name == CONTENT:
        current.content = content
    elif name == PROPERTIES:
        found = _properties(content, codepage)
        for key in (LONG_NAME, SHORT_NAME, DISPLAY_NAME):
            if isinstance(found.get(key), str) and found[key]:
                current.name = str(found[key])
                break
        if isinstance(found.get(MEDIA_TYPE), str) and "/" in str(found[MEDIA_TYPE]):
            current.media_type = str(found[MEDIA_TYPE]).lower()
        if isinstance(found.get(CONTENT_ID), str):
            current.content_id = str(found[CONTENT_ID]).strip("<> ") or None
        inside = found.get(CONTENT_OBJECT)
        if isinstance(inside, bytes) and inside:
            # A letter inside: kept as it is, with its own winmail signature.
            current.content = inside.removeprefix(EMBEDDED)
            if current.content.startswith(SIGNATURE):
                current.media_type = "application/ms-tnef"
                current.name = current.name.removesuffix(".dat") + ".dat"


def _read_words(packed: Packed, content: bytes, codepage: str) -> None:
    found = _properties(content, codepage)
    if isinstance(subject := found.get(SUBJECT_PROPERTY), str) and not packed.subject:
        packed.subject = subject
    plain, html, rich = found.get(PLAIN_BODY), found.get(HTML_BODY), found.get(RTF_BODY)
    if plain:
        packed.text = plain if isinstance(plain, str) else _string(plain, codepage)
    if html:
        packed.html = html if isinstance(html, str) else _page(html)
    if isinstance(rich, bytes) and not (packed.text and packed.html):
        try:
            words, is_html = words_of(decompress(rich))
        except ValueError:
            return
        if is_html:
            packed.html = packed.html or words
        else:
            packed.text = packed.text or words


def _page(html: bytes) -> str:
    """Read HTML by the charset that it names itself; Outlook converts what it sends to UTF-8, and others do not."""
    return read_text(html.rstrip(b"\0"), declared_in(html) or "utf-8")[0]


def _properties(content: bytes, codepage: str) -> dict[int, str | bytes]:
    """Read MAPI properties until the first that is broken; only strings and bytes are kept."""
    found: dict[int, str | bytes] = {}
    try:
        (count,) = struct.unpack_from("<I", content)
        here = 4
        for _ in range(min(count, 5_000)):
            kind, key = struct.unpack_from("<HH", content, here)
            here += 4
            if key >= 0x8000:
                here = _past_name(content, here)
            many, kind = bool(kind & 0x1000), kind & ~0x1000
            times = 1
            if many or kind in {0x000D, 0x001E, 0x001F, 0x0102}:
                (times,) = struct.unpack_from("<I", content, here)
                here += 4
            for _ in range(min(times, 5_000)):
                if kind in FIXED:
                    here += FIXED[kind]
                    continue
                if kind not in {0x000D, 0x001E, 0x001F, 0x0102}:
                    return found
                (size,) = struct.unpack_from("<I", content, here)
                here += 4
                value = content[here : here + size]
                here += size + (-size % 4)
                if kind == 0x001F:
                    found.setdefault(
                        key, read_text(value.decode("utf-16-le", "replace").encode(), "utf-8")[0].strip("\0")
                    )
                else:
                    found.setdefault(key, _string(value, codepage) if kind == 0x001E else value)
    except struct.error:
        pass
    return found


def _past_name(content: bytes, here: int) -> int:
    (kind,) = struct.unpack_from("<I", content, here + 16)
    if kind == 0:
        return here + 24
    size: int = struct.unpack_from("<I", content, here + 20)[0]
    return here + 24 + size + (-size % 4)


def _string(value: bytes, codepage: str) -> str:
    return read_text(value.rstrip(b"\0"), codepage)[0]
