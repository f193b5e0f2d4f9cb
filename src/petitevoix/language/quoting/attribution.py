"""The sentence above a quote that says who wrote it and when: "Le 4 mars 2024 à 10:12, Ana <ana@…> a écrit :"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from petitevoix.language.quoting.lines import LONGEST, plain
from petitevoix.language.quoting.words import BEFORE_DATE, WROTE, WROTE_UNSPACED

_MOST_LINES = 4
_LONGEST = 400
_UNDATED, _DATED = 1, 2

_WROTE = rf"(?:(?<!\w)(?:{WROTE})(?![\w'])|{WROTE_UNSPACED})"
_VERB = re.compile(_WROTE)
_VERB_LAST = re.compile(rf"{_WROTE}(?: (?:le|il|am|on) .{{0,40}})?[ :>\])]*$")
_ADDRESS = re.compile(r"[^\s<>\"(\[]@[^\s<>\")\]]")
_BRACKETED = re.compile(r"[<(\[][^<>()\[\]@ ]{0,100}@[^<>()\[\]]{0,200}|@[^<>()\[\] ]{1,200} ?[>)\]]")
_TIME = re.compile(r"\d{1,2} ?(?:[:.h時时点]|시) ?\d{2}(?!\d|[./]\d)|\d ?(?:am|pm|uhr|h)(?!\w)")
_DAY = re.compile(r"(?<!\d)(?:19|2[05]|14)\d\d(?!\d)|\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2}|\d(?:年|년)|\d{1,2}\.? \w{3,}")
_CLEAR_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2}|\d(?:年|년)")
# Horde and its like name the author only.
_QUOTING = re.compile(
    r"(?:quoting|zitat von|selon|citando|citando a|citat från|citat fra|citazione|cytowanie|cituji"
    r"|цитирую) .{0,120}@.{1,120}:$"
)
_OPENER = re.compile(rf"[(«\"]?(?:{BEFORE_DATE})(?!\w).{{0,40}}?\d")
_CJK_OPENER = re.compile(r"[在于於]\s?.{0,12}\d")
_DATE_FIRST = re.compile(r"\W{0,2}(?:\w{1,12}[.,]{0,2} ){0,2}\d|\W{0,2}\w{1,12}[.,]{1,2} ?\d")
_UNFINISHED_OPENER = re.compile(rf"(?:{BEFORE_DATE})(?!\w).{{0,20}}$")

# People who tell a story have a subject and a verb; mail programs have a name.
_TOLD = re.compile(
    r"(?<!\w)(?:j'|je (?:vous|l'|t'|lui|leur|n'|me|m'|viens|suis|répond|demand|écri)|m'a |l'a |t'a |(?:lui|nous"
    r"|vous|leur) (?:a|ai|avez|avons|ont) |(?:il|elle|on|qui|ça|cela) a (?:\w+ )?écrit|ai écrit|ont écrit|(?:vous"
    r"|nous) av(?:ez|ons) "
    r"|(?:i|he|she|they|we|you|who) (?:\w+ )?wrote|i have |i've |i got |i sent |(?:ich|er|sie|wir|ik|hij|zij|jag"
    r"|jeg|vi|han|hun|hon|я|он|она|мы|вы) (?:schrieb|schreef|skrev|написал|писал)"
    r"|(?:schrieb|schreef|skrev) (?:ich|er|sie|mir|uns|ihnen|ik|hij|zij|jag|jeg|vi|han|hun|hon|mij|ons|mig"
    r"|meg)(?!\w)|habe ich |heb ik |he escrito)"
)
_NOT_A_NAME = re.compile(
    r"(?:,|[:h]\d\d) (?:le|la|les|un|une|mon|ma|mes|votre|vos|notre|son|sa|ce|cette|quelqu'un|the|my|your|our|his"
    r"|her|this|a|an|someone|somebody|mein|meine|der|die|das"
    r"|ein|eine|ihr|mi|su|el|una|il|vostro|lo|het|een|mijn|uw|o|os|uma|min|din|en|et) "
)
# Where a program ran the sentence on after the person's own last one.
_RUN_ON = re.compile(r"[.!?…)] +(?=(?:Le|On|Am|Op|El|Il|Em|Den|Dne|W dniu) .{0,25}?\d)")
_LAST_WORDS = re.compile(r"[>)\]]([^<>()\[\]]{0,60}?)[: >]*$")


class Head(NamedTuple):
    """Where the sentence above a quote begins and ends: line indexes, the second one past the end."""

    start: int
    end: int


def attribution_ending_at(lines: Sequence[str], at: int, floor: int, quote_follows: bool) -> Head | None:
    """Find the sentence "… wrote:" whose last line is this one, over up to four lines and not above `floor`.

    Args: plain lines; whether quoted lines (">") come right after, in which case less proof is asked.
    """
    if not _may_end(lines[at]):
        return None
    best, text = None, ""
    for start in range(at, max(floor, at - _MOST_LINES + 1) - 1, -1):
        if not lines[start] or (start < at and lines[start][-1] in "?!:"):
            break
        text = f"{lines[start]} {text}".strip()
        if len(text) > _LONGEST:
            break
        proof = _proof(text, quote_follows)
        if proof == _DATED:
            return Head(_first_line(lines, start, floor, text), at + 1)
        if proof and best is None:
            best = Head(start, at + 1)
    return best


def attribution_at_line_start(seen: str) -> bool:
    """Say whether a line opens with a full "On …, Ana <ana@…> wrote:" and goes on with the quote, as Yahoo's does."""
    if "@" not in seen or ":" not in seen:
        return False
    low = seen.lower()
    for verb in _VERB.finditer(low):
        rest = low[verb.end() :].lstrip(" )")
        head = low[: verb.end()]
        is_whole = _OPENER.match(head) and _BRACKETED.search(head) and _TIME.search(head)
        if rest.startswith(":") and is_whole and not _TOLD.search(head):
            return True
    return False


