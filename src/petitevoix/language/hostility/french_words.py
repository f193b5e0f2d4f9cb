"""French words for a person, from what is never kind to what is only blunt.

Lower case, no accents, singular: `petitevoix.language.hostility.rules` adds plurals. A space stands for any of space,
apostrophe and hyphen.
"""

# Never kind, whoever says them of whom.
VILE = """
connard, conard, conar, connasse, conasse, conne, con, salope, salop, salaud, salopard, enculé, enculée, enfoiré,
enfoirée, bâtard, bâtarde, fumier, ordure, raclure, pourriture, merdeux, merdeuse, sous merde, grosse merde, sale
merde, pauvre merde, petite merde, tas de merde, sac à merde, fils de pute, filsdepute, fils de chien, fils de
chienne, fille de pute, fdp, pute, putain de merde, trou du cul, trouduc, trou de balle, tête de con, tête de noeud,
tête de cul, tête de gland, face de rat, pouffiasse, poufiasse, pétasse, grognasse, garce, traînée, gland, branleur,
branleuse, enflure, fiente, déchet, sac à foutre, suceur, suceuse, sagouin, chien galeux, sous race, dégénéré,
dégénérée, mongol, mongolien, mongolienne, gogol, gogole, triso, attardé, attardée, attardé mental, débile mental,
taré, tarée, lèche cul, crevure, crevard, peigne cul, tocard, tocarde, toquard, batar, connar, conaaard, abruti,
abrutie, sous homme, sous fifre
"""
# Insults once they are said to somebody.
COMMON = """
crétin, crétine, débile, imbécile, idiot, idiote, stupide, bouffon, bouffonne, blaireau, charlot, guignol, pitre,
zouave, branquignol, couillon, couillonne, andouille, cruche, gourde, dinde, morue, truie, tache, boloss, bolosse,
bolos, cassos, clochard, pignouf, plouc, péteux, morveux, morveuse, pisseuse, demeuré, demeurée, neuneu, nunuche,
neu neu, zozo, bras cassé, bon à rien, bonne à rien, moins que rien, vaurien, vaurienne, raté, ratée, rebut, larbin,
faignant, feignant, feignante, fainéant, fainéante, feignasse, flemmard, glandeur, glandeuse, crapule, canaille,
racaille, vermine, parasite, sangsue, cafard, cloporte, larve, limace, vermisseau, lopette, lavette, carpette,
paillasson, serpillière, vendu, pourri, pourrie, débris, épave, psychopathe, détraqué, détraquée, cinglé, cinglée,
barjo, malade mental, malade mentale, minable, misérable, microbe, lâche, pleutre, bête à manger du foin, bête,
rigolo, limité, limitée, gros tas, gros sac, sac d os, bécasse, greluche, cagole, baltringue, tanche, fumiste,
amateur de mes deux, moins qu un chien, tête à claques, tête de mule, face de cul, bon à jeter, ramolli du bulbe,
sourdingue, mou du genou, tire au flanc, planqué, planquée, bureaucrate de merde, gratte papier de merde, tortue,
crâne de piaf, tête de linotte, vieux débris, sale gosse, nullard, nullarde, nullité, abomination, erreur de la
nature, fini à la pisse, analphabète, illettré, illettrée, ignare, inculte, malhonnête, arriéré, arriérée, simplet,
simplette, sans cervelle, écervelé, écervelée, sous doué, sous douée, incapable notoire, bouseux, bouseuse, petit
merdeux, ripou, ripoux, mytho, mythomane, monstre, nazi, nazie, sadique, tortionnaire, balourd, manche, empoté, tas
de viande, troll, pervers, dégueulasse, immonde, ignoble, abject, abjecte, infect, infecte, répugnant, répugnante,
détestable, casse couilles, casse couille, emmerdeur, emmerdeuse, chieur, chieuse, fou à lier, folle à lier, rat
crevé, bon pour l asile
"""
# Beasts and things: an insult only as « vous êtes un … », « bande de … », « sale … ».
BEASTS = """
porc, cochon, cochonne, chien, chienne, rat, rate, âne, âne bâté, mulet, singe, singe savant, macaque, guenon, thon,
boudin, vache, vautour, charognard, rapace, requin, mouton, pigeon, clown, boulet, légume, tube digestif, cornichon,
patate, huître, moule, veau, bourrique, baudet, ver de terre, crapaud, vipère, serpent, hyène, cancrelat, punaise,
puce, pou, merde, brêle, truffe, quiche, tanche, nouille, courge, bandit, escroc, voleur, voleuse, arnaqueur,
arnaqueuse, menteur, menteuse, gangster, mafieux, sauvage, barbare, robot, perroquet, hypocrite, collabo, profiteur,
profiteuse, assisté, grande gueule, fonctionnaire de merde, gratte papier, zombie, sinistre individu
"""
# Blunt of a person; two of them, or one of them said hard, make an insult.
BLUNT = """
nul, nulle, naze, nullos, incompétent, incompétente, incapable, inutile, lamentable, pitoyable, pathétique,
médiocre, ridicule, borné, bornée, bouché, bouchée, honte, plaie, catastrophe, irresponsable, odieux, odieuse,
mauvais, mauvaise, méprisable, risible, dégoûtant, fou, folle, malade, ignorant, ignorante, insupportable,
affligeant, affligeante, paresseux, paresseuse, idiotie, guignolade
"""
# Colleagues of the reader: what is vile is vile of them too.
STAFF = """
collègue, conseiller, conseillère, technicien, technicienne, vendeur, vendeuse, chef, cheffe, directeur, directrice,
patron, patronne, employé, employée, stagiaire, livreur, livreuse, responsable, agent, opérateur, opératrice,
caissier, caissière, chauffeur, manager, téléconseiller, téléconseillère, type, mec, gars, bonhomme, nana, fille,
équipe
"""
