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
# Courtesies and moments that begin like a reason: « suite à votre message », « vient de passer », "since Monday".
_ASKED = (
    r"(?:demand|souhait|propos|sugger|indiqu|dit|dis(?:ons|iez|ait)|sav(?:ez|ons)|voyez|pouvez|pourrez|voul|annonc"
    r"|promis|convenu"
    r"|expliqu|mention|desir|precis|signal|rappel|constat|not(?:e|ez)|prev|prefer|espe|ecri|attend|montre|confirm)"
)
_MAIL = (
    r"(?:messages?|demandes?|appels?|courriels?|e-?mails?|mails?|courriers?|lettres?|reclamations?|echanges?"
    r"|conversations?"
    r"|signalements?|visites?|passages?|questions?|reponses?|retours?|contacts?|entretiens?|precisions?|calls?"
    r"|letters?|requests?"
    r"|repl(?:y|ies)|patience|help|visit|photos?|report|reports|feedback|support|chat|complaints?|enquir(?:y|ies)"
    r"|information)"
)
_VERB = (
    r"(?!(?:notre|votre|hier|mer|fer|hiver|papier|chantier|quartier|palier|clavier|courrier|atelier|fichier|dossier"
    r"|escalier"
    r"|boitier|panier|loyer|foyer|dernier|premier|routeur|metier|banquier|reseau)\b)"
    r"(?:\w{2,20}(?:er|ir|oir)|etre|\w{0,12}(?:mettre|rendre|prendre|lire|crire|faire|dire|vendre|conclure|pondre"
    r"|naitre|tendre"
    r"|perdre|clure|duire|battre|joindre|soudre|croitre|suivre|teindre))\b"
)
_COURTESY = re.compile(
    rf"""
    \bsuite\s+a\s+(?:votre|vos|notre|nos|ton|cette?|la|l'|un|une)\s*(?:\w{{1,20}}\s+){{0,2}}{_MAIL}\b
    | \bv(?:ien(?:s|t|nent)|enons|enez|enait|enaient)\s+(?:tout\s+juste\s+)?(?:de\s+|d')
      (?:(?:vous|nous|se|lui|leur|me|te|y|en|ne|pas|le|la|les)\s+|[lsm]'){{0,3}}{_VERB}
    | \bcomme\s+(?:vous|nous|il|elle|on|le|la|votre
      |notre)\b[\s']{{1,3}}(?:\w{{1,20}}[\s']{{1,3}}){{0,3}}?{_ASKED}\w{{0,12}}
    | \bcomme\s+(?:le|la|votre|notre)\s+(?:\w{{1,20}}\s+){{0,2}}(?:precedent|derniere?\s+fois|autre)\w{{0,3}}
    | \b(?:ever|long)\s+since\b
    | \bsince\s+(?:(?:last|this|early|late|about|around|mid|the)[\s-]){{0,2}}(?:(?:mon|tues|wednes|thurs|fri|satur
      |sun)day|january
      |february|march|april|may|june|july|august|september|october|november|december|then|yesterday|today|now|noon
      |midnight
      |morning|afternoon|evening|night|week(?:end)?|month|year|spring|summer|autumn|winter|christmas|start|beginning
      |\d{{1,4}})\b
    | \bsince\s+(?:your|our|my|the|his|her)\s+(?:\w{{1,20}}\s+){{0,2}}(?:{_MAIL}|repair|update|restart|replacement
      |appointment)\b
    | \bsince\s+(?:\w{{1,20}}\s+){{1,3}}(?:wrote|called|came|visited|left|phoned|rang|asked|contacted|spoke|repaired
      |replaced|mended
      |fixed|restarted)\b
    | \bthanks\s+to\s+(?:you\b|(?:your|the|all)\s+(?:\w{{1,20}}\s+){{0,2}}{_MAIL}\b)
    | \b(?:soon|well|far|long|such|same|much|just|often|known|quick(?:ly)?)\s+as(?:\s+(?:we|you|your|our|the|it))?\b
    | \bas\s+(?:we|you|your|our|the|it)\b\s*(?:(?:have|had|has|already|also|can|could|may|will|may|'ve|were|all
      |rightly)\s+){{0,3}}
      (?:\w{{1,20}}\s+){{0,2}}?(?:ask|request|wish|want|know|knew|said|say|told|tell|see\b|saw|mention|wrote|suggest
      |promis|agreed
      |discuss|prefer|propos|point|explain|guess|expect|not(?:e|ic)|read|like|shows|confirms|hope)\w{{0,6}}
    | \bdue\s+to\s+(?:be|arrive|come|start|end|finish|go|reach|call|visit|leave|happen|return|expire|receive|get)\b
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
    """Say whether words give a reason; “we do not know why” gives none, nor does a courtesy."""
    return bool(_EXPLAINS.search(_COURTESY.sub(" ", _NONE.sub(" ", _folded(words)))))


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFD", words.replace("’", "'").casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))
