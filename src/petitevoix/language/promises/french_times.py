"""French words for time, in plain letters."""

import re

from petitevoix.language.promises.tongue import END, MIDDLE, START, Times, any_of, mention_of, table

NUMBERS = table(
    "un 1, une 1, deux 2, trois 3, quatre 4, cinq 5, six 6, sept 7, huit 8, neuf 9, dix 10, onze 11, douze 12,"
    " treize 13, quatorze 14, quinze 15, seize 16, vingt 20, vingt et un 21, vingt-quatre 24, trente 30, quarante 40,"
    " quarante-huit 48, quarante-cinq 45, soixante 60, soixante-douze 72, quatre-vingt-dix 90, une dizaine de 10,"
    " une huitaine de 8, une quinzaine de 15, une vingtaine de 20, une trentaine de 30, une petite dizaine de 10,"
    " une bonne dizaine de 10".replace(",  ", ", ")
)
MONTHS = table(
    "janvier 1, fevrier 2, mars 3, avril 4, mai 5, juin 6, juillet 7, aout 8, septembre 9, octobre 10, novembre 11,"
    " decembre 12, janv 1, fevr 2, fev 2, avr 4, juil 7, sept 9, oct 10, nov 11, dec 12"
)
WEEKDAYS = table("lundi 0, mardi 1, mercredi 2, jeudi 3, vendredi 4, samedi 5, dimanche 6")
UNITS = {
    **dict.fromkeys(("minute", "minutes", "min", "mn"), "minute"),
    **dict.fromkeys(("heure", "heures", "h"), "hour"),
    **dict.fromkeys(("jour", "jours", "j"), "day"),
    **dict.fromkeys(("semaine", "semaines"), "week"),
    **dict.fromkeys(("mois",), "month"),
    **dict.fromkeys(("an", "ans", "annee", "annees"), "year"),
}
POSITIONS = {"debut": START, "mi": MIDDLE, "milieu": MIDDLE, "fin": END, "courant": END, "cours": END}
DAYS = {"apres-demain": 2, "apres demain": 2, "surlendemain": 2, "demain": 1, "aujourd'hui": 0, "ce jour": 0,
        "dans la journee": 0, "le jour meme": 0, "ce jour meme": 0}  # fmt: skip

_NUMBER = rf"(?:\d{{1,15}}|{any_of(NUMBERS)})"
_MONTH = rf"(?:{any_of(MONTHS)})\b\.?"
_WEEKDAY = rf"(?:{any_of(WEEKDAYS)})"
_UNIT = rf"(?:{any_of(UNITS)})(?!\w)"
_SPAN = r"(?:\s?(?:a|-|ou|et|/|voire)\s?)"
_WITHIN = (
    r"(?:(?:dans|sous|en|d'ici(?: a)?|endeans|au bout de|apres)"
    r"(?: (?:un|le|les|delai|maximum|maximal|max|moyen|de|environ|a peu pres|quelque|moins|prochaines?|prochains"
    r"|petite?|au plus|au maximum))*)"
)
_WORKING = r"(?: (?:pleins )?(?:ouvres?|ouvrees?|ouvrables?|de travail|travailles))"
_MOST = r"(?: (?:maxi(?:mum)?|max|au plus(?: tard)?|grand maximum|au maximum))"
_HOUR = r"(?:[01]?\d|2[0-3])\s?(?:h|heures?)(?:\s?[0-5]\d)?(?!\w)"
_NEXT = r"(?: prochaine?| suivante?| qui vient| d'apres| a venir)"
_POSITION = r"(?:debut|milieu|fin|courant|cours)"

_PARTS = [
    (r"a la premiere heure|en tout debut de (?:matinee|journee)|debut de (?:matinee|journee)", 10 * 60),
    (r"(?:dans |durant )?(?:ce|cette|la|le|au|en|fin de|milieu de|fin)? ?(?:matin|matinee)", 12 * 60),
    (r"entre midi et (?:deux|quatorze heures|14 ?h)", 14 * 60),
    (r"(?:ce |a )?midi et demie?", 12 * 60 + 30),
    (r"minuit", 24 * 60),
    (r"(?:en )?debut d'apres-?\s?midi", 15 * 60),
    (r"(?:dans )?(?:cet |l'|en fin d')?apres-?\s?midi", 18 * 60),
    (r"(?:a )?(?:l'heure du dejeuner|la pause dejeuner)", 13 * 60),
    (r"(?:ce )?midi", 12 * 60),
    (r"(?:en |la |d'ici la )?(?:fin de (?:la |cette )?journee|fermeture)", 18 * 60),
    (r"(?:dans la |ce |cette |en |fin de |debut de )?(?:soiree|soir)", 20 * 60),
    (r"(?:dans la |cette |pendant la |durant la )nuit(?: (?:de|du) \w+ (?:a|au) \w+)?", 30 * 60),
]

