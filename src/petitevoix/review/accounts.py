"""Numbers of payment cards and of bank accounts (IBAN), told from other long numbers by their control digits."""

import re
from collections.abc import Collection, Iterator

from petitevoix.review.findings import Span

_DIGITS = re.compile(r"(?<![\w-])\d(?:[ .-]{0,2}\d){12,18}(?!\w)")
# Visa, Mastercard, American Express, Discover, JCB: first digits and lengths (ISO/IEC 7812).
_CARD = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12}|35(?:2[89]|[3-8]\d)\d{12}"
)
_PARCEL = re.compile(r"\b(?:colis|suivi|tracking|parcel|shipment|siret|imei|envoi)\b")
_BEFORE = 40
_ACCOUNT = re.compile(r"(?<!\w)[a-z]{2}\d\d(?=[ -]?[a-z0-9])")
# The whole SWIFT registry of IBANs: how long an account number is, by country. What is no country's is no account.
_COUNTRIES = {
    15: "no", 16: "be", 18: "dk fi fk fo gl nl sd", 19: "mk si", 20: "at ba ee kz lt lu mn xk", 21: "ch hr li lv",
    22: "bg bh cr de gb ge ie me rs va", 23: "ae gi il iq om so tl", 24: "ad cz es md pk ro sa se sk tn vg",
    25: "ly pt st", 26: "is tr", 27: "bi dj fr gr it mc mr sm", 28: "al az by cy do gt hn hu lb ni pl sv",
    29: "br eg ps qa ua", 30: "jo kw mu ye", 31: "mt sc", 32: "lc", 33: "ru",
}  # fmt: skip
_LENGTHS = {country: length for length, countries in _COUNTRIES.items() for country in countries.split()}


def cards(seen: str) -> Iterator[Span]:
    """Give where a payment card number stands in a text in plain letters."""
    for found in _DIGITS.finditer(seen):
        digits = re.sub(r"\D", "", found[0])
        before = seen[max(found.start() - _BEFORE, 0) : found.start()]
        if _CARD.fullmatch(digits) and _luhn(digits) and not _PARCEL.search(before):
            yield found.span()


def accounts(seen: str, ours: Collection[str]) -> Iterator[Span]:
    """Give where an account number that is not among ours (squeezed) stands in a text in plain letters."""
    for found in _ACCOUNT.finditer(seen):
        length, signs, end = _LENGTHS.get(found[0][:2], 0), "", found.start()
        while end < len(seen) and len(signs) < length:
            sign = seen[end]
            if sign.isascii() and sign.isalnum():
                signs += sign
            elif sign not in " -":
                break
            end += 1
        whole = len(signs) == length > 0 and not seen[end : end + 1].isalnum()
        if whole and signs not in ours and _mod97(signs):
            yield found.start(), end


def _luhn(digits: str) -> bool:
    """Check the last digit (ISO/IEC 7812-1, annex B)."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


def _mod97(account: str) -> bool:
    """Check the two control digits (ISO 13616, ISO 7064 MOD 97-10)."""
    return int("".join(str(int(sign, 36)) for sign in account[4:] + account[:4])) % 97 == 1
