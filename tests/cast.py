"""The cast: Ana writes to us, Bruno is of her household, Chloé is a stranger who must see nothing,
Denis answers, Esther leads, Farid runs the house, Gaspard keeps watch."""

from datetime import timedelta

import pytest
from django.test import Client

from petitevoix.cases.actions import closing, replying
from petitevoix.cases.actions.asking import Mark
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Closure, Message
from petitevoix.cases.models.question import questions_owed
from petitevoix.delivery.carriers import carrier
from petitevoix.kit import clock
from petitevoix.people.models import Advisor, Person, Team
from petitevoix.web.shared.assets import COOKIE, version


class Recorder:
    """A carrier that keeps what it is given."""

    def __init__(self) -> None:
        self.carried: list = []
        self.refusal: Exception | None = None
        self._count = 0

    def new_thread_key(self, door: str) -> str:
        from petitevoix.delivery.models import Parcel

        self._count += 1
        return f"pv.{self._count}.{Parcel.objects.count()}@test.example"

    def reads_at(self, address: str) -> bool:
        return address in {"help@desk.example", "accueil@town.example"}

    def carry(self, parcel) -> None:
        if self.refusal:
            raise self.refusal
        self.carried.append(parcel)


_recorder = Recorder()


def recorder() -> Recorder:
    return _recorder


@pytest.fixture
def outbox(settings):
    """What left, with no mail server in between."""
    settings.CARRIERS = {"email": "tests.cast.recorder"}
    carrier.cache_clear()
    _recorder.__init__()
    yield _recorder
    carrier.cache_clear()


def reply(case: Case, **how) -> Message:
    """Answer a case, and with it all that was asked."""
    return replying.reply(case, **{"marks": all_answered(case), **how})


def close(case: Case, **how) -> Closure:
    """Close a case, and answer with it all that was asked."""
    return closing.close(case, **{"marks": all_answered(case), **how})


def turn(case: Case, state: str, *, by: Advisor) -> None:
    """Say whose turn it is; an observation has its plan and its end."""
    if state == Case.State.WATCHED:
        closing.watch(case, by=by, plan="We count the restarts.", until=clock.now() + timedelta(days=2))
    else:
        closing.set_state(case, state, by=by)


def answered(case: Case) -> list[dict]:
    """What a program sends to mark all that a case was asked as answered."""
    return [{"id": mark.question, "mark": mark.mark} for mark in all_answered(case)]


def all_answered(case: Case) -> list[Mark]:
    return [Mark(question.pk, "answered") for question in questions_owed(case)]


@pytest.fixture
def line(db) -> Team:
    return Team.objects.create(name="Line and box")


@pytest.fixture
def bills(db) -> Team:
    return Team.objects.create(name="Bills")


def make_advisor(name: str, role: str = "advisor", *teams: Team, language: str = "en") -> Advisor:
    advisor = Advisor(email=f"{name.lower()}@desk.example", name=name, role=role, language=language)
    advisor.set_password("a long enough word")
    advisor.save()
    advisor.teams.set(teams)
    return advisor


@pytest.fixture
def denis(line) -> Advisor:
    return make_advisor("Denis", "advisor", line)


@pytest.fixture
def esther(line) -> Advisor:
    return make_advisor("Esther", "lead", line)


@pytest.fixture
def farid(db) -> Advisor:
    return make_advisor("Farid", "admin")


@pytest.fixture
def gaspard(db) -> Advisor:
    return make_advisor("Gaspard", "keeper")


@pytest.fixture
def ana(db) -> Person:
    return Person.objects.meet("ana@letters.example", name="Ana Ferreira", language="en")


@pytest.fixture
def bruno(db) -> Person:
    return Person.objects.meet("bruno@letters.example", name="Bruno Lacombe", language="fr")


@pytest.fixture
def chloe(db) -> Person:
    return Person.objects.meet("chloe@elsewhere.example", name="Chloé Martin", language="fr")


@pytest.fixture
def case(ana, line, outbox, data) -> Case:
    """Ana's case: the box works again, and she would like to know why."""
    arrival = Arrival(
        channel="email", sender="ana@letters.example", sender_name="Ana Ferreira", title="What happened to my line?",
        words="The box works again since Tuesday.\n\nWhat happened, and will it happen again?", language="en",
        team=line, door="help@desk.example", thread_key="ana-1@letters.example",
    )  # fmt: skip
    return receive(arrival).case


@pytest.fixture
def desk(client: Client, denis) -> Client:
    """Denis's browser, signed in; it has been here before."""
    client.force_login(denis)
    client.cookies[COOKIE] = version()
    return client