def parted(line: str) -> list[str]:
    """Part a raw line in two where such a sentence was run on after the person's words; most lines stay whole."""
    bracket = line.find("<", 0, LONGEST)
    if bracket < 0 or "@" not in line[bracket : bracket + 100]:
        return [line]
    ends = [match.end() for match in _RUN_ON.finditer(line, max(0, bracket - 160), bracket)]
    if not ends:
        return [line]
    head = plain(line[ends[-1] :])
    if _proof(head, False) == _DATED or attribution_at_line_start(head):
        return [line[: ends[-1]], line[ends[-1] :]]
    return [line]


def _may_end(last: str) -> bool:
    """Turn most lines away before any expensive look."""
    if not last:
        return False
    if last[-1] == ":" or last.endswith((":>", ": >", ":]")):
        return True
    return len(last) < 200 and bool(_VERB_LAST.search(last.lower().rstrip("- ")))


def _proof(text: str, quote_follows: bool) -> int:
    """Return how sure it is that a text is such a sentence, whole: `_DATED`, `_UNDATED` or 0."""
    text = text.strip("- ")  # Zoho draws dashes around the sentence
    low = text.lower()
    verb = _VERB.search(low)
    ends = low.rstrip("> ]").endswith(":")
    if _QUOTING.match(low):
        return _DATED
    if (not verb and not (ends and "@" in low)) or _TOLD.search(low) or _RUN_ON.search(text):
        return 0
    time, day = _TIME.search(low), _DAY.search(low)
    bracketed = _BRACKETED.search(low)
    if bracketed and (time or day) and (verb or quote_follows or _ends_as_head(low)):
        return _DATED
    if not verb:
        return 0
    dated = time or _CLEAR_DAY.search(low)
    named = _opens_like_one(low) or (verb.start() < 60 and text[0].isupper())
    if dated and ends and named and not _NOT_A_NAME.search(text):
        return _DATED
    if ends and (bracketed or (_ADDRESS.search(low) and " " not in low.split("@")[0])):
        return _UNDATED
    return _UNDATED if quote_follows and ends and len(low) < 120 else 0


def _ends_as_head(low: str) -> bool:
    """Accept a verb that we do not know only where the author, or the moment, is the last thing said."""
    last = _LAST_WORDS.search(low)
    return last is not None and (" " not in last[1].strip() or bool(_TIME.search(last[1])))


def _opens_like_one(low: str) -> bool:
    return bool(_OPENER.match(low) or _CJK_OPENER.match(low) or _DATE_FIRST.match(low))


def _first_line(lines: Sequence[str], start: int, floor: int, text: str) -> int:
    """Go up while the sentence has plainly begun earlier: "On Monday," alone on its line, or a name cut in two."""
    low = text.lower()
    if _OPENER.match(low) or start - 1 < floor:
        return start
    above = lines[start - 1]
    if not above:
        return start
    if _UNFINISHED_OPENER.match(above.lower()) and len(above) <= 40 and above[-1] not in ".?!:":
        return start - 1
    opens_paragraph = start - 2 < floor or not lines[start - 2]
    is_cut = (text[0].islower() and not _DATE_FIRST.match(low)) or _OPENER.match(f"{above.lower()} {low}"[:80])
    if opens_paragraph and is_cut and len(above) <= 100 and above[-1] not in ".?!:,":
        return start - 1
    return start
