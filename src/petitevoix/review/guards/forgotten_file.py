"""A letter that speaks of a file carries one."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.seeing import phrases, sentences

_FILE = (
    r"(?:file|document|pdf|form|bill|invoice|photo|picture|guide|letter|label|copy|plan|quote|estimate|receipt"
    r"|statement"
    r"|contract|report|manual|screenshot|list|sheet|schedule|refund note|credit note|certificate|leaflet|map"
    r"|diagram)s?"
)
_PIECE = (
    r"(?:document|fichier|pdf|formulaire|facture|photo|copie|devis|notice|guide|lettre|courrier|etiquette|plan"
    r"|releve|avoir"
    r"|contrat|recu|attestation|rib|image|capture|liste|bon|justificatif|proposition|procedure|schema"
    r"|mode d'emploi)s?"
)
_HERE = r"(?:a|avec|dans) (?:ce|cet|cette|mon|notre|la presente)(?: present)?"
_MAIL = r"(?:message|mail|e-?mail|courriel|courrier|mel|reponse|lettre|envoi)"
_STOPS = r"(?= ?[.,;:!)]|\s{0,3}\Z)"
# « J'ai joint la mairie » is a call, not a file.
_NOBODY = (
    r"(?! (?:(?:par|au|aux|sur|hier|demain|ce matin|des que)|(?:le|la|les|l'|un|une|mon|ma|notre|nos|votre|vos|des)"
    r" ?(?:service|services|mairie|technicien|technicienne|collegue|collegues|equipe|equipes|fournisseur|operateur"
    r"|fabricant"
    r"|support|banque|transporteur|livreur|constructeur|responsable|agence|boutique|standard|hotline))(?!\w))"
)
_CARRIES = phrases(
    r"ci(?:-| )?(?:jointe?s?|annexee?s?)(?! (?:que|a) vous)",
    r"(?:en|dans (?:la|les)|voir (?:la|les)?|cf) ?(?:pj|p\.j\.?|pieces? jointes?)",
    r"ci-inclu(?:s|ses?)|sous ce pli|(?:en|comme) (?:(?:piece|fichier|document)s? (?:jointe?s?|attachee?s?)|attache)",
    rf"{_PIECE} (?:en annexe|jointe?s?{_STOPS})",
    r"(?:je|nous) (?:vous |te )?(?:glisse|mets|ajoute|envoie|transmet|transmets|glissons|mettons|ajoutons|envoyons"
    rf"|transmettons) (?:[\w'-]{{1,20}} ){{1,5}}(?:dans|avec|en copie de|a) (?:ce|cet|cette|mon|le present) {_MAIL}",
    r"(?:je|nous) (?:vous |te )?(?:le |la |les |l')?(?:y )?(?:joins|joignons|ai joint|avons joint|annexe|annexons)"
    rf"{_NOBODY}",
    rf"j'(?:ai|y|annexe)(?: vous)? ?(?:joint|joins|annexe){_NOBODY}",
    r"(?:vous )?trouverez (?:\w{1,30} ){0,4}?(?:joint|jointe|joints|jointes)",
    rf"(?:est|sont|figure|figurent) (?:bien )?(?:jointe?s?|annexee?s?|attachee?s?)(?: {_HERE} {_MAIL}| ici"
    rf"| ci-dessous"
    r"|(?= ?[.,;:!)]|\s{0,3}\Z))",
    rf"{_PIECE} (?:[\w'-]{{1,20}} ){{0,3}}?(?:jointe?s?|annexee?s?) (?:{_HERE} {_MAIL}|en annexe)",
    r"(?:est|sont|trouverez|mets|envoie|transmets|mettons|envoyons|transmettons|voici"
    r"|voir) (?:[\w'-]{1,20} ){0,5}?en annexe",
    r"find (?:\w{1,30} ){0,5}?(?:attached|enclosed)(?! to)",
    r"(?:i|we)(?:'ve|'ll| have| will| shall)? (?:also |just |now )?(?:attach|attached|enclose|enclosed)"
    r"(?! (?:\w{1,12} )?(?:importance|value|weight|meaning)(?!\w))"
    r"(?! (?:the|a|your|it|them|this|that)(?: \w{1,20}){0,2} to (?:the|a|your) (?!e?-?mail|message|letter|reply))",
    r"(?:i am|i'm|we are|we're) (?:also )?(?:attaching|enclosing)",
    r"(?:is|are|comes?) (?:attached|enclosed)(?: (?:to|with|in) (?:this|my) (?:e-?mail|message|letter|reply)| below"
    r"| here)?"
    r"(?= ?[.,;:!)]|\s{0,3}\Z| (?:as|for|and|in case|so that))",
    r"(?:attached|enclosed)(?: below| here| herewith)? (?:is|are|you(?:'ll| will| can)? find|please find)",
    rf"{_FILE} (?:that )?(?:i|we)(?: have|'ve|'m| am|'re| are) (?:also |just )?(?:includ|add|append)(?:ed"
    rf"|ing)(?! (?:to|on) (?:your|the) (?!e?-?mail"
    r"|message|letter|reply))|(?:photo|fichier|document|capture|formulaire|devis|etiquette)s? que (?:je|j'"
    r"|nous) ?(?:vous )?(?:ai |avons )?"
    r"(?:ajoute|joint|mis|inclu)\w* (?:ici|ci-dessous|a ce|dans ce|avec ce)",
    r"see (?:the )?(?:attached|attachment|attachments|enclosed)",
    rf"(?:the|a|your|our) (?:attached|enclosed) (?:\w{{1,30}} )?{_FILE}",
    rf"{_FILE} attached(?:{_STOPS}|(?= (?:shows?|explains?|tells?|lists?|gives?|has|have|will|is|are)(?!\w)))",
    rf"(?:i|we)(?:'\w{{1,3}})? (?:[\w'-]{{1,20}} ){{1,5}}{_FILE} (?:with|onto|on to|in) this"
    r" (?:e-?mail|mail|message|letter|reply)(?! address)",
    r"in (?:the |an |this )?attachments?(?: (?:to|of) (?:this|my) (?:e-?mail|message|letter|reply))?(?! (?:you"
    r"|that you|to your"
    r"|of your))",
    r"the attachments? (?:to this|below|here|has|have|shows?|contains?|explains?|lists?|gives?|tells?|is"
    r"|are)(?! (?:not|too big"
    r"|empty|missing|damaged|unreadable))",
    rf"(?:as|with) (?:an? )?attachments?(?: (?:to|of) this (?:e-?mail|message|letter|reply))|{_FILE} enclosed"
    r"|with this (?:e-?mail|message|letter|reply) (?:is|are|you(?:'ll| will) find)",
)
# A letter that opens with "Attached, …" or ends with "(attached)", « (PJ : devis) ».
_ALONE = phrases(
    rf"(?:attached|enclosed|jointe?s?)(?= ?[,:])(?:[,:] (?:the|your|a|our|le|la|les|votre|vos|un"
    rf"|une) (?:\w{{1,20}} )?(?:{_FILE}"
    rf"|{_PIECE}))",
    rf"(?:{_FILE}|{_PIECE}) ?\((?:attached|enclosed|jointe?s?|ci-jointe?s?|en pj)",
    r"(?:pj|p\.j\.) ?: ?\w{1,30}",
)
# They may send us a file; theirs may be spoken of; a cable may be attached to a box.
_SEND = (
    r"(?:envoye[zr]|joindre|joignez|transmettez|transmettre|adressez|adresser|mettre|mettez|fournir|fournissez"
    r"|parvenir"
    r"|ajouter|ajoutez|renvoye[zr]|retourner|glissez|glisser)"
)
_SENT = r"(?:en|dans la|dans les|la|les|vos|votre|des|de la|aux|a la) (?:pj|pieces? jointes?)"
_THEIRS = phrases(
    rf"{_SEND}(?:-nous|-moi|-le|-la|-les)? (?:[\w'-]{{1,30}} ){{0,8}}en (?:pj|pieces? jointes?|annexe)",
    r"(?:votre|vos) (?:message|courriel|mail|lettre|photo|envoi)s? (?:[\w'-]{1,30} ){0,3}en (?:pj|pieces? jointes?)",
    r"vous (?:(?:nous|me) |m')?(?:avez|aviez|auriez)(?! (?:aussi |donc )?(?:l[ea]|les|une?|votre|vos|tous?|notre) )"
    rf" (?:[\w'-]{{1,30}} ){{0,6}}{_SENT}",
    rf"{_SENT} (?:que vous|de votre|a votre|recue?s?|envoyee?s? par vous|trop)",
    r"(?:merci (?:pour|de)|recue?s?|lue?s?|vue?s?|regardee?s?|ouverte?s?|reception) (?:[\w'-]{1,20} ){0,6}"
    r"(?:jointe?s?|en annexe|en (?:pj|pieces? jointes?))",
    r"(?:thanks?|thank you) for (?:[\w'-]{1,20} ){0,6}attached",
    rf"with (?:the|a|your) (?:\w{{1,20}} )?{_FILE} attached",
    r"(?:etait|etaient|jointe?s?) a (?:votre|vos)",
    r"ci(?:-| )?jointe?s? (?:de|a) votre",
    r"you(?:'ve|'d| have| had)? (?:\w{1,30} ){0,1}(?:attached|enclosed)",
    r"(?:please|can you|could you|you (?:can|could|may|need to|should)) (?:also |just )?(?:send|attach|enclose|add"
    r"|put|include)"
    r" (?:[\w'-]{1,30} ){0,8}(?:as|in) an? attachment",
    r"(?:found|saw|read|opened|looked at|received|got|checked|open|see) (?:[\w'-]{1,30} ){0,4}in (?:the"
    r"|your) attachments?",
    r"en (?:pj|pieces? jointes?) (?:de|a) (?:votre|vos)",
    r"(?:aucune?|pas de|pas d'|sans|ni|inutile de joindre une?) (?:\w{1,30} )?(?:pj|piece jointe|annexe)",
    r"(?:no|without(?: an?| any)?|any|not an?|nothing|need(?:s|ed)? an?) (?:attachments?|(?:is |was )?(?:attached"
    r"|enclosed))",
    r"no (?:\w{1,20} ){1,3}(?:is|are|was|were) (?:attached|enclosed)",
    r"(?:not|nothing|never) (?:was |were |is |are |been )?(?:attached|enclosed)|not (?:in|as) (?:the|an) attachment",
    r"(?:n'est|n'etait|ne sont|n'etaient) (?:pas|plus) (?:jointe?s?|annexee?s?|en (?:pj|piece jointe))",
    rf"(?:attached|enclosed) (?:{_FILE} )?(?:that )?you(?! (?:will|can)| find|'ll)",
    r"attached (?:it |them |this )?to (?:your|the|a|an) (?!e?-?mail|message|letter|reply)",
    r"(?:your|the|that) attachments?(?: that)? you",
)


def look(draft: Draft) -> Iterator[Finding]:
    if draft.files:
        return
    for start, end in sentences(draft.seen):
        sentence = draft.seen[start:end]
        if (found := _CARRIES.search(sentence) or _ALONE.search(sentence)) and not _THEIRS.search(sentence):
            yield Finding(
                "forgotten_file",
                "stop",
                _("This letter speaks of a file, and none is attached."),
                ((start + found.start(), start + found.end()),),
                _("Attach the file, or take the mention out."),
            )
            return
