"""How people ask in French. Folded: no accents, no apostrophes, no hyphens."""

from petitevoix.language.asking.grammar import Grammar, at_start, phrase
from petitevoix.language.asking.not_asking import COURTESY, RHETORICAL

YOU = "(?:vous|vs|tu)"
ME = "(?:me |m |moi |nous |lui |leur |le |la |les |l |y |en )"
# What interrogatives lean on: « dans quel », « à qui », « depuis combien de temps ».
PREPOSITION = (
    "(?:(?:a|de|d|par|pour|avec|sur|dans|chez|depuis|jusqu a|jusqu|jusque|des|en|sous|vers|aupres de|selon|pendant) )?"
)
QUEL = "(?:quels?|quelles?|kel|quele)"
# Verbs that people turn around with « vous ».
CAN = "(?:po?u[vr]r?i?ez|pouvez|pouver|pourriez|pouriez|pourrez|pourrais|peux|pourras)"
WOULD = "(?:voudriez|voulez|veux|voudrais|accepteriez)"
TELL = (
    "(?:dire|indiquer|preciser|confirmer|expliquer|informer|renseigner|eclairer|eclaircir"
    "|donner (?:des )?nouvelles"
    "|savoir|rappeler (?:quel|comment|quand)|dites?|dis|indiquez|precisez|expliquez|confirmez"
    "|informez|connaitre"
    "|comprendre|tenez|tenir|faire (?:savoir|connaitre)|faites (?:savoir|connaitre))"
)
INTERROGATIVE = (
    "(?:si|s ils?|quand|ou|comment|pourquoi|combien|quels?|quelles?|lequel|laquelle|lesquels|qui"
    "|ce qu[ie]?|a qui|a quels?"
    "|a quelles?|a combien|de quels?|de quelles?|dans quels?|dans quelles?|jusqu|depuis|d ou"
    "|a partir|sur quels?|quoi"
    "|par quels?|sous quels?|au courant|ou en)"
)

