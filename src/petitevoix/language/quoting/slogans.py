"""What a company has its people say under their name: "Why wait?", « Faut-il vraiment imprimer ce message ? »."""

import re
from collections.abc import Sequence

# A block under a name that goes on longer is a letter.
_LONGEST_BLOCK = 12
_WIDEST = 120

CLOSING = re.compile(
    r"(?:(?:bien |très |tres |plus )?(?:cordialement|sincèrement|respectueusement|amicalement)|cdlt|bàv|bien à vous"
    r"|(?:mes |nos )?(?:sincères |meilleures |cordiales )?salutations|(?:merci|thanks|many thanks|thank you)"
    r"(?: beaucoup| d'avance| par avance| in advance| again)?|à bientôt|belle journée|bonne (?:journée|réception)"
    r"|(?:kind(?:est)?|best|warm(?:est)?|with (?:kind|best)) regards|regards|(?:with )?best wishes|all the best|best"
    r"|(?:yours )?(?:sincerely|faithfully|truly)|sincerely yours|cheers)(?:[ ,.!-]+|$)",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_a-z][\w.'-]{0,24}(?: (?:(?:de|du|van|von|la|le) )?[^\W\d_a-z][\w.'-]{0,24}){0,3}[.,]?$")

# Each begins its line, and says nothing that only this letter could: what a person asks goes on to say what about.
_SAID = (
    r"pourquoi (?:attendre|hésiter|payer plus(?: cher)?|s'en priver|pas vous|chercher ailleurs) ?\?"
    r"|why (?:wait|pay more|hesitate|not you|settle for less|look elsewhere) ?\?"
    r"|besoin d(?:e |')(?:aide|conseils?|assistance|un devis|renseignements?) ?\?"
    r"|(?:envie|marre) d(?:e |')[^?]{2,60}\?|prête?s? (?:à|pour) [^?]{2,60}\?"
    r"|(?:connaissez-vous|avez-vous (?:déjà )?(?:essayé|découvert|téléchargé|testé|pensé à)) (?:déjà )?"
    r"(?:notre|nos|la nouvelle|les nouvelles|l'appli|le vert)[^?]{0,60}\?|(?:le )?saviez-vous(?: que [^?]{2,90})? ?\?"
    r"|need (?:help|advice|a quote|assistance) ?\?|(?:ready to|looking for|tired of|thinking of|want to) [^?]{2,60}\?"
    r"|have you (?:tried|heard about|downloaded|discovered|thought about|met) (?:our|the new)[^?]{0,60}\?"
    r"|did you know(?: that [^?]{2,90})? ?\?"
    r"|(?:passez|passons) (?:au vert|à l'électrique|au numérique|à l'action)"
    r"|(?:suivez|rejoignez|retrouvez|likez)-nous\b"
    r"|(?:découvrez|téléchargez|essayez|profitez de) (?:notre|nos|l'appli)|devenez (?:client|partenaire|membre)"
    r"|go (?:green|paperless|digital)\b|(?:follow|join|find|like|visit) us\b|(?:discover|download|try) our\b"
    r"|think green|save paper|save (?:a tree|the planet)|un geste pour la planète"
)
# Only a printed page is meant: « dois-je imprimer ce message ? » is asked by somebody.
_PRINTING = (
    r"(?:avez-vous|est-il|faut-il|devez-vous|as-tu|a-t-on)\b[^?]{0,30}\bvraiment\b[^?]{0,30}\bimprimer\b[^?]{0,60}\?"
    r"|n'imprimez (?:ce|cet|que)\b|(?:do|must|should) you really (?:need|have|want) to print\b[^?]{0,60}\?"
    r"|is it really necessary to print\b[^?]{0,60}\?|does this (?:e-?mail|message) really need to be printed ?\?"
    r"|(?:please )?(?:do not|don't) print this\b"
)
_SLOGAN = re.compile(rf"[\s\"«“*>|-]{{0,4}}(?:{_SAID}|{_PRINTING})", re.IGNORECASE)
_PRINT_LINE = re.compile(rf"[\s\"«“*|-]{{0,4}}(?:{_PRINTING})[ \"»”*.!]*$", re.IGNORECASE)
_MAY_BE = re.compile(rf"^[ \t\"«“*|-]{{0,4}}(?:{_SAID}|{_PRINTING})", re.MULTILINE | re.IGNORECASE)
# Who speaks of themselves, asks, or adds a word.
_ONES_OWN = re.compile(r"(?<!\w)(?:je|j'|mon|ma|mes|moi|i|i'm|my|me|mine|p\.? ?s\.?|n\.? ?b\.?)(?!\w)", re.IGNORECASE)


def may_have_slogans(text: str) -> bool:
    """Say whether any line of a text begins as a slogan does, whatever stands above it."""
    return bool(_MAY_BE.search(text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")))


def asks_not_to_print(seen: str) -> bool:
    """Say whether a plain line is nothing but the question whether its reader really has to print it."""
    return len(seen) <= _WIDEST and bool(_PRINT_LINE.match(seen))


def slogan_start(seen: Sequence[str], start: int, end: int) -> int | None:
    """Return the line where a slogan begins that stands under a closing greeting and a name, and ends the words."""
    floor = max(start, end - _LONGEST_BLOCK)
    for at in range(end - 1, floor - 1, -1):
        if not seen[at]:
            continue
        if len(seen[at]) > _WIDEST or _ONES_OWN.search(seen[at]):
            return None
        if _SLOGAN.match(seen[at]):
            return at if _is_signed(seen, start, at) else None
        if seen[at].endswith("?"):
            return None
    return None


def _is_signed(seen: Sequence[str], start: int, at: int) -> bool:
    """Say whether a closing greeting with a name stands a few lines above."""
    for line in range(max(start, at - _LONGEST_BLOCK), at):
        closing = CLOSING.match(seen[line])
        if not closing:
            continue
        behind = seen[line][closing.end() :]
        below = next((one for one in seen[line + 1 : at] if one), "")
        if NAME.match(behind) or (not behind and NAME.match(below)):
            return True
    return False
