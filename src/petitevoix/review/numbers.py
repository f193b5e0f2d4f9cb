"""Addresses, numbers and references as they are written in a letter."""

import re

from petitevoix.kit.ids import REFERENCE

Span = tuple[int, int]

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
PHONE = re.compile(r"(?<![\w+])\+?\d(?:[ .-]?\d){8,13}(?!\w)")
_SIGNS = re.compile(r"[^\W_]+")
# Of a telephone number, the end is the same at home and from abroad: +33 6 12 34 56 78, 06 12 34 56 78.
_END_OF_NUMBER = 9


def squeezed(text: str) -> str:
    """Give the letters and digits of a plain text alone, to find a number however it is grouped."""
    return "".join(_SIGNS.findall(text))


def end_of_number(phone: str) -> str:
    """Give what two writings of one telephone number share."""
    return re.sub(r"\D", "", phone)[-_END_OF_NUMBER:]


def mentions(words: str) -> list[str]:
    """Name the addresses, references and telephone numbers in a text, so that a caller can look up whose they are."""
    found = [match[0].rstrip(".-") for pattern in (EMAIL, REFERENCE, PHONE) for match in pattern.finditer(words)]
    return list(dict.fromkeys(found))
