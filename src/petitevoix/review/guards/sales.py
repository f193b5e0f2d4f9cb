"""Nothing is sold in a letter about somebody's matter (S051, S106)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.seeing import phrases, sentences

_GOODS = (
    r"(?:options?|offres?|formules?|forfaits?|assurances?|extensions?|gammes?|services?|abonnements?|plans?"
    r"|covers?|packages?"
    r"|insurance|range|offers?|upgrades?|subscriptions?)"
)
_SELLS = phrases(
    r"(?:profitez|beneficiez)(?: (?:vite|aussi|egalement|des maintenant|sans attendre|en))? (?:de |d'|du |des )"
    r"(?:nos?|notre|cette offre|une offre|l'offre|offres?|la promotion|\w{1,4} ?%|prix|tarifs?|remises?)",
    r"(?<!votre\s)(?<!vos\s)(?:offre|tarif|prix|promotion|remise|avantage)s? "
    r"(?:exclusive?s?|exceptionnel(?:le)?s?|speciale?s?"
    r"|promotionnel(?:le)?s?"
    r"|du moment|de bienvenue|a ne pas (?:manquer|rater)|reservee?s? a nos|limitee?s?|imbattables?)",
    r"(?:decouvrez|decouvrir) (?:aussi |vite |egalement |des maintenant )?(?:nos?|notre|la|les"
    r"|toutes?) (?:[\w'-]{1,20} ){0,4}?"
    r"(?:offres?|gammes?|forfaits?|options?|services?|abonnements?|produits?|promotions?|nouveautes?)",
    r"(?:code|coupon) (?:promo|promotionnel|de reduction|de parrainage)",
    r"parrainez",
    r"(?:souscrivez|abonnez-vous|inscrivez-vous) (?:des|vite|aujourd'hui|maintenant|a notre|a nos"
    r"|en quelques clics)",
    r"passez (?:vite |des (?:maintenant |aujourd'hui )?)?a (?:la fibre|notre|l'offre|la formule|l'option"
    r"|une formule)"
    r"(?: [\w'-]{1,20}){0,4} (?:pour (?:seulement )?|des |a partir de )",
    r"(?:pour seulement|a partir de|des) \d{1,4}(?:[.,]\d\d)? ?(?:€|euros?)(?: ?par mois| ?/ ?mois)",
    r"pourquoi ne pas (?:passer|souscrire|ajouter|essayer|opter)",
    r"(?:special|exclusive|limited(?:-| )time|introductory|unbeatable|great) (?:offers?|deals?|prices?|discounts?)",
    r"(?:take advantage of|don't miss(?: out on)?|check out|discover|explore|ask (?:me |us )?about) (?:our|this"
    r"|these)"
    r"(?: [\w'-]{1,20}){0,4}? (?:offers?|deals?|plans?|range|products?|promotions?|upgrades?|services?"
    r"|subscriptions?|packages?)",
    r"upgrade (?:now|today|to our|to the|to a)(?: [\w'-]{1,20}){0,4}? (?:for|from|and (?:save|get|enjoy)|today"
    r"|plan|package)",
    r"(?:discount|promo|promotional|referral|voucher) codes?",
    r"refer a friend",
    r"(?:sign up|subscribe|buy|order) (?:now|today) (?:and|for|to)",
    r"for (?:only|just) (?:£|€|\$) ?\d{1,4}(?:[.,]\d\d)?(?: ?(?:a|per) (?:month|year)| ?/ ?month)",
    r"why not (?:upgrade|try our|add|switch to|subscribe)",
    r"et si vous (?:passiez|optiez|choisissiez|essayiez|souscriviez|ajoutiez|profitiez)",
    rf"(?:pensez|songez) (?:aussi |egalement )?a (?:notre|nos|l'|votre) ?(?:\w{{1,20}} )?{_GOODS}",
    rf"saviez-vous que (?:notre|nos) (?:\w{{1,20}} )?{_GOODS}|faites-vous plaisir|treat yourself",
    rf"(?:did you know|have you (?:considered|thought (?:of|about)"
    rf"|tried))(?: that)? our (?:[\w'-]{{1,20}} ){{0,2}}{_GOODS}",
    r"add (?:\w{1,20} ){1,3}(?:today|now) for",
    r"(?:notre|nos) nouvel(?:le)?s? (?:gamme|collection)s?|our new (?:range|collection)|je vous (?:propose"
    r"|recommande|invite)"
    r" (?:de |a )?(?:souscrire|opter|decouvrir|adherer)",
    r"\d{1,2} ?% (?:de (?:remise|reduction) )?sur (?:tous|toutes|nos|notre|une selection)|everything \d{1,2} ?% off",
    r"(?:may|can|could|might) i (?:also )?(?:interest|tempt) you in|while (?:i have you|you(?:'re"
    r"| are) here),? (?:may|can|could|have|did"
    r"|would|our)|(?:puis-je|je peux) vous (?:interesser|tenter)",
    rf"saviez-vous que (?:l'|la |le |les )?{_GOODS} (?:[\w'-]{{1,20}} ){{0,4}}?(?:n'est qu'a"
    r"|ne coute qu|est a (?:seulement|partir)|coute \d|commence a)",
    r"black friday|cyber monday|a moitie prix|now half[- ]price|half[- ]price (?:on|offer|sale)",
    r"(?:get|enjoy|save|economisez|gagnez|jusqu'a|up to) (?:\w{1,10} ){0,2}\d{1,2} ?%",
)
# A person who asks what there is gets the answer.
_ASKED = phrases(
    r"(?:vos|quelles?|une?|les|des|votre) (?:[\w'-]{1,20} )?(?:offres?|tarifs?|forfaits?|formules?|promotions?"
    r"|code promo)"
    r"(?: [\w'-]{1,20}){0,8}? ?\?",
    r"(?:je (?:voudrais|souhaite|souhaiterais|veux|cherche|aimerais)|peut-on|puis-je"
    r"|comment)(?: [\w'-]{1,20}){0,3}? (?:souscrire"
    r"|m'abonner|changer d'(?:offre|abonnement)|changer de (?:forfait|formule)|passer a|un abonnement"
    r"|un forfait|une offre)",
    r"combien (?:coute|couterait)|quel (?:est le |serait le )?(?:prix|tarif)|code (?:promo|de parrainage)",
    r"(?:which|what) (?:[\w'-]{1,20} ){0,2}?(?:offers?|plans?|packages?|deals?|prices?)",
    r"(?:i (?:would like|want|wish)|i'd like|can i|could i|how (?:do|can) i) (?:to )?(?:upgrade|subscribe"
    r"|sign up|switch|change"
    r" (?:my|to))",
    r"how much (?:is|are|does|would)|promo codes?|discount codes?|referral codes?",
)


def look(draft: Draft) -> Iterator[Finding]:
    if _ASKED.search(draft.said):
        return
    spans = [span for span in sentences(draft.seen) if _SELLS.search(draft.seen[slice(*span)])]
    if spans:
        yield Finding(
            "sales",
            "stop",
            _("This letter sells something, and the person wrote about something else."),
            tuple(spans),
            _("Take the offer out; answer their matter."),
        )
