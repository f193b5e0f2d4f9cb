"""Two persons who are one: suggested by what few share, brought together with all they have, given back exactly."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.merging_persons import conflicts, keep_apart, merge, part
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Message
from petitevoix.cases.models.case import Participant
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.likeness import look_at_everybody, look_for_twins
from petitevoix.people.models import Person, Team, Twins
from petitevoix.people.reaching import add_note, add_phone


@pytest.fixture
def other(case, line, bruno) -> Person:
    """Ana once more, from another address, with a case of her own and a part in Bruno's."""
    receive(
        Arrival(channel="email", sender="ana.f@work.example", sender_name="A. Ferreira", words="And now?", team=line)
    )
    other = Person.objects.at("ana.f@work.example").get()
    his = receive(Arrival(channel="email", sender=bruno.email, words="A word.", team=line)).case
    Participant.objects.create(case=his, person=other)
    return other


def what_is(person: Person) -> dict:
    return {
        "addresses": sorted(person.addresses.values_list("value", flat=True)),
        "cases": sorted(Case.objects.filter(person=person).values_list("pk", flat=True)),
        "messages": sorted(Message.objects.filter(person=person).values_list("pk", flat=True)),
        "parts": sorted(Participant.objects.filter(person=person).values_list("case_id", flat=True)),
        "notes": sorted(person.notes.values_list("pk", flat=True)),
        **{name: getattr(person, name) for name in ("name", "legal_name", "fields", "organisation_id", "language")},
    }


def test_all_they_have_comes_together_and_is_given_back_exactly(ana, other, case, denis):
    Participant.objects.create(case=case, person=other)  # both are in the first case
    add_note(other, words="Calls from work.", by=denis)
    Person.objects.filter(pk=other.pk).update(fields={"floor": 3}, legal_name="Ana Maria Ferreira")
    other.refresh_from_db()
    ana.refresh_from_db()
    before = what_is(ana), what_is(other)
    assert conflicts(ana, other) == {"name": ("Ana Ferreira", "A. Ferreira")}
    done = merge(ana, other, by=denis, take=["name"])
    ana.refresh_from_db()
    assert (ana.name, ana.legal_name, ana.fields) == ("A. Ferreira", "Ana Maria Ferreira", {"floor": 3})
    assert len(what_is(ana)["cases"]) == 2
    assert what_is(Person.objects.get(pk=other.pk))["cases"] == []
    later = receive(Arrival(channel="email", sender="ana@letters.example", words="Later.")).case
    part(done, by=denis)
    after = [what_is(Person.objects.get(pk=one.pk)) for one in (ana, other)]
    assert later.pk in after[0]["cases"]  # what came since stays
    after[0]["cases"].remove(later.pk)
    after[0]["messages"] = before[0]["messages"]
    assert after == list(before)
    with pytest.raises(Refused):
        part(done, by=denis)


def test_a_letter_from_either_address_and_a_link_sent_to_either_find_the_one_person(ana, other, denis):
    old = other.token
    merge(ana, other, by=denis)
    assert receive(Arrival(channel="email", sender="ana.f@work.example", words="Again.")).person == ana
    assert Person.objects.holding(old).get() == ana
    assert Person.objects.living().filter(pk=other.pk).first() is None


def test_after_thirty_days_it_stays_and_nobody_is_merged_with_themselves(ana, other, denis, gaspard):
    with pytest.raises(Refused, match="one person already"):
        merge(ana, ana, by=denis)
    with pytest.raises(Refused):
        merge(ana, other, by=gaspard)
    done = merge(ana, other, by=denis)
    with pytest.raises(Refused, match="merged with somebody already"):
        merge(other, ana, by=denis)
    with clock.stopped_at(clock.now() + timedelta(days=31)), pytest.raises(Refused, match="thirty days"):
        part(done, by=denis)
    assert Event.objects.filter(name="person.merged").count() == 2  # on both pages


@pytest.mark.parametrize(
    ("mine", "theirs", "because"),
    [
        (("ana.ferreira+shop@gmail.com", "Ana"), ("anaferreira@gmail.com", "F."), "mail"),
        (("aferreira@home.example", "Ana Ferreira"), ("aferreira@work.example", "Ana F. Ferreira"), "local"),
        (("aferreira@home.example", "Ana Ferreira"), ("aferreira@work.example", "Zora Quint"), None),
        (("contact@home.example", "Ana Ferreira"), ("contact@work.example", "Ana Ferreira"), None),
    ],
)
def test_who_shares_what_few_share_is_suggested(db, mine, theirs, because):
    one, other = (Person.objects.meet(email, name=name) for email, name in (mine, theirs))
    for person in (one, other, one):  # a job may run twice
        look_for_twins(person_id=person.pk)
    assert [pair.because for pair in Twins.objects.to_look_at()] == ([because] if because else [])


def test_the_same_name_and_telephone_are_suggested_however_the_number_is_written(ana, bruno, denis):
    Person.objects.filter(pk=bruno.pk).update(name="Ana FERREIRA")
    add_phone(ana, number="01 23 45 67 89", by=denis)
    add_phone(bruno, number="+33 (0)1.23.45.67.89", by=denis)
    look_at_everybody()
    assert Twins.objects.to_look_at().of(ana).get().because == "phone"


def test_who_is_two_is_not_suggested_again(db, denis):
    one, other = (Person.objects.meet(email) for email in ("a.b@gmail.com", "ab@gmail.com"))
    look_for_twins(person_id=other.pk)
    look_for_twins(person_id=one.pk)
    keep_apart(Twins.objects.get(), by=denis)
    look_for_twins(person_id=one.pk)
    assert not Twins.objects.to_look_at().exists()


def test_nobody_learns_of_somebody_hidden_through_a_suggestion(desk, ana, case, denis):
    private = Team.objects.create(name="Staff matters", is_private=True)
    hidden = Person.objects.meet("a.na@gmail.com", name="Secret Name")
    Person.objects.meet("ana@gmail.com", name="Plain Name")
    Case.open_new(title="x", person=hidden, team=private, channel="email")
    look_at_everybody()
    assert Twins.objects.to_look_at().count() == 1
    plain = Person.objects.at("ana@gmail.com").get()
    for page in (f"/desk/people/{plain.pk}/", "/desk/people/twins/"):
        assert "Secret Name" not in desk.get(page).content.decode()
    for path in (f"/desk/people/{plain.pk}/merge/{hidden.pk}/", f"/desk/people/twins/{Twins.objects.get().pk}/apart/"):
        assert desk.post(path).status_code == 404


def test_an_advisor_compares_merges_and_undoes_on_the_desk(desk, ana, other):
    page = desk.get(f"/desk/people/{ana.pk}/merge/{other.pk}/").content.decode()
    assert "ana.f@work.example" in page
    assert "A. Ferreira" in page
    desk.post(f"/desk/people/{ana.pk}/merge/{other.pk}/", {"take-name": ""})
    assert desk.get(f"/desk/people/{other.pk}/")["Location"] == f"/desk/people/{ana.pk}/"
    page = desk.get(f"/desk/people/{ana.pk}/").content.decode()
    undo = page.partition("/merges/")[2].partition("/undo")[0]
    desk.post(f"/desk/people/{ana.pk}/merges/{undo}/undo/")
    assert desk.get(f"/desk/people/{other.pk}/").status_code == 200
