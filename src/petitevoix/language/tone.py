"""Whether words from outside insult, threaten, hate or harass the person who reads them.

An angry complaint, a curse on a thing, a lawyer's letter, a word that somebody else said: none of these is abuse of a
person, and none may be taken for it. Rules, not a list: a hard word counts by whom it is turned on. It is meant for
what comes in, never for what an advisor writes.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from petitevoix.language import encoder
from petitevoix.language.hostility.folding import Folded, fold
from petitevoix.language.hostility.in_public import AT_LAW, BESIDE_ONESELF, BODILY, IN_PUBLIC
from petitevoix.language.hostility.second_ear import by_meaning, by_words, likelihoods
from petitevoix.language.hostility.tables import KINDS, Rule

# From here on a text is called abusive; one blunt word stays below, two of them do not.
ABUSIVE = 0.5
_SHOWN = 0.3
_CARRIED = 0.7
# "You will pay for this": who then names a lawyer means a lawsuit.
_MILD_THREAT = 0.6
# So likely must a sentence be abuse for the second ear to speak up where the rules are not sure: by words alone, by
# words and meaning together. Its meaning is only looked up where words leave a doubt, and of so many sentences.
_HEARD_BY_WORDS = 0.75
_HEARD = 0.75
_DOUBT = 0.02
_MOST_MEANINGS = 60

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
    denied: re.Pattern[str]
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
    clauses = _clauses(folded, known)
    findings = [_found(clause, before) for (_, clause), (_, before) in zip(clauses, [(0, ""), *clauses], strict=False)]
    heard = _heard(text, folded, clauses, findings)
    for (start, _), found, ear in zip(clauses, findings, heard, strict=True):
        for kind, weight, begin, end in ear or found:
            doubts[kind] *= 1 - weight
            spans.append((weight, folded.place(start + begin, start + end)))
    return _judged(doubts, spans)


def clauses_in(text: str) -> list[tuple[str, str]]:
    """Return the sentences of a text, the writer's own words only: in plain letters, and as they were written."""
    known = _knowledge()
    folded = fold(_without_quotes(text), known.vocabulary)
    return [(clause, _written(text, folded, start, clause)) for start, clause in _clauses(folded, known) if clause]


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
    return _apart({one for one in seen if not _is_said_in_public(clause, one)})


def _is_said_in_public(clause: str, found: Finding) -> bool:
    """Say whether what sounds like a threat is a bad review, a lawsuit, or somebody beside themselves."""
    kind, weight, start, end = found
    if kind != "threat" or BODILY.search(clause):
        return False
    shown = [at.span() for at in (*IN_PUBLIC.finditer(clause), *BESIDE_ONESELF.finditer(clause))]
    return any(first < end and start < last for first, last in shown) or (
        weight <= _MILD_THREAT and bool(AT_LAW.search(clause))
    )


def _heard(
    text: str, folded: Folded, clauses: list[tuple[int, str]], findings: list[list[Finding]]
) -> list[list[Finding]]:
    """Return what the second ear hears in each sentence of which the rules are not sure."""
    said = {
        at: by_words(clause)
        for at, ((_, clause), found) in enumerate(zip(clauses, findings, strict=True))
        if len(clause) > 1 and all(weight < ABUSIVE for _, weight, *_ in found)
    }
    doubtful = [at for at in said if sum(likelihoods(said[at])) >= _DOUBT][:_MOST_MEANINGS]
    meanings = encoder.meanings([_written(text, folded, *clauses[at]) for at in doubtful]) if doubtful else []
    meant = dict(zip(doubtful, meanings or (), strict=False))
    heard: list[list[Finding]] = [[] for _ in clauses]
    for at in doubtful:
        chances = likelihoods(said[at], by_meaning(meant[at])) if at in meant else likelihoods(said[at])
        kind = KINDS[max(range(len(KINDS)), key=lambda place: chances[place])]
        clause = clauses[at][1]
        one = (kind, sum(chances), 0, len(clause))
        if (
            sum(chances) >= (_HEARD if at in meant else _HEARD_BY_WORDS)
            and not (kind == "hate" and _knowledge().against.search(clause))
            and not _is_said_in_public(clause, one)
        ):
            heard[at] = [one]
    return heard


def _written(text: str, folded: Folded, start: int, clause: str) -> str:
    """Return a sentence of the plain letters as it stands in the text."""
    return text[slice(*folded.place(start, start + len(clause)))]


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


def _clauses(folded: Folded, known: Knowledge) -> list[tuple[int, str]]:
    """Return sentences and where each begins, each only as far as it is the writer's own words."""
    clauses = []
    for found in _CLAUSE.finditer(folded.plain):
        clause = found[0]
        start = found.start() + len(clause) - len(clause.lstrip())
        clause = clause.strip()
        clause = known.denied.sub(lambda denied: "§" * len(denied[0]), clause)
        reported = known.told.search(clause)
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
        denied=pattern(french_rules.DENIED + "|" + english_rules.DENIED),
        against=pattern(groups.AGAINST),
        named=groups.NAMED,
        carried=tuple((re.compile(rf"(?<![a-z0-9]){pronoun}"), group) for pronoun, group in groups.CARRIED),
        vocabulary=frozenset(words),
    )