_MENTIONS = {
    "past": rf"hier(?: matin| soir| midi)?|avant-hier|il y a {_NUMBER} {_UNIT}|{_WEEKDAY} dernier"
    rf"|la (?:semaine|nuit) (?:derniere|passee)|le mois dernier|l'an dernier",
    "again": rf"(?:tous|toutes) les (?:(?P<again_day>{_WEEKDAY}|jour|semaine)s?|\w+)"
    rf"|chaque (?:(?P<again_day2>{_WEEKDAY}|jour|semaine)|\w+)|(?:du|de) {_WEEKDAY} au {_WEEKDAY}"
    rf"|le {_WEEKDAY}(?= *(?:[.,;]|$))"
    r"|(?:7|24)\s?(?:h|j)?/(?:7|24)\s?(?:h|j)?|d'habitude|en general|en moyenne|hebdomadaires?",
    "vague": r"(?:des|aussitot) que (?:cela sera |ce sera )?possible|des que (?:nous le pourrons|nous pourrons"
    r"|je (?:le )?pourrai)|au plus vite|au plus tot|dans les (?:meilleurs|plus brefs) delais"
    r"|prochainement|bientot|rapidement|tres vite|(?:le )?plus (?:vite|rapidement) possible|sous peu|incessamment"
    r"|(?:dans|d'ici|sous) (?:quelques|les prochaines?|les prochains) (?:minutes|instants|heures|jours|semaines|mois)"
    r"|dans les (?:jours|heures|semaines|minutes) (?:qui viennent|a venir|qui suivent)|tout de suite|tout a l'heure"
    r"|immediatement|sans (?:plus )?(?:tarder|attendre|delai)|sur-le-champ|dans un (?:bref|court) delai"
    r"|(?:dans|d'ici) un instant|d'ici peu|au plus tot|des maintenant|en urgence|ulterieurement|le moment venu"
    r"|en temps (?:utile|voulu)|dans la foulee|a (?:tres )?bref delai|vite",
    "iso": r"(?P<iso_y>\d{4})-(?P<iso_m>\d{2})-(?P<iso_d>\d{2})(?!\d)(?:t(?=\d))?",
    "numeric": r"(?P<num_d>\d{1,2})(?:/(?P<num_m>\d{1,2})(?:/(?P<num_y>\d{2,5}))?"
    r"|(?P<num_sep>[.-])(?P<num_m2>\d{1,2})(?P=num_sep)(?P<num_y2>\d{2,5}))(?![\d/%€])",
    "date": rf"(?:le )?(?:{_WEEKDAY},? )?(?:le )?(?P<date_d>\d{{1,2}}|premier)(?:er|e)? (?P<date_m>{_MONTH})"
    r"(?: (?P<date_y>\d{4,6}))?",
    "week": rf"(?:(?:(?:en |la |au |d'ici (?:a )?(?:la )?|avant la )?(?P<week_at>{_POSITION}) de (?:la |cette )?)"
    r"|cette |la |dans la |en cours de |courant )semaine"
    rf"(?:(?P<week_next>{_NEXT})| du (?:lundi )?(?P<week_d>\d{{1,2}})(?: (?P<week_m>{_MONTH}))?)?"
    r"(?! (?:derniere|passee|precedente))",
    "then": r"(?P<then_next>le lendemain)(?: (?:matin|soir|meme))?(?! d(?:e|u|es|')\b)"
    r"|(?:alors|a ce moment(?:-la)?|ce (?:meme )?jour-la|ce jour meme|le jour dit|a cette date(?:-la)?)"
    r"(?= ?(?:[.,;!)]|$| (?:et|pour|afin) ))",
    "weekend": r"(?:(?P<weekend_by>d'ici (?:a )?|pour )|pendant |durant |dans |au cours )?(?:ce |le |du )?"
    r"week-?\s?end(?P<weekend_next> prochain| suivant| d'apres)?",
    "month": rf"(?:en |au |d'ici (?:a )?(?:la )?|avant |des |des le |pour |a la )?(?:dans le )?"
    rf"(?:(?P<month_at>{_POSITION}|mi)(?:-| )(?:(?:de |d'|du mois de |du mois d')?)"
    rf"(?P<month_m>{_MONTH})|(?:(?:en|avant|pour|d'ici|des|a partir de|a partir d'|au mois de|au mois d'"
    rf"|a compter de|a compter d') ?)"
    rf"(?P<month_m2>{_MONTH}))",
    "month_from_now": rf"(?:en |au |la |d'ici (?:a )?(?:la )?|avant la )?"
    rf"(?:(?P<from_at>{_POSITION}|mi)[- ](?:de |du |de ce |de l')?"
    rf"|le |ce |du |au cours du |dans le )(?:mois|annee)(?P<from_next>{_NEXT})?(?! (?:de|d'|dernier))",
    "year": r"(?:(?:la |d'ici (?:la )?)?fin d(?:e l'|')annee|fin (?P<year_y>20\d\d))(?P<year_next> prochaine)?",
    "dom": rf"(?:(?:{_WEEKDAY} |le |au )+)(?P<dom>\d{{1,2}}|premier)(?:er)?"
    r"(?!\d|\s?(?:%|€|euros?\b|h\b|heures?\b|[.,/:-]\d)|\s\d\d\b)",
    "weekday": rf"(?P<weekday_this>ce )?(?P<weekday>{_WEEKDAY})(?: en (?P<weekday_on>huit|quinze)"
    rf"|(?P<weekday_week> de la semaine prochaine)|{_NEXT})?",
    "feast": r"noel|le jour de l'an|nouvel an|(?:la )?(?:toussaint|saint-sylvestre)",
    "hour": r"dans (?:la |l'|une (?:petite |bonne )?)(?P<half>demi-)?heure"
    r"|d'ici une demi-heure|(?:dans|sous) une demi-heure",
    "within": rf"(?:{_WITHIN}"
    rf"|de(?= {_NUMBER}{_SPAN}{_NUMBER})) (?P<within_n>{_NUMBER})(?:{_SPAN}(?P<within_m>{_NUMBER}))?(?: prochaines?"
    rf"| prochains)?"
    rf"\s?(?P<within_unit>{_UNIT})(?P<within_work>{_WORKING})?{_MOST}?",
    "notice": r"(?:sous |d'ici |dans |en )(?:une )?(?P<notice>huitaine|quinzaine|dizaine)(?: de jours)?",
    "clock": rf"(?P<clock>{_HOUR}|(?:[01]?\d|2[0-3]):[0-5]\d(?!\d))",
    "bare": rf"(?P<bare_n>{_NUMBER})(?:{_SPAN}(?P<bare_m>{_NUMBER}))?\s?(?P<bare_unit>{_UNIT})"
    rf"(?P<bare_work>{_WORKING})?(?P<bare_most>{_MOST})?",
    "day": rf"(?:{any_of(DAYS)})",
    "part": "|".join(pattern for pattern, _ in _PARTS),
}
# The first words of all of them.
_STARTS = (
    "hier avant il le la l les tous toutes chaque du de d des aussitot au aux dans prochainement bientot rapidement"
    " tres plus"
    " sous incessamment tout immediatement sans sur ulterieurement vite en ce cet cette cours courant debut milieu"
    " fin mi a alors lendemain entre"
    " endeans apres midi minuit matin matinee soir soiree nuit surlendemain demain aujourd pendant durant week"
    " weekend semaine"
    " noel nouvel jour quelques premier hebdomadaire hebdomadaires fermeture pour toussaint saint"
)
_BESIDE = (
    r"(?<!fin )(?<!debut )(?<!milieu )(?<!journee )(?<!matinee )(?<!midi )(?<!soiree )(?<!matin )(?<!soir )"
    r"(?<!partir )(?<!compter )(?<!cours )(?<!courant )(?<!limite )(?<!semaine )(?<!nuit )(?<!mois )(?<!delai )"
    r"(?<!maximum )(?<!moins )(?<!plus )(?<!creneau )(?<!date )\b(?:de|d'|du|datee? du|en date du)(?: la| l')? ?$"
    r"|^\W*passee?(?: le| la| ce| cette)? ?$"
    r"|\b(?:depuis|pendant|durant|jusqu'alors|pas avant|valable)(?: le| la| ce| cette)? ?$"
)

