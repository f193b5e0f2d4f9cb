"""A second ear for what no rule foresees: how likely a sentence is to insult, threaten, hate or harass its reader.

A regression over words, their pairs, their letters and the families they belong to, so that French and English share
what they have in common, and, where the encoder gives the meaning of the sentence, a small network over that. The two
were taught together; `bench/language/train_tone.py` makes their weights and `docs/adr/0010-a-second-ear-for-tone.md`
says why they are here.
"""

import math
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any
from zlib import crc32

from petitevoix.language.hostility.tables import KINDS

BUCKETS = 131_072
# A weight is a byte: so many steps make one.
STEPS = 24
MOST_WORDS = 50

_WORD = re.compile(r"[a-z0-9*@$&]+|[!?]")

_FAMILIES = {
    "YOU": "you u ya ye yer your yours yourself yourselves ur youre yous y vous tu toi te t votre vos ta ton tes "
    "vs tes",
    "ME": "i me my myself mine je j moi mon ma mes me m we us our nous notre nos im ill ive jvais jte jsuis",
    "THEY": "he she it they him her them his their il elle ils elles lui leur leurs eux se son sa ses on",
    "NOT": "not no never nothing nobody dont don doesn isn aren won can cannot pas jamais rien aucun aucune ni "
    "personne",
    "KILL": "kill killed killing murder strangle stab stabbed shoot shot beat beaten batter punch slap slapped "
    "choke drown smack gut bury hang hanged hurt burn bomb smash break snap crush torch wreck destroy rape "
    "poison hunt tear rip slash tuer tue tuerai buter crever creve crevez egorger planter frapper cogner "
    "tabasser defoncer demolir massacrer saigner gifler ecraser noyer etriper bruler cramer casser casserai "
    "peter briser exploser eclater fracasser arracher couper pendre pends fusiller flinguer violer detruire "
    "niquer tarter dechirer poignarder abattre incendier sauter saccager die dies dead death mort morte "
    "morts mourir meurs mourez suicide cancer rot suffer souffrir grave tombe coffin cercueil bleed blood "
    "sang",
    "PART": "face teeth tooth legs leg neck knees knee fingers arms skull nose jaw ribs head back hands bones eyes "
    "throat gueule dents dent jambes jambe genoux nez machoire doigts bras crane tete cotes dos tronche "
    "figure yeux gorge os couilles rotules cou mains poing poings fist fists",
    "ARM": "knife gun bat shotgun axe hammer petrol crowbar brick machete rifle bullet bullets acid couteau "
    "flingue batte fusil hache marteau essence kalach pave balle balles carabine arme molotov",
    "KIN": "kids children wife husband mother mum mom father dad family daughter son sister brother enfants gosses "
    "femme mari mere pere famille fille fils soeur frere parents reum daron",
    "HOME": "live lives house home address street school office shop store car building windows habites habitez "
    "habite maison adresse rue ecole agence boutique bureau magasin voiture vitrine bagnole immeuble "
    "parking door porte",
    "WITS": "brain brains iq neurone neurones cerveau cervelle qi intelligence intelligent smart smarter clever "
    "brighter bright malin sense",
    "BED": "tits boobs ass pussy nude nudes naked knickers panties bra dick cock sex sexy horny fuck suck lick "
    "seins cul chatte nue culotte string bite queue sexe coquine cochonne suce sucer lecher baiser bander "
    "bandante salope",
    "LAW": "court lawyer solicitor ombudsman sue police legal regulator complaint avocat tribunal justice "
    "mediateur plainte police poursuivre huissier juge",
    "THING": "service site app application phone box router website parcel invoice bill contract policy product "
    "facture colis contrat appli telephone livraison reponse systeme boite offre produit machine chaudiere "
    "forfait hotline company societe",
}  # fmt: skip


def by_words(clause: str) -> list[float]:
    """Return what the words of a folded sentence say for each class: none, then each of KINDS."""
    weights = _weights()
    width = len(KINDS) + 1
    totals = [0] * width
    places = features(clause)
    for place in places:
        at = place * width
        for kind in range(width):
            totals[kind] += weights[at + kind]
    scale = 1 / (STEPS * math.sqrt(max(1, len(places))))
    return [total * scale + start for total, start in zip(totals, _network()["start"].tolist(), strict=True)]


