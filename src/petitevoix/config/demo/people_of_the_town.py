"""Who lives in the town: teams with their mailboxes, advisors, persons."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import override

from petitevoix.channels.email.models import Mailbox
from petitevoix.config.demo.story import Town
from petitevoix.kit import clock
from petitevoix.people.actions import add_advisor, found_team
from petitevoix.people.models import Address, Advisor, Person, Team
from petitevoix.people.models.person import normal

PASSWORD = "petite voix"
BY = "demo"


@dataclass
class Cast:
    """The town's people, by the names the story gives them."""

    teams: dict[str, Team] = field(default_factory=dict)
    doors: dict[str, str] = field(default_factory=dict)  # the address of each team
    advisors: dict[str, Advisor] = field(default_factory=dict)
    persons: dict[str, Person] = field(default_factory=dict)


def settle(town: Town, since: datetime) -> Cast:
    """Have everybody move in, at a moment before the story begins."""
    cast = Cast()
    with clock.stopped_at(since), override(settings.LANGUAGE_CODE):
        for told in town.teams:
            name = told["name_fr"] if settings.LANGUAGE_CODE == "fr" else told["name_en"]
            team = cast.teams[told["key"]] = found_team(name, by=BY)
            cast.doors[told["key"]] = told["mailbox"]
            Mailbox.objects.create(address=normal(told["mailbox"]), name=name, team=team)
        first = None
        for told in town.advisors:
            advisor = add_advisor(
                email=told["email"], name=told["name"], role=told["role"], language=told["language"],
                teams=[cast.teams[key] for key in told["teams"]], by=BY, password=PASSWORD if first is None else None,
            )  # fmt: skip
            # One password for all, so one slow hash is enough.
            first = first or advisor.password
            Advisor.objects.filter(pk=advisor.pk).update(password=first)
            advisor.password = first
            cast.advisors[told["key"]] = advisor
        for number, told in enumerate(town.persons):
            with clock.stopped_at(since + timedelta(minutes=number)):
                person = Person.objects.meet(told["email"], name=told["name"], language=told["language"])
            Address.objects.bulk_create(
                Address(person=person, value=normal(other)) for other in told.get("other_emails", [])
            )
            cast.persons[told["key"]] = person
    return cast
