"""A person reads no words of our kitchen (S036)."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding, Span
from petitevoix.review.seeing import fold, words_of

# What to say instead, in the language of the letter; a team's own list comes before it.
INSTEAD = {
    "fr": {
        "ticket": "dossier", "escalade": "demande d’aide à un collègue", "escalader": "demander à un collègue",
        "escaladé": "confié à un collègue", "escaladée": "confiée à un collègue", "n1": "notre équipe",
        "n2": "un collègue spécialiste", "n3": "un collègue spécialiste", "niveau 2": "un collègue spécialiste",
        "niveau 3": "un collègue spécialiste", "support n2": "un collègue spécialiste", "back-office": "un collègue",
        "back office": "un collègue", "front-office": "accueil", "backlog": "ce qui attend", "crm": "votre dossier",
        "workflow": "suite des étapes", "dispatché": "confié", "process": "façon de faire", "asap": "une date",
        "rma": "retour de l’appareil", "sla": "délai promis",
    },
    "en": {
        "ticket": "case", "escalate": "ask a colleague", "escalated": "passed to a colleague",
        "escalation": "asking a colleague", "tier 1": "our team", "tier 2": "a specialist", "tier 3": "a specialist",
        "level 2": "a specialist", "level 3": "a specialist", "l2": "a specialist", "l3": "a specialist",
        "n2": "a specialist", "second-line": "a specialist", "back office": "a colleague", "back-office": "a colleague",
        "backlog": "what is waiting", "workflow": "the next steps", "crm": "your file", "sla": "the time we promised",
        "eta": "when it will be there", "rma": "sending it back", "asap": "a date",
    },
}  # fmt: skip
# « ticket de caisse », "train ticket", "level 2 of the car park": the thing itself.
_THINGS = re.compile(
    r"\btickets? (?:de|restaurant|resto|office|machine|price|collector)\b|\btickets?-(?:restaurant|resto)"
    r"|\b(?:train|bus|tram|metro|parking|concert|plane|return|day|season|lottery|museum|swimming|e)[ -]?tickets?\b"
    r"|\b(?:niveau|level) \d (?:du|de la|des|d'|of|in)\b|\bprocess of\b"
)


def look(draft: Draft) -> Iterator[Finding]:
    language = draft.written if draft.written in INSTEAD else "en"
    own = {fold(word): instead for word, instead in draft.jargon.items() if word.strip()}
    said = set(words_of(draft.said))
    without_things = _THINGS.sub(lambda thing: " " * len(thing[0]), draft.seen)
    spans: dict[str, list[Span]] = {}
    for found in _pattern((*own, *_folded(language))).finditer(without_things):
        spans.setdefault(found[1], []).append(found.span(1))
    for word, places in spans.items():
        # What the person says themselves is no word of our kitchen.
        if said.issuperset(words_of(word)):
            continue
        instead = own[word] if word in own else _folded(language)[word]
        yield Finding(
            "jargon",
            "warn" if word in own else "hint",
            _("“%(word)s” is a word of ours, not of the person’s.") % {"word": draft.own[slice(*places[0])]},
            tuple(places),
            _("Say for instance: “%(instead)s”.") % {"instead": instead} if instead else "",
            facts={"word": word, "instead": instead},
        )


@lru_cache(maxsize=2)
def _folded(language: str) -> Mapping[str, str]:
    return {fold(word): instead for word, instead in INSTEAD[language].items()}


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(set(words), key=len, reverse=True)
    return re.compile(rf"(?<![\w@./-])({'|'.join(map(re.escape, longest_first))})s?(?![\w-])")
