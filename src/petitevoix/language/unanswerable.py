"""Does a text tell people not to answer? No address, name or sentence of ours may.

An address that says only "nobody reads this" shuts the door in a person's face (KG Berlin, 23 U 124/14). What is
refused is the closed door, not the courtesy: "no need to reply" and « inutile de répondre avant vendredi » are kind.
"""

from __future__ import annotations

import re
import unicodedata

# Names, whatever stands between their words: no-reply, No_Reply, n.e pas répondre, donotreply2.
NAMES = [
    "no reply", "no replies", "no response", "no answer", "not reply", "do not reply", "dont reply", "don t reply",
    "do not respond", "do not answer", "dont respond", "dont answer", "never reply", "unattended", "unmonitored",
    "not monitored", "not read", "unread mailbox", "ne pas repondre", "ne pas reponse", "ne repondez pas",
    "ne repondre pas", "ne jamais repondre", "pas de reponse", "sans reponse", "non reponse", "no reponse",
    "boite non lue", "non relevee", "non surveillee",
]  # fmt: skip
NAME = re.compile(r"(?<![a-z])(?:" + "|".join(name.replace(" ", r"[\W_]*") for name in NAMES) + r")(?![a-z])")
# In running text only what is written as one word, as in an address: "no reply came" is no name.
WRITTEN_AS_ONE = [name.replace(" ", r"[^\w\s]?_?") for name in NAMES if re.search("repl|respond|repond", name)]
WORD = re.compile(rf"(?<![a-z])(?:{'|'.join(WRITTEN_AS_ONE)})\d*(?![a-z])")