QUESTION = [
    "(?:je|j|nous) ?(?:vous |me permets de vous |nous permettons de vous |reviens vers vous )"
    "(?:contact\\w+|ecri\\w+|appel\\w+|sollicit\\w+|recontact\\w+)? ?(?:aujourd hui )?"
    "(?:pour|afin de|dans le but de) (?:savoir|connaitre|demander (?:si|quand|comment|quel)"
    "|avoir des nouvelles)",
    (f"{PREPOSITION}(?:e?s+t? ?ce qu[ei']?|est ce que?|es(?:t|que) ?ce ?qu[ei]?|es ce (?:que?|qu) ?|esk[ei]?|esque) "),
    "(?:qu|k) ?es?t? ?ce qu[ei] ",
    "quest ce qu[ei] ",
    "que se passe",
    (
        "que (?:dois|faut|puis|doit|faire|devons|signifie|deviennent|devient|contient|comprend"
        "|couvre|proposez|pensez)\\b"
    ),
    ("c (?:est )?(?:quoi|koi|combien|quand|pour quand|ou|qui)\\b(?! ?,? ce (?:service|delire|bordel|cirque))"),
    f"{PREPOSITION}{QUEL} (?:est|sont|seront?|serait|etait|ont|a ete|que soit"
    f"|(?:\\w+ ){{1,4}}?(?:est|sont|seront?|faut|dois|puis|peut|pouvez|avez|allez|devons|doit"
    "|seriez|proposez|vous|ferme|ouvre|passe|arrive)\\b)",
    f"{PREPOSITION}(?:lequel|laquelle|lesquels|lesquelles) ",
    f"{PREPOSITION}combien (?!de temps j attends)(?:ca|cela|coute|co?ute|de temps|faut|vaut|dois"
    "|font|fait|d|est|sont|serai|y|on|je|vous|va)\\b",
    "(?:comment|coment|commen) (?:je|j|on|puis|faire|fait|faut|ca (?:marche|se passe|fonctionne)"
    "|cela|dois|se|peu[xt]?|proceder|est|sont|obtenir|avoir|savoir|changer|activer|marche"
    "|fonctionne|contacter|pouvons|va|recuperer|annuler|resilier|modifier|vous|le|la|mon|ma)\\b",
    "(?:pourquoi|pk|pkoi|pq|prkoi) (?!pas\\b)\\w",
    "(?:quand|kan|kand|qd) (?:est|es|e|sera|serai|seront|vais|vas|va|allez|aurai|pourr|puis|dois"
    "|pens|compte|arriv|recevr|vien|passe|doit|mon|ma|mes|vous) ?\\w*",
    "(?:d )?ou (?:est|en est|en sont|sont|se trouve|puis|peut|dois|en etes|faut|trouver"
    "|s adresser|est ce|je peux|on peut|je dois|envoyer|vient|viennent|doit)\\b",
    "(?:a|de|avec|pour|chez|par) (?:qui|quoi|ki) (?:dois|doit|puis|faut|peut|est|sert|servent"
    "|correspond|s adresser|m adresser|je|on)\\b",
    "(?<!voila.)qui (?:est|doit|paie|paye|peut|va|prend|s occupe|contacter|appeler|dois) ",
    "quid d",
    "et (?:si|pour|concernant|qu en est) \\w+ ?(?=.*\\?)",
    f"(?:sa(?:vez|is)) {YOU} ",
    "y a t il",
    "ya ?t ?il",
    "y aurait il",
    "y a til",
    "existe t il",
    "reste t il",
    "qu en est il",
    "se peut il",
    "(?:etes|avez|auriez|faites|serez|aurez|livrez|vendez|prenez|acceptez|proposez|disposez"
    "|comptez|pensez|reprenez|allez|connaissez|seriez|etiez|confirmez|devez|pratiquez|assurez"
    "|remboursez|couvrez|facturez|etes|aviez) vous ",
    "(?:es|as|peux|vas|sais|connais|fais) tu ",
    ("(?:dois|puis|suis|vais|ai|pourrai|pourrais|devrais|aurais|aurai|serai|recevrai|peux) je (?!\\.)"),
    "(?:sommes|avons|devons|pouvons|allons|serons) nous ",
    "(?!estelle )(?:faut|faudra|faudrait|est|sera|serait|va|peut|doit|a|aura|vaut|suffit) ?(?:t )?(?:il|elle|on|ce)"
    " (?!dit)",
    "(?:sont|seront|ont|vont|peuvent|doivent) (?:ils|elles) ",
    "(?:je|j|nous|on) ?(?:voudrais|voulais|souhaite|souhaiterais|souhaitais|aimerais|desire"
    "|desirerais|veux|aimerai|voudrai|souhaitons|voudrions|aimerions|cherche|cherchons|tiens"
    "|tenais)(?: (?:juste|simplement|bien|donc|egalement|aussi|seulement|surtout))*(?: a"
    "| avoir)? (?:savoir|connaitre|comprendre (?=comment|pourquoi|ce|quel|si|la|le|les|l|d ou"
    "|qui)|des nouvelles|etre (?:informee?|fixee?|renseignee?|au courant)|des (?:precisions"
    "|renseignements|informations|explications)|(?:une|plus de|quelques) (?:precisions?"
    "|renseignements?|informations?|explications?|reponse))",
    "(?:me|m) permets de vous demander (?:si|quand|ou|comment|quel)",
    "(?:je|nous) (?:me|nous) (?:demande|demandais|demandons)(?: donc)? (?:si|s|quand|comment"
    "|pourquoi|ou|combien|quel|quelle)\\b",
    "(?:je|j|on|nous) ?(?:n |ne )?(?:sais|sait|comprends|comprend|comprenons|arrive|arrivons"
    "|savons|trouve|vois) (?:pas|plus|toujours pas)(?: bien| vraiment| trop)*(?: a (?:comprendre"
    "|savoir|voir|trouver))? (?:comment|pourquoi|quel|quelle|quels|quelles|combien|ou|quand|qui"
    "|a qui|si je|s il faut)\\b",
    "j ignore (?:si|comment|quand|ou|quel|quelle|pourquoi)",
    "reste a savoir",
    "(?:je|j|on|nous) ?(?:n |ne )?(?:ai|ont|a|avons) (?:pas|toujours pas) (?:bien |vraiment )?compris (?:pourquoi"
    "|comment|quand|quel|quelle|si|ou|combien)\\b",
    "la question est (?:de savoir|simple|:)",
    "savoir si ",
    "ma question (?:est|porte|concerne)(?! (?:la suivante|simple|restee))",
    "(?:quelqu un|qqn) (?:peut|pourrait|sait|saurait)",
    "(?:je|j) ?(?:vous )?(?:demande|souhaite que vous m|attends que vous m|aurais voulu"
    "|voulais vous demander|souhaitais vous demander|aurais aime savoir|aurais besoin de savoir"
    f"|ai besoin de savoir|aimerais que vous m)(?: {TELL})? ?{INTERROGATIVE}\\b",
    ("(?:des|avez vous des|auriez vous des) (?:nouvelles|infos?|informations?) (?:de|sur|concernant)(?=.*\\?)"),
]
REQUEST = [
    "(?:je|nous) (?:vous |me permets de vous |nous permettons de vous |viens vers vous |reviens vers vous )"
    "(?:contact\\w+|ecri\\w+|appel\\w+|sollicit\\w+|recontact\\w+)? ?(?:aujourd hui )?"
    "(?:pour|afin de|afin d|dans le but de)"
    " (?:vous )?(?:demander|obtenir|avoir|recevoir|resilier|annuler|solliciter|reclamer|faire|etre|changer|prendre)",
    "je vous laisse (?:donc )?(?:le soin de )?(?:me |nous )?(?:re)?"
    "(?:contacter|rappeler|verifier|revenir|faire|regarder|proceder)",
    f"{CAN} {YOU} ",
    f"{YOU} (?:{CAN}|pouvez) (?:me|m|nous|le|la|les|l|lui) (?=.*\\?)",
    f"{YOU} {CAN} \\w+[ei]r (?=.*(?:\\?|svp|stp|merci|plait))",
    f"{WOULD} {YOU} (?:bien |me |m |nous )",
    "auriez vous (?:l (?:amabilite|obligeance)|la (?:gentillesse|bonte)) ",
    "(?:vous )?(?:serait|est|sera) il (?:possible|envisageable) (?:de|d|que|qu)\\b",
    "(?:serait|est) ce possible (?:de|d|que)\\b",
    "(?:c est|c|ce serait|il serait|il est) possible (?:de|d|que) (?=.*\\?)",
    "possible (?:de|d) (?=.*(?:\\?|svp))",
    "y a(?:urait)? (?:t )?(?:il )?(?:moyen|possibilite) (?:de|d|que)\\b",
    "(?:puis|pourrais|pourrai|peux|pouvons|pourrions|peut|pourrait) (?:je|nous|on) (?:avoir"
    "|obtenir|recevoir|etre (?:rappele|contacte|rembourse)|vous demander)",
    "(?:merci|merci)(?: par avance| d avance| beaucoup| infiniment)? (?:de|d) (?:ne (?:pas"
    f"|plus) )?(?:bien )?(?:vouloir )?(?:bien )?{ME}{{0,2}}(?!avoir|etre|votre|vos|ta|ton|cette"
    "|ce |la |notre|tout|l attention)\\w+(?:er|ir|dre|tre|ire|oir|clure|ure|vre)\\b",
    "(?:veuillez|veuiller|veullez|vueillez|veuilez)(?: donc| aussi"
    "| egalement)?(?: bien)? (?!agreer|recevoir mes|recevoir l|recevoir,|croire|accepter (?:mes"
    "|nos)|trouver|(?:m|nous) excuser|excuser|pardonner)",
    "(?:vous )?pri(?:ere|ons|e) (?:vous )?de (?!ne pas repondre|croire|agreer|recevoir|m excuser"
    "|nous excuser|trouver|noter)",
    "(?:je|nous) vous (?:remercie|remercions|remercierais|remercierai)(?: donc| par avance"
    "| d avance| vivement)* (?:de|d) (?!votre|vos|avoir|m avoir|nous avoir|l |la |cette|ce |ta "
    "|ton |tout)(?:ne (?:pas|plus) )?(?:bien )?(?:me |m |nous |le |la |l |les |lui "
    "|y )*\\w+(?:er|ir|re|oir)\\b",
    "(?:je|nous) vous (?:prie|prions|prierais|prierai)(?: donc)? (?:de|d) (?!croire|agreer"
    "|recevoir|m excuser|nous excuser|bien vouloir (?:agreer|m excuser|croire|recevoir|accepter)"
    "|trouver)",
    "(?:je|nous) (?:vous |te )?(?:demande|demandons|redemande)(?: donc| par consequent"
    "| egalement| aussi| a nouveau)? (?:de |d |que |qu |une? |le |la |l |les |des |a |mon |ma "
    "|mes )(?!quoi|abord)",
    "(?:je|nous) (?:vous )?(?:saurais|saurions|serais|serions|serai)(?: tres| fort| infiniment"
    "| bien)? (?:gre|reconnaissante?s?|obligee?s?) (?:de|d|si)\\b",
    "(?:je|j|nous|on) ?(?:vous )?(?:souhaite|souhaiterais|souhaiterai|souhaitons|souhaiterions"
    "|souhaitais|voudrais|voudrai|voudrions|voulais|veux|voulons|aimerais|aimerai|aimerions"
    "|desire|desirons|desirerais)(?: donc| bien| aussi| egalement| juste| simplement| maintenant"
    "| vraiment| par consequent| vous)* (?!savoir|vous (?:dire|remercier|feliciter|informer"
    "|souhaiter|signaler|presenter|exprimer|faire part|tenir)|dire|remercier|feliciter|informer"
    "|signaler|souligner|une (?:bonne|agreable|excellente)|un (?:bon|agreable)|de (?:bonnes"
    "|joyeuses)|bonne|bon courage|plein|a (?:toute|tous)|que (?:du|tout|vous passiez|ca|cela)"
    "|que tout|rester (?:poli|correct)|pas|plus|croire|preciser|rappeler que|attirer"
    "|comprendre voila|vous voir|bien voir)\\w+",
    "(?:je|j|nous) ?(?:vous )?(?:exige|exigeons|reclame|reclamons|sollicite|sollicitons|requiers"
    "|revendique)(?: donc| par la presente| egalement)? ",
    "(?:je )?(?:tiens|compte) (?:absolument )?(?:a obtenir|a etre|a recevoir|sur (?:vous|toi"
    "|une?|votre) \\w+ ?(?:pour|rapide)?|sur vous pour) ?(?=\\w)",
    "j attends (?:donc )?(?:de votre part|que vous|une? (?:geste|remboursement|solution"
    "|dedommagement|explication|compensation|intervention|avoir)|votre (?:remboursement"
    "|proposition|geste))",
    "(?:il )?(?:m|me|nous|ns) (?:faudrait|faut|faudra)(?! (?:une heure|deux|trois|\\d))",
    "il faudrait(?! (?:que je|etre (?:fou|bete)))",
    "il faut (?:absolument |vraiment |imperativement )?(?:que vous |que quelqu un |me |nous |m "
    "|annuler|rembourser|bloquer|envoyer|corriger)",
    "(?:j ?|nous )?(?:ai|aurais|aurai|avons|aurions) (?:vraiment |absolument |urgemment |donc "
    "|aussi |egalement )?(?:grand )?besoin (?:d |de |que |qu |du |des )",
    "besoin (?:d |de |du |que )",
    "je vous (?:invite|encourage|suggere|propose|charge|somme|mets en demeure"
    "|enjoins)(?: donc)? (?:a|de|d) (?!notre|ma|mon|la|une) ?",
    "(?:pensez|pense|songez|n oubliez pas|n oublie pas|veillez|tachez|essayez|faites|faite"
    "|fais) (?:bien )?(?:a|de|d|en sorte|le necessaire|moi|nous|vite|quelque chose|attention"
    "|suivre|passer|parvenir|un geste)\\b",
    "(?:ne|n) (?:me |m |nous |le |la |l |les |lui |y )?(?!manquez|hesitez"
    "|ratez)\\w{3,}ez (?:surtout )?(?:pas|plus|rien|jamais)\\b",
    "(?:dites|tenez|redites|rendez|remettez|mettez|faites|fixez|proposez|trouvez) (?:moi|nous|le)\\b",
    "(?:envoy|renvoy|rappel|appel|rembours|annul|resili|bloqu|debloqu|suppri?m|donn|redonn"
    "|corrig|rectifi|chang|verifi|regard|arret|cess|confirm|communiqu|transm|adress|fourn"
    "|cont?act|laiss|livr|repar|repond|remplac|coup|activ|desactiv|transfer|modifi|ajout|joign"
    "|echang|cloturez|clotur|prevoy|prepar|dep(?:ech)|interven|retir|enlev|remet|met|prolong"
    "|reserv|expedi|trait|aid|consult|installez|reinstall|prevenez|preven|avert|stopp|suspend"
    "|reactiv|indiqu|precis|expliqu|inform|renseign|montr|signal|restitu|credit|proced|pass"
    "|ven)(?:ez|iez|tez|issez|ssez|dez|ttez|sez)\\b(?! vous\\b)",
    "(?:envoie|envois|renvoie|rappelle|appelle|rembourse|annule|dis|donne|aide|verifie"
    "|regarde) (?:moi|nous|le|la|les) ",
    "(?:aide|aidez) ?(?:moi|nous)",
    "(?:au secours|a l aide)\\b",
    "(?:svp|stp|s il vous plait|sil vous plait|s il te plait),? ?:? \\w+(?:er|ir|re|ez)\\b",
    "(?:ma|notre|mes) (?:demande|demandes|requete)(?: est(?: la suivante| simple)?)? ?:",
    (
        "demande (?:d|de|du|des) (?:rappel|remboursement|resiliation|annulation|devis|rendez vous"
        "|duplicata|rectification)"
    ),
    "(?:un|votre|une) (?:geste(?: commercial)?|rappel|reponse(?: rapide)?|retour(?: rapide)?"
    "|dedommagement|intervention) (?:serait|est) (?:apprecie|bienvenu|souhaite|attendu"
    "|le bienvenu|necessaire)",
    "(?:ce|il|ca) (?:serait|me serait)(?: tres)? (?:bien|gentil|utile|sympa|aimable|souhaitable"
    "|agreable|bon) (?:de |d |que vous|si vous|a vous)(?!savoir)",
    "(?:je|nous) (?:recherche|cherche|cherchons|recherchons) (?:une? |le |la |des |du |quelqu un)",
    "inutile de (?:me|m|nous) \\w+er,? \\w+ez",
    "j ?aimerais (?:bien )?qu",
    "a (?:me )?(?:rembourser|rectifier|corriger|envoyer|rappeler)\\b(?=.*(?:svp|merci|plait))",
]

