"""What machines write of themselves, where no header says that they are machines.

An answer of a person that is taken for a machine's does not bring its case back to us: so one sign is never enough, and
whoever asks something, or tells of a machine's letter, is a person.
"""

from __future__ import annotations

import re

MOST = 2_500  # machines are brief; what is longer was written, or quotes
# Set by mail programs in front of the subject that they answer.
_PREFIX = re.compile(
    r"(?:auto(?:matic|mated)?[ -]?(?:reply|response|answer)|auto(?= ?: ?re ?:)|automatische antwort"
    r"|r[ée]ponse automatique|out of (?:the )?office|message d'absence|absence du bureau|absent\(e\)"
    r"|accus[ée] de r[ée]ception|r[ée]pondeur(?: automatique)?|message automatique|abwesenheitsnotiz) ?:"
    r"|\[(?:auto|r[ée]pondeur)\]"
)
# Chosen by who went away. Persons write so too; the second kind only counts on what answers a letter.
_TITLE = re.compile(
    r"(?:automatic reply|r[ée]ponse automatique|out of (?:the )?office|message d'absence|absence du bureau)(?!\w)"
)
_LOOSE_TITLE = re.compile(
    r"(?:(?:en |on )?(?:congés?|vacances|vacation|(?:annual )?leave)|absente?|absence|away|ooo)(?!\w)"
)
_A_MACHINE = re.compile(
    r"(?:^|[.!:]\s+|^[\W_]{1,6})"
    r"(?:(?:ceci est|c'est|il s'agit d)(?: |')une? (?:réponse|message|mail|e-?mail|courriel|courrier)"
    r"(?: de réponse| électronique| d'absence)? automatique"
    r"|cet? (?:message|mail|e-?mail|courriel) (?:est|a été) (?:envoyé|généré|émis)?e? ?automatique"
    r"|(?:merci de|veuillez|prière de) ne pas (?:y )?répondre à (?:ce|cet) (?:message|mail|e-?mail|courriel)"
    r"|ne pas répondre à ce(?:t (?:e-?)?mail| message| courriel)"
    r"|this is an? (?:automat(?:ed|ic)|(?:auto|system)[- ]?generated) "
    r"(?:e-?mail |message |out[- ]of[- ]office )?(?:reply|response|message|e-?mail|notification|answer)"
    r"|this (?:e-?mail|message|reply|response) (?:was|is|has been) (?:sent |generated )?automatically"
    r"|(?:please )?do not (?:reply|respond) to this (?:automat\w+ )?(?:e-?mail|message))",
    re.MULTILINE,
)
_RECEIVED = re.compile(
    r"(?:nous avons|j'ai) bien reçu votre"
    r"|votre (?:demande|message|mail|e-?mail|courriel|ticket|requête) (?:a bien été|a été|est bien) "
    r"(?:reçu|enregistré|prise? en compte|transmis)|we(?: have|'ve) received your"
    r"|your (?:request|message|e-?mail|ticket|enquiry|inquiry) (?:\([^)]{1,30}\) )?has been "
    r"(?:received|registered|created|logged)|thank you for (?:contacting|writing to|your (?:e-?mail|message))"
    r"|merci (?:de nous avoir|pour votre (?:message|mail|e-?mail|courriel))"
)
# "Automatic reply: Re: …" answers a letter, and an answer of a person to it would begin with "Re:" again.
_ANSWERS = re.compile(rf"(?:{_PREFIX.pattern}|(?:out of (?:the )?office|absence du bureau)) ?re ?:")
_ABSENT = re.compile(
    r"(?:je suis|nous sommes|je serai|nous serons) (?:actuellement |présentement |momentanément )?"
    r"(?:absent|en congé|en vacances|en déplacement|en arrêt|en formation|hors du bureau|indisponible)"
    r"|je m'absente|je ne (?:fais plus partie|travaille plus)|i no longer work|i have left"
    r"|(?:bureaux?|cabinet|magasin|mairie|office|shop) (?:est|sont|sera|seront|is|will be) (?:fermé|closed)"
    r"|(?:i am|i'm|i will be|we are) (?:currently |now |presently )?"
    r"(?:out of (?:the |my )?office|on (?:[a-z]{4,9} )?(?:leave|vacation|holidays?)|away|travell?ing)"
)
_BACK = re.compile(
    r"jusqu'(?:au|à)|(?:de|mon) retour|retour le|until|i will return|will return|returning|be back|back (?:on|in)"
    r"|du \d.{0,20} au \d"
)
_COURTESY = re.compile(
    r"en cas d'urgence|pour toute (?:urgence|demande|question)|(?:if|for) .{0,40}urgent|in my absence|mon absence"
    r"|accès (?:limité|restreint|à m)|(?:limited|no) access|prendrai connaissance|je (?:vous |y )?répondrai"
    r"|je traiterai|i will (?:reply|respond|answer|get back)|thank you for your|merci (?:de|pour) votre"
)
_A_PERSON = re.compile(
    r"\?|j'ai reçu|je reçois|j'obtiens|voici |ci-dessous|m'avez (?:envoyé|répondu)|je n'ai (?!pas accès|qu'un accès)"
    r"|n'arrive|toujours (?:pas|rien)|formulaire|activer|keep getting|below|contact form|\bturn (?:it )?o(?:ff|n)\b"
    r"|set up|\bi(?: have|'ve)? (?:just |only )?(?:received|got|get)\b|\bi still"
    r"|\bi (?:have not|haven't|did not|didn't|cannot|can't)"
)
_RECEIPT_TITLE = re.compile(r"(?:lu|non lu|read|not read|supprimé|deleted) ?:")
_RECEIPT = re.compile(
    r"(?:votre|your) message.{0,900}(?:a été lu le|was read on|a été supprimé sans (?:avoir été|être) lu"
    r"|was deleted without being read)",
    re.DOTALL,
)


def kind_by_words(subject: str, words: str, text: str, *, answers: bool) -> str | None:
    """Name the machine that a letter without any mark says it is ("auto-reply", "report"), or None for a person.

    Args: its subject, its new words, and all its words, those it quotes included; whether it answers a letter.
    """
    title = _folded(subject)
    if len(text) <= MOST and _RECEIPT_TITLE.match(title) and _RECEIPT.search(_folded(text)) and "?" not in words:
        return "report"
    if _ANSWERS.match(title):
        return "auto-reply"
    if len(words) > MOST:
        return None
    said = _folded(words)
    if _A_PERSON.search(said) or _A_PERSON.search(title):
        return None
    is_absent, is_prefixed = _ABSENT.search(said), _PREFIX.match(title)
    is_titled = _TITLE.match(title) or ((answers or "re:" in title) and _LOOSE_TITLE.match(title))
    if _A_MACHINE.search(said) and (is_absent or is_prefixed or is_titled or _RECEIVED.search(said)):
        return "auto-reply"
    if is_prefixed and (is_absent or _COURTESY.search(said) or _RECEIVED.search(said)):
        return "auto-reply"
    return "auto-reply" if is_titled and is_absent and _BACK.search(said) and _COURTESY.search(said) else None


def _folded(text: str) -> str:
    return text[: MOST + 1].lower().replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ").strip()
