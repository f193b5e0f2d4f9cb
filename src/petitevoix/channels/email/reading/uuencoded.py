"""Files written out as uuencoded blocks in the middle of a text."""

from __future__ import annotations

import re

from .transfer import from_uuencode

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
