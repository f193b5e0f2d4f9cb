"""What a question waits for: a time, an amount, a place, a reason, an act …"""

import re
from functools import lru_cache

from petitevoix.language.answering import phrases

# In order: the first that fits says what is waited for. « combien de temps » before « combien ».
_ASKS = [
    ("span", "combien de temps|quel(?:le)? (?:est le )?(?:délai|durée)|quelle est la durée|depuis quand|à quelle fréquence|jusqu(?:'à|’à|e) ?(?:quand|quelle)|how long|how often|how soon|délai|until when|préavis|notice period|how many (?:days|weeks|months)|combien de (?:jours|semaines|mois)|dure-t|last\\?"),
    ("money", "combien (?:coûte|coute|co[uû]terait|vais-je payer|je vous dois|dois-je|allez-vous)|quel(?:s)? (?:est|sont|serait)?(?: le| les)? ?(?:prix|tarifs?|montant|coût|frais|solde|intérêts|taux)|à quel prix|quel montant|how much|what (?:does|would|will|do) .{1,30}(?:cost|owe|pay)|price|what(?:'s| is) the (?:fee|balance|cost)|coûte|de combien"),
    ("quantity", "combien|how many|what'?s? (?:is )?my .{0,12}limit|plafond|quel est mon"),
    ("time", "quand|à quelle heure|quel jour|quelle (?:est la )?(?:date|heure)|à partir de quand|when|what (?:time|day|date)|horaires|opening hours|hours"),
    ("place", "où|ou est|where|à quelle adresse|which (?:branch|address|account)|sur quel|quelle adresse"),
    ("person", "qui\\b|who\\b|whom|à qui|par qui|quel est mon interlocuteur"),
    ("cause", "pourquoi|why|d'où vient|pour quelle raison|what(?:'s| is) (?:causing|the (?:noise|reason))|what caused|qu'est-ce qui|what was"),
    ("manner", "comment|how (?:do|can|should|to|would)|que (?:dois|faut|faire)|que dois-je|what should i do|what (?:do|must) i|how\\b|que faites|what happens"),
    ("thing", "quel(?:le)?s?|which|what|à quel"),
    ("fee", "(?:payante?|facturée?s?|frais|pa[iy]er|charged?|pay|fees?|inclus\\w*|included|compris\\w*|gratuit\\w*|free|à ma charge|engagement|débitée?|impôts)\\b(?! (?:par|by|en))"),
    ("act", "(?:peux|pouvez|pourriez|pourrais|peut|pourrait)[- ](?:vous|tu|on|il|quelqu).*|merci de|veuillez|please|could you|can you|would you|can (?:somebody|someone)|je (?:voudrais|veux|souhaite|demande)|i(?:'d| would) like|supprimez|annulez|envoyez|corrigez|renvoyez|rappelez|allez-vous|will you|pouvez|s'il vous pla[iî]t|puis-je avoir|can i (?:have|get)|could i|pourrais-je"),
]  # fmt: skip
_ASKS_PATTERNS = [(kind, re.compile(r"(?<!\w)(?:" + words + ")", re.I)) for kind, words in _ASKS]
_SHOWS = {
    "span": phrases.SPAN + "|" + phrases.TIME,
    "money": phrases.MONEY,
    "quantity": phrases.QUANTITY,
    "time": phrases.TIME + "|" + phrases.SPAN,
    "place": phrases.PLACE,
    "person": phrases.PERSON,
    "cause": phrases.CAUSE,
    "manner": phrases.MANNER,
    "thing": phrases.THING + "|" + phrases.QUANTITY,
    "fee": phrases.FEE + "|" + phrases.MONEY,
    "act": phrases.ACT,
    "denied": phrases.DENIED,
    "position": phrases.POSITION,
}
# Names of persons and references are known by their capitals.
_SHOWS_PATTERNS = {
    kind: re.compile(words, 0 if kind in {"person", "thing"} else re.I) for kind, words in _SHOWS.items()
}
KINDS = tuple(kind for kind in _SHOWS if kind != "denied")


@lru_cache(maxsize=1_000)
def expected(question: str) -> str:
    """Return what kind of thing would answer a question: one of KINDS."""
    plain = question.replace("’", "'")
    # The question itself is mostly its last sentence: "It has two Ts. Could you fix it?"
    for kind, pattern in _ASKS_PATTERNS:
        # Whether one must pay hides behind other words than « combien », and is asked at the end or the beginning.
        if pattern.search(plain) and not (kind == "fee" and re.match(r"\W*(?:merci de|veuillez|please)", plain, re.I)):
            return kind
    return "position"


@lru_cache(maxsize=4_000)
def shows(kind: str, sentence: str) -> bool:
    """Say whether a sentence holds a thing of that kind."""
    return bool(_SHOWS_PATTERNS[kind].search(sentence.replace("’", "'")))
