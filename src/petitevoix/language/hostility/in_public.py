"""What is done to one in public or before a judge: a bad review, a lawsuit, a letter to the press. None of it is abuse.

People say it in the words of a fight, and one may not be forbidden to say what they thought of us.
"""

import re

_REVIEW = (
    "(?:trust ?pilot|google(?: maps| reviews?)?|facebook|twitter|x|insta(?:gram)?|tik ?tok|linkedin|youtube|reddit|yelp"
    "|trip ?advisor|que choisir|60 millions(?: de consommateurs)?|glassdoor|signal conso|signalconso|discord|threads)"
)
_WHERE = (
    rf"(?:(?:sur|dans|via|avec|a travers) (?:(?:les|le|la|l|un|une|mes|mon|tous les|toutes les) )?(?:{_REVIEW}"
    r"|reseaux(?: sociaux)?|avis|commentaires?|forums?|net|internet|web|presse|journaux|journal|sondage|enquete|notes?"
    r"|questionnaire|etoiles?|(?:seule )?etoile|blog|medias?)"
    rf"|(?:en|a coups? (?:de|d)) (?:justice|commentaires?|avis|ligne|proces)|par avocats?"
    r"|(?:au|aux) (?:tribunal|prud ?hommes|proces|civil|penal)"
    rf"|(?:on|in|via|with|across|all over|over) (?:(?:the|a|an|my|your|every|all|all the) )?(?:[a-z]+[- ])?(?:{_REVIEW}"
    r"|social(?: media)?|socials|reviews?|comments?|press|papers|news|media|forums?|internet|web|survey|feedback|blog"
    r"|(?:small claims )?court|tribunal|star|stars|lawsuit)|online|in the (?:small claims )?court|in court)"
)
_DONE = (
    "(?:massacr|demoli|detrui|defonc|allum|eclat|flingu|fusill|pourri|descend|tue|bute|assassin|saign|explos|demont"
    "|lynch|plant|prendr?e cher|prendre tres cher|crucifi|enterr|lamin|pulveris|ruin|cass|attaqu|affich"
    "|aligne?|destroy|bury|slaughter|kill|roast|crucify|tear|hammer|trash|slam|blast|murder|finish|burn|annihilat|hang|crush"
    "|rip|shred|drag|nail|smash|wreck|hurt|expose|shame|skewer|eviscerat|demolish|take you down|go after|come after)"
)
# "I'll destroy you on Trustpilot", « je vais vous massacrer sur les réseaux ».
IN_PUBLIC = re.compile(
    rf"(?<![a-z]){_DONE}[a-z]*(?: (?!and |et |then |puis )[a-z]+){{0,4}}? (?:[a-z]+ )?{_WHERE}(?![a-z])"
)
# "You will pay for this: I have written to the ombudsman."
_LAW = (
    r"avocate?s?|mediat(?:eur|rice)|ombudsman|lawyers?|solicitors?|tribunal|prud ?hommes|justice|dgccrf|huissier|court"
    r"|protection juridique|watchdog|trading standards|regulator|arcep|acpr|cnil|que choisir|small claims|chargeback"
    r"|mise en demeure"
)
AT_LAW = re.compile(rf"(?<![a-z])(?:{_LAW})(?![a-z])")
# Who is beside themselves threatens nobody.
BESIDE_ONESELF = re.compile(
    r"(?<![a-z])(?:je (?:vais|suis (?:sur le point|a deux doigts) d[e ]?)|i m (?:about|going) to"
    r"|i am (?:about|going) to|i ll) ?(?:exploser|craquer|imploser|peter (?:un|une) (?:cable|plomb|durite)|explode"
    r"|scream|lose it|burst"
    r"|lose my (?:mind|temper|patience))(?= ?[.,!?]|$)"
)
# Whose body, house or kin is spoken of beside it is threatened all the same.
BODILY = re.compile(
    r"(?<![a-z])(?:faces?|teeth|legs?|neck|knees?|skull|jaws?|head|throat|gueules?|dents?|jambes?|machoires?|cranes?"
    r"|tetes?|cou|poings?|fists?|knife|gun|bat|shotgun|axe|petrol|machete|bullets?|couteau|flingue|batte|fusil|hache"
    r"|essence|balles?|kids|children|wife|husband|family|enfants|gosses|femme|famille|live|lives|home|habit\w+|maison"
    r"|chez vous|chez toi|parking|outside|sortie|crev\w+|mourir|meur\w*|mort|die|dead|cancer|blood|sang)(?![a-z])"
)
