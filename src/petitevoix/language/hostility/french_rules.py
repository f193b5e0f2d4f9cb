"""Who is addressed in French, and how: the turns of phrase around the words of `french_words`."""

from petitevoix.language.hostility import french_words as words
from petitevoix.language.hostility.tables import any_of, compiled, phrase_of

_NAMES = {
    "VILE": any_of(words.VILE),
    "FOUL": any_of(words.VILE, words.COMMON),
    "LOW": any_of(words.VILE, words.COMMON, words.BEASTS),
    "ANY": any_of(words.VILE, words.COMMON, words.BEASTS, words.BLUNT),
    "BEAST": any_of(words.BEASTS),
    "BLUNT": "(?!incapables? (?:de|d)\\b)" + any_of(words.BLUNT),
    "STAFF": any_of(words.STAFF),
    "ARE": "(?:(?:vous|vs|toi tu|tu|t) (?:n )?(?:etes?|ete|es|est|etiez|serez|seriez|soyez|faites|fais)|z ?etes|vousetes"
    "|tes|t(?= une? )|etes vous|es tu|est tu|fallait etre|faut etre|vous devez etre|tu dois etre|reste[sz]? )",
    "ADV": "(?:(?:vraiment|vraimen|tous|toutes|tout|tellement|trop|si|aussi|qu|que|quand|meme|juste|bien|donc|toujours|encore|rien|d"
    "|autre|plus|tres|un peu|sur|plutot|quoi|une fois|monsieur|madame|mademoiselle|ou|vous|toi|tu|sacrement|en|fait|au"
    "|fond|quelle?s?|assez|et|puis|ma|parole|mais|putain|la|[a-z]{3,12}ement|[a-z]{3,10}amment),? ){0,6}",
    "HARD": "(?:vraiment|tous|toutes|tellement|trop|si|completement|totalement|carrement|franchement|tres|absolument|sacrement) ",
    "DET": "(?:(?:une?|des|les?|la|l|de|d|du|bandes?|belle|tas|equipe|especes?|ramassis|troupeau|clique|armee|brochette|dé) ){0,6}",
    "ADJ": "(?:(?:pauvres?|sales?|gros|grosses?|petite?s?|sacree?s?|vraie?s?|putain de|sombres?|beaux?|belles?|bel|parfaite?s?|fieffee?s?"
    "|tristes?|immondes?|infames?|enormes?|vieux|vieille|vieil|bons?|bonnes?|grande?s?|fichue?s?|foutue?s?|espece de|pires?|espece d"
    "|jeune|especes? des?|sinistres?|simples?|vulgaires?|misérables?|miserables?|veritables?|pure?s?|ignobles?|mauvais|especes d|cette|moins) ){0,6}",
    "OBJ": "(?:te|t|vous|vs)",
    "WILL": "(?:(?:je|j|on|nous) ?(?:vais|vai|v|ve|va|allons|viens|viendrai|vient|peux|pourrais|vas)|jvais?|jv|jvas|je veux|j ai envie de|j aimerais"
    "|je reve de|je voudrais|envie de|je vous jure que je vais|faudrait|faut|quelqu un devrait|qu on|on devrait|je passe|j arrive|ca va) ",
    "BODY": "(?:gueule|tete|tronche|figure|face|nez|dents?|jambes?|genoux?|bras|os|cou|crane|yeux|machoire|visage|doigts?|couilles|tripes|cul|bouche)",
    "HURT": "(?:tuer?|buter?|creve[rz]?|crever|egorger?|saigner?|etrangler?|etriper?|massacrer?|assassiner?|frapper?|cogner?|tabasser?|gifler?|claquer?"
    "|poignarder?|lyncher?|demolir|demolis|demolirai|detruire|defoncer?|fumer?|flinguer?|fusiller?|pendre|eventrer?|torturer?|bruler|cramer|ecraser|ecrabouiller"
    "|abattre|demonter|eclater?|exploser?|planter|fracasser?|broyer|fracturer|noyer|decapiter|descendre|terminer|battre a mort|rosser|tordre le cou"
    "|dezinguer|niquer|pulveriser|amocher|corriger|marave|maraver|allumer|empaler|ecorcher|castrer|violer)",
    "THING": "(?: (?:la|le|les|l|un|une|des|du|de(?! mes| ma)|d|mon|ma|mes|notre|votre|vos|cette|ce|ces|par|avec mon avocat|avec un|a|au|en|sur)\\b)",
}
_END = "(?= ?(?:[.,!?;:…)]|$))"
_EDGE = "(?:^|(?<=[.,!?;:…(])|(?<=[.,!?;:…(] ))"

