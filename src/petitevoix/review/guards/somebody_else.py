"""Nothing of another person is in the letter: no reference, address, number or name of theirs."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.kit.ids import REFERENCE
from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding, Severity, Span
from petitevoix.review.naming import Names, honoured, saluted
from petitevoix.review.numbers import EMAIL, PHONE, end_of_number, squeezed
from petitevoix.review.seeing import fold

_LABELLED = {
    "serial": r"(?:numero de serie|n(?:°|o) de serie|serial(?: number| no)?|s/n)",
    "order": r"(?:(?:numero de )?commande|order)(?: n°| no| number| numero)?",
    "contract": r"(?:(?:numero de )?contrat|contract)(?: n°| no| number| numero)?",
}
_NUMBERED = {
    kind: re.compile(
        rf"(?<!\w){label}\s{{0,3}}[:.#]?\s{{0,3}}(?:est |is )?(?=[a-z-]{{0,12}}\d)([a-z0-9][a-z0-9-]{{4,24}})"
    )
    for kind, label in _LABELLED.items()
}
# Desks, not persons: what we tell people to write to.
_DESK = re.compile(
    r"(?:contact|info|service|support|help|hello|bonjour|accueil|mairie|aide|sav|depannage|secretariat|office"
    r"|reception"
    r"|accounts|billing|facturation|privacy|dpo|reclamation|mediat|press)"
)
_MOBILE = re.compile(r"(?:0|\+?33)[67]|(?:0|\+?44)7")


def look(draft: Draft) -> Iterator[Finding]:
    text = _known(draft)
    known = squeezed(text)
    stops = [*_references(draft, known), *_addresses(draft, text), *_looked_up(draft)]
    if stops:
        yield _found(
            "stop", _("Something of another person’s is in this letter: an address, a number or a reference."), stops
        )
    if numbers := [span for span in [*_numbers(draft, known), *_phones(draft, known)] if span not in stops]:
        yield _found("warn", _("A number in this letter is not among those of this person."), numbers)
    if names := _names(draft):
        yield _found("warn", _("This letter names somebody who is not in this case."), names)


def _found(severity: Severity, message: str, spans: list[Span]) -> Finding:
    advice = _("Check that it is meant for this person, or take it out.")
    return Finding("somebody_else", severity, message, tuple(sorted(set(spans))), advice)


def _known(draft: Draft) -> str:
    """Give all that belongs to this person and case, in plain letters; what others were sent does not."""
    facts = [fact for kind in draft.facts.values() for fact in kind]
    said = " ".join(sent.words for sent in draft.sent)
    return fold("\n".join([*facts, *draft.known.numbers, *draft.known.references, said])) + draft.said


def _references(draft: Draft, known: str) -> Iterator[Span]:
    if draft.known.references:
        for found in REFERENCE.finditer(draft.own):
            if squeezed(found[0].lower()) not in known:
                yield found.span()


def _addresses(draft: Draft, known: str) -> Iterator[Span]:
    """Find addresses of persons that nobody in this case has written or is written to."""
    theirs = [
        fold(address) for address in (*draft.person.addresses, *draft.known.addresses, *draft.facts.get("email", ()))
    ]
    if not theirs:
        return
    domains = {address for address in theirs if "@" not in address}
    for found in EMAIL.finditer(draft.seen):
        desk, _at, domain = found[0].partition("@")
        if found[0] in theirs or found[0] in known or domain in domains or _DESK.match(desk):
            continue
        # What several others were sent is nobody's own.
        if sum(found[0] in fold(text) for text in draft.standard) < 2:
            yield found.span()


def _looked_up(draft: Draft) -> Iterator[Span]:
    for other in draft.known.others:
        if "@" in other or any(sign.isdigit() for sign in other) or REFERENCE.fullmatch(other):
            yield from _found_in(draft, other)


def _found_in(draft: Draft, other: str) -> list[Span]:
    signs = squeezed(fold(other))
    if not signs:
        return []
    spread = re.compile(r"(?<!\w)" + r"[^\w\n]{0,2}".join(map(re.escape, signs[:60])) + r"(?!\w)")
    return [found.span() for found in spread.finditer(draft.seen)]


def _numbers(draft: Draft, known: str) -> Iterator[Span]:
    """Find a serial, order or contract that is not one of those the file holds; where it holds none, nothing is odd."""
    for kind, pattern in _NUMBERED.items():
        if draft.facts.get(kind):
            for found in pattern.finditer(draft.seen):
                if squeezed(found[1]) not in known:
                    yield found.span(1)


def _phones(draft: Draft, known: str) -> Iterator[Span]:
    """Find mobile telephones, which are persons', that are not this person's; desks have other numbers."""
    if draft.facts.get("phone"):
        for found in PHONE.finditer(draft.seen):
            if _MOBILE.match(re.sub(r"[ .-]", "", found[0])) and end_of_number(found[0]) not in known:
                yield found.span()


def _names(draft: Draft) -> list[Span]:
    names = Names(draft)
    named = [span for span in [*saluted(draft), *honoured(draft)] if not names.know(draft.seen[slice(*span)])]
    others = [other for other in draft.known.others if not re.search(r"[@\d]", other) and not names.know(fold(other))]
    return named + [span for other in others for span in _found_in(draft, other)]
