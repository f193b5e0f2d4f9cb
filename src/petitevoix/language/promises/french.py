"""French words that commit their writer, in plain letters."""

import re

from petitevoix.language.promises.tongue import Commitments

# Pronouns between the subject and its verb, and adverbs between the parts of a verb.
_PRONOUNS = r"(?:(?:me|te|se|le|la|les|nous|vous|lui|leur|en|y) |[mtsl]'|[a-z]+ment )*+"
_ADVERBS = (
    r"(?:[a-z]+ment |donc |aussi |bien |tous? |toute |ensuite |alors |bientot |encore |egalement |tout de suite )*"
)
_WE = r"(?:je |j'|nous |on )"
_PARTICIPLE = r"[a-z]{2,}(?:e|i|u|is|it|rt|ert|int|fait)e?s?\b"
_THEIR_ACTS = (
    r"(?:rappeler|rappeller|contacter|recontacter|appeller|enverr|reenverr|renverr|livrer|relivrer|interviendr|passer"
    r"|repasser|viendr|reviendr|recevr|proceder|traiter|repondr|rembourser|arriver|parviendr|reparer|remplacer"
    r"|rectifier|corriger|tiendr|informer|apparaitr|figurer|expedier|transmettr|verser|crediter|deduir|prendr"
    r"|effectuer|previendr|avertir|adresser|fer|rendr|remettr|retablir|reglera?|verifier|analyser|etudier|examiner"
    r"|accompagner|assister|suivr|occuper|couvrir|interviendr|annuler|resilier|activer|debloquer|fonctionner)"
)
_ARRIVES = (
    r"(?:arrive|arrivent|part|partent|repart|passe|passent|repasse|vient|viennent|intervient|interviennent|livre"
    r"|livrent"
    r"|rappelle|appelle|contacte|recontacte|commence|debute|reprend|se presente|se rend|s'en occupe|s'en charge"
    r"|prend en charge|prend contact|revient|reviennent|repond|transmet|envoie|expedie|traite|etudie|examine|procede"
    r"|(?:vous|te) (?:rend|rendent|donne|donnent|ecrit|ecrivent)|telephone|rembourse|previent|avertit|verse|remplace"
    r"|repare|apporte|depose|remet"
    r"|(?:est|sont) (?:bien )?(?:prevu|programme|planifie|fixe|attendu|confirme|reporte|decale|avance|reserve)e?s?"
    r"|prend effet|entre en vigueur|sort|tient|recoit|recoivent)"
)
_SCHEDULED = r"(?:prevu|programme|planifie|fixe|reserve|convenu|cale|bloque|obtenu|note|reprogramme|organise|trouve)"
_RECEIVE = (
    r"(?:recevrez|aurez|obtiendrez|serez|disposerez|beneficierez|retrouverez|recupererez|toucherez|verrez|entendrez"
    r"|percevrez|n'aurez)"
)
# The present of verbs in -rer, which looks like a future: a promise with a time only.
_NOW = (
    r"(?:(?:re)?preparons|(?:re)?livrons|reparons|retirons|recuperons|cloturons|facturons|enregistrons|integrons"
    r"|accelerons|liberons|instaurons|operons|procurons)"
)
_SURE = [
    # What a colleague was asked to do binds us as much : « j'ai demandé à Paul de vous rappeler ».
    r"(?:j'ai|nous avons|on a) (?:deja |aussi |bien |egalement )*(?:demande|charge|prie) (?!de )[a-z' -]{2,40}?"
    r" (?:de |d'|qu'(?:il|elle|ils|elles|on) )(?:vous|votre|vos) [a-z]+",
    r"(?:a|ont) (?:bien |deja )?ete (?:charge|prie|mandate)e?s? de (?:vous|votre) [a-z]+",
    rf"(?:{_WE}{_PRONOUNS})?(?!{_NOW}\b)[a-z]+(?:rai|rons)\b",
    rf"on {_PRONOUNS}[a-z]+ra\b",
    rf"vous {_PRONOUNS}(?:serez {_ADVERBS}{_PARTICIPLE}|{_RECEIVE}\b)",
    rf"{_THEIR_ACTS}(?:a|ont)\b",
    rf"(?:sera|seront) {_ADVERBS}{_PARTICIPLE}",
    rf"(?:{_WE}{_PRONOUNS})?(?:vais|allons|va|vont|allez) {_ADVERBS}{_PRONOUNS}[a-z]+(?:er|ir|re"
    rf"|oir)\b(?: {_ADVERBS}{_PARTICIPLE})?",
    rf"{_WE}(?:m'engage|nous engageons|s'engage|{_PRONOUNS}(?:promets|promettons|garantis|garantissons|assure que"
    r"|assurons que|donne ma parole|m'assure|nous assurons qu))\b",
    r"(?:je|nous|on) (?:vous |te )(?:rembourse|remboursons|dedommage|dedommageons|recredite|recreditons)\b",
    r"(?:je|nous) (?:vous |te )(?:tiens|tenons) (?:\w+ment )?(?:au courant|informee?s?)\b",
    rf"{_WE}{_PRONOUNS}(?:prends en charge|prenons en charge|offrons|accordons|offre|accorde)\b",
    r"c'est promis\b|(?<![a-z] )promis\b(?= ?[,:!]|$)|vous avez ma parole\b|je fais le necessaire pour\b",
]
_STATES = (
    r"(?:suis|sommes|est|ai|as|a|avons|pense|pensons|espere|esperons|comprends|comprenons|conseille|conseillons"
    r"|recommande"
    r"|recommandons|invite|invitons|demande|demandons|prie|prions|souhaite|souhaitons|veux|voulons|peux|pouvons|peut"
    r"|dois|devons|doit|sais|savons|note|notons|ignore|ignorons|regrette|regrettons|crois|croyons|vois|remercie"
    r"|remercions|attends|attendons|attend|reste|restons|demeurons|ouvrons (?!un)|ouvre (?!un)|fermons|rouvrons"
    r"|connais|connait|connaissons|accepte|acceptons|accueillons|repondons|constate|constatons|aimerais|prefere|suggere"
    r"|suggerons|encourage|encourageons|vous laisse|laissons|compte sur|souhaiterais|voudrais|pourrais|devrais"
    r"|suppose|imagine|devons|avais|etais|etions|avions|pensais|pensions|croyais|comptais|[a-z]+(?:rais|rait|rions"
    r"|aient)"
    r"|[a-z]*[^f](?:ais|ait)|souhaitions|voulions|pouvions|devions|vous (?:rappelle|rappelons|signale|confirme"
    r"|precise|informe) (?:que|qu'|votre|notre|le|la|les)|sers|dispose|disposons)"
)
_TIMED = [
    rf"nous {_PRONOUNS}(?!{_STATES}\b)[a-z]+ons\b",
    rf"(?:je |j'|on ){_PRONOUNS}(?!(?:ne|{_STATES})\b)[a-z]+(?:e|s|x|t|d)\b",
    r"[a-z]{2,}(?:ra|ront)\b",
    r"vous (?:pourrez|devriez)\b",
    rf"(?<!n')(?<!mot de )(?<!avons )(?<!'ai )(?<! ai )(?<! a )(?<! ont )(?<!ete )(?<!deja )(?<!bien ){_ARRIVES}\b",
    rf"(?:devrait|devraient) {_PRONOUNS}(?:etre|arriver|parvenir|recevoir|avoir|intervenir|passer|livrer|revenir)\b",
    rf"(?:avons|ai|a ete|ont ete|avons bien|ai bien) {_PRONOUNS}{_SCHEDULED}e?s?\b",
    r"rendez-vous (?:est|a ete) (?:bien |donc )?(?:pris|fixe|note|confirme|programme|prevu|reporte)\b",
    r"(?:comptez|prevoyez|patientez|donnez-nous|laissez-nous|il faut compter|vous pouvez (?:compter|vous attendre))\b",
]
_NOUNS = (
    r"(?:[a-z]+ )?(?:remboursement|livraison|reponse|rappel|intervention|expedition|envoi|virement|passage|reception"
    r"|retour|reglement du dossier|rendez-vous|depannage|mise en service|retablissement|remplacement|reparation"
    r"|installation|traitement|credit|avoir|point d'etape|visite|resolution|activation|enlevement)s?"
)
_SAID = (
    r"(?:dit|dite|dites|disent|indique|indiquent|annonce|annoncent|assure|pense|pensent|croit|croient|affirme|estime"
    r"|precise|prevenu|previent|espere|esperons|pensons|crois|croyons|souhaite|souhaitez|souhaitiez|suppose|imagine"
    r"|imaginez"
    r"|demande(?! (?:a|au|aux) [a-z' -]{2,40}? (?:de|d'|qu'[a-z]+) (?:vous|votre|vos) )"
    r"|demandez|ecrit|ecrivez|promettait|signale|comprends|comprenons|note|ignore|savez|pretend"
    r"|promis)"
)
_US_AGAIN = r"(?=[,;:] ?(?:je|j'|nous|on|votre|vos|un|une|le|la|les|l'|notre|mais)\b|;|$)"

