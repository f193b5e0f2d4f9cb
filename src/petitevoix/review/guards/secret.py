"""No secret is in a letter, and none is asked for: card, account, password, one-time code."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding, Span
from petitevoix.review.numbers import squeezed
from petitevoix.review.seeing import fold, phrases, sentences

_DIGITS = re.compile(r"(?<![\w-])\d(?:[ .-]?\d){12,18}(?!\w)")
# Visa, Mastercard, American Express, Discover: first digits and lengths (ISO/IEC 7812).
_CARD = re.compile(r"4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12}")
_PARCEL = re.compile(r"\b(?:colis|suivi|tracking|parcel|shipment|siret|imei|envoi)\b")
_BEFORE = 40
_ACCOUNT = re.compile(r"(?<!\w)[a-z]{2}\d\d(?=[ -]?[a-z0-9])")
# Lengths of the SWIFT registry of IBANs, for the countries that write to us.
_LENGTHS = {
    "at": 20, "be": 16, "ch": 21, "de": 22, "dk": 18, "es": 24, "fi": 18, "fr": 27, "gb": 22, "ie": 22, "it": 27,
    "lu": 20, "mc": 27, "nl": 18, "no": 15, "pl": 28, "pt": 25, "se": 24,
}  # fmt: skip
_PASSWORD = r"(?:mots? de passe|passwords?|passcodes?|passphrase|mdp)"
_CODE = (
    r"(?:code (?:\w{1,12} )?(?:pin|secret|confidentiel|de verification|de confirmation|de securite"
    r"|de validation|a usage unique"
    r"|temporaire|recu par sms|sms|otp)|pin(?: code)?|code pin|one-?time (?:code|password|passcode)"
    r"|(?:verification|security"
    r"|authentication|confirmation|access) code|otp|cryptogramme|cvv|cvc"
    r"|code (?:that )?(?:you (?:just )?received|we (?:just )?"
    r"(?:sent|texted)(?: to)? you|vous avez recu|que vous (?:venez de recevoir|avez recu)))"
)
_TELL = (
    r"(?:envoye[rz]|communique[rz]|transmett(?:re|ez)|donne[rz]|indique[rz]|fourni(?:r|ssez)|dicte[rz]"
    r"|precise[rz]|dire|dites"
    r"|quel est|send|give|tell|provide|share|confirm|reply with|what is|what's|read)"
)
_ASKED = phrases(rf"{_TELL}(?:-(?:nous|moi|le|la))?(?: [\w'-]{{1,20}}){{0,4}}? (?:{_PASSWORD}|{_CODE})")
_NEVER = phrases(
    r"(?:jamais|never|ne|n'\w{1,20}|don't|do not|not|without|sans|no one|nobody|personne|aucun|inutile|avoid"
    r"|evitez)"
)
_GIVEN = re.compile(
    rf"(?<!\w)(?:{_PASSWORD}|{_CODE})(?: (?:provisoire|temporaire|initial|wi-?fi|actuel))?\s{{0,3}}(?:est|is|:"
    rf"|=)\s{{0,3}}:?"
    rf"\s{{0,3}}[`*\"'«“]{{0,2}}\s?(?P<secret>[^\s,;«»“”`*\"]{{4,40}})"
)


def look(draft: Draft) -> Iterator[Finding]:
    # The secret itself stays where it is: only its place is told.
    advice = _("Take it out of the letter; point to a page or a person where it can be given safely, if it must be.")
    if cards := list(_cards(draft)):
        yield _found("card", _("A payment card number is in this letter."), advice, cards)
    if accounts := list(_accounts(draft)):
        yield _found("iban", _("A bank account number is in this letter."), advice, accounts, confirmable=True)
    if given := list(_given(draft)):
        yield _found("password", _("A password or a secret code is in this letter."), advice, given)
    if asked := list(_asked(draft)):
        advice = _("Never ask for it: nobody of ours needs to know it.")
        yield _found("asked", _("This letter asks for a password or a secret code."), advice, asked)


def _found(kind: str, message: str, advice: str, spans: list[Span], *, confirmable: bool = False) -> Finding:
    return Finding("secret", "stop", message, tuple(spans), advice, confirmable, {"kind": kind})


def _cards(draft: Draft) -> Iterator[Span]:
    for found in _DIGITS.finditer(draft.seen):
        digits = re.sub(r"\D", "", found[0])
        before = draft.seen[max(found.start() - _BEFORE, 0) : found.start()]
        if _CARD.fullmatch(digits) and _luhn(digits) and not _PARCEL.search(before):
            yield found.span()


def _luhn(digits: str) -> bool:
    """Check the last digit (ISO/IEC 7812-1, annex B)."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


def _accounts(draft: Draft) -> Iterator[Span]:
    ours = {squeezed(fold(number)) for number in draft.known.numbers}
    for found in _ACCOUNT.finditer(draft.seen):
        length, signs, end = _LENGTHS.get(found[0][:2], 0), "", found.start()
        while end < len(draft.seen) and len(signs) < length:
            sign = draft.seen[end]
            if sign.isascii() and sign.isalnum():
                signs += sign
            elif sign not in " -":
                break
            end += 1
        whole = len(signs) == length > 0 and not draft.seen[end : end + 1].isalnum()
        if whole and signs not in ours and _mod97(signs):
            yield found.start(), end


def _mod97(account: str) -> bool:
    """Check the two control digits (ISO 13616, ISO 7064 MOD 97-10)."""
    return int("".join(str(int(sign, 36)) for sign in account[4:] + account[:4])) % 97 == 1


def _given(draft: Draft) -> Iterator[Span]:
    for found in _GIVEN.finditer(draft.seen):
        secret = found["secret"].rstrip(".!?)")
        ends = found.start("secret") + len(secret)
        is_alone = ":" in found[0] and not draft.seen[ends : ends + 40].strip(" .!)`*\"'»”").split("\n")[0]
        if any(sign.isdigit() for sign in secret) or is_alone:
            yield found.start("secret"), ends


def _asked(draft: Draft) -> Iterator[Span]:
    for start, end in sentences(draft.seen):
        sentence = draft.seen[start:end]
        if (found := _ASKED.search(sentence)) and not _NEVER.search(sentence):
            yield start + found.start(), start + found.end()
