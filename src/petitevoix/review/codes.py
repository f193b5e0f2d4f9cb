"""Passwords and secret codes: how they are called, and where a letter gives one away."""

import re
from collections.abc import Iterator

from petitevoix.review.findings import Span

PASSWORD = r"(?:mots? de passe|passwords?|passcodes?|passphrase|passkey|mdp|pwd?)"
CODE = (
    r"(?:code (?:\w{1,12} )?(?:pin|puk|secret|confidentiel|de verification|de confirmation|de securite"
    r"|de validation|a usage unique"
    r"|temporaire|recu par sms|sms|otp)|p(?:in|uk)(?: (?:code|number))?|code p(?:in|uk)"
    r"|code a (?:\d|quatre|six) chiffres (?:que vous avez )?recu|(?:\d|four|six)-digit code (?:that )?(?:you|we)"
    r"|one-?time (?:code|password|passcode)"
    r"|(?:verification|security"
    r"|authentication|confirmation|access) code|otp|cryptogramme|cvv|cvc"
    r"|code (?:that )?(?:you (?:just )?received|we (?:just )?"
    r"(?:sent|texted)(?: to)? you|vous avez recu|que vous (?:venez de recevoir|avez recu)))"
)
# Doors and Wi-Fi may be asked about by who comes to mend them; written in a letter, theirs is as secret.
_DOORS = (
    r"(?:code (?:personnel|parental|unique|d'acces|d'entree|d'activation|d'identification|d'authentification"
    r"|de connexion|de deblocage|de deverrouillage|(?:de |a )?\d chiffres"
    r"|(?:du |de la |de l'|de votre )(?:portail|porte|portillon|immeuble|alarme|coffre|boite a cles|garage|local"
    r"|cave))"
    r"|(?:code|cle) ?(?:wi-?fi)|digicode|cle[fs]? (?:wi-?fi|wpa\d?|wep|de securite|reseau|d'acces)"
    r"|(?:wi-?fi|wpa\d?|wep|network|security) key"
    r"|(?:activation|unlock|unlocking|login|log-in|sign-in|door|entry|gate|alarm|secret|pin|2fa|authori[sz]ation|passcode"
    r"|(?:\d|four|six)-digit) code)"
)
_S = r"\s{1,3}"
_WORDS = r"[\w'-]{1,20}+"
_WITH = rf"(?:provisoire|temporaire|initial|wi-?fi|actuel|d'origine|par{_S}defaut|visuel|unique)"
# "… for your router", « … de votre box »: what it opens, in a few words.
_OF = rf"(?:{_S}(?:de|du|des|pour|a|au|of|for|to|on|sur|d'{_WORDS}|l'{_WORDS})(?:{_S}(?!(?:est|is)\b){_WORDS}){{0,6}}?)"
_SO = r"(?:le|la|the|following|suivant|desormais|maintenant|toujours|donc|bien|simplement|now|still|just|simply|again)"
_IS = (
    rf"(?:,?{_S}(?:est|sera|etait|reste|devient|sont|c'est|is|was|are|remains|becomes|will{_S}be)(?:{_S}{_SO}){{0,2}}"
    r"|'s|\s{0,3}(?:[:=]|->?(?=\s)))\s{0,3}:?\s{0,3}"
)
_QUOTE = r"[`*\"'«“(]{0,2}\s?"
_FIGURES = r"\d(?:[ .-]?\d){3,11}(?![\w%€$£])"
_SIGNS = r"[^\s,;«»“”`*\"()]{4,40}"
_MIXED = r"(?=[^\W\d]{0,30}\d)(?=[\d_.!-]{0,30}[^\W\d_])[\w.!@#$%&*+-]{5,40}"
_PASSWORD, _CODES = (wording.replace(" ", _S) for wording in (PASSWORD, rf"(?:{CODE}|{_DOORS})"))
_KNOWN = rf"(?<!\w)(?:{_PASSWORD}|{_CODES})"
# "Your password is …", « le code PUK de votre carte : … »
_GIVEN = re.compile(rf"{_KNOWN}(?:{_S}{_WITH})?{_OF}?{_IS}{_QUOTE}(?P<secret>{_FIGURES}|{_SIGNS})")
# « votre mot de passe Soleil42 », "set your password to Sun42", "PIN code 4821"
_BARE = re.compile(
    rf"(?<!\w)(?:{_PASSWORD}(?:{_S}{_WITH})?(?:{_S}(?:to|en|par|as|a))?{_S}{_QUOTE}(?P<word>{_MIXED})"
    rf"|{_CODES}{_S}{_QUOTE}(?P<secret>{_FIGURES}))"
)
# A code that has no other name: "your code is 482913". An "error code", a « code postal » have another name.
_NOUN = (
    r"(?:erreur|error|fault|panne|promo\w*|reduction|remise|discount|voucher|coupon|commande|order|colis|parcel"
    r"|produit|product|article|item|dossier|case|suivi|tracking|pays|country|region|ville|commune|town|tarif|retour|return"
    r"|envoi|shipment|livraison|delivery|reservation|booking|client|customer|avoir|bon)"
)
_CODE_OF = (
    rf"(?:{_S}(?:de|du|des|pour|of|for|to|that|que|d'|l')"
    rf"(?:{_S}?(?!(?:[ld]')?{_NOUN}s?\b|(?:est|is)\b){_WORDS}){{0,5}}?)"
)
_PLAIN = re.compile(
    rf"(?:(?<!\w)(?:votre|ton|vos|your|le|the|ce|this|un|a|new|nouveau|dernier|latest){_S}codes?|^[\s>*-]{{0,6}}code)"
    rf"{_CODE_OF}?{_IS}{_QUOTE}(?P<secret>{_FIGURES})"
    rf"|(?<!\w)(?:votre|ton|your){_S}code{_IS}{_QUOTE}(?P<mixed>{_MIXED})"
    rf"|(?<!\w)(?:enter|type|use|saisi(?:r|ssez)|tape[rz]|entre[rz]|compose[rz]|utilise[rz]|votre|your)"
    rf"(?:{_S}(?:le|the|this|ce|votre|your))?{_S}code{_S}{_QUOTE}(?P<typed>{_FIGURES})"
    rf"|(?<![\w/.,-])(?P<first>\d(?:[ .-]?\d){{3,9}}){_S}(?:est|is|sera|will{_S}be){_S}(?:bien{_S})?"
    rf"(?:votre|your|le|the){_S}(?:nouveau{_S}|new{_S})?(?:code(?=\s{{0,3}}(?:[.,;:!)]|\Z|pour|for|to\b))|{_KNOWN})",
    re.MULTILINE,
)
_CARD_BACK = re.compile(
    r"(?<!\w)(?:cryptogramme|cvv2?|cvc2?|security\scode|code\sde\ssecurite)"
    rf"(?:{_S}{_WITH})?{_OF}?(?:{_IS}|{_S}){_QUOTE}(?P<secret>\d{{3,4}})(?![\w/%]|[.,:]\d)"
)
# A name and what goes with it, without a word for it: "log in with ana / Tr0ub4dor&3", « login : ana, pass : Lune42! ».
_ENTER = (
    r"(?:log(?:ging)?[- ]?(?:in|on)|sign(?:ing)?[- ]in|connecte[rz](?:-vous)?|se connecter|identifie[rz](?:-vous)?"
    r"|(?:vos |votre |your |the |les )?(?:identifiants?|acces|logins?|credentials|user(?:name)?s?|utilisateur))"
)
_STRONG = (  # no reference of ours or theirs
    r"(?![a-z]{1,3}-[\da-z]+(?![^\s.,;]))(?=[^\s]{0,30}\d)(?=[^\s]{0,30}[^\W\d_])[^\s,;«»“”`\"()/]{8,40}"
)
_SIGNED = r"(?=[^\s]{0,30}[!&@#$%*?+=])(?=[^\s]{0,30}[^\W\d_])[^\s,;«»“”`\"()/]{6,40}"
_PAIR = re.compile(
    rf"(?<!\w){_ENTER}\b[^.!?\n]{{0,40}}?[\s:]{_QUOTE}[\w.@+-]{{2,40}}[`*\"'»”]{{0,2}}"
    rf"(?:\s{{1,2}}[/|+]\s{{1,2}}{_QUOTE}(?P<secret>{_STRONG})|\s?[/|:]\s?{_QUOTE}(?P<signed>{_SIGNED})"
    rf"|[\s,;/]{{1,3}}(?:(?:et|and|avec|with|puis|then){_S})?(?:pass|passe|mdp|pw|code){_IS}?\s?{_QUOTE}(?P<word>{_MIXED}))"
)
# What stands in the place of a secret and is none: how long it is, a page, a telephone, a product.
_LENGTH = re.compile(
    r"\W{0,3}(?:a |to |ou |or |-)?\s?(?:\d{1,2}\W)?\s?(?:digit|chiffre|caract|char|lettre|letter|sign)"
)
_NONE = re.compile(
    r"(?:https?:|www\.)|.{0,40}(?:digit|chiffre|caracter|character)|\+\d|0\d(?:[ .-]?\d\d){4}\Z"
    r"|(?:windows|chrome|firefox|safari|edge|office|microsoft|ios|android|iphone|ipad|wi-?fi|galaxy|mac|ps|xbox|web"
    r"|(?:live|free|b)?box|sfr|version|v"
    r"|outlook|exchange|sql|oauth|https?|ipv)-?\d"
    # What a page says of a password, in quotes as well.
    r"|(?:in|not )?(?:tempora|provisoire|expire|oublie|forgotten|safe|correct|valid|wrong|errone|faible|weak|fort"
    r"|strong|trop|too)\w{0,6}(?:\s\w{1,12})?\Z"
)
_OFFER = re.compile(
    r"\b(?:promo\w*|reductions?|remises?|rabais|discounts?|vouchers?|coupons?|parrainage|referral|postal\w*|postcode|zip"
    r"|erreurs?|errors?)\b|%|\boff\b"
)


