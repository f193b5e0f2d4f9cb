"""Whether words from outside insult, threaten, hate or harass the person who reads them.

An angry complaint, a curse on a thing, a lawyer's letter, a word that somebody else said: none of these is abuse of a
person, and none may be taken for it. Rules, not a list: a hard word counts by whom it is turned on. It is meant for
what comes in, never for what an advisor writes.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from petitevoix.language.hostility.folding import Folded, fold
from petitevoix.language.hostility.second_ear import likelihoods
from petitevoix.language.hostility.tables import KINDS, Rule

# From here on a text is called abusive; one blunt word stays below, two of them do not.
ABUSIVE = 0.5
_SHOWN = 0.3
_CARRIED = 0.7
# So likely must a sentence be abuse for the second ear to speak up where the rules are silent.
_HEARD = 0.72

_CLAUSE = re.compile(r"[^.!?;…]+[.!?;…]*")
_QUOTED = re.compile(
    r"«[^»]{1,300}»|“[^”]{1,300}”|\"[^\"]{1,300}\"|„[^“”]{1,300}[“”]|(?<!\w)['‘][^'‘’\n]{1,80}['’](?!\w)"
)


@dataclass(frozen=True, slots=True)
class Tone:
    """What is turned on the reader: how surely (0 to 1), of which kinds, and where (code points, end excluded)."""

    abusive: bool
    score: float
    kinds: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


Finding = tuple[str, float, int, int]  # kind, weight, start, end


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The tables of `petitevoix.language.hostility`, compiled."""

    rules: tuple[Rule, ...]
    told: re.Pattern[str]
    against: re.Pattern[str]
    named: re.Pattern[str]
    carried: tuple[tuple[re.Pattern[str], str], ...]
    vocabulary: frozenset[str]


CALM = Tone(False, 0.0, (), ())


def read(text: str, language: str | None = None) -> Tone:
    """Read the tone of a text from outside towards its reader.

    French and English are both read whatever the language is said to be: people swear in both.
    """
    if not text.strip():
        return CALM
    known = _knowledge()
    folded = fold(_without_quotes(text), known.vocabulary)
    doubts = dict.fromkeys(KINDS, 1.0)
    spans = []
    before = ""
    for start, clause in _clauses(folded, known.told):
        for kind, weight, begin, end in _found(clause, before):
            doubts[kind] *= 1 - weight
            spans.append((weight, folded.place(start + begin, start + end)))
        before = clause
    return _judged(doubts, spans)


def clauses_in(text: str) -> list[str]:
    """Return the sentences of a text as the rules read them: plain letters, the writer's own words only."""
    known = _knowledge()
    return [clause for _, clause in _clauses(fold(_without_quotes(text), known.vocabulary), known.told)]


def _found(clause: str, before: str) -> list[Finding]:
    """Return what is turned on somebody in one clause; the clause before tells who "they" are."""
    known = _knowledge()
    is_against = known.against.search(clause)
    seen = {
        (rule.kind, rule.weight, found.start(), found.end())
        for rule in known.rules
        if not (rule.kind == "hate" and is_against) and (found := rule.pattern.search(clause))
    }
    if not is_against and all(kind != "hate" for kind, *_ in seen) and known.named.search(f"{before} {clause}"):
        renamed = clause
        for pronoun, group in known.carried:
            renamed = pronoun.sub(group, renamed)
        if renamed != clause and any(rule.pattern.search(renamed) for rule in known.rules if rule.kind == "hate"):
            seen.add(("hate", _CARRIED, 0, len(clause)))
    # Many rules may see the same words; they count once for each kind, at the surest.
    return _apart(seen) + _heard(clause, max((weight for _, weight, *_ in seen), default=0.0), against=bool(is_against))


def _heard(clause: str, sure: float, *, against: bool) -> list[Finding]:
    """Return what the second ear hears where no rule found anything; a blunt word stays what the rules say it is."""
    if sure or len(clause) < 2:
        return []
    chances = likelihoods(clause)
    kind = max(range(len(KINDS)), key=lambda at: chances[at])
    if sum(chances) < _HEARD or (against and KINDS[kind] == "hate"):
        return []
    return [(KINDS[kind], sum(chances), 0, len(clause))]


def _judged(doubts: dict[str, float], spans: list[tuple[float, tuple[int, int]]]) -> Tone:
    calm = 1.0
    for doubt in doubts.values():
        calm *= doubt
    score = round(1 - calm, 3)
    if score < ABUSIVE:
        return Tone(False, score, (), ())
    surest = max(1 - doubt for doubt in doubts.values())
    kinds = tuple(kind for kind in KINDS if 1 - doubts[kind] >= min(ABUSIVE, surest))
    return Tone(True, score, kinds, tuple(sorted({span for weight, span in spans if weight >= _SHOWN})))


def _apart(seen: set[Finding]) -> list[Finding]:
    """Keep, of findings of one kind that overlap, the surest."""
    kept: list[Finding] = []
    for one in sorted(seen, key=lambda finding: (-finding[1], finding[2], -finding[3], finding[0])):
        same = [other for other in kept if other[0] == one[0] and one[2] < other[3] and other[2] < one[3]]
        # A blunt word said hard is two findings on one place, and both count.
        if not same or (one[1] <= _SHOWN and len(same) == 1):
            kept.append(one)
    return kept


def _clauses(folded: Folded, told: re.Pattern[str]) -> list[tuple[int, str]]:
    """Return sentences and where each begins, each only as far as it is the writer's own words."""
    clauses = []
    for found in _CLAUSE.finditer(folded.plain):
        clause = found[0]
        start = found.start() + len(clause) - len(clause.lstrip())
        clause = clause.strip()
        reported = told.search(clause)
        clauses.append((start, clause[: reported.start()] if reported else clause))
    return clauses


def _without_quotes(text: str) -> str:
    """Blank what stands in quotation marks, unless that is nearly the whole text; lengths stay."""
    blanked = _QUOTED.sub(lambda quoted: "§" * len(quoted[0]), text)
    return blanked if len(re.findall(r"\w+", blanked)) >= 3 else text


@lru_cache(maxsize=1)
def _knowledge() -> Knowledge:
    """Compile the rules, once, when the first text is read: it takes about half a second."""
    from petitevoix.language.hostility import (
        english_families,
        english_rules,
        english_words,
        french_families,
        french_rules,
        french_words,
        groups,
    )
    from petitevoix.language.hostility.tables import entries

    def pattern(words: str) -> re.Pattern[str]:
        return re.compile(f"(?<![a-z0-9])(?:{words})(?![a-z0-9])")

    tables = [
        *(french_words.VILE, french_words.COMMON, french_words.BEASTS, french_words.BLUNT),
        *(english_words.VILE, english_words.COMMON, english_words.BLUNT),
        *(groups.SLURS, groups.GROUPS, groups.VERMIN),
        "fuck, fucking, shit, merde, putain, crap, foutre, nique, suce, bite",
    ]
    words = {word for entry in entries(*tables) for word in (entry, entry + "s") if " " not in entry and len(entry) > 2}
    return Knowledge(
        rules=french_rules.RULES + french_families.RULES + english_rules.RULES + english_families.RULES + groups.RULES,
        told=pattern(french_rules.TOLD + "|" + english_rules.TOLD),
        against=pattern(groups.AGAINST),
        named=groups.NAMED,
        carried=tuple((re.compile(rf"(?<![a-z0-9]){pronoun}"), group) for pronoun, group in groups.CARRIED),
        vocabulary=frozenset(words),
    )
