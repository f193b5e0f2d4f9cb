"""What sounds like asking and is not: anger, amazement, politeness, publicity. Folded, as in `french` and `english`."""

from petitevoix.language.asking.grammar import phrase

# Questions that want no answer.
RHETORICAL = {
    "fr": phrase(
        "(?:vous vous|tu te|se|on se|ils se|elles se) (?:moque[sz]?|fiche[sz]?|fou?te?[sz]?"
        "|paye[sz]?|fichent|moquent|foutent)(?!\\w)",
        "se moque t on",
        "(?:vous )?(?:plaisantez|rigolez)",
        "(?:une|la) (?:blague|plaisanterie)",
        "(?:etes|es) (?:vous )?(?:serieux|serieuse)",
        "vous etes serieux",
        "^ ?serieu(?:x|sement)",
        ("(?:vous )?trouvez (?:vous )?(?:ca|cela) (?:normal|serieux|acceptable|correct|logique|professionnel|drole)"),
        "ou va t on",
        "(?:quoi|puis quoi|et puis) encore ?\\?*$",
        "a quoi bon",
        "combien de (?:temps|mails?|courriers|appels?) (?:encore|va t il encore|vais je encore"
        "|faudra t il encore|dois je encore)",
        "combien de fois",
        "qui (?:ne|n) \\w+",
        "qui sait ?\\?*$",
        "^ ?(?:et )?voila pourquoi (?!.*(?:\\?|demand|souhait|voudr|aimer|merci|veuillez|prie|besoin))",
        "qui l eut (?:cru|dit|pense)",
        "ou va (?:le monde|la france|ce monde|cette societe)",
        "qui (?:aurait|eut) (?:cru|pense|imagine|dit)",
        "qui (?:peut|pourrait) (?:encore )?(?:croire|accepter|comprendre|vivre)",
        "comment (?:peut on|pouvez vous|osez vous|ose t on|est il possible"
        "|est ce possible)(?! (?:faire|proceder|payer|obtenir|vous joindre|contacter|changer"
        "|savoir)) (?:\\w+ ){0,3}?(?:traiter|oser|accepter|etre|laisser|faire|penser|croire|ainsi"
        "|encore|dormir|justifier|tolerer|ignorer|imaginer|de)",
        "(?:vous|tu) (?:imaginez|imagine|realisez|realises)(?: un peu)?(?= |\\?|$)",
        "(?:ca|cela) (?:vous|t) (?:amuse|fait rire|parait|semble) ?",
        "marche sur la tete",
        "(?:vous vous|tu te) rend(?:ez|s) compte",
        "^ ?n est ce pas",
        "(?:vous voyez|tu vois)(?: ce que je veux dire)? ?\\?*$",
        "pas mal,? non",
        "^ ?(?:et )?pourquoi pas",
        "sur quel ton",
        "sert (?:votre|ce) (?:service|numero|hotline)",
        "a quoi (?:vous|tu|ca) serv",
        "trop (?:vous )?(?:demander|en demander)",
        "(?:pour qui|vous) (?:me|nous) prenez",
        "prenez (?:moi )?pour (?:un|une|des|qui)",
        "j ai l air",
        "vous croyez (?:vraiment|que je|que nous|que j|que c est|quoi)",
        (
            "^ ?si (?:vous|tu) (?:avez|as|aviez) (?:besoin|des questions|la moindre question"
            "|une question|d autres questions)"
        ),
        "que demander de plus",
        "rien (?:d autre|de mieux) a faire",
        "comment voulez vous que",
        "tout (?:ca|cela) pour ca",
        "passees? (?:vos|votre)",
        "vous attendez (?:que|la saint)",
        "a qui la faute",
        "qu(?:e|oi) dire",
        "dans quel monde",
        "quel(?:le)? (?:genre|sorte) de (?:service|societe|entreprise|gens|boite)",
        "(?:quelle|quel) (?:honte|dommage|scandale|galere|cauchemar|bonheur|plaisir|horreur|surprise"
        "|joie|belle|beau|bande)",
        "vous avez (?:deja )?(?:essaye de|vu ca|dit (?:serieux|qualite|service))",
        "est ce (?:bien )?(?:serieux|normal de (?:traiter|devoir|se)|ainsi|comme ca|une facon|trop)",
        "c est (?:ca|comme ca),? (?:que )?(?:votre|le|vous)",
        "(?:hein|ou quoi|quoi) ?\\?+$",
        "\\w+ ?, ?non ?\\?+$",
        "comment (?:allez|vas|va|ca va|vont)(?: vous| tu| bien)?(?! (?:se|me|proceder|faire|etre"
        "|rembours|resoudre|traiter|vous (?:faire|y|proceder)))",
        "(?:ca va|vous allez bien|tu vas bien|tout va bien(?: chez vous| pour vous)?|la forme"
        "|quoi de neuf|comment ca va.*) ?\\?*$",
        "^ ?(?:allo|pardon|hein|ah bon|vraiment|comment|quoi|et alors|ah oui|sans blague|non|oui|ok"
        "|d accord|vu|compris) ?[?!]*$",
        "^ ?envie de ",
        "(?:pret|prete)s? a (?:gagner|economiser|changer|profiter)",
        "que feriez vous (?:a ma place|sans)",
        "comment vous remercier",
        "vous (?:pensez|croyez) que (?:ca|c) (?:est|m|va)",
        "besoin de vous faire un dessin",
        "et (?:le respect|mon temps|le client)",
        "(?:ou|o) (?:est|sont)(?: passe)?e?s? (?:le respect|le service|la politesse|votre (?:serieux"
        "|professionnalisme|conscience)|l humain|le bon sens)",
    ),
    "en": phrase(
        ("are you (?:kidding|serious|joking|having a laugh|mad|crazy|out of your mind|deaf|for real|people)"),
        "you (?:kidding|serious|joking)",
        "^ ?(?:seriously|really|what|huh|eh|pardon|sorry|oh really|ok|okay|right|so what|and|yes|no"
        "|hello|excuse me)[ ?!]*$",
        "how (?:hard|difficult|complicated) (?:can|could|is|would) (?:it|that|this)",
        "who (?:does|would|wants|cares|knew|knows|do you think|in their|on earth"
        "|else would)\\b(?= (?:that|this|you|wouldn|want|do)|[ ?]*$)",
        "who cares",
        "what(?: is|s| s) the point",
        "how many (?:times|more times|emails|calls|letters)",
        "what (?:kind|sort) of (?:company|service|business|people|outfit|place|firm|customer|operation)",
        "do you (?:think|believe|really|honestly) (?:i|that|this is|it s|it is|think|believe|we"
        "|expect)(?! (?:can|could|should|will|would|need))",
        "born yesterday",
        ("isn t (?:that|it|this) (?:great|lovely|nice|wonderful|amazing|funny|ridiculous|absurd|your|what)"),
        "is (?:it|this) (?:any wonder|a joke|too much to ask|some kind of joke|how you|acceptable"
        "|normal (?:to treat|for you))",
        "is that (?:too much|what you call|really)",
        "(?:can|would) you believe",
        "what(?: is|s| s) wrong with (?:you|people)",
        "you know what i mean",
        "(?:know|see) what i mean",
        "what (?:more|else) (?:can|do|could) (?:i|you|we) (?:say|do|want)",
        "why (?:bother|me|on earth|oh why|should i (?:pay|have to|trust|bother|wait))",
        "where is the (?:respect|service|logic|decency)",
        "have you no ",
        "do i look",
        "what have i done to deserve",
        (
            "^ ?(?:if|should) you (?:have|need|should have|require)(?: any| further| additional| more"
            "| other| a)* (?:\\w+ )?(?:questions?|concerns?|quer(?:y|ies)|comments?|further|trouble)"
        ),
        "how dare",
        "anything better to do",
        "is this what you call",
        "why would (?:anyone|anybody|someone)",
        "you can t be serious",
        "how (?:can|could) (?:you|anyone|anybody|a company|they) (?:possibly |even |just )?(?:treat"
        "|do this|be so|think|expect|justify|sleep|call|let|allow|ignore|sell|get away)",
        "how (?:is|was) (?:that|this|it) (?:even )?(?:fair|acceptable|possible|legal|ok|right)",
        "what do you take me for",
        "when will (?:it|this) (?:ever )?(?:end|stop)",
        "what were you thinking",
        "am i supposed to (?:laugh|just|believe|be)",
        "who do you think you are",
        "is (?:anyone|anybody) (?:even )?(?:listening|awake)",
        "what (?:the hell|on earth|a )",
        "how (?:are|r|is) (?:you|u|things|everything|your (?:day|week))(?: doing| today| all"
        "| going)*[ ,?.!]*(?:$|i |hope)",
        "how(?: s|s| is) (?:it going|life|everything|things|your day)",
        "(?:hope )?(?:you (?:are|re) well|are you well|everything ok|all well|all good|you ok"
        "|what s up|how do you do)[ ?]*$",
        "^ ?(?:looking|ready|want|tired|need|interested|love|searching|bored|struggling|curious"
        "|dreaming|got) (?:for|to|of|in|with|a|an)\\b.*\\?",
        "want to (?:save|earn|win|lose|make money)",
        "did you know",
        "ever wonder",
        "who would (?:ever )?have (?:thought|believed|guessed|imagined)",
    ),
}

