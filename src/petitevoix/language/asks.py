"""Which facts a text asks its reader for, so that nobody is asked for what the file already says."""

import re
from collections.abc import Iterator

from petitevoix.language.asking.clauses import asks_in
from petitevoix.language.asking.facts import CONTACT, FACTS, NAMED, NOT_THEIRS
from petitevoix.language.asking.folding import fold
from petitevoix.language.asking.sentences import sentences
from petitevoix.language.detect import language_of
from petitevoix.language.questions import grammar_of

# To give, in the forms that ask: « communiquer », « communiquez »; not « communiqué », which is done.
_GIVE = re.compile(
    r"\b(?:(?:re)?(?:donn|communiqu|indiqu|precis|confirm|envoy|rappel|laiss|adress|dict|copi"
    r"|partag|mentionn|relev"
    r"|retourn|complet|ajout|epel|renseign|inscri[rv]|retrouv|renvoy)(?:er|ez|iez|e)"
    r"|transmet(?:tre|tez|s)|(?:re)?fourni(?:r|ssez)"
    r"|join(?:dre|gnez)|faire parvenir|faites (?:moi|nous) parvenir|lire|lisez|dire|dites|dis"
    r"|avoir|obtenir|connaitre"
    r"|besoin|rappelle|renvoie|envoie|rajouter|indiquant|precisant"
    r"|tell|give|send|resend|share|provide|confirm|state|quote|leave|let (?:me|us) (?:have|know)"
    r"|read|dictate|spell|remind"
    r"|have|take|forward|supply|include|add|copy|specify|indicate|find|double check|reply with|submit"
    r"|note down|get|mind sharing)\b"
)
# Asks for the very thing that comes next.
_WHICH = re.compile(
    r"\b(?:quel(?:le)?s? (?:est|sont|serait) |c (?:est )?quoi |(?:avez|auriez|as|aurais) (?:vous"
    r"|tu) (?:encore |bien |toujours )?(?:un|une|votre|vos|le|la|l|les|des|ton) "
    r"|vous auriez (?:un|une|votre|le|la|l) |(?:est|sont) (?:il|elle) toujours |avec quels? "
    r"|quels? (?:mail|e ?mail|nom)|quelle adresse|par quels? |sur quelle boite "
    r"|what ?(?:s|is|are)? (?:is )?(?:the best |the |your )?|(?:do|would) you (?:still )?(?:have"
    r"|happen to have) (?:a|an|the|your) |which (?=email|address|name|phone|order)"
    r"|what (?=e ?mail|name|phone|address)"
    r"|(?:has|have) your (?=.*chang)|(?:is|are) your (?=.*(?:still|the same|correct|right)))"
)
_NEED = re.compile(
    r"\b(?:il (?:me |nous |te |ne )?(?:(?:faut|faudra|faudrait|manque)|reste a)"
    r"|reste a (?:connaitre|preciser)|(?:sans|without) (?=(?:votre|vos|your) .{3,60}(?:ne (?:peux|peut|pouvons"
    r"|pourrai)|impossible"
    r"|cannot|can t|unable|won t))|(?:ai|aurais|avons|aurions|a|aura|ont) (?:aussi |egalement "
    r"|encore |seulement |juste )?besoin"
    r"|il (?:me|nous) manque|j attends|nous attendons|en attente d\w*|nous devons (?:connaitre"
    r"|avoir)|indispensable|manquent"
    r"|(?:i|we|they|you|she|he|it|\w+s) (?:still |also |just |would |only |will |d |ll )*(?:need"
    r"|require|must have|have to know|lack)\b(?! to (?:change|check|cancel|find|verify))"
    r"|(?:am|are|re|m) (?:still |only |just )?(?:missing|waiting for|lacking)|awaiting|essential)\b"
)
_NOT_NEEDED = re.compile(
    r"\b(?:inutile|pas besoin|plus besoin|jamais|pas necessaire|pas (?:la peine|obligatoire)"
    r"|plus necessaire|aucun|no need|never|not (?:need|require)\w*"
    r"|(?:merci|priere|veuillez|veillez) (?:de |a )?ne (?:surtout )?pas"
    r"|n[e ]? ?(?:m |nous |me )?(?:envoyez|donnez|communiquez|transmettez|indiquez|partagez)(?: \w+)? (?:pas"
    r"|jamais)|(?:do not|don t) (?:send|share|give|tell|email)"
    r"|no longer|don t need|without giving|besoin d un peu|besoin de (?:\w+ (?:jours|heures"
    r"|semaines)|temps|savoir si)|need (?:a little|some|more|\w+ (?:days|hours|weeks)|time)"
    r"|(?:dans|in) (?:le|la|l|the|your|votre) (?:\w+ )?(?:libelle|formulaire|form|app|application"
    r"|espace|virement|transfer)|si vous (?:changez|demenagez)|if you move)\b"
)
# Questions that name no thing: the whole question is the fact.
_ASKED_OUTRIGHT = {
    "serial":
        r"(?:numero|chiffres?|lettres?|code)s? (?:\w+ ){0,4}(?:grave|imprime|inscrit|marque|colle|note|figurant"
        r"|qui (?:est|figure|se trouve))e?s? (?:\w+ ){0,3}(?:sous|dos|derriere|arriere|dessous|etiquette)"
        r"|(?:number|digits|code|letters) (?:\w+ ){0,4}(?:printed|engraved|written|stamped|shown|stuck) (?:\w+ ){0,2}"
        r"(?:under|underneath|back|bottom|base|rear|sticker|label)"
        r"|what does (?:it|the (?:sticker|label|plate)) (?:\w+ ){0,4}(?:back|under|underneath|bottom|base|rear)"
        r"(?: of (?:it|the \w+))? say"
        r"|(?:que dit|qu indique|qu affiche) l etiquette|photograph\w+ (?:\w+ ){0,4}(?:numero (?:de )?serie|serial)"
        r"|what s the serial\b|what is the serial\b|qu (?:est ce qui est|y a t il d) ecrit (?:\w+ ){0,3}(?:sous|dos"
        r"|derriere|etiquette)",
    "order":
        r"(?:de|sur|pour) quelle commande|quelle commande (?:concerne|est)|which order"
        r"|(?:reference|numero|number|code|ref) (?:\w+ ){0,4}(?:receipt|ticket(?: de caisse)?|bon de commande)",
    "contract":
        r"(?:de|sur|pour) quel contrat|quel contrat concerne|which contract (?:is|does|are you)",
    "email":
        r"a quels? e ?mail|quel(?:le)? (?:adresse )?(?:e ?mail|mail)|which e ?mail|where (?:can|should|shall|may|do)"
        r" (?:i|we) e ?mail",
    "phone":
        r"(?:a|sur|quel) (?:quel )?numero (?:puis|peut|pouvons|pourr|dois|vous (?:joindre|rappeler)"
        r"|\w+ on vous)|(?:what|which) (?:number|phone)(?: number)? (?:can|should|could|may|shall"
        r"|do) (?:we|i)|best number|meilleur numero|(?:vous avez|avez vous|auriez vous) un (?:fixe|portable|mobile"
        r"|numero)|do you have a (?:mobile|cell|landline|phone)\b(?! (?:app|plan|case|contract))",
    "address":
        r"\bou (?:habitez|residez|logez|(?:devons|pouvons) nous (?:livrer|envoyer|vous (?:livrer"
        r"|envoyer))|(?:peut|doit) on (?:vous )?(?:livrer|envoyer)|dois je (?:vous )?(?:livrer"
        r"|envoyer|expedier))|habitez vous|where (?:should|shall|can|do|could) (?:we|i) (?:deliver"
        r"|send|ship|post)(?! (?:the|your) (?:money|refund|payment|invoice|bill|contract))"
        r"|where (?:should|must|shall|will) (?:it|(?:the|this|your) (?:new )?(?:parcel|order|package|box|letter"
        r"|replacement"
        r"|delivery|card)) (?:go|be (?:delivered|sent|shipped))|where (?:do|would|should) you (?:want|like) (?:it"
        r"|the \w+)"
        r" (?:to be )?(?:delivered|sent|shipped)|ou (?:souhaitez|voulez|desirez|aimeriez) vous (?:etre livre"
        r"|la livraison"
        r"|recevoir|qu on (?:vous )?livre)|(?:vous )?(?:habitez|residez|logez|demeurez)(?: vous)? (?:bien "
        r"|toujours |encore )+"
        r"|\d{1,4}\w? [a-z ]{3,30}(?:street|road|lane|avenue|close|drive|way|place|square) (?:still |the )?(?:right"
        r"|correct|good|your)"
        r"|where (?:do )?you (?:live|are living)|(?:which|what) (?:street|town|city) (?:are|do) you"
        r"|ou (?:faut il|doit on|est ce qu on (?:vous )?|on) (?:vous )?(?:livr|envoi|envoy|exped)\w*"
        r"|dans quelle (?:ville|rue|commune) (?:habit|resid|etes|viv|log)|(?:are you still|do you still) liv"
        r"|a quelle adresse (?!mail|e ?mail)",
    "birth_date":
        r"quand etes vous ne|ne\(?e?\)? (?:le quel|quand)|ne\(?e?\)? le ?[?]|when (?:were you born|is your birthday)"
        r"|born (?:on|in) (?:which|what)|(?:what|which) (?:day|date|year) (?:were|are) you born"
        r"|en quelle annee etes vous ne",
    "iban":
        r"sur quel (?:compte|iban) .{0,40}(?:rembours|vers|vir)|(?:which|what) (?:bank )?account (?:should|shall"
        r"|can|may) (?:i|we)"
        r"|(?:which|what) (?:bank )?account (?:would you like|do you want) (?:us|the|your|it)|where (?:should|shall"
        r"|can|do) (?:we|i) (?:send|pay|refund|transfer) (?:the|your|this)"
        r" (?:money|refund|payment)|ou (?:devons nous|dois je|faut il|peut on|doit on) (?:vous )?(?:vers|rembours"
        r"|vir)\w*",
    "name":
        r"(?:a|sous) quel nom|(?:what|how) (?:do|should|shall|may|can|would you like me to|must) (?:i|we)? ?(?:call"
        r"|address)"
        r" you|who (?:do|have) (?:i|we) (?:have )?the (?:pleasure|honou?r)|a qui ai je l honneur"
        r"|a qui (?:ai je affaire"
        r"|parle je|avons nous l honneur)|comment (?:dois je|devons nous|puis je|peut on|dois je bien"
        r"|on doit) (?:vous|t) "
        r"(?:appeler|nommer)|comment (?:vous appelez|t appelles)|qui est (?:le|la) titulaire"
        r"|who (?:am i|are we) (?:speaking|talking)|what name|name is the|and you are"
        r"|who is the account holder|who s (?:speaking|calling|there)|who is (?:speaking|calling|on the line)"
        r"|whose name is|au nom de qui|titulaire (?:\w+ ){0,3}(?:c est|est) qui|vous etes (?:monsieur|madame|m"
        r"|mme) ?(?:…|\.\.\.|[?])",
}  # fmt: skip
_OUTRIGHT = {
    fact: re.compile(pattern.replace(" ", " +").replace(" +?", " ?")) for fact, pattern in _ASKED_OUTRIGHT.items()
}
# « pouvez-vous me la donner ? », "could you send it?": the fact is in the words before.
_BEFORE = re.compile(
    r"\b(?:(?:me|nous|m|te) (?:le|la|l|les) (?:\w+[ei]r|\w+re)|(?:le|la|l|les) (?:moi|nous)\b"
    r"|l ajouter|le (?:preciser|joindre|communiquer|recopier)|en (?:preciser|avez|auriez)"
    r"|laquelle|lequel"
    r"|sa reference|son numero|(?:give|send|copy|tell|read|add|forward|get|provide|share) (?:it"
    r"|them|me (?:it|its number|one))|send it|give (?:it|me its|us its)|its number|have (?:one"
    r"|another)|another one|ajoutez l)\b"
)
_VERBLESS = re.compile(r"(?:(?:et|and|ok|merci|bonjour|hello|hi)[ ,]+)?(?:votre|vos|ton|ta|your|un|une) ")
_POLITE = re.compile(r"\b(?:svp|stp|plait|please|pls|pour vous|\?)|\?")


