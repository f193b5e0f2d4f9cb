"""Words split off, cases linked, another person, who reads a letter."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions import assigning, linking, splitting, taking_part
from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.replying import take_back
from petitevoix.cases.actions.undoing import undo
from petitevoix.cases.models import Case, LeftOut, Participant, Question, Tally
from petitevoix.cases.refusals import Refused
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.models import Person, Team
from tests.cast import reply

pytestmark = pytest.mark.django_db


def wrote(case: Case | None = None, who: str = "ana", words: str = "And what of my bill?", **more) -> Case:
    arrival = Arrival(channel="email", sender=f"{who}@letters.example", sender_name=who.title(), words=words, **more)
    return receive(arrival, case=case).case


def last_event(name: str) -> Event:
    return Event.objects.filter(name=name).latest("id")


def test_words_split_off_are_a_case_with_what_was_asked_in_them(case, denis, ana):
    wrote(case)
    bill = case.messages.last()
    made = splitting.split(case, [bill.pk], by=denis, title="My bill")
    assert (made.title, made.person, made.state, made.team) == ("My bill", ana, "open", case.team)
    assert list(made.messages.all()) == [bill]
    assert {one.case for one in bill.questions.all()} == {made}
    assert linking.links_of(case, reader=denis)[0].case == made
    assert sum(Tally.objects.values_list("waiting", flat=True)) == 2


def test_a_split_undone_gives_all_back(case, denis):
    wrote(case)
    asked = Question.objects.filter(case=case).count()
    made = splitting.split(case, [case.messages.last().pk], by=denis)
    undo(last_event("case.split"), by=denis)
    made.refresh_from_db()
    assert made.present == case
    assert case.messages.count() == 2
    assert Question.objects.filter(case=case).count() == asked
    assert linking.links_of(case, reader=denis) == []


def test_a_case_is_not_emptied(case, denis):
    with pytest.raises(Refused, match="at least one"):
        splitting.split(case, [case.messages.first().pk], by=denis)
    with pytest.raises(Refused, match="another matter"):
        splitting.split(case, [987654], by=denis)
    assert Case.objects.count() == 1


def test_a_note_is_split_off_with_letters_only_and_never_names_the_case(case, denis):
    wrote(case)
    among_us = note(case, by=denis, words="They never pay.")
    with pytest.raises(Refused, match="A note alone"):
        splitting.split(case, [among_us.pk], by=denis)
    answered = reply(case, by=denis, words="It is paid.")
    with clock.stopped_at(clock.now() + timedelta(minutes=1)):
        run_until_idle()
        made = splitting.split(case, [among_us.pk, answered.pk], by=denis)
    assert (made.title, made.first_words) == ("It is paid.", "It is paid.")


@pytest.mark.parametrize(("kind", "seen"), [("parent", "child"), ("duplicate", "original"), ("related", "related")])
def test_a_link_is_said_in_both_and_can_be_taken_away(case, denis, kind, seen):
    other = wrote()
    linking.link(case, other, by=denis, kind=kind)
    assert [(one.kind, one.case) for one in linking.links_of(case, reader=denis)] == [(kind, other)]
    assert [(one.kind, one.case) for one in linking.links_of(other, reader=denis)] == [(seen, case)]
    undo(last_event("case.linked"), by=denis)
    assert linking.links_of(other, reader=denis) == []


def test_a_link_never_tells_of_a_hidden_case(case, denis, esther):
    other = wrote()
    linking.link(case, other, by=esther)
    Case.objects.filter(pk=other.pk).update(team=Team.objects.create(name="Secret", is_private=True))
    assert linking.links_of(case, reader=denis) == []
    assert len(linking.links_of(case, reader=esther)) == 1


def test_a_case_moves_to_another_team_and_back(case, denis, bills, line):
    assigning.assign(case, by=denis, advisor=None, team=bills)
    undo(last_event("case.assigned"), by=denis)
    case.refresh_from_db()
    assert case.team == line


def test_a_case_is_somebody_elses_matter(case, denis, ana, bruno):
    taking_part.change_person(case, to=bruno, by=denis)
    assert list(Case.objects.of(ana)) == []
    assert list(Case.objects.of(bruno)) == [case]
    assert not Case.objects.get().takes_part(ana)


def test_who_it_was_taken_for_may_go_on_taking_part(case, denis, ana, bruno):
    taking_part.change_person(case, to=bruno, by=denis, keep=True)
    assert Case.objects.get().takes_part(ana)


def test_changed_back_all_stands_as_it_stood(case, denis, ana, bruno):
    taking_part.change_person(case, to=bruno, by=denis)
    undo(last_event("case.person_changed"), by=denis)
    assert Case.objects.get().person == ana
    assert not Participant.objects.exists()
    assert not LeftOut.objects.exists()


def test_another_s_act_is_not_undone(case, denis, esther, bruno):
    taking_part.change_person(case, to=bruno, by=denis)
    with pytest.raises(Refused, match="Only who did this"):
        undo(last_event("case.person_changed"), by=esther)


@pytest.fixture
def together(case) -> Case:
    """Ana's case, in which Bruno takes part."""
    return wrote(case, also=[("Bruno Lacombe", "bruno@letters.example")])


def sent() -> dict[str, Parcel]:
    return {one.to: one for one in Parcel.objects.filter(purpose__in=["reply", "copy"])}


def test_those_who_take_part_read_the_answer_unless_taken_off(together, denis):
    reply(together, by=denis, words="It was the storm.")
    assert set(sent()) == {"ana@letters.example", "bruno@letters.example"}
    reply(together, by=denis, words="And it is over.", cc=[])
    assert Parcel.objects.filter(to="bruno@letters.example").count() == 1


def test_who_is_written_to_openly_takes_part_and_a_hidden_one_does_not(case, denis):
    reply(case, by=denis, words="It was the storm.", cc=["chloe@elsewhere.example"], bcc=["boss@elsewhere.example"])
    letters = sent()
    assert letters["ana@letters.example"].contents["cc"] == [["", "chloe@elsewhere.example"]]
    assert letters["boss@elsewhere.example"].contents["link"] == ""
    assert "boss@elsewhere.example" not in str([letters["ana@letters.example"].contents])
    assert case.takes_part(Person.objects.at("chloe@elsewhere.example").get())
    assert not case.takes_part(Person.objects.at("boss@elsewhere.example").get())


def test_a_copy_is_taken_back_with_its_letter(together, denis):
    take_back(reply(together, by=denis, words="It was the storm."), by=denis)
    assert {one.state for one in sent().values()} == {"withdrawn"}


@pytest.mark.parametrize(("where", "why"), [("help@desk.example", "address of ours"), ("chloe", "no e-mail address")])
def test_an_address_that_cannot_be_is_refused_in_a_sentence(case, denis, where, why):
    with pytest.raises(Refused, match=why):
        reply(case, by=denis, words="It was the storm.", cc=[where])
    assert not sent()
