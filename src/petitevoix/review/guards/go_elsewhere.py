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
        if is_courtesy(sentence) or _is_heading(draft.body, start, end):
            continue
        words = len(words_of(sentence))
        if words <= _LONG and (_SENDS_AWAY.search(sentence) or _BEGINS_AWAY.match(sentence)):
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
