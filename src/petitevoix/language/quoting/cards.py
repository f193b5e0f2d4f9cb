"""The visiting card that a company has its people leave under their name, where no "-- " stands above it."""

import re
from collections.abc import Sequence

from petitevoix.language.quoting.slogans import CLOSING, NAME

_LONGEST_CARD = 14
_WIDEST = 110

_REACHED = re.compile(
    r"(?:(?:t[ée]l(?:[ée]phone)?|mob(?:ile)?|port(?:able)?|fax|standard|ligne directe|phone|direct|office|cell|tel"
    r"|[tmdpf])\.? ?[:.] ?[+(]?\d|(?:e-?mail|mail|courriel|web|site|site web|website) ?: ?\S+$|www\.\S+$|https?://\S+$"
    r"|<?(?:mailto:)?[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}>?$)",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"(?<!\w)(?:t[ée]l(?:[ée]phone)?|mob(?:ile)?|port(?:able)?|fax|standard|ligne directe|phone|direct|office|cell|std"
    r"|[tmdpf]|e-?mail|mail|courriel|web|site(?: web)?|website|poste|ext)(?!\w)|<?(?:mailto:)?[^\s@<>]+@[^\s@<>]+"
    r"|www\.\S+|https?://\S+",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
# A role, or what a company is called by: who writes only their number under their name wants to be called.
_ROLE = re.compile(
    r"(?<!\w)(?:responsable|direct(?:eur|rice|ion|or)|g[ée]rante?|chef(?:fe)?|assistante?|secr[ée]taire"
    r"|charg[ée]e?s?(?= d(?:e|u|'))"
    r"|secr[ée]tariat|comptab(?:le|ilit[ée])|ing[ée]nieure?|technicien(?:ne)?|conseill[eè]re?|pr[ée]sidente?|adjointe?"
    r"|coordinat(?:eur|rice|or)|service|soci[ée]t[ée]|mairie|association|sarl|sasu?|eurl|s\.a\.(?:s\.)?|scop|ltd|llc|inc"
    r"|plc|gmbh|manager|head of|officer|engineer|accountant|executive|consultante?|assistant|administrat(?:or|eur|rice)"
    r"|department|council|company|sales|purchasing|achats|ceo|cto|cfo)(?!\w)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\.|bd|boulevard|place|chemin|route|all[ée]e|impasse|quai|cours|za|zi)"
    r"(?!\w)|\d{1,4} [A-Z]\w+ (?:street|road|lane|avenue|st|rd)(?!\w)|(?:F-?)?\d{5} [A-Z]|BP ?\d+|CS ?\d{5}",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\[(?:cid|image|logo)[^\]]{0,120}\]$|<?https?://\S+>?$", re.IGNORECASE)
# Who speaks of themselves, or to somebody, adds a word to the card.
_SAID = re.compile(
    r"[?!…]|(?<!\w)(?:je|j'|mon|ma|mes|moi|vous|votre|vos|merci|urgent|svp|i|i'm|my|me|you|your|please|thanks"
    r"|p\.? ?s\.?|n\.? ?b\.?)(?!\w)",
    re.IGNORECASE,
)
_THANKS = re.compile(r"merci|thank", re.IGNORECASE)


def card_start(seen: Sequence[str], start: int, end: int) -> int | None:
    """Return the line under a name where a company's card begins that ends the words, or None.

    Asked for: a closing greeting, a name, then nothing but a role or a company, ways to reach it, places, pictures.
    """
    for at in range(end - 1, max(start, end - _LONGEST_CARD) - 1, -1):
        closing = CLOSING.match(seen[at])
        if not closing:
            continue
        behind = seen[at][closing.end() :]
        name = at if NAME.match(behind) else _next(seen, at + 1, end) if not behind else None
        if name is None or (name != at and not NAME.match(seen[name])):
            return None
        if _THANKS.match(seen[at]) and " " not in (behind or seen[name]).strip():
            return None  # "Merci / Contact / Service achats / Tél. …" says whom to call
        return _next(seen, name + 1, end) if _is_card([line for line in seen[name + 1 : end] if line]) else None
    return None


def _next(seen: Sequence[str], at: int, end: int) -> int | None:
    return next((line for line in range(at, end) if seen[line]), None)


def _is_card(lines: list[str]) -> bool:
    if not 2 <= len(lines) <= _LONGEST_CARD or any(len(line) > _WIDEST or _SAID.search(line) for line in lines):
        return False
    reached = [line for line in lines if _is_reached(line)]
    whole = "".join(reached).lower()
    return (
        bool(reached)
        and any(_ROLE.search(line) for line in lines)
        and all(
            _is_reached(line) or _PICTURE.match(line) or _PLACE.search(line) or _is_heading(line, whole)
            for line in lines
        )
    )


def _is_reached(line: str) -> bool:
    """Say whether a line is a way to reach somebody and nothing more: "after 5 pm" is theirs."""
    return bool(_REACHED.match(line)) and not _LETTER.search(_LABELS.sub("", line))


def _is_heading(line: str, reached: str) -> bool:
    """Say whether a line is a role or a company: said by its words, or by the address of its site."""
    if line.count(" ") > 9 or ":" in line or line[-1] in ".;," or not line[0].isupper():
        return False
    return bool(_ROLE.search(line)) or re.sub(r"\W", "", line.lower()) in re.sub(r"[^\w@]", "", reached)
