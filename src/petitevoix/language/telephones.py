"""Telephone numbers in a text, of whatever country: known by a +, by what stands before, or by their shape."""

import re
from collections.abc import Iterator

_NUMBER = re.compile(r"(?<![\w.,/+-])(?:\+|\()?\d(?:[ \u00a0\u202f./()-]{0,2}\d){6,15}(?!\w)")
_CALLED = re.compile(
    r"(?:t[ée]l(?:\.|[ée]phone|s?\b)|phone|mobile|portable|cell|fixe|landline|whatsapp|joindre|joignable|appele[rz]"
    r"|call(?: me)?|ring(?: me)?|reach(?: me)?|text(?: me)?|sms|contacte[rz]|my number|mon num[ée]ro)(?!\w)"
    r"[^\d\n]{0,30}\Z",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:commande|order|s[ée]rie|serial|contrat|contract|dossier|client|customer|compte|account|colis|parcel|suivi|tracking"
    r"|facture|invoice|bill|siret|iban|police|policy|imei|carte|card|r[ée]f\w{0,8}|case|ticket|abonn\w{1,6}|s/n)(?!\w)[^\d\n]{0,20}\Z"
    r"|(?:n\s?[°º]|\b(?:no|nr|num)\.?)\s{0,3}\Z",
    re.IGNORECASE,
)
_DATE = re.compile(r"\(?\d{1,2}[ /.-]\d{1,2}[ /.-](?:19|20)\d\d(?!\d)|(?:19|20)\d\d[ /.-]\d\d[ /.-]\d\d(?!\d)")
_BEFORE = 45
_MOST = 50  # a letter with more of them is a list, and no way to reach its writer
# The neighbours whose numbers are told by shape alone; elsewhere the shapes are too loose to tell.
_NEAR = ("FR", "BE", "CH", "GB", "IE", "NL")


def telephones(text: str) -> Iterator[str]:
    """Give each telephone number in a text as it is written there."""
    for count, found in enumerate(_NUMBER.finditer(text)):
        if count == _MOST:
            return
        value = found[0].rstrip("(")
        before = text[max(found.start() - _BEFORE, 0) : found.start()]
        if _is_one(value, before):
            yield value


def _is_one(value: str, before: str) -> bool:
    import phonenumbers as known

    def is_one_of(region: str | None) -> bool:
        try:
            number = known.parse(value, region)
        except known.NumberParseException:
            return False
        # Numbers that are kept for films and examples are possible, and no more.
        return known.is_possible_number(number) if region is None else known.is_valid_number(number)

    if value.startswith("+"):
        return is_one_of(None)
    digits = re.sub(r"\D", "", value)
    if _DATE.match(value) or not 7 <= len(digits) <= 15:
        return False
    called, other = _CALLED.search(before), _OTHER.search(before)
    if called or other:
        return bool(called and not (other and other.start() > called.start()))
    if digits.startswith("00"):
        return is_one_of("FR")
    if digits.startswith("0"):
        return len(digits) > 8 and any(map(is_one_of, _NEAR))
    return bool(re.fullmatch(r"\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}", value)) and is_one_of("US")
