"""Whether words ask why, and whether words give a reason. French and English; nothing is parsed, only looked for.

A fact may explain without any of these words; whoever relies on this asks a person rather than deciding.
"""

import re
import unicodedata

_ASKS = re.compile(
    r"""
    \bpourquoi\b(?!\s+pas\s*[?!.…]) | \bwhy\b(?!\s+not\s*[?!.…]) | \bhow\s+come\b
    | \b(?:pour|par)\s+quelles?\s+raisons?\b | \bfor\s+what\s+reason\b
    | \bquelle?s?\s+(?:est|etait|sont|etaient|serait)\s+(?:donc\s+)?(?:la|les|l')
      \s*(?:\w+\s+)?(?:causes?|raisons?|origine)\b
    | \bwhat(?:'s|\s+(?:is|was|are|were))\s+(?:the\s+)?(?:\w+\s+)?(?:reasons?|causes?)\b
    | \bwhat\s+(?:has\s+)?caused\b
    | \bcomment\s+(?:ca\s+)?se\s+fait\b | \bcomment\s+se\s+fait[-\s]il\b
    | \bd'ou\s+(?:vient|viennent|provient|proviennent)\b
    | \ba\s+quoi\s+(?:est|c'est|sont|cela\s+est)\b.{0,60}\bdue?s?\b
    | \b(?:qu'est[-\s]ce\s+qui|qui)\s+explique\b | \bcomment\s+expli(?:quez|quer)\b | \bwhat\s+explains\b
    | \bexpli(?:quer|quez|que)\b.{0,30}\b(?:raisons?|cause)\b | \bexplain\b.{0,30}\b(?:reasons?|cause)\b
    """,
    re.VERBOSE,
)
_EXPLAINS = re.compile(
    r"""
    \bparce\s+qu | (?:^|[,;.:]\s*)car\b | \bpuisqu | \bdu\s+fait\s+(?:de|du|des|d'|qu)
    | \ben\s+raison\s+d | \ba\s+cause\s+d
    | \bdue?s?\s+(?:a|au|aux)\b | \bs'expli | \bexplique\b | \b(?:pro)?vien(?:t|nent)\s+(?:de|du|des|d'|bien)
    | \b(?:venai|provenai)(?:t|ent)\b
    | \bresult(?:e|ent|ait)\b | \b(?:la|une?|les?|des?|notre|votre)\s+(?:\w+\s+)?(?:raisons?|cause|origine)\b
    | \bc'est\s+(?:pourquoi|pour\s+(?:cela|ca))\b | \b(?:cause|provoque|entraine|declenche)e?s?\s+(?:par|la|le|un)\b
    | \bsuite\s+a\b | \bfaute\s+d[e'] | \bc'est\s+que\b | \bcomme\s+(?:nous|vous|votre|notre|le|la|il|elle)\b
    | \b(?:because|since|owing\s+to|due\s+to|thanks\s+to|on\s+account\s+of|as\s+a\s+result)\b
    | \b(?:the|a|one|our|your)\s+(?:\w+\s+)?(?:reasons?|cause|explanation)\b | \bcaused\b
    | \btriggered\b | \bresult(?:s|ed)\s+from\b
    | \bstem(?:s|med)\s+from\b | \bc(?:o|a)mes?\s+from\b
    | \bexplain(?:s|ed)\b | \b(?:which|that|this)\s+(?:is|was)\s+why\b
    | \bled\s+to\b | \bmeant\s+that\b | \bas\s+(?:we|you|your|our|the|it)\b
    """,
    re.VERBOSE,
)
_NONE = re.compile(
    r"""
    \b(?:ne\s+(?:sais|savons|connais|connaissons)|ignor(?:e|ons)|do\s+not|don't|cannot|can't)\b[^.!?\n]{0,60}
    \b(?:pourquoi|why|raison|reason|cause|origine|expliqu\w*|explain)\b
    """,
    re.VERBOSE,
)


def asks_why(words: str) -> bool:
    """Say whether a question asks for a reason."""
    return bool(_ASKS.search(_folded(words)))


def explains(words: str) -> bool:
    """Say whether words give a reason; “we do not know why” gives none."""
    return bool(_EXPLAINS.search(_NONE.sub(" ", _folded(words))))


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFD", words.replace("’", "'").casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))