# Requests that want nothing done, or that a shop makes of everyone.
COURTESY = {
    "fr": phrase(
        "n hesitez(?: pas| surtout pas)?",
        "cliqu(?:ez|er) (?:ici|sur)",
        "(?:veuillez|prie(?:ons)?|bien vouloir)[ ,](?:d )?(?:bien )?(?:vouloir )?agreer",
        "(?:vous )?(?:souhaite|souhaitons|souhaitant) (?:a tou[ste]+ |a vous |tous |toutes )?(?:une "
        "|un |de |d |plein |beaucoup |bon)",
        "dans l attente de",
        "merci (?:beaucoup )?(?:de|pour|d|a) (?:votre|vos|ta|ton|tes|l attention"
        "|la(?! \\w+(?:er|ir|dre|tre|ire)\\b)|cette|m avoir"
        "|nous avoir|avoir|tout|vous|l aide)",
        "profitez (?:de|d|vite)",
        "(?:ne )?(?:manquez|ratez) (?:pas|plus)",
        "desinscri(?:re|ption)",
        "decouvrez",
        "repondez a (?:notre|l) enquete",
        "gagnez",
        "salutations",
        "(?:excuser|excuse[rz]?|pardonne[rz]?)[ -](?:le|la|de|du|pour|mon|ma|moi|nous)",
        "(?:m|nous) excuser",
        "reste (?:a|bien) (?:votre|a votre)",
        "recevez[ ,]",
        "croyez[ ,]",
        "(?:laissez|permettez) (?:moi|nous) (?:vous )?(?:dire|remercier|preciser|rappeler|douter)",
        "je (?:voudrais|voulais|souhaite|tiens a|voulai|tenais a) (?:simplement "
        "|juste )?(?:vous )?(?:dire|remercier|feliciter|souhaiter)",
        "dites (?:donc|vous)",
        "passez une",
        # What is offered: « passez en décembre, il y en aura un pour vous », « gardez cette lettre, elle servira ».
        "passez [^.,!?]{2,60}, (?:il y|je vous|on vous|nous vous|vous serez)",
        "(?:gardez|laissez|conservez) [^.,!?]{2,60}, (?:je l ai|ca ira|(?:elle|il|ca) (?:vous )?servira|c est cadeau)",
        "portez vous bien",
        "prenez soin",
        "prenez bien soin",
        "vous serez (?:servi|servis)",
    ),
    "en": phrase(
        "click (?:here|on|below|above|the|this|now)",
        "(?:don t|do not|dont) hesitate",
        "(?:please )?find (?:the|a|your|our|my) (?:\\w+ ){1,3}(?:attached|enclosed|below)",
        "feel free to (?:contact|reach|ask|get|reply|call|email|write|phone|ring)",
        "(?:if|should) (?:you|u) (?:have|need|want|should have|require)(?: any| further| additional"
        "| more| other| to| a| anything| some)*(?: \\w+){0,3}? ?(?:questions?|concerns?|quer(?:y"
        "|ies)|problems?|help|assistance|information|clarification|else|comments?)",
        "unsubscribe",
        "look(?:ing)? forward to",
        "thank(?:s| you)(?: very much| so much)? for (?!call)",
        "would like to (?:thank|say|congratulate|wish|apologi[sz]e|take this)",
        "d like to (?:thank|say|congratulate|wish|apologi[sz]e|take this)",
        "(?:have|enjoy) a (?:nice|great|good|lovely)",
        "take (?:our|part in our) survey",
        "(?:visit|shop|save|enjoy|discover|sign up|subscribe|join|download|browse|learn more"
        "|find out (?:more|how)|act|order|buy|get started|register|don t miss"
        "|win)\\b(?: \\w+){0,3} ?(?:now|today|here|below|https?|link|sale|free|off|offer)",
        ("let me (?:know if (?:you|there|i can)|start|begin|say|introduce|just|assure|tell you|see|explain)"),
        "let us know if (?:you|there|we can)",
        "call (?:us|now|today|toll)",
        "take care",
        "accept (?:my|our)",
        "excuse (?:my|me|the|us)",
        "find (?:attached|enclosed|below|my|the attached|herewith|a copy)",
        "keep up the",
        "keep in mind",
        "give (?:my|our) (?:regards|best|thanks)",
        "no need to",
        ("(?:i|we) (?:really |do |very much |so |also |greatly )*appreciate (?:your|you|the|all|every|that you|how)"),
        "get (?:\\d|your free|up to)",
    ),
}
