"""Scene S006: a person says how they prefer to be reached; where it cannot be, one sentence says why."""

import pytest

from petitevoix.cases.actions.assigning import assign, take
from petitevoix.channels.form.asking import ask
from petitevoix.journal.models import Event
from petitevoix.people.models import Person

WHY = "They prefer the telephone; we can only write here, so the answer goes in writing."


def read(client, path: str) -> str:
    return client.get(path, headers={"accept-language": "en"}).content.decode()


def unmet(case) -> int:
    return Event.objects.filter(name="case.way_unmet", topic=case.topic).count()


@pytest.fixture
def by_phone(ana) -> Person:
    Person.objects.filter(pk=ana.pk).update(reached_by="phone")
    ana.refresh_from_db()
    return ana


def test_the_person_says_it_changes_it_and_takes_it_back(client, case, ana):
    page = f"/me/{ana.token}/"
    assert "How do you prefer to be reached?" in read(client, page)
    client.post(f"{page}way/", {"reached_by": "phone"})
    client.post(f"{page}way/", {"reached_by": "phone"})
    shown = read(client, page)
    assert "You prefer to be reached by telephone." in shown
    assert "We can only write by e-mail here for now" in shown
    answer = client.post(f"{page}way/", {"reached_by": "face", "case": case.reference})
    assert answer.url == f"{page}{case.reference}/"
    assert "You prefer to be met face to face." in read(client, answer.url)
    client.post(f"{page}way/", {"reached_by": ""})
    ana.refresh_from_db()
    assert ana.reached_by == ""
    assert Event.objects.filter(name="person.way_chosen").count() == 3


def test_nonsense_changes_nothing_and_strangers_are_refused(client, ana, by_phone):
    page = f"/me/{ana.token}/"
    client.post(f"{page}way/", {"reached_by": "drums"})
    client.post(f"{page}way/", {})
    ana.refresh_from_db()
    assert ana.reached_by == "phone"
    assert client.get(f"{page}way/").status_code == 405
    assert client.post(f"/me/{ana.pk}-wrong/way/", {"reached_by": "face"}).status_code == 404


def test_who_asks_may_say_it_but_never_overwrites_what_is_known(ana, by_phone, line):
    new = ask(email="new@letters.example", name="", words="Is it open?", files=[], reached_by="face")
    assert new.case.person.reached_by == "face"
    assert unmet(new.case) == 1
    ask(email="ana@letters.example", name="", words="Is it open?", files=[], reached_by="face")
    ana.refresh_from_db()
    assert ana.reached_by == "phone"


def test_a_hand_over_says_why_and_taking_a_case_does_not(client, case, by_phone, denis, esther, line):
    place = case.waiting_since
    take(case, by=esther)
    assert unmet(case) == 0
    assign(case, by=esther, advisor=denis, team=line)
    assert unmet(case) == 1
    client.force_login(denis)
    desk = read(client, f"/desk/cases/{case.reference}/")
    assert f'id="way-unmet">{WHY}' in desk  # beside the composer
    assert f"<span>{WHY}</span>" in desk  # in the history
    assert "prefers to be reached by telephone" in desk
    assert WHY in read(client, f"/desk/people/{case.person_id}/")
    case.refresh_from_db()
    assert case.waiting_since == place


def test_writing_is_obeyed_without_a_word(client, case, ana, denis, esther, line):
    Person.objects.filter(pk=ana.pk).update(reached_by="email")
    assign(case, by=esther, advisor=denis, team=line)
    assert unmet(case) == 0
