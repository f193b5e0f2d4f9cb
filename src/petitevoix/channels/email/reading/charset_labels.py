"""What a charset label means to Python, for the labels that letters have."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

# Labels met in letters that Python does not know, or knows too narrowly (a superset reads what the label forbids).
WIDER = {
    "ascii": "cp1252",
    "latin1": "cp1252",
    "iso88591": "cp1252",
    "iso885911": "cp874",
    "tis620": "cp874",
    "iso88599": "cp1254",
    "iso88598i": "iso8859-8",
    "iso88598e": "iso8859-8",
    "iso88596i": "iso8859-6",
    "iso88596e": "iso8859-6",
    "gb2312": "gb18030",
    "gb231280": "gb18030",
    "gbk": "gb18030",
    "xgbk": "gb18030",
    "euccn": "gb18030",
    "eucgb2312cn": "gb18030",
    "chinesegb": "gb18030",
    "big5": "cp950",
    "xxbig5": "cp950",
    "eucttw": "cp950",
    "ksc56011987": "cp949",
    "ksc5601": "cp949",
    "euckr": "cp949",
    "uhc": "cp949",
    "shiftjis": "cp932",
    "sjis": "cp932",
    "xsjis": "cp932",
    "xshiftjis": "cp932",
    "windows31j": "cp932",
    "mskanji": "cp932",
    "eucjp": "euc_jp",
    "xeucjp": "euc_jp",
    "iso2022jp": "iso2022_jp_ext",
    "iso2022jpms": "iso2022_jp_ext",
    "csiso2022jp": "iso2022_jp_ext",
    "cp50220": "iso2022_jp_ext",
    "cp50221": "iso2022_jp_ext",
    "unicode11utf7": "utf-7",
    "xutf8": "utf-8",
    "utf8mb4": "utf-8",
    "unicode": "utf-8",
    "utf8utf8": "utf-8",
    "unicode20utf8": "utf-8",
    "iso10646ucs2": "utf-16",
    "ucs2": "utf-16",
    "iso10646ucs4": "utf-32",
    "macintosh": "mac_roman",
    "xmac": "mac_roman",
    "xmacroman": "mac_roman",
    "xmaccyrillic": "mac_cyrillic",
    "xmacukrainian": "mac_cyrillic",
    "xmacce": "mac_latin2",
    "xmaccentraleurroman": "mac_latin2",
    "xmacgreek": "mac_greek",
    "xmacturkish": "mac_turkish",
    "xmaccroatian": "mac_croatian",
    "xmacromanian": "mac_romanian",
    "xmacicelandic": "mac_iceland",
    "xmacjapanese": "cp932",
    "koi8": "koi8-r",
    "xkoi8r": "koi8-r",
    "ansi": "cp1252",
    "ansix341968": "cp1252",
    "ansix341986": "cp1252",
    "iso646us": "cp1252",
    "usascii": "cp1252",
    "8bit": "",
    "7bit": "",
    "unknown": "",
    "unknown8bit": "",
    "xunknown": "",
    "default": "",
    "defaultcharset": "",
    "none": "",
    "charset": "",
    "xuserdefined": "",
    "binary": "",
}
# Codecs that are not charsets, or whose time grows with the square of the text.
NEVER = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}


@lru_cache(maxsize=512)
def codec_named(label: str | None) -> tuple[str, bool]:
    """Find the Python codec for a charset label; gives its name ("" when unknown) and whether the label was sound."""
    cleaned = (label or "").strip().strip("\"'").split("*")[0].split(";")[0].strip().lower()
    key = re.sub(r"[^a-z0-9]", "", cleaned)[:40]
    if not key:
        return "", True
    if key in WIDER:
        return WIDER[key], bool(WIDER[key])
    for name in (cleaned[:40], re.sub(r"^cp-?|^windows-?|^win-?|^x-cp-?|^ibm-?|^dos-?", "cp", cleaned)[:40], key):
        try:
            found = codecs.lookup(name)
        except (LookupError, ValueError, UnicodeError):
            continue
        if not getattr(found, "_is_text_encoding", True) or found.name.replace("_", "-") in NEVER:
            return "", False
        return WIDER.get(re.sub(r"[^a-z0-9]", "", found.name), found.name), True
    return "", False
