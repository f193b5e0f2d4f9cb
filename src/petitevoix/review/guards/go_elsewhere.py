"""No letter does nothing but send the person elsewhere (S010)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.formulas import is_courtesy
from petitevoix.review.seeing import phrases, sentences, words_of

_MORE = r"(?: [\w'-]{1,30})"
_SENDS_AWAY = phrases(
    # French: « veuillez contacter… », « il faut appeler… », « rapprochez-vous de… »; not « vous pouvez me rappeler »,
    # not « joignez une photo », not « un rendez-vous en agence ».
    r"(?:veuillez|merci de|priere de|je vous \w{1,12}(?: a| de)?|nous vous \w{1,12}(?: a| de)?|il (?:vous )?(?:faut"
    r"|faudra|faudrait|convient de)|vous (?:devez|devrez|pouvez|pourrez|pourriez)|il vous appartient de)"
    r"(?: (?!nous|me|m')[\w'-]{1,30}){0,3}? (?:contacter|appeler|telephoner|vous adresser|vous rapprocher"
    r"|vous tourner|vous rendre|prendre contact|ecrire (?:a|au)|voir (?:avec|ca avec)"
    r"|joindre (?:le|la|notre|votre) (?:service|support|mairie|agence|standard|fournisseur|fabricant|operateur))",
    r"(?:nous|me) (?:contacter|appeler|joindre) (?:au|par telephone|via|sur)",
    r"(?:contactez|appelez|telephonez)(?!-)(?! (?:si|des))",
    r"(?:adressez|rapprochez|tournez)-vous",
    r"(?:^|[,;:] )rendez-vous (?:sur (?:notre|le|votre)|en (?:boutique|agence|magasin|mairie)|a la|a l'\w{1,20}|au"
    r"|dans (?:l'une|une|votre) (?:de|agence|boutique))",
    r"consult(?:er|ez) (?:notre|la|le|les|nos) (?:site|faq|foire|page|rubrique|aide|conditions)",
    # English: "please contact…", "you need to call…", "visit our website"; not "call me", not "restart your phone".
    r"(?:please|kindly|you (?:will |'ll )?(?:need|have|should|must|can|could|may|might)(?: to)?(?: want to)?"
    r"|i (?:suggest|recommend|advise)(?: that)? you|we (?:suggest|recommend|advise|invite|ask)(?: that)? you(?: to)?)"
    r"(?: (?:just|simply|also|then|now|first|instead|either|directly|to|need|should)){0,2} "
    r"(?:contact|call|phone|ring|telephone|visit|consult|refer to|get in touch with|reach out to|speak (?:to|with)"
    r"|write to(?! this)|turn to)(?! (?:me|us|back))",
    r"(?:check|go to|see) (?:our|the) (?:website|web site|faq|help (?:page|centre|center)|branch|shop|store)",
)
_BEGINS_AWAY = phrases(
    r"(?:contact|call|phone|visit|consult|refer to|get in touch with|reach out to|speak to) (?!me|us)[\w'-]{1,30}"
)
# Who answers instead, and where it is said to stand: another's desk, a page of ours.
_DESK = (
    r"(?:(?:votre|la|le|les|l'|un|une|notre|nos|leur) ?(?:operateur|fournisseur|fabricant|constructeur|vendeur"
    r"|revendeur|banque"
    r"|mairie|assureur|assurance|syndic|bailleur|proprietaire|employeur|transporteur|prefecture|poste|boutique"
    r"|agence|magasin"
    r"|guichet|standard|accueil|service|administration|caisse|medecin|point de vente)s?"
    r"|(?:your|the|a|an|our|their)(?: (?:own|local|nearest))? (?:operator|provider|supplier|manufacturer|maker"
    r"|seller|retailer|bank"
    r"|town hall|insurer|landlord|employer|carrier|courier|post office|shop|store|branch|desk|front desk"
    r"|reception|doctor"
    r"|council|department|(?:\w{1,20} )?(?:service|team|desk|department)))"
)
_PAGE = (
    r"(?:(?:notre|le|la|votre|les|nos|cette|l') ?(?:site|faq|foire aux questions|page|pages|rubrique|espace|aide"
    r"|application|appli"
    r"|notice|forum|conditions|mode d'emploi|internet)"
    r"|(?:our|the|your|this)(?: online| own)? (?:website|web ?site|site|faqs?|help|page|pages|manual|app|portal|forum"
    r"|knowledge base|booklet"
    r"|terms|user guide))"
)
_PLACE = (
    rf"(?:(?:en|dans|a|au|a l'|par|chez|devant) ?(?:(?:la|une|votre|notre|l'une|un|le"
    rf"|nos) ?(?:de nos )?)?(?:boutique|agence|magasin"
    rf"|mairie|accueil|guichet|point de vente|poste|bureau de poste|relais|point relais)s?|{_DESK})"
)
_SHOWN = (
    r"(?:expliquee?s?|indiquee?s?|detaillee?s?|decrite?s?|ecrite?s?|dite?s?|disponibles?|consultables?|accessibles?"
    r"|precisee?s?"
    r"|presentee?s?|mentionnee?s?|la)"
)
_ALL = (
    r"(?:tout(?: cela)?|tous|toutes|la reponse|la solution|la marche a suivre|la procedure|les (?:reponses"
    r"|conditions|informations"
    r"|details|explications|etapes|tarifs)|l'information|cela|ceci|ca|c'|plus d'informations?|une reponse)"
)
_EVERYTHING = (
    r"(?:everything|(?:all|all of it|it all|more)|(?:the|an|your|all the|all|more|further) (?:answers?|solution"
    r"|information|details"
    r"|steps|procedure|conditions|terms|instructions|explanations?|prices|help)|it|this|that)"
)
_POINTS_AWAY = phrases(
    rf"(?:voyez|(?:a|de) voir)(?: (?:cela|ca|ceci|le|directement|plutot|tout)){{0,3}} (?:avec|aupres de"
    rf"|chez) {_DESK}",
    rf"(?:demandez|adressez|posez|signalez|soumettez)(?:-le|-la)?{_MORE}{{0,5}} (?:a|au|aupres de"
    rf"|aupres du) ?(?:{_DESK}"
    r"|operateur|fabricant|guichet|standard|fournisseur|service|vendeur)",
    rf"{_ALL}(?:{_MORE}{{0,6}}?)?(?: (?:est|sont|figure|figurent|se trouve|se trouvent))(?: (?:bien|deja|aussi|tous"
    rf"|toutes"
    rf"|egalement)){{0,2}}(?: {_SHOWN})? (?:sur|dans|en|a) {_PAGE}",
    rf"(?:vous )?(?:trouverez|pouvez trouver|pourrez trouver|pouvez consulter){_MORE}{{0,6}} (?:(?:sur|dans"
    rf"|en) {_PAGE}|en ligne)",
    rf"(?:allez|aller|connectez-vous|vous connecter|reportez-vous|vous reporter|lisez|regardez|visitez|voyez)"
    rf"(?: directement)? (?:sur |a |dans |au )?{_PAGE}",
    rf"you(?:'ll| will| can| may| could)?(?: also)? find {_EVERYTHING}{_MORE}{{0,6}}? (?:in|on|at) {_PAGE}",
    rf"{_EVERYTHING}(?: (?:is|are|can be|'s|you need is)|'s)(?: (?:all|also|fully|already|found|explained|described"
    rf"|set out"
    rf"|listed|written|available|there|given|detailed|shown)){{0,2}} (?:in|on|at) {_PAGE}",
    rf"(?:check|read|consult|go to|see|look at|have a look at|take a look at|log (?:in|on) to|log into|sign in to"
    rf"|refer to|try"
    rf"|browse|open) (?:{_PAGE}|your (?:online )?(?:account|portal))",
    rf"(?:take (?:it|this|that) up|check|see|discuss (?:it|this|that)|sort (?:it|this|that) out|raise (?:it|this"
    rf"|that))"
    rf" with {_DESK}|(?:ask|see) {_DESK}",
    # It is another's to answer, said without a word of what they would answer.
    rf"(?:this|that|it)(?: is|'s) (?:one|a question|a matter|something) for {_DESK}",
    r"(?:better off|best) (?:asking|contacting|calling|trying|off with)|try (?:billing|sales|asking)",
    rf"(?:raise|log|make|submit|file|take) (?:this|it|an? \w{{1,20}}){_MORE}{{0,2}} (?:with {_DESK}|(?:on|via"
    rf"|through) {_PAGE})",
    rf"(?:fill in|complete|use) (?:the|our|an?){_MORE}{{0,2}} form (?:(?:on|at|in) {_PAGE}|online)"
    rf"|find {_EVERYTHING} online",
    r"seule?s? (?:le|la|l'|votre|notre|nos|les) ?(?:\w{1,20} ){1,3}(?:peut|pourra|sait) (?:vous )?(?:repondre"
    r"|aider|renseigner)",
    rf"(?:releve|relevent) (?:de |du |des |d')?(?:{_DESK}|operateur|fabricant|fournisseur|service)",
    r"n'est (?:pas|plus) (?:de |du )?(?:notre|mon) (?:ressort|competence|domaine|role|metier|rayon)"
    r"|n'est pas (?:a nous|chez nous)"
    r"(?= ?(?:[.,;!]|\Z))|(?:is|are|'s)(?: not|n't) (?:our (?:department|area|job|problem|concern|business)"
    r"|something (?:we|i)"
    r" (?:handle|deal with|do|can help with|cover))|nothing to do with us",
    r"ne (?:nous|me) (?:concerne|concernent|regarde) pas|(?:contactez|appelez|joignez)-(?:le|la|les)",
    rf"(?:faire|faites|deposer|deposez|passer|passez|utiliser|utilisez|remplir"
    rf"|remplissez){_MORE}{{1,4}}? (?:(?:sur|via|par) {_PAGE}"
    r"|en ligne)",
    rf"{_PAGE} (?:repond|repondent|explique|detaille|vous dira|answers?|explains?|covers?|tells?)",
    r"(?:call|phone|dial|ring|composez(?: le)?|faites le|appelez(?: le| au)?) \+?\d[\d.-]{1,12}",
)
# To come to a counter sends away, but by appointment.
_VISIT = phrases(
    rf"(?:passez|passer|allez|aller|venez|venir|deplacez-vous|vous deplacer|presentez-vous|vous presenter|retournez"
    rf"|retourner)"
    rf"(?:(?: nous| le)? (?:voir|montrer))?(?: (?:directement|donc|plutot|simplement))? {_PLACE}",
    rf"(?:cela|ca|ceci|tout|c'|cette demande) ?(?:se (?:regle|fait|traite|demande|voit)|est a (?:faire|regler"
    rf"|demander)){_MORE}{{0,2}}"
    rf" {_PLACE}",
    rf"(?:go to|come (?:in)?to|drop (?:by|into|in at)|call in at|pop (?:in)?to|stop by|ask at|take it to|bring it to"
    rf"|enquire at) {_DESK}",
)
_BY_APPOINTMENT = phrases(
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:\d{1,2}(?:er)?|prochain|matin|apres-midi|a \d{1,2})",
    r"(?:(?:next|this|on) )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?:\d{1,2}|at \d|morning"
    r"|afternoon)",
    r"\d{1,2}(?:er|st|nd|rd|th)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre"
    r"|decembre|january"
    r"|february|march|april|may|june|july|august|september|october|november|december)",
    r"(?:demain|tomorrow|aujourd'hui|today)|rendez-vous|appointment|vous (?:y )?atten(?:d|dons|dent)|waits? for you"
    r"|is waiting",
)
_NOT_US = phrases(
    rf"(?:n'est|n'etes|ne sont|ne releve|ne relevent|ne depend|ne dependent|ne fait|ne concerne){_MORE}{{0,2}} pas"
    rf"{_MORE}{{0,6}} (?:ressort|service|services|competence|competences|responsabilite|perimetre|nous|domaine)",
    rf"(?:nous|je) ne (?:pouvons|peux|sommes|suis|gerons|gere|traitons|traite|disposons|dispose){_MORE}{{1,12}}",
    rf"(?:we|i) (?:cannot|can't|can not|don't|do not|are not able|am not able|are unable|am unable"
    rf"|aren't able){_MORE}{{1,12}}",
    rf"(?:is not|isn't|not){_MORE}{{0,4}} (?:our|my|this)(?: \w{{1,20}})? (?:department|team|responsibility"
    rf"|remit|service|desk)",
    rf"(?:is|are) (?:handled|managed|dealt with|looked after) by{_MORE}{{1,8}}",
    rf"(?:est|sont) (?:gerees?|geres?|traitees?|traites?|assurees?) par{_MORE}{{1,8}}",
)
_LONG = 32  # words; a sentence of more says something of its own


def look(draft: Draft) -> Iterator[Finding]:
    offset = draft.parts.body[0]
    away = []
    for start, end in sentences(draft.body):
        sentence = draft.body[start:end]
        if _is_heading(draft.body, start, end):
            continue
        words = len(words_of(sentence))
        sends = words <= _LONG and _sends_away(sentence)
        if is_courtesy(sentence) and not (sends and words <= 2):  # "Call 3900."
            continue
        if sends:
            away.append((start + offset, end + offset))
        elif words > _LONG or not _NOT_US.search(sentence):
            return  # it says something
    if away:
        yield Finding(
            "go_elsewhere",
            "stop",
            _("All that this letter does is send the person elsewhere."),
            tuple(away),
            _("Keep the case: find the answer for them, or hand it over yourself and say who will write to them."),
        )


def _is_heading(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence heads what follows, as those of a closing do: it says nothing by itself."""
    line = text[text.rfind("\n", 0, start) + 1 : end].strip()
    return line.startswith("#") or (line.startswith("**") and line.endswith("**"))


def _sends_away(sentence: str) -> bool:
    if _SENDS_AWAY.search(sentence) or _BEGINS_AWAY.match(sentence) or _POINTS_AWAY.search(sentence):
        return True
    return bool(_VISIT.search(sentence)) and not _BY_APPOINTMENT.search(sentence)
