"""Where the fault is ours, the letter says so (vision: no silent closing)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.seeing import phrases

_OWNS_UP = phrases(
    r"(?:sincerement |vraiment |bien )?(?:desolee?s?|navree?s?)",
    r"(?:nos|mes|toutes nos|toutes mes) (?:[\w'-]{1,30} ){0,3}?excuses",
    r"(?:veuillez|voulez|vouloir) (?:bien )?(?:nous |m')excuser",
    r"(?:prions|prie) de (?:bien vouloir )?(?:nous |m')excuser",
    r"excusez-(?:nous|moi)|pardonnez-(?:nous|moi)|pardon",
    r"(?:nous|je) (?:regrettons|regrette)",
    r"(?:notre|ma) (?:erreur|faute)(?! aucune)",
    r"(?:erreur|faute|oubli|manquement|negligence) (?:de notre part|de ma part|de nos services|vient de (?:nous"
    r"|chez nous))",
    r"(?:nous nous sommes|je me suis) trompee?s?",
    r"(?:nous aurions|j'aurais) du",
    r"(?:nous avons|j'ai) (?:fait|commis) une erreur",
    r"sorry|apologies|apologi[sz]e|apology",
    r"(?:our|my) (?:own )?(?:mistake|fault|error|oversight)",
    r"(?:we|i) (?:got (?:it|this|that) wrong|made (?:a|the|this) mistake|let you down|should have|regret)",
    r"(?:mistake|error|fault) (?:is|was) (?:ours|mine|on our side)",
    r"(?:est|etait) (?:entierement )?de (?:notre|mon) fait|(?:nous sommes|je suis) (?:bien |vraiment )?confuse?s?",
    r"(?:la faute|l'erreur|la responsabilite) (?:nous|me) (?:revient|incombe)|mea culpa|mes regrets|des excuses",
    r"(?:we|i) (?:take|accept) (?:full |the )?(?:responsibility|blame)|(?:we|i) (?:messed|screwed|slipped) up",
    r"(?:our|my) bad|(?:that|this)(?: one)? (?:was|is) (?:entirely |all )?on us|(?:please )?forgive (?:us|me)",
)
_DENIES = phrases(
    r"(?:n'est|n'etait) pas (?:\w{1,20} )?(?:notre|de notre) (?:faute|erreur|part)",
    r"(?:not|never) (?:our|my) (?:fault|mistake|error)",
    r"(?:(?:nous|je) ne (?:sommes|suis) pas|we are not|i am not|(?:we're|i'm) not) responsab?i?ble?s?(?:[^.!?\n]{0,20}"
    r"(?:sorry|desolee?s?))?",
    # Pity for what somebody feels or hears, and regret before a refusal, own up to nothing.
    r"(?:sorry|desolee?s?|navree?s?) (?:that |if |que |si )?(?:you feel|you felt|vous (?:l'ayez"
    r"|le) (?:ressent\w{1,4}|vecu))",
    r"(?:sorry|desolee?s?|navree?s?) (?:to (?:hear|learn|read)|d'(?:apprendre|entendre)|de (?:lire|savoir))",
    r"(?:no need|nothing|rien|pas|n'ai pas|n'avons pas|inutile|not) (?:to (?:be|say)|a|de|d'etre|for us to be)"
    r" (?:sorry|apologi[sz]e|(?:m'|nous )excuser|desolee?s?)",
    r"(?:sorry|desolee?s?)(?:,| but|, but|, mais| mais) (?:we|i|nous|je) (?:can(?:not|'t)|ne (?:pouvons|peux))",
    r"(?:pardon|desolee?s?|sorry) (?:de vous (?:re\w{3,20}|deranger)|to (?:bother|ask you again))",
)


def look(draft: Draft) -> Iterator[Finding]:
    if not draft.fault_is_ours or _OWNS_UP.search(_DENIES.sub(" ", draft.body)):
        return
    yield Finding(
        "apology_owed",
        "stop",
        _("The fault was ours, and this letter does not say so."),
        advice=_("Say what went wrong on our side and that we are sorry, then how it is put right."),
    )
