"""No place that was to be filled in leaves empty."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.seeing import fold, phrases, without_code

_MACHINES = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}|\{%[^{}\n]{0,60}%\}|\$\{\w{1,40}\}|%\(\w{1,40}\)s|%[A-Z_]{3,40}%|\{[^\W\d][\w .]{1,40}\}"
    r"|<<[^<>\n]{1,40}>>|\b[xX]{2}[/.][xX]{2}[/.][xX]{2,4}\b|\[[.…_ ]{1,20}\]"
)
_BY_HAND = re.compile(r"\b(?:TODO|TBD|TBC|FIXME|[AÀ] COMPL[EÉ]TER|XX€|XX €)(?!\w)|\b[Ll]orem [Ii]psum\b")
_CROSSES = re.compile(r"(?<![\w/-])X{3,20}(?:[ -]X{2,20}){0,6}(?!\w)")
_BETWEEN = re.compile(r"\[([^\[\]\n]{2,50})\](?![(\[])|<([^<>\n@/:=]{2,40})>|«\s?([^«»\n]{2,40}?)\s?»")
_EMPTY_NAME = re.compile(r"^\s{0,20}Dear ?,", re.MULTILINE)
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


def look(draft: Draft) -> Iterator[Finding]:
    text = without_code(draft.own)
    spans = [found.span() for pattern in (_MACHINES, _BY_HAND, _EMPTY_NAME) for found in pattern.finditer(text)]
    spans += [found.span() for found in _CROSSES.finditer(text) if not _is_masked(text, found)]
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
    if found[0][0] == "«":  # « à compléter », and nothing else that people quote
        return bool(_TO_FILL_IN.fullmatch(inside.strip()))
    if any(sign.isdigit() for sign in inside) or _BUTTON.search(
        fold(text[max(found.start() - _BEFORE, 0) : found.start()])
    ):
        return False
    words = re.findall(r"[^\W_]+", inside)
    return bool(_TO_FILL_IN.search(inside)) or (len(words) <= _MOST_WORDS and not _NAMES.isdisjoint(words))
