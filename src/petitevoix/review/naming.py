"""Whom a letter names: in its greeting, and behind Madame or Mr."""

import re
from collections.abc import Iterator

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Span
from petitevoix.review.seeing import fold, words_of

_NAME = r"[^\W\d_a-z][\w'’-]{1,30}"
_WORD = re.compile(rf"\b{_NAME}")
_HONOURED = re.compile(rf"\b(?:M\.|Mme|Mlle|Madame|Monsieur|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?) ({_NAME})")
_ANYBODY = """
bonjour bonsoir salut coucou cher chere chers cheres madame monsieur mesdames messieurs mme mlle m docteur maitre dear
hello hi hey good morning afternoon evening mr mrs ms miss dr sir
tous toutes all team everyone everybody both there again et and a de la le les re the votre notre merci thank thanks you
chat voisin voisine ami amie client cliente abonne abonnee usager maire president presidente directeur directrice
neighbour friend friends customer
"""
_NOT_NAMES = frozenset(_ANYBODY.split())
# Many families share them: El Fassi is not El Amrani. Alone, « Al » or "Ben" is a name like any other.
_SHARED = "el al ben bin van von der den di da do dos du del st mc mac o d l abu ibn"
_PARTICLES = frozenset(_SHARED.split())
# "Monsieur Bernard, notre technicien": who comes to them, not who they are.
_OURS = re.compile(
    r"\b(?:technici|conseill|collegue|colleague|responsable|maire|medecin|engineer|manager|advisor|adviser"
    r"|expert|equipe"
    r"|team|agent|facteur|voisin|neighbour|juge|avocat|notre|our|adjoint|docteur|nurse|rendez-vous|appointment"
    r"|vous (?:r?appel|ecri|repond|recont|contact|recev|attend)|passera|viendra|is coming"
    r"|suit votre|s'occupe|handles|handling|looks after|looking after|in charge"
    r"|will (?:call|come|phone|visit|write|answer|reply|contact|see))"
)
_NEAR = 60


def saluted(draft: Draft) -> Iterator[Span]:
    """Give where the greeting says a name."""
    start, end = draft.parts.greeting
    # "Madame Durand, notre technicienne, passera mardi" greets nobody.
    if not draft.person.name or draft.seen[end : end + 7].lstrip().startswith(("notre ", "our ")):
        return
    named = [found.span() for found in _WORD.finditer(draft.own, start, end)]
    named = [span for span in named if draft.seen[slice(*span)] not in _NOT_NAMES]
    if named:
        yield named[0][0], named[-1][1]


def honoured(draft: Draft) -> Iterator[Span]:
    """Give names behind Madame or Mr in the letter itself, but of those who are said to work with us."""
    if not draft.person.name:
        return
    start, end = draft.parts.body
    for found in _HONOURED.finditer(draft.own, start, end):
        around = draft.seen[max(found.start() - _NEAR, start) : found.end() + _NEAR]
        if not _OURS.search(around) and not _NOT_NAMES.issuperset(words_of(fold(found[1]))):
            yield found.span(1)


class Names:
    """The names of those in a case, and what the person said."""

    def __init__(self, draft: Draft) -> None:
        names = [draft.person.name, *draft.known.names, *draft.facts.get("name", ())]
        addresses = [address.partition("@")[0] for address in draft.person.addresses]
        self._names = frozenset(words_of(fold(" ".join([*names, *addresses]))))
        self._said = frozenset(words_of(draft.said))

    def know(self, name: str) -> bool:
        """Tell whether a name in plain letters is of somebody in the case, or was said by the person."""
        parts = [part for part in words_of(name) if part not in _NOT_NAMES]
        own = [part for part in parts if part not in _PARTICLES] or parts
        return not own or any(part in self._said or part in self._names or self._begins(part) for part in own)

    def _begins(self, part: str) -> bool:
        """Alex is Alexandre, and Jo is Joanne: the beginning of a name is that name. Al need not be Alice."""
        begins = any(name.startswith(part) for name in self._names)
        return len(part) > 1 and (begins or any(len(name) > 2 and part.startswith(name) for name in self._names))
