"""No place that was to be filled in leaves empty."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.seeing import fold, phrases, without_code

_MACHINES = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{0,60}%\}|\$\{\w{1,40}\}|%\(\w{1,40}\)s|%[A-Z_]{3,40}%|\{[^\W\d][\w .]{1,40}\}"
    r"|<<[^<>\n]{1,40}>>|\*\|[\w:]{1,40}\|\*|\b[xX]{2}[/.][xX]{2}(?:[/.][xX]{2,4})?\b|\[[.…_ ]{1,20}\]"
)
# A blank: « le ____ », « … € », "£XX", « n° ??? »; a line that is nothing but a rule divides the letter.
_BLANK = re.compile(
    r"(?<=[^\W_][ :])_{3,60}|(?:_{2,60}|\.{3,20}|…) ?[€£$]|[€£$] ?(?:_{2,60}|\.{3,20}|[xX]{1,4}\b(?:[.,][xX]{1,2}\b)?)"
    r"|(?:n°|#|\b(?:le|is|est)) ?\?{3,10}|:\s?(?:[àa] compl[ée]ter|tbc|tbd)(?=\s?(?:\.|\n|\Z))"
)
_DAY = re.compile(r"\b(?:JJ|DD|MM)[/.-](?:MM|DD)(?:[/.-](?:AAAA|YYYY|AA|YY))?\b")
_WRAPPED = re.compile(r"(?<![\w/#@%])([#@%_]{1,2})(\w{2,30}?)\1(?![\w#@%])")
_BY_HAND = re.compile(
    r"\b(?:TODO|TBD|TBC|FIXME|[AÀ] COMPL[EÉ]TER|XX€|XX €)(?!\w)|\b(?:[Ll]orem [Ii]psum|NOM DU CLIENT|CUSTOMER NAME)\b"
)
_CROSSES = re.compile(r"(?<![\w/-])X{3,20}(?:[ -]X{2,20}){0,6}(?!\w)")
_BETWEEN = re.compile(r"\[([^\[\]\n]{2,50})\](?![(\[])|[<‹⟨]([^<>‹›⟨⟩\n@/:=]{2,40})[>›⟩]|«\s?([^«»\n]{2,40}?)\s?»")
_TITLE = r"(?:Mr|Mrs|Ms|Mme|Mlle|M|Madame|Monsieur)\.?"
_NOBODY = r"[._*…]{3,40}|\W?(?:(?:(?:first|last|your)[ _]?)?name|pr[ée]nom|nom)\W?"
_EMPTY_NAME = re.compile(
    rf"^\s{{0,20}}(?:Dear ?,|(?:Dear|Hello|Hi|Bonjour|Bonsoir|Ch[eè]re?)"
    rf"(?:(?:[ /]{_TITLE}){{0,2}} (?:{_NOBODY})| {_TITLE} X{{1,3}}) ?,)",
    re.MULTILINE | re.IGNORECASE,
)
# What a place is named after, between brackets.
_LABELS = """
nom noms prenom prenoms client cliente clients date montant numero reference adresse ville produit lien heure objet
societe entreprise signature titre civilite inserer completer preciser conseiller conseillere
name firstname lastname surname customer amount number product link address order company title insert placeholder agent
advisor xxx xx tbd todo
"""
_NAMES = frozenset(_LABELS.split())
_TO_FILL_IN = phrases(
    r"a (?:completer|remplir|preciser)", r"to be (?:completed|filled in|confirmed)", "fill in", "insert"
)
# « [à voir avec Paul] »: what is noted between brackets for whoever finishes the letter.
_NOTE = phrases(
    r"a (?:voir avec|verifier|personnaliser|adapter|definir|ajouter|confirmer|corriger|supprimer|valider|mettre)",
    r"to (?:check|verify|add|confirm|personali[sz]e|adapt|update|remove)",
    r"(?:check|confirm|verifier|demander|voir) (?:with|avec|a|si|le|la|the)",
)
# "as DD/MM/YYYY", « au format JJ/MM »: how to write a day.
_HOW = phrases("format", "forme", "as", "like", "comme", "enter", "saisi(?:r|ssez)", "modele", "ecri(?:re|vez)")
# "Press [Menu]", « cliquez sur [Adresse] »: what stands on a button.
_BUTTON = phrases(
    *("cliquez", "cliquer", "touche", "appuyez", "bouton", "onglet", "menu", "champ", "case", "rubrique", "choisissez"),
    *(
        "click",
        "press",
        "button",
        "tab",
        "select",
        "choose",
        "field",
        "tap",
        "called",
        "named",
        "intitulee?",
        "mention",
    ),
)
_MOST_WORDS = 5
_BEFORE = 40
_LEFT = (_MACHINES, _BY_HAND, _EMPTY_NAME, _BLANK)


def look(draft: Draft) -> Iterator[Finding]:
    text = without_code(draft.own)
    spans = [found.span() for pattern in _LEFT for found in pattern.finditer(text)]
    spans += [found.span() for found in _CROSSES.finditer(text) if not _is_masked(text, found)]
    spans += [found.span() for found in _WRAPPED.finditer(text) if fold(found[2]).strip("_") in _NAMES]
    spans += [found.span() for found in _DAY.finditer(text) if not _HOW.search(_just_before(text, found))]
    spans += [found.span() for found in _BETWEEN.finditer(text) if _is_to_fill_in(text, found)]
    if spans:
        yield Finding(
            "placeholder",
            "stop",
            _("A place in this letter was left to fill in."),
            tuple(sorted(set(spans))),
            _("Write what belongs there, or take it out."),
        )


def _is_masked(text: str, crosses: re.Match[str]) -> bool:
    """Tell whether crosses hide a part of a number: XXXX 1234."""
    return any(sign.isdigit() for sign in text[max(crosses.start() - 2, 0) : crosses.end() + 2])


def _is_to_fill_in(text: str, found: re.Match[str]) -> bool:
    inside = fold(next(group for group in found.groups() if group))
    if any(sign.isdigit() for sign in inside) or _BUTTON.search(_just_before(text, found)):
        return False
    if found[0][0] == "«":  # « à compléter », and nothing else that people quote
        return bool(_TO_FILL_IN.fullmatch(inside.strip()))
    words = re.findall(r"[^\W_]+", inside)
    noted = _TO_FILL_IN.search(inside) or (found[0][0] == "[" and _NOTE.match(inside.strip()))
    return bool(noted) or (len(words) <= _MOST_WORDS and not _NAMES.isdisjoint(words))


def _just_before(text: str, found: re.Match[str]) -> str:
    return fold(text[max(found.start() - _BEFORE, 0) : found.start()])
