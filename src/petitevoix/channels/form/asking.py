"""Asking from our own pages: the words arrive as on any other channel."""

from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.cases.models import Case, Message
from petitevoix.channels.base import Capabilities
from petitevoix.language.detect import language_of
from petitevoix.people.models import Person, Team

CAPABILITIES = Capabilities(is_live=False, can_thread=False)


def ask(
    *, email: str, name: str, title: str, words: str, files: list[File], language: str = "", team: Team | None = None,
    door: str = "",
) -> Message:  # fmt: skip
    """Open a case from the page where people ask."""
    arrival = Arrival(
        channel="form", sender=email, sender_name=name, title=title, words=words, files=files, team=team, door=door,
        language=language_of(words, language or None),
    )  # fmt: skip
    return receive(arrival)


def write_back(case: Case, person: Person, *, words: str, files: list[File]) -> Message:
    """Add words to a case from its own page."""
    arrival = Arrival(
        channel="form", sender=person.email, sender_name=person.name, words=words, files=files,
        language=language_of(words, case.language or None),
    )  # fmt: skip
    return receive(arrival, case=case, by=person.actor)
