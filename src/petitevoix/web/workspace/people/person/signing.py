"""What we answered a person before they signed, beside their page."""

from datetime import datetime
from typing import NamedTuple

from petitevoix.cases.models import Case, Promise
from petitevoix.people.models import Advisor, Person

MOST = 50


class Said(NamedTuple):
    words: str
    at: datetime
    path: str
    contract: str
    language: str


def said_before_signing(person: Person, *, reader: Advisor) -> list[Said]:
    """Read what we answered a person before they signed, as far as its reader may see it."""
    said = Promise.objects.visible_to(reader).said_before_signing().filter(case__in=Case.objects.filter(person=person))
    fields = ("words", "made_at", "case__reference", "case__contract", "case__language", "message_id")
    return [
        Said(words, at, f"/desk/cases/{reference}/#message-{message}", contract, language)
        for words, at, reference, contract, language, message in said.values_list(*fields)[:MOST]
    ]