_RULES = [
    # You are …
    ("insult", 0.9, "{ARE} {ADV}{DET}{ADJ}{VILE}"),
    ("insult", 0.8, "{ARE} {ADV}{DET}{ADJ}{FOUL}"),
    ("insult", 0.75, "{ARE} {ADV}(?:vraiment )?(?:une?|des|les|de|bande de|qu une?) {ADV}{ADJ}{BEAST}"),
    ("insult", 0.8, "{ARE} {ADV}{DET}(?:merdes?|dé[b]iles?|betes?)(?! d[eu] )"),
    ("insult", 0.85, "(?:{ARE}|c est vous|vous) {ADV}(?:les?|la) pires? des? {LOW}"),
    ("insult", 0.4, "{ARE} {ADV}{BLUNT}"),
    ("insult", 0.3, "{ARE} {ADV}{HARD}{ADV}{BLUNT}"),
    ("insult", 0.55, "{ARE} {ADV}(?:une?|des|les|la|le) {ADV}{ADJ}{BLUNT}"),
    ("insult", 0.75, "(?:vous|toi|tu),? (?:{ADV})(?:une?|des|les|bande de) {ADJ}{FOUL}"),
    # Called by it.
    ("insult", 0.85, "especes? d(?:e|es)? {ADJ}(?:{ANY}|merdes?|vach(?:e|es)|ta mere)"),
    ("insult", 0.8, "(?:bande?s?|bende|tas|ramassis|troupeau|clique|equipe|brochette|armee|repaire) (?:d|de|des) {ADJ}(?:{ANY}|betes|debiles?|profiteurs|merdes?|vautours|connar|conar)"),
    ("insult", 0.8, "(?:sales?|pauvres?|gros|grosses?|petite?s?|sombres?|espece|foutue?|putain de|vieille|vieux|triple|parfaite?|maudite?) {ADJ}(?:{FOUL}|{BEAST}|merdes?|types?|filles?|betes?|tache)(?:" + _END + "| (?:va|de merde|que|relis|relisez|passez|passe|rend|rends|rendez|apprenez|apprends|et|ou|tu|vous))"),
    ("insult", 0.85, _EDGE + "(?:mais |va |allez |adieu |bonjour |merci |hey |he |et |bravo |les |putain |eh |salut |oh |degage |casse toi |dehors ){0,3}{ADJ}(?:{VILE}|(?<!un ){FOUL}(?! sans| ce | cette| qu| de | d |s de))(?: va| finie?s?| de merde| heureux| patentee?| que vous etes| que tu es)?" + _END),
    ("insult", 0.85, "(?:degage|casse toi|va|allez|repond|reponds|repondez|rends moi|ecoute|ecoutez|toi|vous) (?:moi )?(?:bande de |espece de )?{ADJ}{VILE}"),
    ("insult", 0.8, "{VILE} d[eu] [a-z]+,? va" + _END),
    ("insult", 0.85, "(?:sales?|grosses?|petites?) (?:putes?|salopes?|connes?|connasses?|garces?|chiennes?|merdes?)|(?:roi|reine|champion|championne) des (?:{FOUL}|betes)"),
    ("insult", 0.85, "{FOUL} (?:va|finie?s?|de premiere|en puissance|patentee?|heureux|que (?:vous|tu))"),
    ("insult", 0.75, "(?:quel(?:le)?s?|mais quel(?:le)?s?) (?:bandes? d(?:e|es) |tas de )?{ADJ}(?:{FOUL}|guignols?)(?! (?:je|j|que je|suis|ce formulaire))"),
    ("insult", 0.6, "quel(?:le)?s? {ADJ}{LOW} (?:ce|cette|cet|vous|tu|celui|celle)(?! (?:formulaire|site|produit|appli))"),
    ("insult", 0.65, "(?:{ARE}|vous|tu) {ADV}d une (?:rare |telle |immense |incroyable )?(?:betise|stupidite|connerie|nullite|debilite|idiotie|mediocrite|crasse|incompetence crasse)"),
    ("insult", 0.7, "(?:cerveau|neurones?|cervelle|cerveaux) (?:est |sont |a |ont |t )?(?:en panne|grillee?s?|morts?|fondus?|en vacances|debranchee?s?|absente?s?|de (?:moule|moineau|poisson|linotte|piaf))|plus (?:intelligente?s?|maligne?|malins?|futee?s?|competente?s?|utiles?|doue?e?s?) que (?:vous|toi)(?! ne)"),
    ("insult", 0.65, "(?:honte |paye?e?s? |paie |fiere?s? )?(?:pour|d|a) ?etre (?:aussi |si |tellement |a ce point ){1,6}(?:{ANY}|cons?|bete)"),
    ("insult", 0.65, "(?:pauvres?|sales?|gros|grosse|espece de|petite? (?:employe|chef|fonctionnaire|bureaucrate|bonhomme)e?|gamine?|mec|bonne femme|bonhomme) (?:petite?s? |gros )?(?:nazes?|nuls?|nulles?|minables?|debiles?|stupides?|inutiles?|ridicules?|pathetiques?|incapables?(?! de)|incompetente?s?|malades?)(?! (?:de|d) )"),
    ("insult", 0.7, "(?:{ARE}|comme) (?:[a-z]+ ){0,3}?(?:personne|conseillere?|employee?|gens|type|femme|homme|agent|service client) (?:la |le |les )?(?:plus|aussi) (?:{FOUL}|incompetente?|nulle?|bete|conne?)"),
    ("insult", 0.65, "(?:tu comprends?|vous comprenez|t as|vous avez) (?:vraiment )?rien(?: compris)?,? (?:tu es|t es|vous etes|z etes) (?:[a-z]+ )?(?:bouchee?s?|bornee?s?|cons?|limitee?s?)|(?:rentre|retourne|retournez|va|cours) (?:chez|voir|pleurer chez) (?:ta|votre|maman) ?(?:mere|maman)?,? ?(?:gamine?|petit|morveux|bebe|pauvre)"),
    ("insult", 0.6, "(?:gens|types|clowns|personnes) comme (?:vous|toi) (?:[a-z]+ ){0,3}?(?:devraient|devrait|meritent|merite|ne devraient pas) (?:[a-z]+ ){0,2}?(?:exister|vires?|virees?|enfermes?|crever|pendus?|honte|mourir|rien|se taire|disparaitre|naitre|gifle|claques?|baffes?)"),
    ("insult", 0.45, "voir ailleurs si j ?y suis|(?:vous|tu|te) (?:me |nous )?(?:casse[sz]|cassez|brise[sz]|brisez|gonfle[sz]) (?:vraiment )?(?:les )?(?:couilles|burnes)"),
    ("insult", 0.7, "quel(?:le)?s? (?:bandes? d(?:e|es)|tas de) {ADJ}{LOW}"),
    ("insult", 0.7, "(?:parle|parler|cause|affaire|tombe|tomber) (?:a|avec|sur) (?:une?|des) {ADV}{ADJ}{LOW}"),
    ("insult", 0.7, "(?:votre|vos|ton|ta|tes|cette?|la|le|un de vos) {ADJ}{STAFF},? (?:[a-z]+ ){0,3}(?:est|sont|etait|c est|cest) {ADV}{DET}{ADJ}{VILE}"),
    ("insult", 0.6, "(?:est|c est|cest|comme|quel|quelle|ce|cet|cette|ces|de|pour|trop|un|une|vrai|gros|des|d) ?(?:un |une |d |des |de |gros |vrai |sale |sacre ){0,6}(?:mongols?|mongolien(?:ne)?s?|attarde[es]*|gogole?s?|triso|trizo|cassos)(?! (?:traduit|est|sont|de mon|de ma|sur|dans|a |au|pas|en )| [a-z]+ise)(?<!attarder)"),
    # What one is told to do.
    ("insult", 0.9, "(?:va|vas|allez|alez|qu il aille) (?:donc |tous |toutes |bien )?(?:te |t |vous |se )(?:faire )?(?:foutre|fout?re|encul\\w+|mettre|niquer|enc|empaler|faire (?:voir|foutre|cuire)|voir(?: ailleurs)?|brosser|branler|gratter)"),
    ("insult", 0.9, "(?:nique|niquez?|nik|niker|baise) (?:ta|vos|votre|tes|toute ta|bien ta) (?:mere|race|morts|meres?|grand mere|famille|soeur)"),
    ("insult", 0.9, "(?:ntm|tg|ftg|fdp|vtff|ptn de con|vdm connard|nike ta mere|mange tes morts|mangez vos morts|pd va)"),
    ("insult", 0.85, "(?:ferme|fermez|fermé) (?:bien |donc )?(?:ta|votre|vos) (?:grande |sale |grosse )?(?:gueules?|bouches?|clapet|claque merde|bec)"),
    ("insult", 0.85, _EDGE + "(?:mais |toi |alors )?(?:ta|vos|votre) (?:grande |sale )?gueules?(?: toi| connard)?" + _END),
    ("insult", 0.75, "(?:ferme|fermez) la(?:" + _END + "| (?:et|maintenant|donc|une bonne fois))"),
    ("insult", 0.6, "honte d (?:exister|etre nee?s?)|(?:vous etes|tu es|t es|z etes) {ADV}(?:moches?|laide?s?|hideu(?:x|se|ses)|repoussante?s?)" + "(?! (?:a|de|d|pour) )"),
    ("insult", 0.85, "(?:je|j|on|jte|jvous|tu) ?(?:t|te|vous)? ?(?:emmerd\\w+|pisse (?:dessus|a la raie)|chie (?:dessus|dans)|encule\\w*|conchie|crache (?:dessus|a la (?:figure|gueule)))"),
    ("insult", 0.85, "(?:va|allez|vas) (?:donc |tous )?(?:chier|au diable|te jeter|vous jeter|brûler en enfer|bruler en enfer|vous cacher|te cacher|niquer)"),
    ("insult", 0.6, "(?:casse toi|cassez vous|degage|degagez|tire toi|barre toi|du balai)(?: (?:d ici|de la|sale|pauvre|tout de suite))?" + _END),
    ("insult", 0.6, "(?:retourn\\w+|va|allez) (?:donc |vite |te recoucher |vous recoucher )?(?:a la maternelle|en maternelle|au cp|dans ta cuisine|a tes fourneaux|en cuisine|a la niche|garder les (?:chevres|vaches|moutons)|jouer aux billes)"),
    ("insult", 0.75, "(?:mange|mangez|bouffe|bouffez) (?:ta|tes|vos|la|de la) (?:morts|merde)|suce (?:ta|tes) (?:mere|morts)"),
    # What one lacks.
    ("insult", 0.7, "(?:vous|tu|t|z|on) (?:n )?(?:avez|as|aviez|a|ont) (?:donc |vraiment |meme |clairement |surement )?(?:(?:pas de|pas un|pas une|rien|aucune?|un demi|une demi|zero|deux|trois|qu un|qu une|un seul|une seule|le|un qi|la cervelle|un pois|un petit pois|une moule|un courant) ){1,6}(?:seule? |petite? |demi )?(?:(?:de|dans|qi|cervelle|cerveau|neurones?|pois chiche|ciboulot|crane|tete|moule|huitre|cacahuete|petit|le|la|d|une?) ?){1,6}(?:(?<=crane)|(?<=neurone)|(?<=neurones)|(?<=cerveau)|(?<=cervelle)|(?<=qi)|(?<=chiche)|(?<=huitre)|(?<=moule)|(?<=cacahuete)|(?<=ciboulot)|(?<=qi )|(?<=neurones )|(?<=crane )|(?<=cerveau ))"),
    ("insult", 0.7, "(?:pois chiche|vide|courant d air|petit pois|eau|semoule|fromage blanc|yaourt) (?:a la place du|dans le|entre les) (?:cerveau|crane|oreilles|cervelle)"),
    ("insult", 0.7, "(?:qi (?:d une?|de) (?:huitre|moule|bulot|poulpe|tabouret|poisson rouge|mouche|chaise|endive|pigeon|\\w+)|neurones? qui se battent|(?:manque|manquer) une case|bercee? trop pres du mur|fini(?:es?|s)? (?:a la pisse|au pipi|a l urine))"),
    ("insult", 0.7, "aussi (?:intelligente?s?|malins?|maligne|utiles?|futee?s?|vifs?|vive|doues?|efficaces?|competente?s?) qu (?:une?|un) [a-z]+(?<!avocat)(?<!autre)"),
    ("insult", 0.65, "(?:tu|t|toi) (?:ne |n )?(?:sers?|sert|vaux|vaut|es bon) (?:vraiment |strictement |a |bon ){0,6}rien"),
    ("insult", 0.6, "vous (?:ne |n )?(?:servez|valez|etes bons?|etes bonne) (?:vraiment |strictement |absolument |a ){0,6}rien(?! pour (?:moi|nous))"),
    ("insult", 0.75, "(?:payee?s? (?:a|pour) (?:ne )?(?:rien (?:foutre|branler|glander)|glander|se branler|(?:se |vous )?tourner les pouces))"),
    ("insult", 0.7, "(?:me|nous|m) (?:faites|fais|fait|donnez|donnes) (?:carrement |vraiment )?(?:envie de )?(?:vomir|gerber|pitie)(?! (?:avec|ces))"),
    ("insult", 0.55, "(?:tu|vous) (?:me|m|nous) (?:degoutez|degoutes|repugnez|repugnes|debectez|debectes|ecoeurez)"),
    ("insult", 0.75, "(?:votre|ta|vos|tes) (?:mere|meres|maman|parents|famille|femme|mari|enfants) (?:(?:doit|doivent|devrait|devraient|ont|aurait|auraient|a|est|etait) ){1,6}(?:du |bien )?(?:avoir |mieux fait d |rate |raté |avorter|honte|te noyer|regretter|une pute|la pute|une salope|pute|tellement honte)"),
    ("insult", 0.7, "(?:honte|pas (?:etre )?fiere?) (?:de|d) (?:ta|votre) (?:vie|existence)|ta vie (?:de merde|est une merde)|vie de merde que (?:tu|vous)"),
    ("insult", 0.7, "(?:tu|vous) (?:pues?|puez|schlinguez?|pu)(?! le brule)(?: la (?:merde|mort|sueur|pisse))?" + _END),
    ("insult", 0.7, "(?:etes|es|t es|vous etes|c est que vous etes|tu es|vs etes) (?:(?:trop|vraiment|si|tellement|completement|bien|aussi|quand meme|tous|sacrement|carrement|juste) ){0,6}(?:cons?|connes?|cretins?|betes?|abrutie?s?|debiles?|tarees?|tares?|bouchee?s?|stupides?)"),
    ("insult", 0.75, "(?:trop|si|tellement|aussi) (?:cons?|connes?|betes?|debiles?|stupides?|abrutis?) pour (?:comprendre|faire|lire|repondre|ce|le|un|travailler|trouver)"),
    ("insult", 0.6, "(?:faut|fallait) (?:vraiment )?(?:etre|avoir) (?:[a-z]+ ){0,3}(?:demeuree?s?|debiles?|cons?|attardee?s?|stupides?|idiote?s?|abrutie?s?|cretins?|une merde dans)"),
    ("insult", 0.7, "(?:doigtdhonneur|je te (?:meprise|hais|deteste)|je vous (?:meprise|vomis))"),
    # What will be done to one.
    ("threat", 0.85, "(?:{WILL}(?:[a-z]+ ){0,3}?|je |j |si je )(?:{OBJ}|vous tous|lui) (?:re|tous |tous |faire |toutes |jure que je vais te ){0,6}{HURT}(?:ai|as|a|rai|ra|rons)?(?!{THING})"),
    ("threat", 0.85, "(?:je|on|jte|jvous|j) ?(?:te|t|vous|lui)? ?(?:tuerai|buterai|creverai|egorgerai|saignerai|etranglerai|massacrerai|frapperai|cognerai|giflerai|demolirai|defoncerai|fumerai|flinguerai|exploserai|eclaterai|tue|bute|creve|egorge|saigne|defonce|demolis|tabasse|eclate|fume|flingue|etrangle|fracasse|massacre)(?!{THING})(?! (?:tout|a la tache))"),
    ("threat", 0.85, "(?:te|t|vous|lui|leur|leurs|votre|ta|sa) (?:[a-z]+ )?(?:casser?|cassera[i]?|peter?|peterai|eclater?|exploser?|explose|defoncer?|briser?|briserai|peler|arracher?|arracherai|fracasser?|demonter?|peterai|refaire|refais|fendre|foutre|mettre|coller?|balancer?|couper?|couperai|crever?|tordre|tords|fracturer|exploserai) (?:[a-z]+ ){0,4}{BODY}"),
    ("threat", 0.85, "(?:casser?|peter?|exploser?|defoncer?|coller?|mettre|mets|foutre|prendre|prends|recevoir|avoir|goûter|gouter) (?:en deux|[a-z]{0,4} ?(?:ma |mon |une |un |mes |ton |ta |votre |vos |bonne |grosse |paire de ){1,6}(?:main|poings?|pied|balle|baffe|claque|gifles?|beigne|droite|raclee|branlee|correction|{BODY}) ?(?:dans|sur|en pleine|en travers)? ?(?:ta|ton|la|le|votre|vos|de)? ?(?:gueule|figure|tete|face|tronche|cul|nez)?)(?= |[.,!?]|$)(?<!la main)(?<!le pied)(?<!la tete)(?<!a tete)"),
    ("threat", 0.85, "(?:te|t|vous|vs|lui) (?:casserai|casser|casse|brise|peterai|peter) (?:en deux|en morceaux|les|la|le|ta|tes|vos) (?:deux |trois )?(?:{BODY}|en deux)|{OBJ} casser en (?:deux|morceaux|mille)"),
    ("threat", 0.85, "lui (?:colle|mets|mettrai|fous|tire|loge|plante) (?:une? )?(?:balle|coup|couteau|droite|pain|poing|baffe|claque|raclee|cartouche)"),
    ("threat", 0.8, "(?:je|j|on|nous) (?:ne )?(?:sais|sait|savons|connais|connait) (?:tous |tres bien |exactement |bien |deja |maintenant ){0,6}(?:ou|dans quelle rue|a quelle heure|par ou) (?:est ce que )?(?:vous|tu|t|ta|tes|vos) (?:femme|enfants?|gosses|famille|mere)? ?(?:habit\\w*|viv\\w+|cre\\w+|boss\\w+|travaill\\w+|dor\\w+|gar\\w+|ferm\\w+|sort\\w+|rentr\\w+|loge\\w*|vont? a l ecole|va a l ecole|finis\\w*|trouver?)"),
    ("threat", 0.7, "(?:je|j|on) (?:connais|ai|sais|a) (?:votre|ton|ta|l) (?:nom|adresse|photo|plaque)[a-z ,]{0,20} (?:et|je saurai|je vais|celle de|celui de) (?:[a-z]+ ){0,4}(?:enfants|gosses|famille|femme|mari|reconnaitre|retrouver|maison|domicile)"),
    ("threat", 0.8, "(?:je|j|on|jvais|nous) ?(?:vais|va|vais bien|finirai par|saurai|allons)? ?(?:venir )?(?:te|t|vous|vs) ?(?:re)?(?:retrouver(?:ai|a|ez)?|retrouve|chopper?|choper?|chope|coincer?|attraper?|attrape|crois(?:e|er)|tomber dessus|cueillir)(?: (?:un jour|dehors|bientot|et|dans|a la sortie|sur le parking|chez|moi meme|toi|vous|ou que|je|tu|mon|quand|ca)|" + _END + ")"),
    ("threat", 0.75, "(?:t|te|vous) (?:attends?|attend|attendrai|guette) (?:tous )?(?:a la sortie|(?:dehors|sur le parking)(?= ?[.,!?]|$| ce soir| apres)|en bas de chez|apres le (?:boulot|travail|service))"),
    ("threat", 0.8, "(?:surveille[zr]?|regarde[zr]?|gare a|assure[zr]?|protege[zr]?) (?:bien |donc )?(?:tes|vos|ton|votre|toi|vous) ?(?:arrieres?|dos|fesses|enfants|famille|voiture|quand|ta gueule)?" + _END),
    ("threat", 0.75, "(?:fais|faites|faite) (?:bien |tres )?(?:attention|gaffe) (?:a (?:toi|vous|ta|vos|votre|ton|tes) ?(?:famille|enfants|femme|gosses|peau|vie|dos)?|quand (?:vous|tu)) ?(?:en (?:rentrant|sortant|traversant)|quand (?:tu|vous)|ce soir|dans la rue|(?:rentrez|sortez|sors|rentres|traverses?))"),
    ("threat", 0.75, "(?:faites|fais) (?:attention|gaffe) a (?:ta|vos|votre|tes) (?:famille|enfants|femme|gosses|peau|vie|mari|fille|fils)"),
    ("threat", 0.85, "(?:tu|vous|t|vs) (?:vas?|allez|alez|va) (?:tous |toutes |bientot |bien |me |le |la |y |tout |enfin |finir par |vous |te |prendre ){0,6}(?:creve[rz]?|mourir|morfler|saigner|souffrir|voir ta gueule|voir vos gueules|sentir passer|y passer|la sentir|finir (?:a l hopital|dans un (?:fosse|cercueil|coffre)|a la morgue|six pieds)|retrouver (?:a l hopital|a la morgue|en fauteuil|six pieds)|le payer de (?:ta|votre) (?:vie|sang)|prendre cher|manger|bouffer (?:tes|vos) dents|cracher (?:tes|vos) dents|pleurer du sang)(?! (?:de rire|de honte|du retard|des consequences))"),
    ("threat", 0.8, "(?:tu|vous|t) (?:vas?|allez|va) (?:vite |bien |tous ){0,6}(?:comprendre (?:ta|votre|la) (?:douleur|peine)|chialer|pleurer|regretter d etre nee?s?|ramper|hurler|supplier|saigner|le sentir|en prendre (?:une|plein))|attends? que je (?:te|t|vous)|(?:quand|si|jour ou) je (?:te|t|vous) (?:chope|attrape|trouve|croise|tombe dessus|coince)(?! (?:un|une|le|la|les|votre|cette)\\b)"),
    ("threat", 0.8, "(?:te|t|vous|vs) (?:envoyer?|enverrai|envoie|expedier?|mettre) (?:direct |tous )?(?:a l (?:hosto|hopital)|a la morgue|au cimetiere|en enfer|en reanimation|six pieds|dans un (?:fauteuil|cercueil|trou))|(?:tu vas|vous allez) (?:[a-z]+ )?avoir (?:tres |vraiment )?mal(?! (?:a|au))|(?:prepare|preparez|creuse|creusez|choisis|commande[rz]?) (?:ton|votre|ta) (?:cercueil|tombe|testament|epitaphe)|(?:te|t|vous|leur) (?:tirer|tire|tirerai|rouler|roule|cracher) dessus|numerote[rsz]? (?:tes|vos) abattis|(?:des gens|des amis|mes (?:potes|amis|cousins|freres)) (?:[a-z]+ ){0,3}(?:venir |vont |va )?(?:(?:vous|te) (?:rendre visite|rendre une (?:petite )?visite|rendront visite|trouver|tomber dessus))|tout casser,? (?:et )?(?:vous|toi) avec|(?:votre|ta|vos|tes|ton) (?:enfants?|fille|fils|famille|femme|mari|gosses) (?:va |vont |doit |doivent |[a-z]+ )?(?:mourra|mourir|mourront|meure|meurent|creve|crever|creveront|souffrir|paiera|paieront|payer pour)|perdre? (?:ta|votre|la) vie"),
    ("threat", 0.75, "ca va mal (?:se passer|finir|se terminer) pour (?:vous|toi|ta gueule)(?! (?:devant|au|en justice))|quelqu un (?:va|devrait|finira par) (?:[a-z]+ )?(?:vous|te|t) {HURT}(?!{THING})|(?:va|vont) (?:vous|te|t) (?:planter|tuer|egorger|saigner|defoncer|demolir|massacrer|flinguer)(?!{THING})"),
    ("threat", 0.5, "on se (?:retrouvera|reverra|croisera)(?:,| et)? (?:[a-z]+ ){0,6}(?:pleurere[sz]|pleureras|regrettere[sz]|rirez|riras|dehors|moins (?:le )?malin|moins fiere?)|(?:ce jour la|un jour) (?:vous|tu) (?:pleurere[sz]|pleureras|saignere[sz]|paiere[sz]|le paieras)"),
    ("threat", 0.75, "(?:(?:ne )?(?:pas|plus|jamais|evite[rz]? de) (?:de )?(?:sortir|rentrer|marcher|vous promener|te promener) (?:seule?|toute? seule?|le soir|ce soir|la nuit))|(?:agence|boutique|bureaux?|magasin|locaux|maison|voiture|immeuble|call center) (?:va|vont|risque de|pourrait|pourraient) (?:bien |tous |vite ){0,6}(?:bruler|cramer|sauter|exploser|partir en fumee)|(?:vais|va|pourrais|finir par) tuer quelqu un|faire un carnage|(?:vous|te|t|les) (?:aligner|descendre) tous|(?:je|on) (?:vous|te|t) aur(?:a|ai) (?:prevenue?s?, )?(?:la peau|a la sortie)"),
    ("threat", 0.6, "(?:vous allez|tu vas?) (?:tous )?(?:le regretter|le payer(?: tres)?(?: cher)?|me le payer(?: tres)?(?: cher)?)" + _END + "|on (?:va se retrouver|se retrouvera|va se recroiser)" + _END + "|(?:vous ne perdez|tu ne perds|tu perds|vous perdez) rien pour attendre"),
    ("insult", 0.7, "(?:on devrait|il faudrait|faudrait) (?:tous |toutes )?(?:vous|te) (?:interner|enfermer|piquer|euthanasier|castrer)"),
    ("threat", 0.35, "(?:vous allez|tu vas|vous allez me|tu vas me) (?:tous )?(?:le |la )?(?:regretter|payer(?: cher)?)"),
    ("threat", 0.85, "(?:mettre|mets|mettrai|foutre|fous) (?:le feu|une bombe)(?: a| dans| chez)? ?(?:a |dans |chez )?(?:votre|vos|ta|ton|tes|vous|toi|la boutique|l agence|le magasin|vos locaux)|(?:poser|deposer|apporter|pose|y a|il y a) (?:une )?bombe|(?:faire|fais|ferai) (?:sauter|peter|exploser) (?:votre|vos|ta|ton|l agence|toute l agence|la boutique|le magasin)|(?:bruler|brule|brulerai|cramer|crame|incendier) (?:votre|vos|ta|ton) (?:boutique|agence|magasin|bureaux?|maison|bagnole|voiture|locaux|boite|guichet)"),
    ("threat", 0.85, "(?:viens|viendrai|debarque\\w*|arrive|passe|passerai|reviens|venir|debarquer|passer|rendez vous) (?:[a-z0-9]+ ){0,6}(?:avec|arme d) (?:mon |une? |ma |mes |des |le )?(?:fusil|arme|flingue|batte|couteau|hache|machette|carabine|pistolet|barre de fer|kalach\\w*|potes|cousins|gars|essence|bidon|jerrican|marteau)(?! (?:de chasse )?(?:a (?:peinture|colle|reparer|air)|d arrosage|pour (?:reparation|le faire)))"),
    ("threat", 0.8, "(?:j espere|je souhaite|je vous souhaite|je te souhaite|jespere|puisses? (?:tu|vous)|puissiez vous|vous meritez?|tu merites?|meritez|si seulement|que) (?:vraiment |tous |bien |juste |un jour |sincerement ){0,6}(?:que |de |d |qu on )?(?:vous|tu|t|toi|te|votre|ta)? ?(?:allez|vas|va|alliez)? ?(?:tous )?(?:creve[rz]?|crever|crevi(?:ez|e)|mourir|mouriez|meures?|cancer|un cancer|la mort|pendre|pende|fusille[rz]?|bruler en enfer|un accident|avoir un (?:cancer|accident)|chopper? un cancer|pire des morts|brulera|brule|la peste|subir|gifles?|claques?|une bonne raclee|une (?:bonne )?(?:paire de )?(?:gifles?|claques?|baffes?|raclee|lecon|correction)|tabasse[rz]?|flingue[rz]?|la guillotine|une balle|souffr\\w+)"),
    ("threat", 0.8, "(?:crevez|creve|crevé|mourez|meurs)(?: tous| donc| la gueule ouverte| en enfer| salope| connard| charogne)?" + _END),
    ("threat", 0.8, _EDGE + "(?:va|allez)(?: tous| donc| bien){0,6} (?:crever|mourir)|(?:allez?|va|vas|aller) (?:tous |donc |bien ){0,6}(?:te pendre|vous pendre|te suicider|vous suicider|te tuer|te flinguer|vous flinguer|te buter)|suicide[zr]? (?:toi|vous)|(?:pends|pendez|flingue|tue) (?:toi|vous)"),
    ("threat", 0.85, "(?:tu es|t es|tes|vous etes|t|z etes) (?:tous |deja |un homme |une femme |des hommes )?(?:mort|morts|morte|mortes|mor)" + _END),
    ("threat", 0.75, "(?:(?:il|ca) (?:va|pourrait|risque de) (?:vous|t|te) (?:arriver|tomber) (?:des bricoles|quelque chose|malheur|un accident|un truc|dessus)|(?:un )?(?:accident|malheur) est (?:si )?vite arrive)"),
    ("threat", 0.8, "(?:finir\\w*|finiras|finirez|passer\\w*) pas (?:l annee|la semaine|le mois|la nuit|noel)|(?:compte[zr]?|comptez) (?:tes|vos) (?:jours|dents|abattis)|plus (?:longtemps|beaucoup de temps) a vivre|dernier jour sur terre"),
    ("threat", 0.75, "(?:aure[zs]|auras|aurez|gouter|gouterez) (?:[a-z]+ )?(?:des nouvelles |affaire )?(?:a|de) mes poings|(?:s|m) occuper de (?:toi|ton cas|ta gueule|vous a la sortie)|faire (?:la|ta|votre) peau|regler (?:ton|votre) compte|faire la misere(?! administrative)|(?:te|vous) (?:faire|ferai|fais) (?:la )?(?:peau|la misere|tres mal|du mal|souffrir|bouffer|avaler|regretter d etre)|dor(?:s|mez) (?:que d un oeil|bien tant que)"),
    ("threat", 0.85, "(?:je|j|on) (?:vais|va|veux|viens) (?:[a-z]+ )?(?:tuer|buter|frapper|crever|egorger|defoncer|saigner|tabasser|flinguer|etrangler|demolir|gifler|massacrer|cogner|eclater|fumer) (?:votre|vos|ton|tes|ta|ce|cette|le|la|un de vos|un|tous|quelqu) {ADJ}(?:{STAFF}|gens|un|monde|vous|famille|enfants|mere|gosses|{VILE})"),
    ("threat", 0.75, "(?:meriteriez|meriterais|meritez|merites) qu on (?:vous|te) (?:jette|pende|fouette|gifle|frappe|lapide|brule|noie|tue|tabasse|fusille|cogne|creve|etrangle)"
        "|(?:attends|attendez) moi (?:a la sortie|dehors|sur le parking),? (?:[a-z]+ ){0,2}(?:vous allez|tu vas) (?:voir|comprendre|rire)"
        "|(?:on|nous) (?:va|allons|viendra|viendrons|vient|venons|debarque|arrive)(?: venir)? a (?:plusieurs|dix|vingt|quinze|cinq),? (?:preparez vous|prepare toi|vous allez voir|tu vas voir)"),
    # What is none of one's business.
    ("sexual", 0.85, "(?:suce[rsz]?|sucez|pompe[sr]?|leche[rsz]?|lechez|branle[rsz]?|branlez|astique[rz]?) (?:moi|la|ma|mon|mes|toi|le|tout|partout)(?! (?:fond|vapeur|filtre|courant|air|poussiere|pompe|[a-z]* ?eau|box|main))(?: (?:bite|queue|zob|gland|noeud|couilles|chatte|sexe|cul|dard|partout))?|(?:suce|mange|touche|regarde|prends|veux|gouter) (?:bien )?ma (?:bite|queue|teub)|tu (?:suces|avales|baises|leches|mouilles|pompes)"),
    ("sexual", 0.85, "(?:je|j|on|envie de|vais|veux|voudrais|aimerais|venir|viens|jvais|jte|bonne a|a) ?(?:bien |trop )?(?:te|t|vous|la|te faire|me faire|me|se)? ?(?:baiser(?:ais?)?|baise|ken|niquer en|sauter(?:ais?) |tringler|enfiler|bourrer|demonter au lit|culbuter|trousser|prends? en levrette|prendre (?:en levrette|par derriere|sur (?:le|ton|votre) bureau)|doigter|lecher|deshabiller|coucher avec (?:toi|vous)|faire l amour|caresser|peloter|tripoter|violer)(?! (?:ma batterie|avec votre offre|par vos|par votre|les? (?:mains|pieds|prix)))(?<!je baise)(?<!on baise)"),
    ("sexual", 0.85, "(?:(?:montre|montrez|envoie|envoi|envoyez|montres|fais voir) (?:moi )?(?:[a-z]+ ){0,5}(?:seins?|nichons?|cul|fesses|chatte|nue?s?|nudes?|culotte|nibards?|decollete|photo de (?:toi|tes|vous)|photo coquine|corps))"),
    ("sexual", 0.8, "(?:votre|ta|ton|tes|vos|de|une) (?:petite? |beaux |gros |jolis? |belles? |jolie |superbes? |une ){0,6}(?:culotte|string|soutif|seins|nichons|cul|fesses|chatte|nibards|lingerie|petite tenue)(?: mademoiselle| madame| ma belle| cherie| (?:me|m) )?(?= ?[,.!?]|$| j espere| avec une voix| me )(?<!forte)"),
    ("sexual", 0.75, "(?:tu portes|vous portez|portes tu|portez vous|tu as mis|t as mis|tu es habillee|vous etes habillee|t es habillee) (?:quoi|comment|un string|une jupe|une culotte|des bas)(?: (?:la|en|sous|aujourd hui|comme)){0,6}"),
    ("sexual", 0.85, "(?:voix|air|tete|gueule|bouche|levres|accent) (?:bien |a |de |si |trop |tres |vraiment |qui ){0,6}(?:salope|cochonne|chaudasse|coquine|sexy|sensuelle|suceuse|sucer|pipes?|bandante|bander|pute|excitante?|m excite)"),
    ("sexual", 0.85, "(?:me|m|ca|tu|vous) (?:fai[st]|faites|fait|font) (?:bien |trop )?(?:bander|mouiller|triquer)|je (?:bande|mouille)|(?:je )?me (?:touche|branle|caresse|masturbe)(?! (?:le|la|les|l) )|je suis (?:tout )?(?:excite|dur|en rut)"),
    ("sexual", 0.8, "(?:plan cul|une? (?:petite )?(?:pipe|fellation|branlette|gaterie|levrette|sodomie|partie de jambes en l air)|5 a 7|jambes ecartees|ecarte[zs]? les (?:jambes|cuisses)|a poil ma|chaude au lit|bonne au lit|bon coup|bien cochonne|cochonne va)"),
    ("sexual", 0.75, "(?:viens|venez|venir|finir|viendrais|rejoindre) (?:[a-z]+ )?(?:dans|au) (?:mon|le) (?:lit|pieu)|massage (?:tout |completement )?(?:nue?s?|coquin|erotique|a (?:toi|vous))|(?:elle|t|tu) (?:est|es) (?:trop |vraiment |bien )?(?:bonne|bandante|baisable)(?= ?[,.!?]| la | toi| ma |$)"),
    ("sexual", 0.75, "(?:te|t|vous) (?:voir|imaginer?|imagine|vois) (?:bien )?(?:toute )?(?:nue?s?|a poil|en (?:string|culotte|lingerie|porte jarretelles|petite tenue))|(?:aimerais|envie de|veux|voudrais|vais|reve de|adorerais) (?:bien )?(?:te|t|vous) (?:toucher|embrasser partout|caresser|deshabiller|gouter|peloter|lecher|menotter|fesser|mordre|faire jouir|faire crier|croquer)(?! (?:un mot|deux mots))|tour de poitrine|taille de (?:bonnet|soutif|seins)|(?:bonnet|tu fais du) (?:[a-e]|9[05] ?[a-e])(?= ?[?])|faire des (?:choses|cochonneries) (?:avec (?:toi|vous)|ensemble)|une (?:grosse |bonne |belle )?(?:queue|bite) (?:pour|dans|a)|lecher (?:la|les|ton|ta|votre)"),
    ("sexual", 0.4, "(?:celibataire|ma belle|ma jolie|ma cherie|mon ange|bébé|bebe|poupee|ma petite|cherie|mon 06|ton 06|boire un verre avec moi|tu fais quoi ce soir|t as un mec)"),
]  # fmt: skip

