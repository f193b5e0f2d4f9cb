"""A fuzzer reads our own description and tries everything it allows and forbids, through the whole server."""

import os
from datetime import timedelta
from types import SimpleNamespace

import pytest
import schemathesis
from django.db import transaction
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from petitevoix.api.auth import SCOPES
from petitevoix.api.models import Token
from petitevoix.care.models import Hand
from petitevoix.cases.actions import bulk
from petitevoix.cases.actions.asking import add_question
from petitevoix.cases.actions.blocking import block
from petitevoix.cases.actions.linking import link
from petitevoix.cases.actions.macros import keep_macro, run
from petitevoix.cases.actions.mending import declare
from petitevoix.cases.actions.merging_persons import merge
from petitevoix.cases.actions.procedures import keep_procedure
from petitevoix.cases.actions.promising import promise
from petitevoix.cases.actions.ready import keep_answer
from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.cases.actions.relaying import start
from petitevoix.cases.actions.sharing import share
from petitevoix.cases.actions.viewing import keep_view
from petitevoix.cases.models import Tag
from petitevoix.config.wsgi import application
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people import showing
from petitevoix.people.describing import add_field
from petitevoix.people.models import Person, Twins
from petitevoix.people.organising import found_organisation
from petitevoix.people.pacing import propose_pace
from tests.cast import reply

pytestmark = pytest.mark.django_db

# More by hand: PETITEVOIX_FUZZ=200 bin/test …/test_api_fuzz.py
EXAMPLES = int(os.environ.get("PETITEVOIX_FUZZ", "6"))
LIMITS = settings(
    max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
ALWAYS_TRUE = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@pytest.fixture
def house(line, bills, esther, farid, outbox, data) -> SimpleNamespace:
    """A house with one case that has a file and an answer, and the token of an admin, who may do everything."""
    files = [File("photo.png", "image/png", b"not really")]
    theirs = receive(Arrival(channel="email", sender="ana@letters.example", words="Why?", team=line, files=files)).case
    ours = reply(theirs, by=esther, words="Because.")
    _token, secret = Token.issue(farid, list(SCOPES))
    # The fuzzer asks for compressed answers, and over WSGI does not unpack them.
    headers = {"Authorization": f"Bearer {secret}", "Accept-Encoding": "identity"}
    file = theirs.messages.first().attachments.get()
    question = add_question(theirs, by=esther, words="And when?")
    with transaction.atomic():
        kept = promise(theirs, by=esther, words="We call you.", due_at=clock.now() + timedelta(days=2))
    error = declare(by=esther, title="The storm", effect="No line for a day.", cases=[theirs])
    relay = start(
        theirs, by=esther, email="line@elsewhere.example", awaited="the test", words="Please test it.", rest=False
    )
    other = receive(Arrival(channel="email", sender="ana@letters.example", words="Hello")).case
    linked = link(theirs, other, by=esther)
    many = bulk.begin("tag", [theirs.pk], by=esther, add=["storm"])
    bulk.work_through(bulk=many.pk)
    field = add_field(by=farid, target="case", key="floor", kind="number", label_fr="Étage", label_en="Floor")
    procedure = keep_procedure(by=farid, name="Storm", steps=[{"words": "Look"}])
    macro = keep_macro(by=farid, name_en="Storm", acts={"checklist": {"procedure": procedure.pk}}, audience="everyone")
    done = run(theirs, macro, by=farid)
    mill = found_organisation(by=farid, name="The mill", domains=["mill.example"])
    strength = showing.declare(farid, word="lodges")
    pace = propose_pace(farid, lead=esther, cases=12, by=esther)
    hand = Hand.objects.create(
        advisor=farid, from_team=line, to_team=bills, until=clock.now() + timedelta(hours=3),
        to_wait=9, to_wait_then=8, from_wait=2, from_wait_then=3,
    )  # fmt: skip
    view = keep_view(by=farid, name="Storm", audience="everyone", team=None, asked={"title": "tempête"})
    pair = Twins.objects.create(one=theirs.person, other=Person.objects.meet("ana@work.example"), because="local")
    merged = merge(theirs.person, Person.objects.meet("ana@home.example"), by=farid)
    ready = keep_answer(by=farid, name="Storm", en="It rained.")
    shared = share(theirs, by=esther)
    # Somebody else than the first, whom the fuzzer guesses: what is decided already is refused, however well it is sent.
    rough = receive(Arrival(channel="email", sender="rough@letters.example", words="You!")).case.person
    block(rough, by=farid, reason="Threats.", until=clock.now() + timedelta(days=2))
    numbers = {
        "block": rough.pk, "attachments": file.pk, "replies": ours.pk, "people": theirs.person_id, "questions": question.pk,
        "promises": kept.pk, "errors": error.pk, "relays": relay.pk, "links": linked.pk, "messages": ours.pk,
        "bulk": many.pk, "fields": field.pk, "organisations": mill.pk, "macros": macro.pk,
        "runs": done.pk, "steps": theirs.checklists.get().steps.get().pk,
        "events": Event.objects.about(theirs.topic).latest("pk").pk, "strengths": strength.pk, "paces": pace.pk,
        "hands": hand.pk, "tags": Tag.objects.get().pk, "views": view.pk, "twins": pair.pk, "merges": merged.pk,
        "drafts": shared.pk, "ready-answers": ready.pk, "procedures": procedure.pk,
    }  # fmt: skip
    return SimpleNamespace(case=theirs, numbers=numbers, headers=headers)


@schema.parametrize()
@LIMITS
def test_every_call_keeps_its_promises(case, house):
    # Where what is wrong is that the token lacks, we have just given it back: nothing is left to reject.
    given_back = [checks.negative_data_rejection] if "Authorization" in str(case.meta.phase.data) else []
    case.call_and_validate(headers=house.headers, excluded_checks=given_back)


@schema.parametrize()
@LIMITS
def test_every_call_on_what_exists_keeps_its_promises(case, house):
    if "reference" in case.path_parameters:
        case.path_parameters["reference"] = house.case.reference
    if "number" in case.path_parameters:
        case.path_parameters["number"] = next(n for word, n in house.numbers.items() if f"/{word}/" in case.path)
    case.call_and_validate(headers=house.headers, checks=ALWAYS_TRUE)
