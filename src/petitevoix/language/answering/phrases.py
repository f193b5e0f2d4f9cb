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
