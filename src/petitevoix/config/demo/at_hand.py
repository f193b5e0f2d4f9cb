"""What the town’s advisors have at hand on the morning one comes in: ready words, macros, steps, a call, a summary."""

from datetime import datetime, timedelta

from petitevoix.cases.actions import checklists, steps, tagging
from petitevoix.cases.actions.assigning import assign
from petitevoix.cases.actions.following import follow
from petitevoix.cases.actions.macros import keep_macro
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.procedures import keep_procedure
from petitevoix.cases.actions.ready import keep_answer
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.spamming import spam
from petitevoix.cases.models import Case, Tag
from petitevoix.cases.models.shared import Audience
from petitevoix.config.demo.people_of_the_town import Cast
from petitevoix.kit import clock
from petitevoix.people.actions import be_present
from petitevoix.people.models import Advisor, Organisation, Team
from petitevoix.people.organising import found_organisation, join
from petitevoix.people.showing import declare

BOX_FR = """Bonjour {prénom},

Pouvez-vous éteindre la box, compter jusqu’à trente (même si c’est long), puis la rallumer ? \
Si le voyant du haut reste orange, ce n’est plus à vous de jouer : dites-le-nous ici, et nous regardons la ligne."""
BOX_EN = """Hello {first_name},

Could you switch the box off, count to thirty (yes, all of it) and switch it on again? If the top light \
stays orange, it is no longer your turn: tell us here, and we look at the line."""
BILL_FR = """Bonjour {prénom},

Nous avons recompté votre facture, ligne à ligne. Voici ce qui s’y trouve, et pourquoi."""
BILL_EN = """Hello {first_name},

We have counted your bill again, line by line. Here is what is in it, and why."""
STEPS = {
    "fr": (
        "Box muette", "Ce que dit la personne, dans ses mots", "Voyants : lesquels, depuis quand", "Test de la ligne",
        "Ce qui a été fait, et ce qu’elle peut faire elle-même",
    ),
    "en": (
        "Silent box", "What the person says, in their words", "Lights: which, and since when", "Test of the line",
        "What was done, and what they can do themselves",
    ),
}  # fmt: skip
CALLS_DENIS = "@Denis, tu connais cette cave mieux que la carte du réseau : tu y jettes un œil ?"
CALLS_FIONA = "@Fiona I have seen this light before, on a toaster. Would you read me before I answer?"
LUCKY = "CONGRATULATIONS!!! Your router was chosen among 1,000,000 routers. Send your card number to receive its twin."


def lay_out(cast: Cast, now: datetime) -> None:
    """Have the town's advisors keep what they use, some days ago, and leave a few things for this morning."""
    line, bills = cast.teams["ligne"], cast.teams["factures"]
    denis, fiona, kwame, esther = (cast.advisors[key] for key in ("denis", "fiona", "kwame", "esther"))
    with clock.stopped_at(now - timedelta(days=9)):
        keep_answer(by=esther, name="box", fr=BOX_FR, en=BOX_EN)
        keep_answer(by=esther, name="facture", fr=BILL_FR, en=BILL_EN)
        made = {
            language: keep_procedure(
                by=esther, name=name, language=language, team=line, steps=[{"words": words} for words in told]
            )
            for language, (name, *told) in STEPS.items()
        }
        tagging.keep_tag(by=esther, name="box", colour=Tag.Colour.BLUE)
        keep_macro(
            by=esther, name_fr="Box muette", name_en="Silent box", fr=BOX_FR, en=BOX_EN,
            acts={"tag": {"add": ["box"]}, "checklist": {"procedure": made["fr"].pk}}, audience=Audience.EVERYONE,
        )  # fmt: skip
        keep_macro(
            by=esther, name_fr="Facture à recompter", name_en="A bill to recount",
            acts={"tag": {"add": ["facture"]}, "fault": {"whose": "ours"}, "hand": {"team": bills.pk}},
            audience=Audience.EVERYONE,
        )  # fmt: skip
        gelato = found_organisation(
            by=esther, name="Gelato Conti", domains=["gelato-conti.example"], shares_cases=Organisation.Sharing.MEMBERS
        )
        for member in ("lorenzo-conti", "chiara-conti"):
            join(cast.persons[member], gelato, by=esther)
        declare(denis, word="câbles sous l’eau")
        declare(kwame, word="soldering")
    with clock.stopped_at(now - timedelta(hours=2)):
        for language in ("fr", "en"):
            for case in _waiting(line, language)[:1]:
                checklist = checklists.add_procedure(case, made[language], by=kwame)
                steps.tick(checklist.steps.order_by("position")[0], by=kwame)
                tagging.tag(case, by=kwame, add=["box"])
        for case in _waiting(line, "fr")[1:2]:
            note(
                case,
                by=fiona,
                words=CALLS_DENIS,
            )
            follow(case, by=esther)
        for case in _waiting(line, "en")[1:2]:
            note(
                case,
                by=kwame,
                words=CALLS_FIONA,
            )
            assign(case, by=esther, advisor=fiona, team=case.team)
        lucky = Arrival(
            channel="email", sender="prize@lucky-router.example", words=LUCKY, title="You have WON", team=line
        )
        spam(receive(lucky).case, by=kwame)
    # Bills are short of hands, so that in working hours somebody is asked for one.
    be_present(cast.advisors["ines"], presence=Advisor.Presence.AWAY)


def _waiting(team: Team, language: str) -> list[Case]:
    return list(Case.objects.waiting_longest_first().filter(team=team, language=language, advisor=None)[:3])
