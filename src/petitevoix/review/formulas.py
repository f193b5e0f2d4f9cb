"""Well-worn formulas of French and English service letters: polite, and true of anybody."""

from petitevoix.review.seeing import phrases, words_of

_MORE = r"(?: [\w'-]{1,30})"
_FRENCH = [
    rf"(?:nous|je) (?:vous )?(?:remercions|remercie) (?:de|pour|d'avoir){_MORE}{{1,12}}",
    rf"merci (?:beaucoup )?(?:de|d'avoir|pour) (?:votre|vos|l'interet|la|nous|pris){_MORE}{{0,8}}",
    rf"nous (?:avons bien|accusons) (?:recu|pris (?:note|connaissance)|reception){_MORE}{{0,6}}",
    rf"(?:nous|je) (?:restons|reste|demeurons|demeure|me tiens|nous tenons) (?:bien entendu |naturellement )?"
    rf"(?:a votre (?:entiere )?(?:disposition|ecoute)|disponibles?){_MORE}{{0,6}}",
    rf"n'hesitez (?:surtout )?pas a{_MORE}{{1,10}}",
    rf"(?:nous|je) (?:vous )?(?:prions|prie) de (?:bien vouloir )?(?:nous |m')excuser{_MORE}{{0,8}}",
    rf"(?:nous|je) (?:vous )?(?:presentons|presente|renouvelons) (?:toutes )?(?:nos"
    rf"|mes){_MORE}{{0,2}} excuses{_MORE}{{0,8}}",
    rf"(?:nous|je) (?:regrettons|sommes{_MORE}{{0,1}} desoles?|suis{_MORE}{{0,1}} desolee?) (?:pour|de) "
    rf"(?:la gene|ce|cet|cette|ces|tout|le|les){_MORE}{{0,8}}",
    rf"(?:nous comprenons|je comprends) (?:tout a fait |bien |parfaitement )?(?:votre|vos){_MORE}{{1,6}}",
    rf"(?:nous accordons{_MORE}{{1,6}} )?(?:a )?la satisfaction de (?:nos|chacun|tous){_MORE}{{0,8}}",
    rf"(?:nous|nos equipes) (?:mettons|mettent|faisons|font) (?:actuellement )?tout{_MORE}{{1,10}}",
    rf"votre (?:demande|dossier|reclamation|message|courrier|courriel) (?:a bien ete|a ete|est|sera) (?:bien )?"
    rf"(?:prise? en|transmise?|traitee?|enregistree?|recue?|en cours){_MORE}{{0,12}}",
    rf"(?:reviendra|reviendront|reviendrons|revenons|recontactera|recontacterons) (?:vers )?vous{_MORE}{{0,6}}",
    r"dans les (?:meilleurs|plus brefs) delais",
    rf"pour toutes? (?:autre )?(?:informations?|questions?|demandes?){_MORE}{{0,4}}",
    rf"(?:faisant )?suite a votre (?:demande|message|courriel|appel|courrier|reclamation){_MORE}{{0,4}}",
    r"(?:nous avons|j'ai) le (?:plaisir|regret) de vous (?:informer|annoncer)(?: que)?",
    rf"(?:en vous souhaitant|(?:nous|je) vous souhaitons?|(?:nous|je) vous souhaite){_MORE}{{0,8}}",
    rf"en esperant (?:avoir|que){_MORE}{{1,8}}",
    rf"dans l'attente de{_MORE}{{1,8}}",
    rf"votre (?:satisfaction|confiance) (?:est|nous){_MORE}{{1,6}}",
]
_ENGLISH = [
    rf"(?:thank you|thanks) (?:very much |so much )?for (?:contacting|your|reaching|getting|writing|being"
    rf"|taking){_MORE}{{0,10}}",
    rf"we (?:have )?(?:received|acknowledge) your (?:request|message|e-mail|email|letter|enquiry|complaint"
    rf"|inquiry){_MORE}{{0,4}}",
    rf"(?:we|i) (?:truly |fully |completely )?(?:understand|appreciate) (?:your|how|the){_MORE}{{1,8}}",
    rf"(?:we|i) (?:sincerely |deeply )?apologi[sz]e for (?:any|the|this){_MORE}{{1,8}}",
    rf"(?:we are|i am|we're|i'm) (?:very |so |truly |sincerely )?sorry (?:for|about) (?:any|the"
    rf"|this){_MORE}{{1,8}}",
    rf"(?:please )?(?:do not|don't) hesitate to{_MORE}{{1,10}}",
    rf"(?:please )?feel free to{_MORE}{{1,10}}",
    rf"(?:please )?let (?:us|me) know if you (?:have|need){_MORE}{{1,8}}",
    rf"if you have any (?:other |further |more )?(?:questions|concerns){_MORE}{{0,8}}",
    rf"(?:we|i) (?:remain|are|am) at your (?:disposal|service){_MORE}{{0,8}}",
    rf"your (?:request|case|message|complaint|enquiry|inquiry) (?:has been|is being|will be|was|is) "
    rf"(?:received|forwarded|passed|processed|registered|logged|important|taken){_MORE}{{0,12}}",
    rf"(?:someone|a member of{_MORE}{{1,4}}|one of our{_MORE}{{1,3}}|we|our{_MORE}{{1,3}}|who) will (?:get back"
    rf"|be in touch"
    rf"|respond|reply|contact you){_MORE}{{0,10}}",
    r"as soon as possible",
    r"at your earliest convenience",
    rf"your satisfaction is{_MORE}{{1,8}}",
    rf"we value (?:your|our|you){_MORE}{{0,8}}",
    rf"we (?:strive|always aim|do our (?:best|utmost)){_MORE}{{1,10}}",
    rf"(?:i|we) hope (?:this|that) (?:helps|answers|message finds|e-mail finds|email finds){_MORE}{{0,4}}",
    rf"(?:in response|further|with reference) to your (?:request|message|e-mail|email|letter|call"
    rf"|enquiry){_MORE}{{0,4}}",
    rf"have a (?:nice|great|good|lovely|wonderful){_MORE}{{1,4}}",
]
FORMULA = phrases(*_FRENCH, *_ENGLISH)


def is_courtesy(sentence: str) -> bool:
    """Tell whether a sentence in plain letters says little but a formula."""
    words = len(words_of(sentence))
    said = sum(len(words_of(found[0])) for found in FORMULA.finditer(sentence))
    return words <= 2 or said * 2 >= words
