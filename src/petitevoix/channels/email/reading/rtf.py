"""The rich text that Outlook hides in winmail.dat: decompressed (MS-OXRTFCP) and reduced to its words."""

from __future__ import annotations

import re
import struct

from .charsets import read_text

PREFILLED = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
MAX_RTF = 4_000_000
TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\")
SKIPPED = {
    b"fonttbl", b"colortbl", b"stylesheet", b"pict", b"object", b"themedata", b"datastore", b"generator", b"listtable",
    b"listoverridetable", b"rsidtbl", b"latentstyles", b"xmlnstbl", b"fldinst", b"header", b"footer",
}  # fmt: skip
# Signs that have a word of their own: in French every apostrophe that Outlook set is \rquote.
SIGNS = {
    b"rquote": "’", b"lquote": "‘", b"rdblquote": "”", b"ldblquote": "“", b"endash": "–", b"emdash": "—",
    b"bullet": "•", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip


def decompress(packed: bytes) -> bytes:
    """Undo LZFu compression; raises ValueError when the bytes are not that."""
    if len(packed) < 16:
        raise ValueError("too short")
    size, kind = struct.unpack_from("<II", packed, 4)
    if kind == 0x414C454D:
        return packed[16 : 16 + size]
    if kind != 0x75465A4C:
        raise ValueError("not compressed rich text")
    ring = bytearray(PREFILLED.ljust(4096, b"\0"))
    write = len(PREFILLED)
    out = bytearray()
    here, end = 16, len(packed)
    while here < end and len(out) < min(size, MAX_RTF):
        control = packed[here]
        here += 1
        for bit in range(8):
            if here >= end:
                break
            if not control >> bit & 1:
                byte = packed[here]
                here += 1
                out.append(byte)
                ring[write] = byte
                write = (write + 1) & 0xFFF
                continue
            if here + 1 >= end:
                here = end
                break
            pair = packed[here] << 8 | packed[here + 1]
            here += 2
            offset = pair >> 4
            if offset == write:
                return bytes(out)
            for _ in range((pair & 0xF) + 2):
                byte = ring[offset]
                out.append(byte)
                ring[write] = byte
                offset, write = (offset + 1) & 0xFFF, (write + 1) & 0xFFF
    return bytes(out[:size])


def words_of(rtf: bytes) -> tuple[str, bool]:
    """Give what an RTF text holds and whether it is HTML that Outlook wrapped in RTF (MS-OXRTFEX)."""
    wrapped = b"\\fromhtml" in rtf[:400]
    page = "cp1252"
    if match := re.search(rb"\\ansicpg(\d{3,5})", rtf[:400]):
        page = "cp" + match[1].decode()
    pieces: list[str] = []
    pending = bytearray()
    stack: list[tuple[bool, bool]] = []
    skipping, hidden = False, False
    after_unicode, replacing = 0, 1  # signs to leave out behind a \u: they stand in for it in old readers

    def flush() -> None:
        if pending:
            pieces.append(read_text(bytes(pending), page)[0])
            pending.clear()

    for match in TOKEN.finditer(rtf[:MAX_RTF]):
        word, number, code, sign, brace, text = match.groups()
        if brace == b"{":
            if len(stack) < 5_000:
                stack.append((skipping, hidden))
        elif brace == b"}":
            skipping, hidden = stack.pop() if stack else (False, False)
        elif word in SKIPPED or sign == b"*":
            skipping = True
        elif word == b"htmltag":
            skipping = False
        elif word in {b"htmlrtf", b"v"}:
            hidden = number != b"0"
        elif skipping or hidden:
            continue
        elif word in {b"par", b"line", b"row"}:
            pending += b"\n"
        elif word in {b"tab", b"cell"}:
            pending += b"\t"
        elif word in SIGNS:
            flush()
            pieces.append(SIGNS[word])
            after_unicode = 0
        elif word == b"uc" and number:
            replacing = min(max(int(number), 0), 8)
        elif word == b"u" and number:
            flush()
            pieces.append(chr(int(number) & 0xFFFF))
            after_unicode = replacing
        elif code or text:
            content = bytes((int(code, 16),)) if code else text
            pending += content[after_unicode:]
            after_unicode = max(0, after_unicode - len(content))
        elif sign in {b"\\", b"{", b"}"}:
            pending += sign
        elif sign == b"~":
            pending += b" "
        elif sign == b"_":
            pending += b"-"
    flush()
    joined = "".join(pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return joined.strip(), wrapped
