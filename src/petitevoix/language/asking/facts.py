"""What each fact about a person is called, in French and English. Folded: no accents, no apostrophes, no hyphens."""

import re

NUMBER = "(?:numeros?|nums?|n ?[°o]?|references?|refs?|identifiants?|codes?)"
# « de votre », « de la », « du »: what stands between a number and what it numbers.
OF = "(?:de |du |d |des )?(?:votre |vos |ton |ta |la |l |le |un |une )?"
ENGLISH_NUMBER = "(?:numbers?|nos?\\b\\.?|n°|nr|refs?|references?|ids?|codes?)"

# In the order in which they are told.
FACTS = {
    "serial": [f"{NUMBER} (?:de )?serie", f"serial {ENGLISH_NUMBER}", r"s/n\b", r"\bimei\b", "serial of"],
    "order": [
        f"{NUMBER} {OF}(?:commandes?|cde|achat|reservation)",
        f"(?:order|purchase|booking) {ENGLISH_NUMBER}",
        f"{ENGLISH_NUMBER} of (?:the|your) (?:order|purchase|booking)",
        "numero qui figure sur la confirmation de commande",
    ],
    "email": [
        r"(?:adresses? |boite )?(?:e ?mails?|mails?|mels?|courriels?"
        r"|electroniques?)\b(?! de confirmation)",
        r"\be ?mails?\b(?: address(?:es)?)?",
    ],
    "phone": [
        f"{NUMBER} (?:de )?(?:votre )?(?:tel|telephone|portable|mobile|fixe|gsm)\\b",
        r"(?<!du )(?<!de )\b(?:tel|telephone|portable)\b",
        r"(?:votre|un|ton) (?:numero|num)\b(?! (?:de|d|client)\b)",
        r"numero (?:ou|auquel|pour) (?:vous |te )?(?:joindre|rappeler|appeler)",
        f"(?:tele)?(?:phone|mobile|cell|landline|daytime|contact|telephone) (?:phone )?{ENGLISH_NUMBER}",
        r"(?<!of the )(?<!the )\b(?:tele)?phone\b(?! (?:is|model))",
        r"(?:your|a) number\b(?! of)",
        r"(?:name and|the) number\b(?! (?:of|on|that|which|(?:\w+ )?(?:printed|engraved|written|stamped|shown"
        r"|stuck))\b)",
        "joindre au numero indique",
    ],
    "address": [
        r"\badresses?\b(?! (?:e ?mail|mail|electronique|courriel|mel|ip|web|url|du site))",
        "code postal",
        r"lieu (?:de (?:la )?livraison|d(?:e l)? intervention)",
        r"(?<!email )(?<!mail )(?<!ip )(?<!web )\baddress(?:es)?\b",
        "post ?code|zip code|place of delivery",
    ],
    "birth_date": [r"naissance\b", "date of birth|birth ?dates?|birthday|dob"],
    "contract": [
        f"{NUMBER} {OF}(?:contrats?|clients?|abonnee?s?|abonnement|adherente?|police|societaire"
        "|membre|assuree?|compte client)",
        f"{NUMBER} de dossier figurant sur votre contrat",
        (
            "(?<!sort code and )(?<!bank )"
            f"(?:contract|policy|customer|account|membership|client|member|subscriber|subscription) {ENGLISH_NUMBER}"
        ),
        f"{ENGLISH_NUMBER} of (?:the|your) (?:contract|policy|account|subscription)",
    ],
    "iban": [
        r"\b(?:iban|rib)\b",
        "(?:coordonnees|details) bancaires|identite bancaire",
        "bank(?:ing)? (?:account )?(?:details|number)|sort code",
        f"{NUMBER} {OF}compte(?: bancaire)?\\b(?! client)",
    ],
    "name": [
        r"(?<!au )\bnoms?\b(?! (?:de (?!famille|jeune|naissance|la personne)|du (?!titulaire"
        r"|beneficiaire|client|signataire)|d |des ))",
        "prenoms?",
        r"(?<!in the )\b(?:first |last |full |maiden |sur|family "
        r"|given )?names?\b(?! of (?:the )?(?:model|product|software|file|app|street|item))",
    ],
}
NAMED = {
    fact: re.compile(
        "|".join(
            f"(?:{one.replace(' ', ' +').replace(' +?', ' ?')})" if "(?<!" not in one else f"(?:{one})"
            for one in phrases
        )
    )
    for fact, phrases in FACTS.items()
}

# Contact details are three facts at once.
CONTACT = re.compile(r"\b(?:coordonnees|contact details)\b(?! bancaires)")
# Ours, theirs, or a way and not a thing: « notre adresse », "by phone", « à l'adresse suivante ».
NOT_THEIRS = re.compile(
    r"\b(?:notre|nos|mon|ma|cette|ce|our|my|this|that|par|by|via|au|a l|a la|a votre"
    r"|to the following|to your|to the|at the|at your|to this"
    r"|at that|sur votre|on your|in your|dans votre|depuis|through|in the holder s|au nom"
    r"|de livraison a l) +(?:nouvelle |nouveau |new |adresse |bank |phone |email |right )?$"
)
