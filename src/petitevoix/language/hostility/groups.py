"""Hate: groups of people, in both languages, and what is said against them; and what only speaks of it.

Merely naming a group is nothing; pleading for one, or telling what others said, is the opposite of hate.
"""

from petitevoix.language.hostility.tables import any_of, compiled

# Words that are never neutral. Those that are also ordinary words stand with an article below.
SLURS = """
bougnoule, bougnoul, bicot, bamboula, youpin, youpine, négro, négresse, chinetoque, chinetok, niakoué, niaquoué, niakwé, crouille, melon de merde,
tarlouze, tafiole, tantouze, tantouse, fiotte, gouine, pédale, travelo, pédé, sale race, raton, romano, bridé, métèque, sidi, feuj de merde,
islamo racaille, enrobée du voile, bâchée, bougnoulisé, youtre, fouffe, gouinasse, bougnoulette, face de citron, face de craie,
nigger, nigga, niggers, wog, wogs, chink, gook, spic, wetback, kike, raghead, towelhead, faggot, fag, tranny, shemale, dyke,
poofter, pikey, gyppo, golliwog, darkie, coon, sand nigger, paki, mongoloid, spastic, feminazi
"""
GROUPS = """
arabe, noir, black, juif, juive, musulman, musulmane, immigré, immigrée, migrant, réfugié, réfugiée, étranger, étrangère, rom, gitan, gitane, manouche,
tzigane, homo, homosexuel, homosexuelle, gay, gai, lesbienne, trans, transgenre, transsexuel, femme, handicapé, handicapée, africain, africaine,
maghrébin, algérien, marocain, tunisien, turc, chinois, asiatique, hindou, catholique, chrétien, blanc, femelle, meuf, bonne femme, nana, vieux,
renoi, rebeu, beur, feuj, polonais, roumain, roumaine, sénégalais, malien, portugais, trisomique, autiste, infirme, voilée, islamiste, indien, pakistanais,
muslim, jew, immigrant, refugee, foreigner, gypsy, gypsies, traveller, homosexual, lesbian, transsexual, transgender, woman, women,
disabled, disabled people, disabled person, africans, african, asian, indian, pakistani, mexican, blacks, black people, black person, whites, arab, arabs,
chinese, catholic, christian, hindu, sikh, latino, pole, polish, romanian, turk, nigerian, asylum seeker, trans people, gay people, queer
"""
VERMIN = """
parasite, vermine, cafard, rat, singe, macaque, chien, porc, animal, animaux, bête, sous homme, sous race, cancer, peste, fléau, plaie, maladie, virus,
déchet, ordure, pourriture, raclure, merde, crasse, saleté, poubelle, monstre, dégénéré, débile, attardé, stupide, idiot, con, conne, abruti, inférieur,
inférieure, voleur, criminel, délinquant, terroriste, violeur, fainéant, feignant, assisté, profiteur, menteur, salope, pute, irrécupérable, répugnant,
dégoûtant, dégueulasse, immonde, ignoble, abject, abjecte, puant, ignorant, pitoyable, erreur de la nature, aberration, anormal, malade, danger, menace, honte, bon à rien, sauvage,
barbare, sans valeur, inutile, méprisable, pire, crétin, imbécile, écœurant, nuisible, révoltant, révoltante, enflure, malhonnête, merdique, cruel, cruelle, violent, violente, défoncé, taré, nul, mauvais, trop bête, racaille, envahisseur, fardeau, insupportable, horrible, crasseux, crado, sale,
enculé, fils de pute, moche, hideux, hideuse, bouseux, limité, pas normal, repoussant, repoussante, haïssable, exécrable, misérable, minable, vicieux, pervers, perverti, lie, rebut,
vermin, roach, cockroach, monkey, ape, dog, pig, beast, subhuman, plague, disease, scum, filth, trash, garbage, savage, thief, thieves, rapist,
terrorist, lazy, dirty, inferior, degenerate, freak, abomination, burden, threat, unnatural, disgusting, too stupid, dumb, worthless, leech, evil, invader,
not human, not normal, less than human, retarded, whore, slut, useless
"""
HATE = (
    "(?:dete[a-z]*|hai[rst]?|hais|haine|exec[a-z]+|meprise[a-z]*|vomi[st]?|abhorre|maudi[st]|supporte[rz]?(?: plus)?|encaisser?|blaire|ras le bol|ras le cul|marre|degoute[a-z]*|aversion|degout|repugnance"
    "|malades?|gerber|vomir|dedain|nausee|compassion|bouillir|casse[a-z]*(?: [a-z]+)? (?:les )?couilles|respect|rien de (?:plus|pire)|hate|despise|detest|loathe|can t stand|cannot stand|sick of|fed up with|fuck|mepris|rage|emmerde[a-z]*|nique)"
)
HARM = (
    "(?:tue[rsz]?|tuerai|buter?|elimine[rz]?|extermine[rz]?|eradique[rz]?|gaze[rz]?|pendre|pendus?|pend|brule[rsz]?|brulees?|fusille[rsz]?|fusillees?|execute[rsz]?|executees?|massacre[rz]?|massacrees?|torture[rz]?|torturees?|egorge[rz]?"
    "|egorgees?|noye[rz]?|noyees?|pique[rz]|expulse[rz]?|expulsees?|deporter?|deportees?|enferme[rsz]?|enfermees?|debarrasse[rz]?|virer?|vires|chasse[rz]|chassees?|steriliser?|sterilisees?|interdi[rst]\\w*|crever|creve|mourir|meurent|mort|frapper?|frappees?"
    "|attaque[rz]?|attaquees?|assassine[rz]?|assassinees?|lynche[rz]?|souffrir|detruire|detruites?|abattre|abattus?|retourner|rentrer (?:chez|dans)|degager|punir|punies?|fouette[rz]?|tabasser?|tabassees?|defoncer|violer|eliminees?|eliminer|eradiquees?|extermines|battre|battues?"
    "|mettre fin a la vie|fin a la vie|raser|rayer|tire[rz]?|poignarde[rz]?|etrangle[rz]?|tranche[rz]?|tranchait|briser|finir|finisse|extermine[rsz]?|exterminees?|abattus?|violee?s?|viole|tuait|tues|tuees|pende|decapite[a-z]*|butes|saigner|jeter|jetes|balancer"
    "|kill|killed|shot|shoot|gassed|hanged|hung|burn|burned|burnt|drowned|deported|deport|exterminated?|put down|put to death|locked up|driven out|wiped out|banned|sterili[sz]ed|executed|beaten|sent back|kicked out|die|eradicated|thrown out|castrated|whipped|caged)"
)
_NAMES = {
    "SLUR": any_of(SLURS),
    "GROUP": any_of(GROUPS) + "(?!(?<=noirs|lancs|lacks|hites|black) (?:de|du|et|sur|en|a|and|on|in)\\b)",
    "VERMIN": any_of(VERMIN),
    "HATE": HATE,
    "HARM": HARM,
    "THE": "(?:(?:tou(?:s|tes|te)?|les|ces|ses|des|aux|le|la|un|une|de|d|ce|cet|cette|l|chaque|n importe (?:quel|quelle)|ce genre de|ce genre d|vos|all|the|these|those|every|any|most|you|of|sale|sales|putain|autres?|seules?|seuls|que|plupart|comme|bande|especes?|trop|by|petits?|pauvres?|gros) ){0,6}",
    "PL": "(?:(?:tou(?:s|tes)|les|ces|des|aux|un|une|l|d|de|ce genre d|ce genre de|chaque|cet|cette|ce|n importe quel|n importe quelle|all|these|those|the|every|most|vous|you) ){1,6}(?:les |ces |autres |des ){0,6}",
    "LIKE": "(?: (?:comme|like) (?:vous|toi|eux|elles|ca|you|them|that|lui|elle))?",
    "GAP": "(?:[a-z]+,? ){0,6}?",
    "NEAR": "(?:[a-z]+,? ){0,3}?",
    "ARE": "(?:n )?(?:sont|est|etes|es|etaient|seront|ne sont que|restent|are|is|r|were|agissent comme|ressemblent a|valent|deviennent|s comportent comme|act like|behave like|se comportent comme|sentent|puent|(?:[a-z]+) (?:sont|est))",
}

