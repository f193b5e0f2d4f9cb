"""Bytes to text, whatever the label says."""

from __future__ import annotations

import codecs
import re

from .charset_labels import codec_named

ESCAPED = re.compile(rb"\x1b(?:\$[@B(]|\([BJI])")
SURROGATE = re.compile("[\ud800-\udfff]")
WINDOWS_SIGNS = {
    byte: sign for byte in range(0x80, 0xA0) if (sign := bytes((byte,)).decode("cp1252", "ignore")) not in {"", "€"}
}
# Kept: tab, new line, return. Form feeds and bells mean nothing on a page, and PostgreSQL refuses NUL.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]+")
META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def declared_in(page: bytes) -> str | None:
    """Give the charset that a page of HTML says it is in, if any."""
    declared = META.search(page[:4_000])
    return declared[1].decode("ascii") if declared else None


def read_text(raw: bytes, label: str | None) -> tuple[str, str | None]:
    """Decode bytes by the charset `label` or, when it is wrong, by what the bytes show.

    Gives the text (never a lone surrogate, never a control character but tab and line ends) and a sentence about
    what was wrong, or None. Never raises.
    """
    text, defect = _decode(raw, label)
    if SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if CONTROL.search(text):
        text = CONTROL.sub("", text)
        defect = defect or "Control characters were left out of the text."
    return text, defect


def _decode(raw: bytes, label: str | None) -> tuple[str, str | None]:
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[3:]
        label = "utf-8"
    elif (
        raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) and len(raw) % 2 == 0 and raw[2:].count(0) * 4 > len(raw)
    ):
        return raw.decode("utf-16", "replace"), None
    codec, known = codec_named(label)
    if raw.isascii() and codec not in {"utf-7", "hz", "utf-16", "utf-16-be", "utf-16-le", "utf-32"}:
        if ESCAPED.search(raw):
            return _japanese(raw), None
        if not codec or not codec.startswith("iso2022"):
            return raw.decode("ascii"), None if known else f"The charset {label!r} is unknown."
    if codec in {"", "cp1252", "utf-8", "iso8859-15"}:
        # Accented words that happen to be valid UTF-8 are UTF-8, whatever the label: chance makes one in thousands.
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            return _western(raw, codec, label, known)
        if codec == "utf-8" or raw.isascii():
            return text, None
        return text, f"The text is in UTF-8 though it says {label or 'nothing'!r}."
    if codec.startswith("iso2022_jp"):
        # Seven bits by definition: high bytes are another Japanese charset under this name.
        for other in ("utf-8", "euc_jp", "cp932") if not raw.isascii() and not ESCAPED.search(raw) else ():
            try:
                return raw.decode(other), f"The text is in {other} though it says {label!r}."
            except UnicodeDecodeError:
                continue
        return _japanese(raw), None
    try:
        return raw.decode(codec), None
    except (UnicodeError, ValueError):
        pass
    try:
        return raw.decode("utf-8"), f"The text is in UTF-8 though it says {label!r}."
    except UnicodeDecodeError:
        return raw.decode(codec, "replace"), f"Some bytes are not in the charset {label!r}."


def _western(raw: bytes, codec: str, label: str | None, known: bool) -> tuple[str, str | None]:
    if codec == "utf-8":
        text = raw.decode("utf-8", "replace")
        # More that is good than broken: a letter cut in the middle of a character. Accents of another charset are
        # hardly ever good UTF-8 by chance.
        good = sum(1 for sign in text if not sign.isascii() and sign != "\ufffd")
        if text.count("\ufffd") < good:
            return text, "Some bytes are not in the charset 'utf-8'."
        return _windows(raw), "The text says 'utf-8' but is not: it was read as windows-1252."
    if codec == "iso8859-15":
        # Nobody writes its control characters: they are the quotes and dashes of Windows, under the wrong name.
        return raw.decode("iso8859-15").translate(WINDOWS_SIGNS), None
    guess = guessed(raw) if not codec or (label or "").lower().endswith("ascii") else None
    if guess:
        return raw.decode(guess, "replace"), f"The charset {label!r} says too little: the text was read as {guess}."
    if not codec:
        return _windows(raw), f"The charset {label!r} is unknown: the text was read as windows-1252."
    return _windows(raw), None if known else f"The charset {label!r} is unknown."


def guessed(raw: bytes) -> str | None:
    """Name the non-western charset that unlabelled 8-bit bytes are in, or None when nothing says it is not western."""
    sample = raw[:20_000]
    high = sum(1 for byte in sample if byte >= 0x80)
    if high < 8:
        return None
    # In western text accents are rare among letters; in Cyrillic and Asian text nearly all letters are high bytes.
    low = sum(1 for byte in sample if 0x41 <= byte <= 0x5A or 0x61 <= byte <= 0x7A)
    if high < low:
        return None
    cyrillic = {name: _russian(sample, name) for name in ("koi8-r", "cp1251")}
    best = max(cyrillic, key=lambda name: cyrillic[name])
    if cyrillic[best] > 0.6:
        return best
    for name in ("cp932", "gb18030", "cp949"):
        try:
            raw.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    return best if cyrillic[best] > 0.4 else None


def _russian(sample: bytes, name: str) -> float:
    letters = [letter for letter in sample.decode(name, "replace") if letter > "\x7f"]
    return sum(1 for letter in letters if letter in "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё") / max(1, len(letters))


def _windows(raw: bytes) -> str:
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError:
        # Five bytes are free in windows-1252; browsers read them as Latin-1 controls, which are then left out.
        return raw.decode("cp1252", "replace")


def _japanese(raw: bytes) -> str:
    for codec in ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_3"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    # NEC and IBM extra characters (①, 髙) travel under the same name: they live in cp932, byte for byte shifted.
    return _through_shift_jis(raw)


def _through_shift_jis(raw: bytes) -> str:
    pieces = []
    for mode, run in re.findall(rb"(\x1b\$[@B]|\x1b\([BJI]|^)([^\x1b]*)", raw):
        if not mode.startswith(b"\x1b$"):
            pieces.append(run.decode("cp932", "replace"))
            continue
        shifted = bytearray()
        for index in range(0, len(run) - 1, 2):
            row, cell = run[index], run[index + 1]
            if not (0x21 <= row <= 0x7E and 0x21 <= cell <= 0x7E):
                shifted += run[index : index + 2] if row < 0x80 and cell < 0x80 else b"??"
                continue
            lead = ((row - 0x21) >> 1) + 0x81
            lead = lead + 0x40 if lead > 0x9F else lead
            trail = cell + (0x1F if cell < 0x60 else 0x20) if row % 2 else cell + 0x7E
            shifted += bytes((lead, trail))
        pieces.append(bytes(shifted).decode("cp932", "replace"))
    return "".join(pieces)