# Sentences. « Pas besoin de répondre » and "you need not reply" leave the door open, and are not here.
ANSWER = r"(?:reply|respond|answer|write back)"
MAIL = r"(?:e-?mails?|messages?|mails?|mailbox|letters?|address|inbox|notifications?)"
THIS = r"(?:to|by|from|at|on|via) (?:this|these|the|that(?= (?:\w+ )?(?:address|mailbox|inbox))|our|such|it)\b"
READ = r"(?:read|answered|monitored|received|processed|seen|checked|delivered|attended|watched|manned)\b"
REPONDRE = r"(?:repondre|repondez|reecrire|ecrire|ecrivez)"
COURRIEL = r"(?:e-?mails?|courriels?|courriers?|messages?|mels?|mails?|lettres?|adresses?|boites?|notifications?)"
CE = r"(?:a|sur|depuis|par) (?:ce|cet|cette|ces|notre|l)\b"
LU = r"(?:etre )?(?:lue?s?|traitee?s?|relevee?s?|consultee?s?|prise?s? en|surveillee?s?|recue?s?)\b"
END = r"\s*(?=[.!;,)]|$)"
SENTENCES = [
    # Please do not reply (to this e-mail). "Do not reply before you have tried the box" speaks of when, not whether.
    rf"(?<!\bi )(?<!\bwe )(?<!\bthey )(?<!\byou )\b(?:do not|don ?t|never) {ANSWER}"
    rf"(?: (?:directly )?{THIS}| (?:this|these) {MAIL}| directly\b|{END})",
    rf"\b(?:cannot|can ?t|can not|unable to|not possible to|impossible to) {ANSWER} {THIS} ?{MAIL}",
    rf"(?<!your )\b(?:replies|answers|responses|{MAIL})(?: (?:sent )?to this {MAIL})? (?:will|are|is"
    rf"|can) (?:not|never) "
    rf"(?:be )?{READ}",
    rf"\b(?:this|the|our) (?:{MAIL} )*{MAIL} (?:is|are) (?:not|never|un) ?(?:being )?{READ}",
    rf"\b(?:this|the|our) {MAIL} isn t (?:being )?{READ}",
    r"\b(?:replies|answers|responses)(?: to this \w+)? (?:go|goes|will go) (?:nowhere|unread|unanswered|astray)",
    rf"\b(?:do not|don ?t) (?:hit|press|click|use)(?: on)?(?: the)? {ANSWER}\b|\bsend-only (?:account|{MAIL})",
    r"\b(?:nobody|no one|no-one) (?:reads|monitors|checks|watches|will read) (?:this|the|that|replies|answers|it)\b",
    rf"\b(?:unmonitored|unattended) (?:\w+ )?(?:account|{MAIL})",
    # Merci de ne pas répondre (directement) à ce message ; ne répondez pas.
    rf"\bne (?:surtout )?(?:pas |jamais |plus )?(?:y )?{REPONDRE}(?: pas| jamais| plus)?(?: directement)? {CE}",
    rf"\b(?:merci|priere|veuillez|veillez|plait)(?: de| a)? ne (?:surtout )?(?:pas|jamais) (?:y )?{REPONDRE}"
    rf"(?: directement)?{END}",
    rf"(?<!vous )\bne (?:surtout )?(?:y )?repondez (?:surtout )?(?:pas|jamais){END}",
    rf"\b(?:reponses?|{COURRIEL})(?: (?:a|envoyee?s?|adressee?s?)(?: a)? (?:ce|cet|cette|notre) {COURRIEL})?"
    rf" ne (?:sera|seront|sont|est|peut|peuvent|pourra|pourront) (?:pas|jamais|ni) {LU}",
    rf"\b(?:cette|notre) {COURRIEL}(?: \w+){{0,3}} n (?:est|sera) (?:pas|jamais) {LU}",
    rf"\binutile de {REPONDRE}(?: {CE} ?{COURRIEL})?[ ,;:]{{1,3}}(?:personne ne|(?:il|elle|nous|on) ne) (?:l |le "
    rf"|la |les )?(?:lit|lira"
    r"|lisons|releve|sera|est|seront)",
    r"\bpersonne ne (?:lit|lira|releve|consulte) (?:ce|cet|cette|ces|les reponses|vos reponses) ?",
    rf"\b(?:impossible|pas possible) de {REPONDRE} {CE} ?{COURRIEL}",
    r"\b(?:toute|votre|vos) reponses? (?:a ce \w+ )?(?:rester(?:a|ont)|sera|seront) (?:sans (?:suite|effet"
    r"|reponse)|ignoree?s?"
    r"|perdue?s?)|\b(?:nous|on|personne) ne (?:lirons|lit|lisons|lira|traiterons|traitons) (?:pas )?(?:les|vos"
    r"|votre) reponses?\b",
    rf"\b(?:{COURRIEL} d envoi uniquement|{COURRIEL} (?:qui sert )?(?:seulement|uniquement|exclusivement) (?:a"
    rf"|pour) l envoi)",
    rf"\b(?:inutile|veuillez (?:ne pas|eviter)|merci (?:de ne pas|d eviter)|ne pas)(?: d| de)? ?(?:utiliser"
    rf"|faire|cliquer sur)"
    rf" (?:la fonction |le bouton )?{REPONDRE}\b",
    rf"\bvous ne (?:pouvez|pourrez) (?:pas|plus) (?:y )?{REPONDRE} {CE} ?{COURRIEL}",
]
SENTENCE = re.compile("|".join(SENTENCES))


def says_do_not_reply(text: str, *, is_name: bool = False) -> bool:
    """Tell whether a text says that it takes no answer, in French or English.

    An address or the name of a mailbox (`is_name`) says so already by its words; in running text they have to be
    written as one, as in an address, or to be a sentence that shuts the door.
    """
    folded = _fold(text)
    if is_name or (len(folded) < 40 and len(folded.split()) <= 3):
        return bool(NAME.search(folded) or SENTENCE.search(_spoken(folded)))
    return bool(WORD.search(folded) or SENTENCE.search(_spoken(folded)))


def _fold(text: str) -> str:
    marks = unicodedata.normalize("NFKD", text[:200_000].casefold())
    return "".join(sign for sign in marks if not unicodedata.combining(sign) and unicodedata.category(sign) != "Cf")


def _spoken(folded: str) -> str:
    """Write apostrophes, line ends and odd spaces as one space, so that a sentence is one line."""
    return re.sub(r"\s+", " ", re.sub(r"['’ʼ`´]", " ", re.sub(r"[*_«»\"“”]", "", folded)))