def find(text: str, language: str | None = None) -> list[str]:
    """Return which facts a text asks the reader for, in the order of `facts.FACTS`, each once.

    A fact that is only mentioned, that is ours, or that the text says is not needed is not asked for.
    """
    asked: set[str] = set()
    for facts in _asked(text, language or language_of(text)):
        asked |= facts
    return [fact for fact in FACTS if fact in asked]


def _asked(text: str, language: str) -> Iterator[set[str]]:
    grammar = grammar_of(language)
    folded = fold(text)
    listing = False
    mentioned: set[str] = set()
    for sentence in sentences(text):
        words = folded[sentence.start : sentence.end]
        if not sentence.item:
            listing = False
        if listing:
            yield _facts_in(words)
            continue
        if _NOT_NEEDED.search(words):
            mentioned = _facts_in(words)
            continue
        asking = False
        for ask in asks_in(words, grammar):
            facts = _facts_of(words[ask.start : ask.end])
            if facts is None:
                continue
            asking = True
            if not facts and _BEFORE.search(words, ask.start, ask.end):
                facts = _facts_in(words[: ask.start]) or _facts_in(words[: ask.end]) or mentioned
            yield facts
        need = _NEED.search(words)
        if need:
            asking = True
            yield _facts_in(words[need.end() :]) or (
                _facts_in(words) if "indispensable" in words or "essential" in words else set()
            )
        opening = _VERBLESS.match(words)
        if opening and len(words) < 90 and _POLITE.search(words):
            yield _facts_in(words[:60])
        if asking and words.rstrip().endswith(":"):
            listing = True
        mentioned = _facts_in(words) or mentioned


def _facts_of(ask: str) -> set[str] | None:
    """Return the facts that one ask is for; None when it asks for something else than a fact."""
    outright = {fact for fact, pattern in _OUTRIGHT.items() if pattern.search(ask)}
    which = _WHICH.search(ask)
    if which:
        near = _facts_in(ask[which.start() : which.end() + 70])
        if near or outright or not _GIVE.search(ask):
            return near | outright or (set() if _BEFORE.search(ask) else None)
    give = _GIVE.search(ask)
    if give:
        return _facts_in(ask[give.end() :]) | outright
    return outright or (set() if _BEFORE.search(ask) else None)


def _facts_in(words: str) -> set[str]:
    found = set()
    for fact, pattern in NAMED.items():
        if any(
            not NOT_THEIRS.search(words, max(0, named.start() - 40), named.start()) for named in pattern.finditer(words)
        ):
            found.add(fact)
    return found | (
        {"email", "phone", "address"} & found if not CONTACT.search(words) else {"email", "phone", "address"}
    )