FRENCH_TIMES = Times(
    mention=mention_of(_MENTIONS, " ".join([_STARTS, *NUMBERS, *MONTHS, *WEEKDAYS])),
    joint=re.compile(
        r"(?:[ ,()]|\b(?:a|au|aux|le|la|les|l|de|du|d|des|entre|et|ou|avant|vers|soit|plus|tard|pour|dans|en|voire"
        r"|jusqu|partir|compter|sinon|ici|environ|tot|fin|heure|maximum|max|courant|cours|sous|dernier|delai)\b|[-'/])*"
    ),
    beside=re.compile(_BESIDE),
    before=re.compile(r"\bavant(?: le| la| les| ce| cette| l')? ?$"),
    asks=re.compile(
        r"\b(?:comptez|compter|prevoyez|prevoir|patientez|prendra|prendront|durera|demandera|necessitera|avant"
        r"|prend|donnez-nous|laissez-nous|prevoyons|comptons|delai(?: maximum)? de)(?: encore| environ| en moyenne)? ?$"
    ),
    numbers=NUMBERS,
    months=MONTHS,
    weekdays=WEEKDAYS,
    units=UNITS,
    positions=POSITIONS,
    parts=tuple((re.compile(pattern), minutes) for pattern, minutes in _PARTS),
    days=DAYS,
)
