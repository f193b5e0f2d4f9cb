"""Scene S094: what a blocked person writes is read first by somebody who leads, and by nobody else until then."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps

from petitevoix.cases.actions import blocking
from petitevoix.cases.actions.assigning import assign
from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.cases.actions.withholding import let_through
from petitevoix.cases.actions.writing_to_staff import write_of_handing
from petitevoix.cases.models import Case, Question, Withheld
from petitevoix.channels.email.keeping import letters
from petitevoix.delivery.models import Parcel
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.organising import found_organisation, join
from petitevoix.search import finding
from petitevoix.search.following import catch_up
from petitevoix.search.snippets import snippets
from tests.cast import make_advisor, reply

WORDS = "You are wretched scoundrels. When will you pay me back?"


@pytest.fixture
def block(ana, case, esther):
    return blocking.block(ana, by=esther, reason="On Monday you wished us harm.", until=clock.now() + timedelta(days=9))


@pytest.fixture
def message(block, case, ana):
    """What Ana writes in her case, with a file; it came as a letter, which was also drawn."""
    arrival = Arrival(
        channel="email", sender=ana.email, words=WORDS, rest="> quoted scoundrels", html="<p>scoundrels</p>",
        language="en", original=letters().put(b"Subject: scoundrels"),
        files=[File("scoundrels.txt", "text/plain", b"scoundrels")],
    )  # fmt: skip
    return receive(arrival, case=case)


@pytest.fixture
def fresh(block, ana, line) -> Case:
    """A case that opens with what she writes."""
    arrival = Arrival(channel="email", sender=ana.email, title="Scoundrels, all of you", words=WORDS, team=line)
    return receive(arrival).case


def page(client, path: str) -> str:
    response = client.get(path, headers={"Accept-Language": "en"})
    assert response.status_code == 200
    return response.content.decode()


def read(withheld, esther) -> None:
    let_through(Withheld.objects.get(message=withheld), by=esther, to_the_queue=True)


def found(words: str, by) -> list[int]:
    catch_up()
    return list(finding.find(words, by=by).cases)


def test_on_the_page_of_the_case_an_advisor_sees_that_it_is_read_first_and_who_leads_reads_it(
    client, message, case, denis, esther
):
    path = f"/desk/cases/{case.reference}/"
    client.force_login(denis)
    drawn = page(client, path)
    assert "coundrels" not in drawn
    assert "Somebody who leads reads this first." in drawn
    assert "Ana Ferreira" in drawn
    client.force_login(esther)
    drawn = page(client, path)
    assert "wretched scoundrels" in drawn
    assert "Only those who lead read this so far." in drawn
    read(message, esther)
    client.force_login(denis)
    assert "wretched scoundrels" in page(client, path)


def test_its_files_and_the_letter_as_it_came_are_not_there_for_an_advisor(client, message, case, denis, esther):
    path = f"/desk/cases/{case.reference}/"
    parts = [f"messages/{message.pk}/original/", f"messages/{message.pk}/drawn/"]
    parts += [f"attachments/{message.attachments.get().pk}/"]
    for reader, status in ((denis, 404), (esther, 200)):
        client.force_login(reader)
        page(client, path)
        assert {client.get(path + part).status_code for part in parts} == {status}
    client.force_login(denis)
    assert client.get(f"{path}messages/{message.pk}/forwarding/").status_code == 404
    assert "coundrels" not in page(client, f"{path}split/")
    assert client.post(f"{path}split/", {"message": [message.pk], "title": "x"}).status_code == 422
    assert "coundrels" not in page(client, f"{path}closure/")
    read(message, esther)
    assert {client.get(path + part).status_code for part in parts} == {200}


def test_what_arrives_while_an_advisor_writes_stops_them_and_is_not_shown(client, block, case, ana, denis, esther):
    path = f"/desk/cases/{case.reference}/"
    client.force_login(denis)
    page(client, path)
    seen = case.messages.last().pk
    receive(Arrival(channel="email", sender=ana.email, words=WORDS), case=case)
    stopped = client.post(
        f"{path}replies/", {"words": "It was lightning.", "seen": seen, "then": "pending"},
        headers={"HX-Request": "true", "Accept-Language": "en"},
    )  # fmt: skip
    assert stopped.status_code == 409
    assert "coundrels" not in stopped.content.decode()
    assert "Somebody who leads reads this first." in stopped.content.decode()


def test_a_case_is_not_called_by_what_is_read_first_and_no_question_is_read_out_of_it(
    client, fresh, ana, denis, esther
):
    client.force_login(denis)
    assert "read first by somebody who leads" in page(client, "/desk/held/")  # no third party holds it
    assert "coundrels" not in page(client, "/desk/held/") + page(client, f"/desk/cases/{fresh.reference}/")
    assert "coundrels" not in page(client, f"/desk/people/{ana.pk}/")
    assert (fresh.title, fresh.first_words) == ("Words that somebody who leads reads first", "")
    assert not Question.objects.filter(case=fresh).exists()
    client.force_login(esther)
    assert "Scoundrels, all of you" in page(client, "/desk/people/blocks/")
    read(fresh.messages.get(), esther)
    fresh.refresh_from_db()
    assert (fresh.title, fresh.first_words) == ("Scoundrels, all of you", WORDS)
    assert "pay me back" in Question.objects.get(case=fresh).words


def test_what_was_said_last_stays_in_the_list_until_it_is_let_through(message, case, esther):
    case.refresh_from_db()
    assert case.first_words.startswith("The box works again")
    read(message, esther)
    case.refresh_from_db()
    assert case.first_words == WORDS


def test_it_is_found_by_nobody_until_it_is_let_through(client, message, fresh, case, denis, esther):
    for words in ("scoundrels", "wretched", '"wretched scoundrels"', "pay me back"):
        assert found(words, denis) == [], words
    client.force_login(denis)
    assert "wretched" not in page(client, "/desk/search/?q=works")
    asked = finding.find("scoundrels works", by=esther).asked
    assert "coundrels" not in str(snippets([case.pk], asked))
    read(message, esther)
    assert found("scoundrels", denis) == [case.pk]
    assert "coundrels" in str(snippets([case.pk], asked))
    blocking.lift(Withheld.objects.first().block, by=esther)
    assert set(found("scoundrels", denis)) == {case.pk, fresh.pk}


def test_who_is_given_the_case_reads_nothing_of_it_in_their_letter(message, case, denis, esther, outbox):
    denis.told_of = ["handed", "mine"]
    denis.save()
    assign(case, by=esther, advisor=denis, team=case.team)
    write_of_handing(Event.objects.filter(name="case.assigned").latest("id"))
    letter = Parcel.objects.get(to=denis.email).contents
    assert "The box works again" in letter["words"]
    assert "coundrels" not in str(letter)


def test_members_of_the_house_that_shares_its_cases_read_nothing_of_it(client, message, fresh, ana, bruno, case, denis):
    mill = found_organisation(by=denis, name="The mill", domains=["mill.example"], shares_cases="members")
    for person in (ana, bruno):
        join(person, mill, by=denis)
    token = bruno.token
    for path in (f"/me/{token}/{case.reference}/", f"/me/{token}/{fresh.reference}/", f"/me/{token}/"):
        assert "coundrels" not in page(client, f"{path}?language=en")
    assert "coundrels" in page(client, f"/me/{ana.token}/{case.reference}/")


def test_who_takes_part_reads_only_what_they_wrote_themselves(client, message, case, bruno, esther):
    case.participants.create(person=bruno)
    path, file = f"/me/{bruno.token}/{case.reference}/", message.attachments.get().pk
    assert "coundrels" not in page(client, path)
    assert client.get(f"{path}files/{file}/").status_code == 404
    read(message, esther)
    assert "wretched scoundrels" in page(client, path)
    assert client.get(f"{path}files/{file}/").status_code == 200


def test_her_own_page_says_who_reads_first_and_that_she_can_go_on_writing(client, message, fresh, case, ana):
    path = f"/me/{ana.token}/{case.reference}/"
    for drawn in (page(client, f"{path}?language=en"), page(client, f"/me/{ana.token}/?language=en")):
        assert "Somebody who leads the team reads this first." in drawn
        assert "The answer comes in writing." in drawn
        assert "outside" not in drawn
    drawn = page(client, path)
    assert "wretched scoundrels" in drawn
    assert "<textarea" in drawn
    sent = client.post(path, {"words": "And now?", "stamp": ""}, follow=True)
    assert "reads them first" in sent.content.decode()
    assert Withheld.objects.unread().filter(message__case=case).count() == 2


def test_on_her_own_page_a_case_is_called_as_she_called_it_and_on_nobody_elses(client, fresh, ana, bruno):
    for path in (f"/me/{ana.token}/", f"/me/{ana.token}/{fresh.reference}/"):
        assert "Scoundrels, all of you" in page(client, path)
    fresh.participants.create(person=bruno)
    for path in (f"/me/{bruno.token}/", f"/me/{bruno.token}/{fresh.reference}/"):
        assert "coundrels" not in page(client, path)


def test_a_question_she_says_we_missed_is_read_first_too(client, block, case, ana, denis):
    reply(case, by=denis, words="It was lightning.", then="pending")
    with clock.stopped_at(clock.now() + timedelta(minutes=5)):
        client.post(f"/me/{ana.token}/{case.reference}/questions/", {"words": "Are you scoundrels?"})
    assert Withheld.objects.unread().get().message.words == "Are you scoundrels?"
    assert not Question.objects.filter(words__contains="scoundrels").exists()


def test_the_end_of_a_block_opens_all_that_nobody_read(client, message, fresh, case, denis):
    with clock.stopped_at(clock.now() + timedelta(days=10)):
        assert blocking.end_blocks() == 1
        client.force_login(denis)
        assert "wretched scoundrels" in page(client, f"/desk/cases/{case.reference}/")
        fresh.refresh_from_db()
        assert (fresh.title, fresh.state) == ("Scoundrels, all of you", "open")
        assert set(found("scoundrels", denis)) == {case.pk, fresh.pk}


def test_what_was_withheld_before_an_upgrade_is_kept_back_by_it(message, fresh, case, denis, esther):
    Withheld.objects.update(opened=None, title="")
    Case.objects.filter(pk=fresh.pk).update(title="Scoundrels, all of you", first_words=WORDS)
    Case.objects.filter(pk=case.pk).update(first_words=WORDS)
    Question.objects.create(case=case, message=message, words="When will you pay me back, scoundrels?")
    import_module("petitevoix.cases.migrations.0018_read_first").keep_back(apps, None)
    fresh.refresh_from_db()
    case.refresh_from_db()
    assert (fresh.title, fresh.first_words) == ("Words that somebody who leads reads first", "")
    assert case.first_words.startswith("The box works again")
    assert not Question.objects.filter(words__contains="pay me back").exists()
    assert found("scoundrels", denis) == []
    read(fresh.messages.get(), esther)
    assert found("all of you", denis) == [fresh.pk]


def test_a_case_that_is_read_first_is_with_nobody_outside(client, message, case, ana, denis, esther):
    client.force_login(denis)
    for path in (f"/desk/cases/{case.reference}/", f"/desk/people/{ana.pk}/"):
        drawn = page(client, path)
        assert "read first by somebody who leads" in drawn
        assert "with somebody else</span>" not in drawn
    read(message, esther)
    assert "read first by somebody who leads" not in page(client, f"/desk/cases/{case.reference}/")


def test_who_decided_a_block_is_not_asked_to_judge_it(client, block, ana, esther):
    blocking.appeal(block, by=ana, words="I meant the box, not you.")
    client.force_login(esther)
    path = f"/desk/people/{ana.pk}/block/"
    assert "It stays until its day" in page(client, path)  # where nobody else leads, she does
    client.force_login(make_advisor("Eloi", "lead"))
    assert "It stays until its day" in page(client, path)
    client.force_login(esther)
    drawn = page(client, path)
    assert "You decided this block" in drawn
    assert "It stays until its day" not in drawn