RULES = compiled(_NAMES, _RULES)

# What they are said not to be: « vous n'êtes pas idiote », « je ne dis pas que vous êtes un voleur ».
DENIED = phrase_of(
    _NAMES,
    "(?:(?:vous|tu) (?:n )?(?:etes|es) (?:surement |certainement |pourtant |tout de meme )?pas"
    "|(?:(?:je|on|nous) (?:ne |n )?(?:dis|dit|disons|pense|pensons|pretends?|crois|croit) pas"
    "|personne (?:ne |n )?(?:dit|pense|pretend|croit)) que (?:vous (?:soyez|etes)|tu (?:sois|es))) (?:une? |des |si |tous )?{ANY}",
)

# Words told of somebody else: « votre collègue m'a traité de … », « vous me prenez pour … ».
TOLD = (
    "(?<!je )(?<!j )(?:(?:m|nous|lui|leur|l|se|s|me|la|les|il|elle|on|ils) ){1,6}(?:ai|a|ont|avait|avaient|aurait|est|etait|sont|suis|ose|oserait) "
    "(?:[a-z]+ ){0,2}(?:traitee?s?|appelee?s?|dit|repondue?s?|criee?|lance|insultee?s?|menacee?s?|hurle|ecrit|balance|demande|ordonne|sorti|envoyee?s?)"
    "|(?:traite[rsz]?|traitant|traitent|qualifie[rsz]?|appele[rz]?|appelant|appellent|appelle) (?:[a-z]+ ){0,4}(?:d|de|des)"
    "|(?:a|ont|avait|avoir|dire|ecrire|dites|disent|crier|repeter|entendre|hurler|pretendre|penser|croire) (?:crie|hurle|dit|repondu|lance|appele|traite|menace|que|des (?:trucs|choses))"
    "|(?:prends?|prenez|prennent|prenons|prendre|prenait|prend|pris|passe[rz]?|passent) (?:[a-z]+ ){0,5}pour"
    "|sans (?:vouloir )?(?:vous |t |te )?(?:traiter|insulter|dire)|pensent que je|suis (?:vraiment |trop |tres |un |une |bien ){0,6}|comme si (?:j|je|nous|on)"
    "|(?:vous|t|te) (?:ai|avais|avait) (?:[a-z]+ ){0,2}pris"
)
