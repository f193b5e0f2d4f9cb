"""Which facts a text gives about its writer: what they wrote once, nobody should ask them for again."""

import itertools
import re

from petitevoix.language.telephones import telephones

# A sum, a time and a date hold figures, too, and name nothing.
_MEASURE = (
    r"(?!\d{1,6}(?:[.,]\d{1,2})?[\s-]?(?:€|£|\$|%|eur|min|mn|h\d{0,2}(?!\w)|days?|jours?|weeks?|semaines?|months?|mois"
    r"|ans?(?!\w)|years?|kg|[ckm]m(?!\w)|[mgt][bo](?!\w)|pounds?|st(?!\w)|nd(?!\w)|rd(?!\w)|th(?!\w))"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}(?!\w))"
)
_CODE = (
    rf"{_MEASURE}(?P<value>\d{{2,5}}(?:[ \u00a0]\d{{2,5}}){{1,5}}(?=\s{{0,3}}(?:[.,;!?)]|\Z))"
    r"|(?=[\w./-]{0,24}\d)[A-Z0-9][\w./-]{2,24}\w)"
)
_NUMBER = r"(?:\s{1,3}(?:n\s?[°ºo]\.?|no\.?|num[ée]ro|number|nr\.?|ref\.?|r[ée]f[ée]rence|id|#))?"
_IS = r"\s{0,3}(?::|=|#|n\s?[°º]|est(?: le)?|is|(?:de|of)(?! (?:19|20)\d\d(?!\w)))?\s{0,3}#?"
# "… of my box", « … de l'appareil », « … inscrit dessous »: of what, in a few words.
_OF = (
    r"(?:\s(?:de|du|des|of|for|on|from|under|pour|sur|sous|chez|with|d['’][\w-]{1,20}"
    r"|(?:qui (?:est|figure)\s)?(?:inscrit|indiqu[ée]|[ée]crit|marqu[ée]|not[ée])"
    r"|that (?:is|was)|written|printed|shown)"
    r"(?:\s{1,2}(?!(?:est|is)\s)[\w'’-]{1,20}+){0,6}?)"
)
_SAYS = (
    r"(?:\s{0,2},?\s{1,3}(?:est|c['’]est|is|it['’]s|was|[ée]tait|which is|qui est)(?:\s(?:bien|donc|toujours|still))?"
    r"|['’]s|\s{0,3}[:=])\s{0,3}:?\s{0,3}(?:(?:les?|la|the)\s)?(?:(?:n\s?[°º]|num[ée]ro|number|#)\s{0,3})?[«“\"'(]?\s?"
)
_NAMED = r"(?:(?:num[ée]ros?|n\s?[°º]|r[ée]f[ée]rence)\s(?:de\s|d['’])?(?:la\s|l['’]|ma\s|my\s)?)"


def _numbered(*names: str) -> re.Pattern[str]:
    """Find a number by its name: "order no. 4711", « le numéro de série de ma box est AB-12 », "883122 is my order"."""
    named, code = rf"(?:{'|'.join(names)})(?!\w)", itertools.count()
    either = (
        rf"(?<!\w){named}{_NUMBER}{_IS}{_CODE}",
        rf"(?<!\w){named}{_NUMBER}{_OF}?{_SAYS}{_CODE}",
        rf"(?<!\w)(?:{_NAMED}{named}|{named}\s(?:number|no\.?)),\s{{1,3}}{_CODE}",
        rf"(?<![\w./-]){_CODE}\s(?:est|is)\s(?:le|la|mon|ma|my|the|our|notre)\s{_NAMED}?{named}",
    )
    # A pattern names each of its groups once.
    return re.compile("|".join(one.replace("<value>", f"<value{next(code)}>") for one in either), re.IGNORECASE)


_FACTS: dict[str, re.Pattern[str]] = {
    "serial": _numbered(
        r"(?:num[ée]ro|n\s?[°º]) de s[ée]rie", r"s[ée]rie", r"serial(?: number| no\.?)?", r"s/n", r"imei", r"n/s"
    ),
    "order": _numbered(r"commande", r"order", r"colis", r"parcel", r"tracking number", r"num[ée]ro de suivi", r"suivi"),
    "email": re.compile(r"(?P<value>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"),
    "address": re.compile(
        r"(?P<value>\d{1,4}(?: ?(?:bis|ter))?,?"
        r" (?:rue|avenue|av\.|boulevard|bd|place|chemin|impasse|all[ée]e|route|quai) [^\n,;.]{3,60}"
        r"|\d{1,4} [A-Z][\w' ]{2,40} (?:Street|St\.?|Road|Rd\.?|Avenue|Lane|Drive|Close|Square|Way|Court)\b)",
        re.IGNORECASE,
    ),
    "birth_date": re.compile(
        r"(?:n[ée]e? le|date de naissance|born(?: on)?|date of birth|birth ?da(?:te|y)|d\.?o\.?b\.?)"
        r"(?:,|\s{0,3}:|['’]s)?\s{0,3}"
        r"(?:est |is |c['’]est |it['’]s )?(?:le |the )?"
        r"(?P<value>\d{1,2}[ /.-](?:\d{1,2}|(?:of )?\w{3,9})[ /.-]\d{2,4}|\d{4}-\d{2}-\d{2})",
        re.IGNORECASE,
    ),
    "contract": _numbered(
        r"contrat", r"contract", r"police", r"policy", r"dossier", r"abonn[ée]", r"(?:num[ée]ro )?client", r"customer",
        r"account", r"membership", r"subscription", r"adh[ée]rent", r"soci[ée]taire", r"police d['’]assurance",
    ),
    "iban": re.compile(r"(?<!\w)(?P<value>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?)(?!\w)"),
}  # fmt: skip
_MOST = 20_000  # characters read; a fact stands at the beginning of a letter or nowhere


def find(text: str) -> dict[str, list[str]]:
    """Give the facts a text states, by kind (as `asks` names them), each value once, in their order."""
    seen = text[:_MOST]
    found = {}
    for kind, fact in _FACTS.items():
        values = dict.fromkeys(_value(match) for match in fact.finditer(seen))
        if values:
            found[kind] = list(values)
    # An account and an order have figures like a telephone's: what they are called says which they are.
    others = [value for values in found.values() for value in values]
    if phones := [one for one in dict.fromkeys(telephones(seen)) if not any(one in other for other in others)]:
        found["phone"] = phones
    return found


def _value(match: re.Match[str]) -> str:
    return next(value for name, value in match.groupdict().items() if name.startswith("value") and value).strip()
