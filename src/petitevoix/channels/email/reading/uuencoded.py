"""Files written out as uuencoded blocks in the middle of a text."""

from __future__ import annotations

import binascii
import re

BLOCK = re.compile(
    r"^begin [0-7]{3,4} ([^\n]{1,300})\n((?:[\x20-\x60][^\n]{0,100}\n)+?)(?:[` ]?\n)?end[ \t]*$", re.MULTILINE
)


def take_out(text: str) -> tuple[str, list[tuple[str, bytes]]]:
    """Give the text without its uuencoded blocks, and the files (name, content) that they held."""
    if "\nend" not in text or "begin " not in text:
        return text, []
    files: list[tuple[str, bytes]] = []

    def keep(match: re.Match[str]) -> str:
        content = from_uuencode(match[2].encode("ascii", "replace") + b"end\n") if match[2].isascii() else None
        if not content:
            return match[0]
        files.append((match[1].strip(), content))
        return ""

    return BLOCK.sub(keep, text), files


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
