"""Asking from our own pages: the words arrive as on any other channel."""

import hashlib
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.cases.models import Case, Message
from petitevoix.channels.base import Capabilities
from petitevoix.channels.form.beginnings import sent
from petitevoix.channels.form.titles import title_of
from petitevoix.language.detect import language_of
from petitevoix.people.models import Person, Team
from petitevoix.people.preferring import learn_way

CAPABILITIES = Capabilities(is_live=False, can_thread=False)


def ask(
    *, email: str, name: str, words: str, files: list[File], title: str = "", language: str = "",
    team: Team | None = None, door: str = "", stamp: str = "", wish: str = "", before_signing: bool = False,
    reached_by: str = "",
) -> Message:  # fmt: skip
    """Open a case from the page where people ask; the title is their own question unless they gave one.

    The same words under the same `stamp` (what one drawing of the form carries) are one case, however often a button
    is pressed.
    """
    key = _key(stamp, words, files)
    with transaction.atomic():
        person = Person.objects.meet(email, name=name, language=language)
        if already := _already(person, key):
            return already
        learn_way(person, reached_by)
        sent(stamp)
        arrival = Arrival(
            channel="form", sender=email, sender_name=name, title=title or title_of(words), words=words, files=files,
            team=team, door=door, language=language_of(words, language or None), thread_key=key, wish=wish,
            before_signing=before_signing,
        )  # fmt: skip
        return receive(arrival)


def write_back(case: Case, person: Person, *, words: str, files: list[File], stamp: str = "") -> Message:
    """Add words to a case from its own page; it waits on us again, whatever its state was."""
    key = _key(stamp, words, files)
    with transaction.atomic():
        if already := _already(person, key):
            return already
        arrival = Arrival(
            channel="form", sender=person.email, sender_name=person.name, words=words, files=files,
            language=language_of(words, case.language or None), thread_key=key,
        )  # fmt: skip
        return receive(arrival, case=case, by=person.actor)


def _already(person: Person, key: str) -> Message | None:
    # Two presses of one button at once: the second waits here for the first, then finds what it wrote.
    Person.objects.select_for_update().get(pk=person.pk)
    return Message.objects.filter(thread_key=key, person=person).first() if key else None


def _key(stamp: str, words: str, files: list[File]) -> str:
    """Name what is sent: other words from the same drawing of a form are other words."""
    if not stamp:
        return ""
    digest = hashlib.sha256(f"{stamp}\0{words}".encode())
    for file in files:
        digest.update(file.name.encode() + hashlib.sha256(file.content).digest())
    # It has the shape of a Message-ID because our letters name the words they answer.
    return f"form.{digest.hexdigest()[:32]}@{urlsplit(settings.URL).hostname}"