def by_meaning(vector: Any) -> list[float]:
    """Return what the meaning of a sentence, as the encoder gives it, says for each class."""
    network = _network()
    hidden = vector @ network["inner"] + network["threshold"]
    return ((hidden * (hidden > 0)) @ network["outer"]).tolist()


def likelihoods(*said: list[float]) -> tuple[float, ...]:
    """Return, of what words and meaning say, how likely each of KINDS is, from 0 to 1, together at most 1."""
    totals = [sum(each) for each in zip(*said, strict=True)]
    parts = [math.exp(total - max(totals)) for total in totals]
    return tuple(part / sum(parts) for part in parts[1:])


def features(clause: str) -> list[int]:
    """Return the places of the weights that speak about a folded sentence."""
    words = _WORD.findall(clause)[:MOST_WORDS]
    families = _families()
    known = [families.get(word, ()) for word in words]
    found = {"^", f"long {min(len(words) // 4, 6)}"}
    seen = {family for each in known for family in each}
    found.update(f"has {family}" for family in seen)
    found.update(f"{one}+{other}" for one in seen for other in seen if one < other)
    found.update(words)
    ahead = ["^", *words, "$$"]
    found.update(map("{} {}".format, ahead, ahead[1:]))
    found.update(map("{} {} {}".format, ahead, ahead[1:], ahead[2:]))
    # The word or its family, in a row: « espèce de PERSON », "YOU are TRAIT".
    general = ["^", *(each[0] if each else word for word, each in zip(words, known, strict=True)), "$$"]
    found.update(map("{}~{}".format, general, general[1:]))
    found.update(map("{}~{}~{}".format, general, general[1:], general[2:]))
    for word in words:
        if len(word) >= 4:
            found.update(_letters(word))
    return [_sign(feature) for feature in found]


@lru_cache(maxsize=4_096)
def _letters(word: str) -> tuple[str, ...]:
    whole = f"<{word}>"
    return tuple(f"#{whole[at : at + size]}" for size in (4, 5) for at in range(len(whole) - size + 1))


@lru_cache(maxsize=16_384)
def _sign(feature: str) -> int:
    return crc32(feature.encode()) % BUCKETS


@lru_cache(maxsize=1)
def _families() -> dict[str, tuple[str, ...]]:
    """Return the families of each word, the surest first."""
    from petitevoix.language.hostility import english_families, english_words, french_families, french_words, groups
    from petitevoix.language.hostility.tables import entries

    tables = {
        "SLUR": (groups.SLURS,),
        "VILE": (french_words.VILE, english_words.VILE),
        "PERSON": (french_words.COMMON, english_words.COMMON, french_families.PERSONS, english_families.PERSONS),
        "BEAST": (french_words.BEASTS, english_words.BEASTS, french_families.BEASTS, english_families.BEASTS),
        "TRAIT": (french_words.BLUNT, english_words.BLUNT, french_families.TRAITS, english_families.TRAITS),
        "GROUP": (groups.GROUPS,),
    }
    found: dict[str, list[str]] = {}
    for family, told in tables.items():
        for entry in entries(*told):
            if " " not in entry:
                for word in {entry, entry + "s"}:
                    found.setdefault(word, []).append(family)
    for family, words in _FAMILIES.items():
        for word in words.split():
            found.setdefault(word, []).append(family)
    return {word: tuple(dict.fromkeys(families)) for word, families in found.items()}


@lru_cache(maxsize=1)
def _weights() -> memoryview:
    """Read the weights of words, signed bytes, once, when they are first needed."""
    return memoryview(files(__package__).joinpath("second-ear.weights").read_bytes()).cast("b")


@lru_cache(maxsize=1)
def _network() -> dict[str, Any]:
    """Read the network over meanings, once, when it is first needed."""
    import numpy

    with files(__package__).joinpath("second-ear.npz").open("rb") as stored:
        read = numpy.load(stored)
        return {name: read[name].astype(numpy.float32) for name in ("inner", "threshold", "outer", "start")}