def given_away(seen: str) -> Iterator[Span]:
    """Give where a password or a secret code itself stands in a text in plain letters, each place once."""
    found = {span for pattern in (_GIVEN, _BARE, _PLAIN, _PAIR, _CARD_BACK) for span in _places(pattern, seen)}
    last = -1
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, end
            last = end


def _places(pattern: re.Pattern[str], seen: str) -> Iterator[Span]:
    for found in pattern.finditer(seen):
        name = next(name for name, value in found.groupdict().items() if value)
        secret = found[name].rstrip(".!?)'")
        start, end = found.start(name), found.start(name) + len(secret)
        after = seen[end : end + 40]
        if len(secret) < 3 or _NONE.match(secret) or _LENGTH.match(after):
            continue
        if pattern is _PLAIN and _OFFER.search(_line(seen, *found.span())):
            continue
        is_alone = pattern is _GIVEN and ":" in found[0] and not after.strip(" .!)`*\"'»”").split("\n")[0]
        is_quoted = pattern is _GIVEN and seen[:start].rstrip()[-1:] in "`*\"'«“" and after.lstrip()[:1] in "`*\"'»”"
        if any(sign.isdigit() for sign in secret) or is_alone or (is_quoted and after.strip()):
            yield start, end


def _line(seen: str, start: int, end: int) -> str:
    """Give what stands around, on the same line: a promotion says what it takes off."""
    before, after = seen[max(start - 60, 0) : start], seen[end : end + 60]
    return before.rpartition("\n")[2] + seen[start:end] + after.partition("\n")[0]