_RULES = [
    ("hate", 0.9, "(?<!term )(?<!mot ){SLUR}"),
    ("hate", 0.75, "(?:un|une|des|ces|les|espece de|bande de|sales?|gros|ce|de|ou|quel|pauvre|vieux|vieille|petit|sous|trop de) (?:gros |sale |vrai |petit |grosse ){0,6}(?:negres?|pd|pds|tapettes?|pedales?|bridee?s?|goyim|canaques?|feujs|pedes?|negros?|mongoliens?|bounty|boches?|ritals?|niakes?)(?! (?:noir|a mouches|de (?:frein|velo|gauche|droite|guitare)|d embrayage))"),
    ("hate", 0.85, "(?:sales?|dirty|filthy|stinking|putain de|putains de|fucking|bloody|saloperies? de|salauds? de|enfoire?s? de|connards? d|especes? d(?:e|es)?|bande d(?:e|es)?|lazy|typical|typical lazy|smelly|trop de|merde de) (?:petite?s? |gros |lazy )?(?!vieux|blancs?\\b|noirs?\\b|femmes?\\b|black\\b|blanc\\b|noir\\b|chinois de|polish|women|woman|nana){GROUP}(?! (?:friends|restaurant|food|laundry|linge|music|linge))"),
    ("hate", 0.85, "(?:sales?|stinking|filthy|fucking|putains? de|saloperies? de|dirty) (?:noirs?|blacks?|bonnes femmes|femmes|women|blancs?|whites?)" + "(?= ?[.,!?]|$| et| de| qui| va| comme| and| people| who)"),
    ("hate", 0.85, "{HATE} (?:[a-z]+ ){0,3}?{PL}(?:[a-z]+ )?(?!femme\\b){GROUP}"),
    ("hate", 0.8, "{HATE} (?:[a-z]+ ){0,4}?(?:pour|by|for|par|aux?|contre|with|que|d etre entoure de|entendre) {THE}{GROUP}"),
    ("hate", 0.75, "(?:hate|despise|detest|loathe|hais|deteste|meprise|sick of|fuck) {GROUP}"),
    ("hate", 0.85, "(?:{PL}|^|vous les |(?<=[.,!?] ))(?:autres )?(?!femme\\b|vieux\\b){GROUP}{LIKE},? {GAP}{ARE},? (?!(?:pas|not|jamais|never|traite|consider|vu))(?:[a-z]+,? (?<!pas )){0,7}?{VERMIN}"),
    ("hate", 0.8, "{PL}(?!femme\\b|vieux\\b){GROUP}{LIKE},? (?:[a-z]+ ){0,4}?(?:me|m|nous) (?:rend|rendent|degoute[a-z]*|fait|font|donne|donnent|ecoeure[a-z]*|casse[a-z]*) (?:[a-z]+ ){0,4}?(?:malades?|furieux|furieuse|fou|folle|vomir|gerber|couilles|bouillir|nausee|degoute|rage|pitie|honte|mal|tellement|profondement|envie)"),
    ("hate", 0.8, "typiques? (?:(?:de|d|des|un|une|ces?|cette|la|part|du|genre) ){1,6}{GROUP}|{GROUP} (?:n ont|have) (?:rien|nothing) (?:a faire|to do|no place)"),
    ("hate", 0.8, "(?:trouve|trouver|considere|consider|find) {PL}{GROUP} (?:[a-z]+ ){0,3}?{VERMIN}"),
    ("hate", 0.85, "(?:gorge|cou|tete|balle|tirer|poignarder) (?:[a-z]+ ){0,4}?(?:de|a|aux?|sur|dans) (?:[a-z]+ ){0,3}?(?!femme\\b){GROUP}|{PL}{GROUP} (?:[a-z]+ ){0,4}?ferm(?:er|ent|ez) leurs? gueules?"),
    ("hate", 0.8, "(?:^|(?<=[.,!?:;] )|que |parce que ce sont |because they are ){GROUP} (?:ne )?(?:sont|etes|are) (?:[a-z]+ ){0,3}?{VERMIN}"),
    ("hate", 0.8, "{VERMIN} (?:[a-z]+ ){0,4}?(?:que|than|as|comme) (?:[a-z]+ ){0,2}?{PL}(?!femme\\b){GROUP}"),
    ("hate", 0.8, "(?:plus|aussi|moins|pires?|mieux|more|better|smarter|dumber|worse) (?:[a-z]+ ){0,4}?(?:que|qu|than) (?:celles? |ceux |[a-z]+ )?(?:des |les |tous les |n importe quel(?:le)? |un |une |any |all |ces |d |aux? ){1,6}(?!femme\\b|autre ){GROUP}(?! (?:meritent|sont))"),
    ("hate", 0.85, "(?:{PL}|^|les |ces |ils |eux ){GROUP}{LIKE},? (?:[a-z]+,? ){0,5}?(?:devraient|devrait|doivent|doit|meritent|merite|meritez|devriez|faudrait|faut|should|must|deserve|deserves|ought to|need to|a |peuvent tou(?:te)?s) (?!pas )(?:[a-z]+ ){0,6}?(?:{HARM}|zoos?|chez (?:eux|vous)|foutre|dehors|rien|no rights|die)"),
    ("hate", 0.85, "(?:(?:on|nous|je|j|il|qu on|we|i|someone|let s|qu|quelqu un) (?:ne )?(?:vais|va|veux|voudrais|aimerais|adorerais|allons|faudrait|faut|devrait|devrions|devrais|peut|should|will|want to|must|ll|continuera a|execute|pende|tue|suffirait de|simplement|finira par)|pourquoi ne pas|il est temps de|envie de|interet de tous de|reve de|solution est de|pret a|il faut) (?!pas )(?:[a-z]+ ){0,5}?{HARM} (?:[a-z]+,? ){0,6}?(?!femme\\b|black friday|noir\\b){GROUP}"),
    ("hate", 0.85, "(?:mort|a mort|death) (?:a|aux?|to) {THE}{GROUP}|{GROUP} (?:dehors|au four|a la mer|au bucher|go home|out)(?= ?[.,!?]|$)"),
    ("hate", 0.85, "(?:{HARM}|(?:kill|gas|hang|deport|ban|shoot|burn)) (?:(?:tou(?:s|tes)|les|ces|ce|cet|cette|un|une|chaque|all|the|these|those|every|each|vous|et|autres?|of|to) ){1,6}{GROUP}(?! (?:me|m|a|est|et) )"),
    ("hate", 0.8, "vie(?:s)? (?:de |des |d )(?:[a-z]+ )?{GROUP}{LIKE} (?:ne )?(?:n )?(?:[a-z]+ ){0,4}?(?:valent|vaut|pas|rien|aucune|moins|sans valeur|compter)|vos v[a-z]*s de {GROUP}|lives of {GROUP} (?:[a-z]+ ){0,3}(?:not|nothing)|{GROUP} lives don t matter"),
    ("hate", 0.8, "{GROUP}{LIKE},? (?:ne |n |do |does |don |aren |are |is |shouldn |should ){1,2}?(?:[a-z]+ ){0,3}?(?:sont|meritent|meritez|devraient|est|merite|valent|savent|comprennent|seront|appartiennent|t|not|ont|sauraient|peuvent|servent) (?:pas|jamais|rien|aucun|deserve|belong|not|human|que|aucune|meme pas)(?! (?:un danger|tous|moins|tou[st]e?s |a craindre|bienvenu|admis|accept|entrer|acces|assez)) ?(?:d |de |des |le |a |mieux que |worth|to |pas |vraiment |etre |aussi |avoir |droit |a |aux |les |memes ){0,6}(?:etres humains|humains?|vivre|vie|droits?|attirante?s?|respect|rien|a rien|deserve|live|rights|people|humans|human|here|valeur|place|reflechir|penser|penser|etre|comprendre|confiance|pitie|voter|conduire|travailler|femmes|hommes|normaux|valent rien|capables?|intelligente?s?|importance|compter|exister|compassion)"),
    ("hate", 0.75, "(?:droits? (?:de l homme|humains)|lois?|egalite) (?:[a-z]+ ){0,2}ne (?:[a-z]+ ){0,3}pas (?:[a-z]+ ){0,3}(?:aux?|pour) (?:les )?{GROUP}|(?:personne|nobody|qui|aucun) (?:ne )?(?:veut|voudrait|peut|wants|respecte|aime) (?:de |d |[a-z]+ ){0,2}{GROUP}"),
    ("hate", 0.8, "(?:retourn\\w+|rentr\\w+|repart\\w*|va t en|degage[rz]?|va|allez) (?:donc |vite )?(?:chez (?:toi|vous|eux)(?= ?[,.!?]? ?(?:sale|l |les|si|au|en|bande|$))|dans (?:ta|ton|votre|leur|vos|sa) (?:pays|brousse|bled|jungle|desert|cite|gourbi|bidonville|case)|au bled|en afrique|en arabie|a la savane)|(?:go|get|crawl|fuck off) (?:the hell |the fuck )?back to (?:your (?:own )?(?:country|jungle|village|desert|homeland|continent|shithole)|africa|india|pakistan|mexico|china|poland|bongo bongo)|(?:degage[rz]?|dehors|hors de) (?:les |tous les )?{GROUP}"),
    ("hate", 0.75, "(?:put|get|give|pass|passe[zr]?|want|veux|speak|talk|parler|donnez|transfer|je veux|avoir|avez) (?:me |moi |to |a |on |through |over |plutot ){0,6}(?:a |an |un |une |someone |quelqu un de |somebody |de |pas de |some )?(?:vrai |vraie |real |proper |actual )?(?:white|blancs?|blanche|francais de souche|gaulois|homme|man|vrai francais|real (?:english|american|brit)\\w*|christian|blond)(?: (?:person|people|guy|man|woman|de souche))?(?= ?[.,!?]|$| on | qui s y| to talk)(?<!avez blanc)(?<!black and white)(?<!en blanc)"),
    ("hate", 0.75, "(?:encore (?:une? |des )|yet another |another bloody |bunch of |load of |pack of |bande de |tas de )(?!femmes?\\b|blancs?\\b|noirs?\\b|vieux\\b|woman\\b|women\\b|asian\\b|turc\\b|chinois\\b){GROUP} (?:qui|who|that|incapables?|au telephone|on the phone)|(?:vous les|you) (?!femmes?\\b|vieux\\b){GROUP},? (?:vous |etes |are |all |n |ne |savez ){1,6}|(?:go|get|crawl) back (?:to )?(?:where|wherever) (?:you|they|u) (?:came|come|belong|crawled)|retourn\\w+ d ou (?:tu|vous|ils)|go back to (?:mumbai|delhi|bangalore|lagos|manila|kabul|teh?ran|beijing|syria|turkey|morocco|algeria|karachi|nigeria|somalia|romania|bangladesh|the philippines)|(?:retourne[rz]?|rentre[rz]?) (?:en|au|a) (?:algerie|maroc|tunisie|afrique|turquie|syrie|roumanie|chine|inde|alger|bamako|dakar|rabat|congo|senegal|mali)"),
    ("hate", 0.8, "(?:don t|do not|won t|refuse to|will not|never|refuse d|refuse de|ne veux pas|veux pas|hors de question d|hors de question de|pas) (?:be |etre |me faire |to )?(?:talk|speak|deal|parler|servir?|servi|traiter|avoir affaire|servie?|toucher|served|entendre)(?:e)? (?:to |with |a |par |avec |by |affaire a )?(?:un |une |des |any |an |a |les |aux? )?(?:{GROUP}|{SLUR}|negre(?:sse)?s?)"),
    ("hate", 0.7, "(?:passe[zr]? moi|want|donne[zr]? moi) un (?:francais|homme)(?= ?[.,!?]|$)"),
    ("hate", 0.75, "(?:comportement|attitude|mentalite|travail|methodes?|behaviou?r) (?:bien |typique |typical ){0,6}(?:typique )?(?:d un |d une |de |d |des |du |of ){1,6}{GROUP}(?= ?[.,!?]|$| ca| va)|c est (?:bien |typique ){1,6}(?:un |d un |une |les |des |d une |la ){1,6}(?:comportement de )?{GROUP}(?= ?[.,!?]|$| ca| de se)|(?:travail|telephone|plan) (?:d |de )arabe|arabe de service"),
    ("hate", 0.7, "(?:encore une? |another |pas etonnant |une vraie ){0,6}(?:race de|race d|sous race|bloody (?:indian|foreigner|african)s?|yet another (?:indian|foreigner))(?= )(?! (?:chiens?|chats?|chevaux|vaches|poules))"),
    ("hate", 0.75, "(?:trop|y a que|il n y a que|only|seuls?|tous|envahis par|envahie? (?:de|par)|invasion de|remplis? de|plein de) (?:d |de |des |les |par les |ces ){1,6}(?!femme\\b|blanc|noir|vieux|black\\b){GROUP} (?:dans|en|ici|chez|peuvent etre|in|au) ?(?:ce|ces|ma|notre|france|ignorants?|bus|quartier|this|vous|pays|[a-z]+)? ?(?:pays|ville|quartier|aussi|a ce point|country)?(?= ?[.,!?]|$| a ce point)"),
    ("hate", 0.75, "(?:tester|test) (?:[a-z]+ ){0,6}sur (?:les |des )?{GROUP}|(?:zoos?|veterinaires?|animaux|cages?) (?:[a-z]+ ){0,5}{GROUP}|{GROUP} (?:[a-z]+ ){0,5}(?:zoos?|veterinaires?|en cages?|dans des cages)"),
]  # fmt: skip

