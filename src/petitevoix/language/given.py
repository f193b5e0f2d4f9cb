"""Which facts a text gives about its writer: what they wrote once, nobody should ask them for again."""

import re

_CODE = r"(?P<value>(?=[\w./-]{0,24}\d)[A-Z0-9][\w./-]{2,24}\w)"
_NUMBER = r"(?:\s{1,3}(?:n\s?[°ºo]\.?|no\.?|num[ée]ro|number|nr\.?|ref\.?|r[ée]f[ée]rence|#))?"
_IS = r"\s{0,3}(?::|=|#|n\s?[°º]|est(?: le)?|is|de|of)?\s{0,3}#?"


def _numbered(*names: str) -> re.Pattern[str]:
    """Find a number behind its name: "order no. 4711", « numéro de série : AB-12 »."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)}){_NUMBER}{_IS}{_CODE}", re.IGNORECASE)


_FACTS: dict[str, re.Pattern[str]] = {
    "serial": _numbered(
        r"(?:num[ée]ro|n\s?[°º]) de s[ée]rie", r"s[ée]rie", r"serial(?: number| no\.?)?", r"s/n", r"imei"
    ),
    "order": _numbered(r"commande", r"order", r"colis", r"parcel", r"tracking number", r"num[ée]ro de suivi", r"suivi"),
    "email": re.compile(r"(?P<value>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"),
    "phone": re.compile(
        r"(?<![\w.])(?P<value>(?:\+\d{1,3}[ .-]?\(?0?\)?[ .-]?\d(?:[ .-]?\d{2,4}){2,5}|0[1-9](?:[ .-]?\d{2}){4}))(?!\d)"
    ),
    "address": re.compile(
        r"(?P<value>\d{1,4}(?: ?(?:bis|ter))?,?"
        r" (?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|all[ée]e|route|quai) [^\n,;.]{3,60}"
        r"|\d{1,4} [A-Z][\w' ]{2,40} (?:Street|St\.?|Road|Rd\.?|Avenue|Lane|Drive|Close|Square|Way|Court)\b)",
        re.IGNORECASE,
    ),
    "birth_date": re.compile(
        r"(?:n[ée]e? le|date de naissance|born on|date of birth|d\.?o\.?b\.?)\s{0,3}:?\s{0,3}(?:est le |is )?"
        r"(?P<value>\d{1,2}[ /.-](?:\d{1,2}|\w{3,9})[ /.-]\d{2,4}|\d{4}-\d{2}-\d{2})",
        re.IGNORECASE,
    ),
    "contract": _numbered(
        r"contrat", r"contract", r"police", r"policy", r"dossier", r"abonn[ée]", r"(?:num[ée]ro )?client", r"customer",
        r"account",
    ),
    "iban": re.compile(r"(?<!\w)(?P<value>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?)(?!\w)"),
}  # fmt: skip
_MOST = 20_000  # characters read; a fact stands at the beginning of a letter or nowhere


def find(text: str) -> dict[str, list[str]]:
    """Give the facts a text states, by kind (as `asks` names them), each value once, in their order."""
    found = {}
    for kind, fact in _FACTS.items():
        values = dict.fromkeys(match["value"].strip() for match in fact.finditer(text[:_MOST]))
        if values:
            found[kind] = list(values)
    return found
