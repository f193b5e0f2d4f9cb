"""Which language a text is written in."""

import re
from array import array
from functools import lru_cache
from typing import Any

from petitevoix.language.on_disk import OnDisk

# The languages that mail for a European team comes in; the 130 others of the model only win by accident on short texts.
KNOWN = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id",
    "it", "ja", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "th",
    "tl", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
DEFAULT = "fr"

# More text than this changes no answer, only the time it takes.
_ENOUGH = 2_000
_SHORT = 60
_SURE = 0.5
_CERTAIN = 0.9
# From so many letters on, a seventh of function words of one language, and hardly any of the other, settles it.
_LONG = 120

# Small words and greetings that the neighbours do not share: neither "la" (Spanish, Italian) nor "was" (German, Dutch).
_WORDS = {
    "fr": (
        "les des du est à au aux je j elle nous vous ils mon ton votre vos notre cet cette ces ne pas qui quoi dans"
        " pour avec sans mais ou où donc comment quand pourquoi combien"
        " bonjour bonsoir salut merci beaucoup oui ça cela svp stp cordialement toujours jamais rien déjà très suis"
        " ai avez avons ont était sera peut peux puis pouvez voudrais faut"
        " fait marche fonctionne reçu facture colis livraison madame monsieur aujourd'hui demain hier d'accord"
        " accord leur chez mois jour heure panne qu moi sur une"
    ),
    "en": (
        "the and of are were be to with from you he she it we they my your our their this that these those not yes"
        " what when where why how which who hello hi thanks thank please"
        " sorry dear regards cheers can could would should will have has had does did don't doesn't didn't isn't"
        " it's i'm i've i'd can't won't but if still never always nothing already"
        " working works broken bill order delivery received today tomorrow yesterday anyone there here get got need"
        " want help us them about any some"
    ),
}  # fmt: skip
# Whole messages that people do send.
_ALONE = {"no": "en", "non": "fr", "si": "fr"}
_FUNCTION_WORDS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
# Of few words, French and English are told apart by these, too, but not by those they share ("on", "or", "plus").
_ALSO = {
    "fr": (
        "le la l un en il elle et y se si sa ses par bien tout tous toute depuis dès car puis ici voici été êtes aussi"
        " peu encore maintenant mes lui c qu vers après avant chaque erreur affiche celui celle tu te nos deux trois"
    ),
    "en": (
        "is was been being am an at by so now again back its our her him in for all just only also may might must"
        " out off let know soon ready then after before until fixed mended repaired replaced refunded sent send way"
        " every everything fine into because once since it'll we'll you'll we've you've they're we're you're"
        " more another other"
    ),
}
_TELLING = {language: known | frozenset(_ALSO[language].split()) for language, known in _FUNCTION_WORDS.items()}
# What another said, and names within a sentence, tell nothing about who writes.
_SAID = re.compile(r"«[^»]{0,300}»|“[^”]{0,300}”|\"[^\"\n]{0,300}\"|`[^`\n]{0,300}`")
_NAMES = re.compile(r"(?:(?<=\w )|(?<=, )|(?<=['-]))[A-Z][\w-]*(?: (?:of|for|and|the)(?: the)?(?= [A-Z]))?")
_NOT_WORDS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")


def language_of(text: str, hint: str | None = None) -> str:
    """Return the ISO 639-1 code of the language of a text.

    A text too short to tell is taken to be in the language of the hint (what the person wrote in before, what their
    browser asks for), then in French.
    """
    seen = _NOT_WORDS.sub(" ", text[:_ENOUGH]).replace("’", "'")
    words = [word for found in _WORD.findall(seen.lower()) for word in _parts(found)]
    fallback = hint.split("-")[0].lower() if hint else DEFAULT
    if not words:
        return fallback
    letters = sum(map(len, words))
    for language, script in _SCRIPTS:
        if len(script.findall(seen)) * 3 >= letters:
            return language
    if len(words) == 1 and words[0] in _ALONE:
        return _ALONE[words[0]]
    scores = {language: sum(word in known for word in words) for language, known in _FUNCTION_WORDS.items()}
    best, other = sorted(scores, key=scores.__getitem__, reverse=True)
    if scores[best] >= 2 * scores[other] + 1 and scores[best] * 5 >= len(words) * 2:
        return best
    if letters >= _LONG and scores[best] >= 6 * scores[other] + 6 and scores[best] * 7 >= len(words):
        return best
    found, sure = _classified(seen.encode("utf-8", "replace").decode())
    if letters < _SHORT:
        if scores[best] > scores[other] and scores[best] * 4 >= len(words) and sure < _CERTAIN:
            return best
        if sure < _SURE:
            return fallback
    return found


def french_or_english(text: str) -> str:
    """Return which of the two a text of a few words surely is; "" where names and courtesies tell nothing.

    Its small words are all of one language, or all but one; they are two at least, and every fourth word.
    """
    seen = _NAMES.sub(" ", _NOT_WORDS.sub(" ", _SAID.sub(" ", text[:_ENOUGH].replace("’", "'"))))
    words = [word for found in _WORD.findall(seen.lower()) for word in _parts(found)]
    scores = {language: sum(word in known for word in words) for language, known in _TELLING.items()}
    best, other = sorted(scores, key=scores.__getitem__, reverse=True)
    is_sure = scores[other] == 0 or (scores[other] == 1 and scores[best] >= 5)
    return best if is_sure and scores[best] >= 2 and scores[best] * 4 >= len(words) else ""


def _parts(word: str) -> list[str]:
    """Part "l'eau" into "l" and "eau", but keep "don't"."""
    is_one = "'" not in word or any(word in known for known in _FUNCTION_WORDS.values())
    return [word] if is_one else word.split("'")


def _classified(text: str) -> tuple[str, float]:
    language, sure = _identifier().classify(text)
    return str(language), float(sure)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """Load the model, once, when it is first needed: it takes half a second."""
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(KNOWN)
    # Nobody asks for the others any more; and what it goes through letter by letter, it holds as Python's own numbers.
    identifier.nb_ptc = OnDisk(identifier.nb_ptc)
    identifier._full_model = identifier.nb_ptc, identifier.nb_pc, identifier.nb_classes
    identifier.tk_nextmove, identifier.tk_row = _Moves(identifier.tk_nextmove), None
    identifier._rowbase, identifier.tk_output = array("I", identifier._rowbase), array("i", identifier.tk_output)
    return identifier


class _Moves:
    """Where a text leads the model from each state, letter by letter: runs that are alike are kept once.

    Most states go on as others do. 8 MB instead of 39.
    """

    RUN = 32  # five bits of a place, written out below: it is asked for each letter

    def __init__(self, moves: array) -> None:
        self.runs, self.starts = array(moves.typecode), array("I")
        width, known = self.RUN * moves.itemsize, dict[bytes, int]()
        with memoryview(moves).cast("B") as whole:
            for start in range(0, len(whole), width):
                run = bytes(whole[start : start + width])
                place = known.setdefault(run, len(self.runs))
                if place == len(self.runs):
                    self.runs.frombytes(run)
                self.starts.append(place)

    def __getitem__(self, at: int) -> int:
        return self.runs[self.starts[at >> 5] + (at & 31)]