RULES = compiled(_NAMES, _RULES)

# Speaking of hate, or against it.
AGAINST = (
    "racis\\w+|denonce[rz]?|menacer de|vaudra|votre opinion|insister sur|continuez? a dire|sexis\\w+|homophob\\w+|antisemit\\w+|islamophob\\w+|transphob\\w+|discriminat\\w+|discrimin\\w+|insulte(?:es|s|r)?(?! moi)|injure\\w*|inadmissible|intolerable|inacceptable"
    "|arrete[rz]?\\b|cesse[rz]?\\b|dire que|dis que|disent que|ecri(?:re|t|vent|vant)|dit que|a dit|a crie|traite(?:nt|r|z|s|es)? (?:de|les|l|d|des|mon|ma)|appele[rz]?|appeler|traitee?s?|propos|sectaire|haine dont|tolerable"
    "|ne (?:devons|devrait|devrions|devraient|faut|doit|doivent) (?:surtout |jamais )?pas|ne merite(?:nt)? (?:pas|rien)? ?(?:de |d )?(?:se |etre |mourir|ca|un tel|qu|souffrir|cette)|aucun[e]? [a-z]+ ne merite|ne vaut pas moins|ne valent pas moins|manque de respect|n ai rien contre|je n ai pas de|ne suis pas|ne deteste|ne hais|n ai jamais|ne sont pas (?:tous|toutes|des (?:animaux|parasites|criminels|terroristes|voleurs)|un|moins|inferieur)"
    "|protege[rz]?|protect|stop calling|calling|called|shouted|yelled|not acceptable|unacceptable|nobody deserves|no one deserves|should not be|shouldn t be|victimes?|solidaires?|on m a|m a traite|leur place|egaux|bienvenus?|penser que c|trouver ca normal|n est pas normal|pas d accord"
)

# « Les … sont gentils. On devrait les expulser. »: who is meant stands in the clause before.
NAMED = compiled(
    _NAMES, [("hate", 0.0, "(?:les|ces|des|tous les|toutes les|these|all|the) (?!femme\\b|vieux\\b|blancs\\b){GROUP}")]
)[0].pattern
CARRIED = (
    ("(?:ce|c) (?:sont|est|ne sont) ", "les migrants sont "),
    ("(?:qu )?(?:ils|elles|eux|they|la plupart d entre eux)(?= )", "les migrants"),
    ("(?:les|leur) ([a-z]+)(?![a-z])", "\\1 les migrants"),
    ("them", "all immigrants"),
)
