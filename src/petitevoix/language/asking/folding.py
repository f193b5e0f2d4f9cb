"""A text as the recognisers want to see it: same length, fewer ways to write the same thing."""

import unicodedata

# Apostrophes and hyphens become spaces, so that « pouvez-vous », "pouvez vous", "what's" and "what s" are one.
_SPACES = "\t\n\r\x0b\x0c\x85\u2028\u2029\u00a0\u202f\u2009'’‘ʼ´`-‐‑*_\"«»“”„"
_SIGNS = {"…": ".", "？": "?", "！": "!", "–": ";", "—": ";", "，": ",", "：": ":", "⁇": "?", "¿": " ", "¡": " "}
_LETTERS = range(0x41, 0x250)


def _plain(letter: str) -> str:
    bare = unicodedata.normalize("NFD", letter.lower())[:1]
    return bare if bare.isalpha() else letter


_TABLE = {
    **{code: _plain(chr(code)) for code in _LETTERS if chr(code).isalpha()},
    **{ord(space): " " for space in _SPACES},
    **{ord(sign): plain for sign, plain in _SIGNS.items()},
    **dict.fromkeys(range(0x200B, 0x2010), " "),
    # Accents that a phone wrote after their letter.
    **dict.fromkeys(range(0x300, 0x370), " "),
}


def fold(text: str) -> str:
    """Return a text in small letters without accents, apostrophes or hyphens; every code point keeps its place."""
    return text.translate(_TABLE)
