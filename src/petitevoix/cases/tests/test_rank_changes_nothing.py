"""Scene S096: rank, fame and followers change no place in the line, and no turn; one gesture calls a witness."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.noting import take_note_back
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.witnessing import call_witness
from petitevoix.cases.models import Case, Mention, Message
from petitevoix.cases.models.at_hand import at_hand
from petitevoix.cases.refusals import Refused
from petitevoix.kit import clock
from petitevoix.people.models import Advisor, Organisation, Person, Team
from tests.cast import make_advisor


def test_rank_and_organisation_change_no_place_in_the_line(ana, line, data):
    words = "Do you know who I am? I direct this company, and three million people follow me."
    now = clock.now()
    first = receive(Arrival(channel="form", sender="ana@letters.example", words="Hello?", team=line, at=now)).case
    great = Organisation.objects.create(name="The Company")
    Person.objects.create(name="The Director", organisation=great)
    at = now + timedelta(minutes=1)
    director = receive(Arrival(channel="email", sender="director@company.example", words=words, team=line, at=at)).case
    Person.objects.filter(pk=director.person_id).update(organisation=great)
    third = receive(Arrival(channel="form", sender="", words="And I?", team=line, at=at + timedelta(minutes=1))).case
    assert list(Case.objects.waiting_longest_first()) == [first, director, third]


def test_no_case_has_a_column_for_a_priority():
    columns = {field.name for model in (Case, Person, Organisation) for field in model._meta.get_fields()}
    assert not {one for one in columns for word in ("priority", "rank", "vip", "follower", "level") if word in one}


def called() -> set[str]:
    return set(Mention.objects.filter(message__withdrawn_at=None).values_list("advisor__name", flat=True))


def away(*advisors: Advisor) -> None:
    today = clock.now().date()
    for one in advisors:
        one.away_from, one.away_until = today - timedelta(days=2), today + timedelta(days=2)
        one.save()


def test_one_gesture_calls_those_who_lead_in_the_team_of_the_case(case, denis, esther, line):
    other = make_advisor("Olga", role=Advisor.Role.LEAD)
    other.teams.set([Team.objects.create(name="Bills")])
    esther.teams.set([line])
    written = call_witness(case, by=denis)
    assert written.voice == Message.Voice.NOTE  # among us: the person never reads it
    assert written.words == "@Esther, please come and see what is said here."
    assert called() == {"Esther"}
    assert at_hand(esther).mentions == 1
    take_note_back(written, by=denis)
    assert called() == set()
    assert at_hand(esther).mentions == 0


def test_where_the_leads_of_the_team_are_away_another_comes_and_where_all_are_they_are_told(case, denis, esther, line):
    other = make_advisor("Olga", role=Advisor.Role.LEAD)
    esther.teams.set([line])
    away(esther)
    call_witness(case, by=denis)
    assert called() == {"Olga"}
    away(other)
    call_witness(case, by=denis)
    assert called() == {"Olga", "Esther"}


def test_a_lead_is_not_called_by_themselves_and_nobody_is_called_who_may_not_see(case, esther):
    with pytest.raises(Refused, match="Nobody else leads here"):
        call_witness(case, by=esther)
    assert not Message.objects.filter(voice=Message.Voice.NOTE).exists()
