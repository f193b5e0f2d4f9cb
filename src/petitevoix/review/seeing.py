"""A text as guards see it: lower case, no accents, straight apostrophes, plain spaces, every offset kept."""

import re
import unicodedata

_MOST_KEPT = 5_000
_QUOTED = re.compile(r"^[ \t]{0,3}>[^\n]*", re.MULTILINE)
_OLDER = re.compile(
    r"^[ \t]{0,3}(?:-{2,20} ?(?:message d'origine|original message|message transfere|forwarded message)"
    r"|(?:le|on) [^\n]{6,160}(?:a ecrit|wrote) ?:[ \t]{0,3}$)",
    re.MULTILINE,
)
_END = re.compile(r"(?<![\s(]m)[.!?…](?=\s)|\n")
_WORD = re.compile(r"[^\W_]+")
_CODE = re.compile(r"`[^`\n]{1,200}`")


class _Plain(dict[int, str]):
    """One plain character for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code), code)
        if len(self) < _MOST_KEPT:
            self[code] = plain
        return plain


def _plain(found: str, code: int) -> str:
    if found in "’‘ʼ`´":
        return "'"
    if found in "–—−‑‐":
        return "-"
    if found == "\n":
        return found
    if found.isspace() or code < 32:
        return " "
    base = unicodedata.normalize("NFKD", found)[0].lower()
    return base if len(base) == 1 else found


_PLAIN = _Plain()


def fold(text: str) -> str:
    """Write a text in plain letters; the result has its length."""
    return text.translate(_PLAIN)


def own(text: str) -> str:
    """Blank what a text only quotes (lines after ">", an older letter under it); the result has its length."""
    if ">" in text:
        text = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    older = _OLDER.search(fold(text))
    if older and text[: older.start()].strip():
        text = text[: older.start()] + " " * (len(text) - older.start())
    return text


def phrases(*wordings: str) -> re.Pattern[str]:
    """Compile wordings in plain letters, found as whole words; a space may be a line's end or up to three spaces.

    No space may stand in a class of characters, and nothing may repeat without an end: hostile text takes no longer.
    """
    return re.compile(rf"(?<!\w)(?:{'|'.join(wordings)})(?!\w)".replace(" ", r"(?:\s{1,3})"))


def sentences(text: str) -> list[tuple[int, int]]:
    """Give where each sentence or line with a word in it begins and ends."""
    found, start = [], 0
    for at in [*(match.end() for match in _END.finditer(text)), len(text)]:
        if first := _WORD.search(text, start, at):
            found.append((first.start(), at))
        start = at
    return found


def words_of(text: str) -> list[str]:
    """Give the words of a text, in its order."""
    return _WORD.findall(text)


def without_code(text: str) -> str:
    """Blank what stands between back-ticks; the result has its length."""
    if "`" not in text:
        return text
    pieces = text.split("```")
    pieces[1::2] = [" " * len(piece) for piece in pieces[1::2]]
    return _CODE.sub(lambda code: " " * len(code[0]), "   ".join(pieces))
