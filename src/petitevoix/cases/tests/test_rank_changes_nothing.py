"""Scene S096: rank, fame and followers change no place in the line, and no turn."""

from datetime import timedelta

from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case
from petitevoix.kit import clock
from petitevoix.people.models import Organisation, Person


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
