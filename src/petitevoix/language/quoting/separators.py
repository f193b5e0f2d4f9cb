"""Lines that say, between dashes, that an older letter begins: "-----Message d'origine-----"."""

import re

from petitevoix.language.quoting.lines import is_rule
from petitevoix.language.quoting.words import BEGINNING, FORWARDED, FROM, ORIGINAL

_PHRASE = re.compile(rf"(?:{ORIGINAL}|{FORWARDED})(?!\w)|(?:{ORIGINAL}|{FORWARDED})$")
_DRAWN = re.compile(r"[-_=*~—–<+]{2,}|[|#]")
_BEGINS = re.compile(rf"(?:{BEGINNING})(?!\w)|(?:{FORWARDED})\s*(?:{BEGINNING})?\s*:")
_ABOVE = re.compile(
    r"(?:reply|type your reply|write your reply|write) above this line|au-dessus de cette ligne"
    r"|oberhalb dieser (?:linie|zeile)"
    r"|boven deze (?:lijn|regel)|por encima de esta línea|sopra questa riga|acima desta linha"
)
# Samsung's program runs the fields on behind the dashes, on one line.
_RUN_ON = re.compile(rf"[-_=]{{4,}} ?(?:{ORIGINAL}|{FORWARDED}) ?[-_=]{{4,}} ?(?:{FROM}) ?:")
_LONGEST = 100


def opens_older_letter(seen: str) -> bool:
    """Say whether a plain line announces that an original or forwarded letter follows."""
    if len(seen) > _LONGEST:
        return seen[0] in "-_=" and bool(_RUN_ON.match(seen[:_LONGEST].lower()))
    if len(seen) < 4:
        return False
    low = seen.lower()
    if is_rule(low):
        return False
    if _DRAWN.match(low):
        return bool(_PHRASE.search(low) or _ABOVE.search(low))
    return low.endswith(":") and bool(_BEGINS.match(low)) and bool(_PHRASE.search(low.rstrip(": ")))


def is_dashed_phrase(seen: str) -> bool:
    """Say whether a plain line is a few words between two rules; worth folding only above something that is older."""
    return len(seen) <= _LONGEST and bool(_DRAWN.match(seen)) and seen[-1] in "-_=*~—–>+:"
