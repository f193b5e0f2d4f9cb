"""Whether somebody says that our answer missed: it did not answer, was about something else, or did not help.

`says_missed(text)` reads what a person wrote, quotes taken off, in French and English.
"""

import re

from petitevoix.kit.text import plain

_SAYS = re.compile(
    "|".join(
        [
            # Vous n'avez pas répondu ; cela ne répond pas ; ce n'est pas ce que je demandais ; j'avais déjà essayé.
            r"\b(?:vous|on|personne|tu)(?: ne)?(?: m| nous)?(?: n)? (?:avez|a|as)(?: toujours)? (?:pas|jamais|point)"
            r"(?: du tout| vraiment| encore| toujours)? (?:repondu|lu|compris)\b",
            r"\b(?:ca|cela|ce|c|reponse|message|mail|courriel)(?: ne| n)?(?: m| nous)? "
            r"(?:repond|repondait|regle|resout|aide|explique|change|correspond)"
            r"(?: toujours| absolument)?(?: en)? (?:pas|rien)\b",
            r"\bc(?:e|a|ela)? n (?:est|etait)(?: toujours| absolument| vraiment)? pas(?: du tout)? "
            r"(?:ce que|(?:ma|la) (?:question|demande)|(?:mon|le) probleme|le sujet|de cela|de ca)\b",
            r"\bn avez pas compris\b|\b(?:toujours|encore) (?:sans|pas de|aucune)(?: vraie)? reponse\b",
            r"\bj(?:e)?(?: l| vous l)? (?:avais|ai) (?:deja|pourtant)(?: bien)?(?: tout)? "
            r"(?:fait|essaye|tente|dit|explique|ecrit|precise|redemarre|verifie|suivi|demande)\b",
            r"\bvous repondez a cote\b|\bma question (?:etait|reste|demeure)\b",
            r"\bje repose(?: donc)? (?:ma|la) question\b",
            # You have not answered; that is not what I asked; this does not help; I had already tried that.
            r"\byou (?:have not|haven t|did not|didn t|still have not|still haven t|never|have never)"
            r"(?: really| actually| yet)? (?:answer(?:ed)?|repl(?:y|ied)|address(?:ed)?|read|underst(?:and|ood))\b",
            r"\b(?:this|that|it|answer|reply|message|email|response) (?:does not|doesn t|did not|didn t|has not|hasn t)"
            r"(?: really| actually)? (?:answer|address|help|solve|explain|fix)(?:ed|d)?\b",
            r"\b(?:this|that|it) (?:is not|was not|isn t|wasn t)(?: at all)? "
            r"(?:what i (?:asked|meant|wanted|wrote)|(?:my|the) (?:question|problem|point))\b",
            r"\byou (?:have |ve )?(?:misunderstood|missed (?:my|the) (?:question|point))\b",
            r"\b(?:i|we) (?:had |have |d |ve )?already "
            r"(?:done|tried|did|said|told|explained|written|restarted|checked|asked)\b",
            r"\bmy question (?:was|is still|remains)\b|\bi (?:ask|am asking|will ask) again\b",
        ]
    )
)
_MOST = 20_000  # characters that are read


def says_missed(text: str) -> bool:
    """Tell whether a text says that the answer it answers missed."""
    return bool(_SAYS.search(re.sub(r"[^a-z0-9]+", " ", plain(text[:_MOST]))))
