"""The turns of phrase by which a reply answers nothing: receipts, regrets, restatements, and what is put off.

Lower case, straight apostrophes, accents as written or not (`.` stands for either).
"""

HOLLOW = (
    # We have it.
    "(?:bien )?re[cç]u votre (?:message|demande|mail|courrier|courriel|question)|accus(?:e|ons|é) réception|pris (?:bonne )?note|reten(?:u|ir) toute notre attention"
    "|received your (?:message|request|email|e-mail|letter|question)|has been noted|taken note|bien noté|bien comprise?|well noted"
    # We will see.
    "|revien(?:s|drons|drai|t|dra) vers vous|reviendr|meilleurs délais|plus vite possible|dès que (?:possible|j'ai|nous)|sous peu|prochainement|get back to you|be in touch|as soon as|shortly|in due course"
    "|(?:transmets|transmettons|transmis|fais suivre|faisons suivre|remonte|remontons) (?:votre|le|la|ce|cette|votre)|(?:pass|passing|forward|forwarding|escalat)\\w* (?:this|your|it) |service concerné|relevant team"
    "|(?:allons|vais) (?:étudier|examiner|regarder|vérifier|demander|voir|me renseigner|nous renseigner|analyser)|look into|(?:will|'ll) (?:check|ask|see|investigate|find out|review|examine)|looking into|on s'en occupe|we're on it|we are on it"
    "|en cours (?:d'étude|d'analyse|de traitement|d'examen)|under review|being (?:reviewed|looked|processed)"
    # I do not know yet; I will say.
    "|(?:ne|n') ?(?:sais|savons|ai|avons|peux|pouvons)(?: pas)? (?:encore|pas encore)|pas encore (?:la réponse|de réponse|d'information|de date)|don't (?:yet )?know|do not (?:yet )?know|not sure yet|no (?:date|information) yet|je vous (?:le )?dis|vous (?:le )?dirai|tell you on|let you know|tiendr\\w+ (?:informé|au courant)|keep you (?:posted|informed|updated)"
    # Kind words.
    "|satisfaction|priorité|priority|regrettons (?:ce|cette|le)|comprenons|je comprends|(?:i|we) understand|inquiétude|concern(?:s)?\\b|patience|confiance|thanks for (?:asking|reporting)|merci de votre question"
    "|cordialement|bonne journée|kind regards|best regards|sincerely|n'hésitez pas|feel free|don't hesitate|à votre disposition|signalement"
    # What you ask.
    "|vous (?:nous |me )?(?:demandez|souhaitez|voulez|posez|interrogez)|vous (?:aimeriez|désirez) savoir|votre question (?:sur|concernant|porte|est)|you(?:'d| would)? (?:ask|asked|are asking|want to know|like to know|wonder|wish to)|your question (?:about|is|on)|asking about"
    "|toutes (?:les|ces) informations|all (?:the )?information|on our website|sur notre site|consulter notre|visit our|voir notre site|see our"
)
# Courtesy that may stand in one sentence with an answer.
KIND = "(?:(?:et|and|but|mais) )?(?:(?:i|we|je|j'en|nous) )?(?:(?:am|are|suis|sommes) )?(?:vraiment |very )?(?:désolée?s?|navrée?s?|sorry|apologi[sz]e|apologies|présent\\w+ (?:nos|mes) excuses|excuses|thank you|thanks|merci)(?: (?:de|pour|for|to hear|about|that|que))?"
# What is said not to be.
DENIED = "\\b(?:ne|n'|not|never|aucune?|no longer|plus|jamais|no|non|can't|cannot|won't|don't|doesn't|isn't|didn't|malheureusement|unfortunately|passée?|closed|complet\\w*|full)\\b|n't\\b"
# What is said of paying by whom says it is included, or on us.
FEE = "inclus\\w*|included|compris\\w*|comprend|includes|sans engagement|on us|(?:pour|à) (?:nous|notre charge)|à votre charge|facturée?|charged?|payante?|coûte|costs?|frais|fees?|pa[iy]\\w*|imposable|débit\\w*"
# An act, a commitment or a refusal: what a request waits for.
ACT = (
    "\\b(?:j'ai|je l'ai|je les ai|nous avons|on a|i have|i've|we have|we've|i|we) (?:\\w+ )?(?:\\w+é(?:e|s|es)?|fait|mis|pris|remis|transmis|inscrit|offert|ouvert|envoyée?s?|\\w+ed|sent|made|put|taken|given|done|refunded)\\b"
    "|\\bje vous (?:envoie|fais|adresse|rembourse|accorde|confirme|mets|propose|joins|offre|rappelle)|pièce jointe|ci-joint|attached|enclosed|est (?:enregistrée?|fait|annulée?|supprimée?|corrigée?|confirmée?)|d'accord|c'est fait|agreed|all right|of course|bien sûr|entendu|done\\b"
    "|(?:ne|n') ?(?:pouvons|peux|peut|pourrons) pas|pas (?:possible|le droit)|impossible|malheureusement|can't|cannot|unable|afraid|not (?:possible|able|allowed)|hélas|unfortunately|rappellera|will call|nous pouvons|we could|we can|i can|je peux|je vous propose"
)
POSITION = (
    "^\\W*(?:oui|non|yes|no|si|bien sûr|of course|certainly|tout à fait|absolument|absolutely)\\b|\\b(?:ne|n'|not|never|aucun|aucune|pas|can't|cannot|don't|doesn't|isn't|won't|no longer|gratuit\\w*|free|possible|inclus\\w*|included|compris\\w*|obligatoire|must|nécessaire|need|suffit|couvre\\w*|cover\\w*"
    "|garanti\\w*|accept\\w*|admis\\w*|allowed|autoris\\w*|interdit\\w*|peut|peuvent|pouvez|pouvons|can|may|could|will be|sera|serez|sans frais|only|seulement|uniquement|reste\\w*|left|complet\\w*|prêt\\w*|ready|still|toujours|already|déjà)\\b"
)
TIME = (
    "\\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday|aujourd'hui|demain|hier|ce soir|ce matin|today|tomorrow|yesterday|tonight|noon|midi|minuit|midnight"
    "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may \\d|june|july|august|september|october|november|december|fin du mois|end of the month|la semaine|next week|semaine prochaine|l'été|été|août|summer|rentrée|\\d{1,2}(?:er)? (?:mai|jan)"
    "|le \\d{1,2}|the \\d{1,2}(?:st|nd|rd|th)|\\d{1,2} ?h(?: ?\\d\\d)?|\\d{1,2}[.:]\\d\\d|\\d{1,2} ?[ap]\\.?m|(?:at|until|before|from|till|by|to) \\d{1,2}\\b|20\\d\\d)\\b|immédiat|immediately|à présent|\\bnow\\b"
)
SPAN = (
    "\\b(?:\\d+|une?|deux|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|one|two|three|four|five|seven|eight|ten|twelve|few|quelques|a|tous les) (?:\\w+ )?(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?|seconds?|hours?|days?|weeks?|months?|years?|working days)\\b"
    "|jusqu|until|till|every|chaque"
)
MONEY = "\\d[\\d .,]*(?:€|euros?|£|\\$|pounds?|dollars?|%|ct|centimes?)|[€£$] ?\\d|gratuit\\w*|free\\b|sans frais|no charge|offert\\w*|rien à payer|nothing to pay|\\d ?%"
PLACE = (
    "\\b(?:rue|avenue|place|boulevard|quai|impasse|chemin|street|road|row|square|lane|guichet|bureau|agence|mairie|accueil|dépôt|depot|entrepôt|warehouse|magasin|shop|branch|counter|desk|office|rubrique|onglet|espace|menu|settings|réglages|under|sous|derrière|behind|dans|inside|en haut|en bas"
    "|au fond|à gauche|à droite|left|right|top of|bottom|on the back|entre|near|à côté|en ligne|online|portail|account|stop|arrêt|\\d+[ ,]+(?:bis )?rue|at \\d+|carton|iban|matin|parti|quitté|arriv\\w+|chez|depuis|point relais)\\b|colis est|parcel (?:is|left)"
)
PERSON = "\\b(?:m(?:adame|me|onsieur|lle|r|rs|s)\\.? [A-Z]\\w+|[A-Z]\\w+ [A-Z]\\w+|c'est (?:le|la|l'|un|notre|votre)|syndicat|mairie|service|équipe|team|council|conseil|société|company|transporteur|courier|livré par|by|par|direction|responsable|moi|me|relève|dpd|colissimo|chronopost|ups)\\b"
CAUSE = "\\b(?:parce|car|puisque|en raison|à cause|suite à|grâce|raison|vient de|viennent|provient|dû|due|because|since|owing|reason|caused|as it|as the|why|après|after|pour (?:économiser|des raisons)|afin|faute de|to save|quand|when|a pris fin|ended|erreur|mistake|gênait|torn|arraché|estimé)\\b"
MANNER = "\\b(?:appuyez|cliquez|allez|ouvrez|tournez|envoyez|écrivez|écrivez-nous|donnez|déposez|apportez|appelez|composez|téléchargez|remplissez|entrez|saisissez|purgez|réglez|débranchez|désinstallez|essayez|venez|prenez|il suffit|il faut|pour \\w+(?:er|ir|re)|puis|ensuite|bouton|press|hold|click|go to|open|turn|send|write|give|upload|bring|call|text|download|fill|enter|bleed|remove|install|unplug|try|come|then|button|to \\w+,|by \\w+ing|en \\w+ant|just|simply)\\b"
QUANTITY = "\\b\\d+(?:[.,]\\d+)?\\b|\\b(?:un|une|deux|trois|quatre|cinq|six|dix|one|two|three|four|five|ten|illimité\\w*|unlimited|aucun|none|rang)\\b"
THING = "\\b[A-Z]{1,4}[- ]?\\d+\\b|\\b\\d{3,}\\b|\\b(?:modèle|référence|numéro|model|part number|number|carte|virement|card|transfer|photo|pièce|passeport|passport|id|justificatif|proof|document)\\b"
