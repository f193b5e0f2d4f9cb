"""No secret is in a letter, and none is asked for: card, account, password, one-time code."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.accounts import accounts, cards
from petitevoix.review.codes import CODE, PASSWORD, given_away
from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding, Span
from petitevoix.review.numbers import squeezed
from petitevoix.review.seeing import fold, phrases, sentences

_TELL = (
    r"(?:envoye[rz]|communique[rz]|transmett(?:re|ez)|donne[rz]|indique[rz]|fourni(?:r|ssez)|dicte[rz]"
    r"|precise[rz]|dire|dites"
    r"|quel est|send|give|tell|provide|share|confirm|reply with|what is|what's|read)"
)
_ASKED = phrases(rf"{_TELL}(?:-(?:nous|moi|le|la))?(?: [\w'-]{{1,20}}){{0,4}}? (?:{PASSWORD}|{CODE})")
# The whole card, or what stands on its back, is as secret as the code.
_CARD = phrases(
    rf"{_TELL}(?:-(?:nous|moi))?(?: [\w'-]{{1,20}}){{0,4}}? (?:(?:full|complete|whole|entire|credit|debit|bank"
    rf"|payment) ){{0,2}}"
    r"card (?:number|details)(?! (?:is|ends?|was)(?!\w))",
    rf"{_TELL}(?:-(?:nous|moi))?(?: [\w'-]{{1,20}}){{0,4}}? numero (?:complet )?(?:de|de la"
    rf"|de votre) carte (?:bancaire|bleue"
    r"|de (?:credit|paiement))",
    rf"{_TELL}(?:-(?:nous|moi))?(?: [\w'-]{{1,20}}){{0,4}}? (?:trois|3|quatre|4) (?:derniers )?chiffres"
    r"(?: (?:inscrits|ecrits|qui (?:sont|figurent)))? (?:au dos|a l'arriere|au verso)",
    rf"{_TELL}(?: [\w'-]{{1,20}}){{0,4}}? (?:three|3|four|4) (?:last )?(?:digits|numbers|figures) (?:on|at"
    rf"|from) the back",
)
_NEVER = phrases(
    r"(?:jamais|never|ne|n'\w{1,20}|don't|do not|not|without|sans|no one|nobody|personne|aucun|inutile|avoid"
    r"|evitez)"
)


def look(draft: Draft) -> Iterator[Finding]:
    # The secret itself stays where it is: only its place is told.
    advice = _("Take it out of the letter; point to a page or a person where it can be given safely, if it must be.")
    ours = {squeezed(fold(number)) for number in draft.known.numbers}
    if found := list(cards(draft.seen)):
        yield _found("card", _("A payment card number is in this letter."), advice, found)
    if found := list(accounts(draft.seen, ours)):
        yield _found("iban", _("A bank account number is in this letter."), advice, found)
    if found := list(given_away(draft.seen)):
        yield _found("password", _("A password or a secret code is in this letter."), advice, found)
    if found := list(_asked(draft)):
        advice = _("Never ask for it: nobody of ours needs to know it.")
        yield _found("asked", _("This letter asks for a password or a secret code."), advice, found)


def _found(kind: str, message: str, advice: str, spans: list[Span]) -> Finding:
    return Finding("secret", "stop", message, tuple(spans), advice, facts={"kind": kind})


def _asked(draft: Draft) -> Iterator[Span]:
    for start, end in sentences(draft.seen):
        sentence = draft.seen[start:end]
        if (found := _ASKED.search(sentence) or _CARD.search(sentence)) and not _NEVER.search(sentence):
            yield start + found.start(), start + found.end()