GRAMMAR = Grammar(
    lead_in=phrase(
        "(?:(?:bonjour|bonsoir|bjr|bsr|slt|salut|coucou|hello|cher|chere|chers|madame|monsieur|mme"
        "|messieurs|mesdames|mr|m\\."
        "|alors|donc|du coup|aussi|sinon|par ailleurs|en outre|de plus|ensuite|enfin|bref|voila|ok"
        "|d accord|oui|non"
        "|de meme|egalement|par consequent|en attendant|en consequence|a ce titre|a ce sujet"
        "|par contre|autre chose|derniere question|petite question|question|et|mais|car|puis(?! je)"
        "|or(?! du)"
        "|merci(?! (?:beaucoup |par avance |d avance |infiniment )?(?:de|d) )|svp(?! \\w+[ei]r\\b)"
        "|stp(?! \\w+[ei]r\\b)|s il vous plait|s il te plait|desolee?|premierement|peut etre"
        "|deuxiemement"
        "|d abord|tout d abord|apres|au fait|dans ce cas|pour finir|enfin)\\b[ ,!.;:]*)+"
    ),
    breaks=phrase("(?:et|mais|donc|car|puis|sinon|alors|or|du coup|ainsi que)(?= )"),
    openers=at_start({"question": QUESTION, "request": REQUEST}),
    inverted=phrase(
        "(?!chez|rendez|rassurez|inscrivez|connectez|dites|excusez|imaginez|assurez|adressez|reportez"
        "|mettez|depechez|figurez|munissez|abonnez|presentez|rapprochez|preparez|referez|souvenez"
        "|trouvez)\\w{2,}[^e\\W]?ez vous (?!remerci|pri|souhait)\\w",
        "\\w{2,} t (?:il|elle|on|ils|elles) (?!dit|fait savoir)\\w",
        ("(?:est|sont|sera|seront|peut|peuvent|doit|doivent|ont|vont|fait|prend|vient) (?:il|elle|ils|elles) \\w"),
        "\\w+ent (?:ils|elles) \\w",
        "(?:ou|quand|comment|combien) (?:est|sont|sera|seront|en est|se trouve t|va t|coute t)"
        " (?:il|elle|ils|elles|on)\\b",
    ),
    anywhere=phrase(
        "(?:pouvez|pourriez|pouriez|auriez|savez|avez|voulez) (?:vous|vs) ",
        "(?:peux|pourrais|sais) tu ",
        "(?:est|es|et) ce (?:que|qu) ",
        "esk",
        "merci de (?:me|m|nous|bien vouloir) \\w+",
        "comment (?:je|on) (?:peu|fai|doi|me|le|recup|annul|chang)",
        "quand (?:est ce|vais je|allez vous|sera) ",
        "pourquoi (?:ma|mon|mes|vous|je|on) ",
        "(?:je|j) ?(?:voudrais|voudrai|aimerais|souhaite|souhaiterais|veux|demande) (?:savoir|etre"
        "|un|une|le|la|que|resilier|annuler|changer|mon|ma)",
        "(?:dites|rappelez|remboursez|envoyez|aidez) (?:moi|nous)\\b",
        "vous (?:pouvez|pourriez) (?:me|m|nous) \\w+[ei]r (?=.*(?:svp|stp|\\?))",
        "veuillez \\w+[ei]r",
        ("(?:vous|tu|on|ca|il|elle|je|c est|\\w+) (?:\\w+ )?(?:a (?:quelle heure|combien|quel prix)|\\w+ combien)\\b"),
        "(?:vous|tu|on|ca|c est|ils?) \\w+ (?:quand|ou|comment|pourquoi)[ .!]*$",
        "(?:ou pas|ou non)[ .!]*$",
    ),
    also=phrase(
        "(?:s ils?|si|quand|comment|pourquoi|combien|quels?|quelles?|ou|qui|a quels?|a quelles?"
        "|dans quels?|dans quelles?|a partir de quand|jusqu a quand|a combien) (?!besoin|possible"
        "|necessaire)\\w"
    ),
    order=phrase(
        "(?!(?:assez|chez|rendez|nez|profitez|decouvrez|recevez|croyez|sachez|excusez|tenez|allez"
        "|avez|etes|voyez|imaginez|soyez|agreez|vous|pouvez|savez|aurez|serez|devez|voulez|cliquez"
        "|disons|admettez)\\b)\\w{2,25}(?:ez|iez) (?!vous\\b|pas vous)\\w"
    ),
    wants_to_know=phrase(
        f"{TELL}(?: (?:moi|nous|svp|s il vous plait|egalement|aussi|precisement|exactement|en retour"
        f"|rapidement|donc|bien)){{0,3}},? (?:{INTERROGATIVE}|l etat|le (?:delai|montant|prix|tarif"
        "|cout|statut)|la (?:date|raison|marche|difference|procedure|duree|cause)|les (?:horaires"
        "|delais|tarifs|raisons|demarches|modalites|conditions)|vos (?:horaires|tarifs|delais)"
        "|que vous (?:avez|avez bien)|mon|ma|cette|ce que)\\b",
        "(?:m|nous) (?:eclairer|renseigner|expliquer|informer)\\b",
        "tenez (?:moi|nous) (?:au courant|informe)",
        "donnez (?:moi|nous) des nouvelles",
    ),
    empty=phrase(
        f"(?:{CAN} {YOU}|merci de|veuillez)? ?(?:m |nous |me )?(?:eclairer|aider|renseigner"
        "|conseiller|repondre|depanner|expliquer)(?: svp| s il vous plait| merci)?[ ?.!]*$"
    ),
    please=phrase("svp", "stp", "s il vous plait", "s il te plait", "merci"),
    condition=phrase(
        "(?:si|s|quand|lorsque?|pour|une fois|avant|apres|en cas|au cas|dans le cas"
        "|la prochaine fois|des que|comme"
        "|etant donne|puisque|suite|en application|en vertu|conformement|concernant|a propos"
        "|au sujet|afin|en|sans|pendant|depuis|a partir|selon|sauf|inutile|je n? ?(?:sais"
        "|comprends))\\b"
    ),
    rhetorical=RHETORICAL["fr"],
    courtesy=COURTESY["fr"],
    introduces=phrase(
        "(?:questions?|demandes?|choses|points|interrogations|savoir|suivante?s?|precisions|requetes"
        "|aimerais|voudrais|souhaite|pouvez vous(?: me dire| m indiquer| s il vous plait)?"
        "|pourriez vous(?: me dire| m indiquer| s il vous plait)?|dire|merci de|indiquer|besoin de"
        "|faudrait)[ ?]*:?[ ?]*$"
    ),
    wanted=phrase(
        f"(?:(?:de|d) )?{ME}{{0,2}}\\w{{2,}}(?:er|ir|re|oir)\\b",
        "\\w{3,}ez\\b",
        "(?:une?|le|la|l|les|mon|ma|mes|des) \\w+",
    ),
)