_EVENT = (
    r"\b(?:(?:des|a|apres|a compter de|a partir de) (?:la |le |l'|votre |leur |sa |son |cette )?(?:bonne )?(?:reception"
    r"|retour|validation|confirmation|reouverture|signature|accord|acceptation|verification|encaissement)"
    r"|en cas d(?:e |')(?!besoin)|sous reserve d(?:e |u |es |'))\b"
    r"[^,;:()\x01]*?(?= (?:sous|dans (?:l|u|\d)|d'ici|et|puis|mais|nous (?:vous|nous)|je vous)\b|[,;:()\x01]|$)"
)

FRENCH = Commitments(
    acts=re.compile(rf"(?<![\w'-])(?:(?P<sure>{'|'.join(_SURE)})|(?P<timed>{'|'.join(_TIMED)}))"),
    idle=re.compile(
        rf"(?:{_WE}|vous )?{_PRONOUNS}(?:"
        r"pourr(?:ai|ons|a|ont)\b|(?:devr|faudr|suffir|voudr|saur|souhaiter|aimer|preferer|rester|demeurer|dependr"
        r"|permettr|conviendr"
        r"|trouver|agir|expirer|augmenter|baisser|diminuer|afficher|clignoter|allumer|renouveller|terminer|finir"
        r"|ir|constater|comprendr|remercier|apprecier|voudr|ferm|ouvr|rouvr)(?:ai|ons|a|ont|ez)\b"
        r"|prendr(?:a|ont) fin|arriver(?:a|ont) a (?:echeance|expiration|terme)|aur(?:a|ont|ai|ons) (?:besoin|du mal"
        r"|a )"
        r"|aur(?:ez|ons) (?:a |besoin|le choix|la possibilite|accueilli|du mal)|verr(?:ons|a)\b"
        rf"|(?:sera|seront|serai|serons|serez|va etre|allons etre|va|allons) {_ADVERBS}(?:ravie?s?|heureu|absente?s?"
        rf"|fermee?s?"
        r"|ouverte?s?|en conge|joignable|presente?s?\b|libres?|desole|oblige|tenue?s? de|tenue?s? d'|necessaire"
        r""
        r"|demandee?s?|requise?|du\b|suffisant|satisfaite?s|chez vous(?= ?[?])|possible|impossible|utile"
        r"|reconduite?|mentir|la\b)|(?:serai|serons) (?:\w+ )?(?:disponible|a votre|la pour)"
        r"|(?:sera|seront) (?:\w+ )?(?:joignable|dues?\b|valable)"
        r"|allez (?!etre|recevoir|avoir|obtenir|recuperer|beneficier|pouvoir)"
        # When one is there again is no promise; what one does then is.
        r"|(?:(?:serai|serons|suis|sommes) de retour|reviens|revenons|reviendrai|reviendrons|rentre|rentrerai)\b"
        r"(?![^,;.]{0,40} (?:vers|avec|chez|pour|sur)\b)"
        r"|(?:nora|sara|clara|laura|sandra|alexandra|samira|zahra|barbara|vera|tamara|petra"
        r"|opera|camera|extra|infra|ultra|mantra|cobra|vrai|front|environs|citrons|patrons|barons|marrons|metrons"
        r"|assurons(?! qu)|esperons|ouvrons|montrons|entrons|rentrons"
        r"|considerons|suggerons"
        r"|gerons|preferons|tirons|declarons|mesurons|couvrons|decouvrons|deplorons"
        r"|ignorons|rencontrons|ameliorons|reiterons"
        r"|demeurons|desirons|administrons|figurons|honorons|adherons|attirons|structurons)\b"
        r")"
    ),
    refused=re.compile(
        r"(?:\bne |\bn')(?!manqu)(?!.{0,40}\bque\b)|\baucune?\b|\bpersonne ne\b|\bimpossible\b|\bsans que\b"
        r"|\bpeut-etre\b"
        r"|\b(?:paiement|reglement|solde|montant) (?:est|sont|doit)\b|\bdemande si\b|\bmon absence\b|\b(?:contrat"
        r"|abonnement|offre|essai|garantie|bail) (?:prend|se|arrive)\b"
        r"|\b(?:hotline|standard|boutique|magasin|agence|guichet|passage a l'heure)\b"
    ),
    refused_after=re.compile(r"(?<!manquerons)(?<!manquerai) (?:pas|plus jamais|jamais|rien|aucun|ni)\b"),
    hints=re.compile(rf"\b{_NOUNS}\b|(?<![\w-])(?:{'|'.join(_SURE + _TIMED)})"),
    announced=re.compile(
        rf"{_NOUNS}(?! (?:gratuite?|offerte?))(?: (?!(?:est|a lieu|sont|a|ont|sera|ait|aurait|soit|serait|peut"
        rf"|pourrait|puisse|etait) )(?:[a-z'-]+|\d[\d.,]*€?|€)){{0,5}}? ?(?:: ?)?$"
    ),
    aside=re.compile(
        r"\b(?:(?:si|quand|lorsque|lorsqu'[a-z]+|une fois (?=que|qu'|votre|le |la |les |ce |cette |l')|tant que"
        r"|tant qu'[a-z]+|jusqu'a ce que|avant que|sauf si"
        r"|au cas ou|(?:sous reserve|a condition|sous condition|a moins) (?:que|qu'[a-z]+)|a condition (?:de|d')"
        r"|(?:dans la mesure|dans le cas|pour autant) (?:ou|que|qu'[a-z]+)|apres que|pourvu (?:que|qu'[a-z]+)"
        r"|s'(?=ils?\b)"
        r"|(?:des|aussitot) (?:que|qu'[a-z]+)(?! (?:possible|nous (?:le )?pourrons|je (?:le )?pourrai"
        r"|cela sera possible)))\b"
        r"[^,;:\x01]*?(?=[,;:]|(?<=[a-z]{2} )\b(?:nous (?:vous|nous)|je vous|alors)\b|$)"
        rf"|(?:selon|d'apres|il se peut|il est possible|imaginez|imaginons)\b.*?{_US_AGAIN.replace('le|la|les|', '')}"
        rf"|(?<!vous )(?:{_SAID}) (?:qu'|que |si |a |un |une |vouloir |pouvoir )(?!je |nous ).*?{_US_AGAIN}"
        rf"|(?:espere|esperons|pense|pensions|pensons) .*?{_US_AGAIN})"
    ),
    condition=re.compile(
        r"(?:(?P<doubtful>si|s'ils?|quand|lorsque)|lorsqu'[a-z]+|une fois|tant (?:que|qu'[a-z]+)|sauf si|au cas ou"
        r"|sous reserve|(?:a|sous) condition|a moins|dans la mesure|dans le cas|pour autant|apres que|pourvu"
        r"|(?:des|aussitot) (?:que|qu'[a-z]+))\b(?! (?:possible|besoin est|tot|vite|peu)\b)"
    ),
    event=re.compile(_EVENT),
    no_condition=re.compile(
        r"\b(?:meme|comme|(?:voir|savoir|sai[st]|savons|di(?:re|s|t|tes|rai|rons)|previen(?:s|t|drai|drons)|prevenons"
        r"|(?<!votre )(?<!la )(?<!de )(?:verifi|confirm|precis|indiqu|regard|demand|signal|control|ignor|test|inform)"
        r"(?:er?|ez|ons|ent|erai|erons|era))(?:-(?:nous|moi|lui))?"
        r"(?: (?!(?:les?|la|votre|vos|une?|ce|cette) |l')[a-z0-9'-]+){0,4}) $"
    ),
    goes_on=re.compile(
        r"(?:, (?:le |la |les |l'|votre |vos |un |une |des |son |sa |ses |leur )[a-z' -]{2,40}){0,6}"
        r" et (?:le |la |les |l'|votre |vos |un |une |des |son |sa |ses |leur )[^,;:\x01]{2,80}(?=,)"
        r"|, (?:et|ou) (?:que |qu'|si )[^,;:\x01]{2,120}(?=[,;:]|$)"
    ),
    opens=re.compile(
        r"[;:!()\x01\n•]|\.(?!\d)|,(?!\d)|(?:^| )- |\b(?:et|mais|car|que|donc|puis|alors|or|sinon|ainsi|puisque) |\bqu'"
    ),
    closes=re.compile(
        r"[;:()\x01\n]|,(?!\d)| - | (?:mais|car|sauf|puisque|parce|afin|sinon|par contre|sans que|(?:et|ou) (?:vous"
        r"|votre|merci|pouvez"
        r"|souhait|restons|reste)) ?\b"
    ),
    also=re.compile(r" (?:et|puis|ensuite) (?!(?:a|au|d'ici|avant|sous|dans) )"),
    writer=re.compile(r"\b(?:je|j'|nous|on)"),
    regular=re.compile(r"\b(?:je|nous|on) (?:vous|te) |\bvous (?:recevrez|aurez|serez)\b"),
    no_subject=re.compile(r"(?:(?:me|te|se|le|la|les|nous|vous|lui|leur|en|y) |[mtsl]')*"),
    greeting=re.compile(
        r"(?:\W|(?:bonjour|bonsoir|chere?s?|madame|monsieur|merci|et|mais|donc|alors|ensuite|enfin|bien sur|d'accord"
        r"|sachez)\b"
        r"(?! (?:fait|de)))*"
    ),
)
