"""A draft is looked at with what its case knows (scenes S040, S041, S036)."""

import pytest

from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.reviewing import findings
from petitevoix.cases.models import InternalWord
from petitevoix.people.models import Address, Advisor, Field, Team
from tests.cast import reply

pytestmark = pytest.mark.django_db
LETTER = "My box, serial number AB-12345, is broken. I live at 4 Old Mill Lane. Please call me."


@pytest.fixture
def theirs(line):
    return receive(Arrival(channel="email", sender="ana@letters.example", words=LETTER, team=line, language="en")).case


def codes(case, words, by) -> set[str]:
    return {found.code for found in findings(case, words, by=by)} - {"unmarked_question"}


def test_a_plain_good_answer_is_left_alone(theirs, denis):
    assert codes(theirs, "Hello Ana, the splitter in your box was worn. We replaced it this morning.", denis) == set()


def test_what_the_person_wrote_once_is_not_asked_again_but_shown(theirs, denis):
    found = findings(theirs, "Could you send us the serial number of your box?", by=denis)
    (known,) = [one for one in found if one.code == "asks_what_we_know"]
    assert known.facts["known"] == {"serial": ["AB-12345"]}


def test_another_persons_address_or_case_stops_the_draft(theirs, denis, line):
    other = receive(Arrival(channel="email", sender="zoe@letters.example", words="No line.", team=line)).case
    for words in (f"It is the same fault as in {other.reference}.", "We wrote the same to zoe@letters.example."):
        assert "somebody_else" in codes(theirs, words, denis)
    assert "somebody_else" not in codes(theirs, f"Your case is {theirs.reference}.", denis)


def test_the_words_of_the_house_are_said_otherwise(theirs, denis):
    InternalWord.objects.create(word="dslam", instead="the cabinet in your street")
    (found,) = [one for one in findings(theirs, "The DSLAM was at fault.", by=denis) if one.code == "jargon"]
    assert found.facts["instead"] == "the cabinet in your street"


def test_a_letter_that_goes_to_another_address_than_the_last_says_so(theirs, denis, outbox):
    reply(theirs, by=denis, words="The splitter was worn.")
    assert "recipient_changed" not in codes(theirs, "And it is mended.", denis)
    Address.objects.filter(person=theirs.person).update(value="anna@letters.example")
    assert "recipient_changed" in codes(theirs, "And it is mended.", denis)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("My serial number is SN-48213-KX and it is dead.", "Your box SN-48213-KX is on its way."),
        ("Ma commande n° 883122 n'est pas là.", "Votre commande 883122 part demain."),
        ("J'habite 12 rue des Lilas à Fontville.", "Le technicien passera au 12, rue des Lilas mardi 1er décembre."),
    ],
)
def test_what_another_person_told_us_stops_the_draft(theirs, denis, line, told, words):
    assert "somebody_else" not in codes(theirs, words, denis)
    receive(Arrival(channel="email", sender="zoe@letters.example", words=told, team=line))
    (found,) = [one for one in findings(theirs, words, by=denis) if one.code == "somebody_else"]
    assert found.severity == "stop"
    receive(Arrival(channel="email", sender="ana@letters.example", words=told, team=line))
    assert "somebody_else" not in codes(theirs, words, denis)


def test_another_persons_name_is_pointed_out(theirs, denis, line):
    words = "The parcel went to Zoe Barr by mistake."
    assert "somebody_else" not in codes(theirs, words, denis)
    receive(Arrival(channel="email", sender="zoe@letters.example", sender_name="Zoe Barr", words="Hello", team=line))
    assert "somebody_else" in codes(theirs, words, denis)
    assert "somebody_else" not in codes(theirs, f"{denis.name} has seen to it.", denis)


def test_what_was_told_in_another_case_is_not_asked_again_where_one_may_read_it(theirs, denis, line):
    ask = "Could you send us the serial number of your box?"
    second = receive(Arrival(channel="email", sender="ana@letters.example", words="No line.", team=line)).case
    (found,) = [one for one in findings(second, ask, by=denis) if one.code == "asks_what_we_know"]
    assert found.facts["known"] == {"serial": ["AB-12345"]}
    closed = Team.objects.create(name="Closed", is_private=True)
    type(theirs).objects.filter(pk=theirs.pk).update(team=closed)
    assert "asks_what_we_know" not in codes(second, ask, Advisor.objects.get(pk=denis.pk))


def test_a_custom_field_is_what_the_file_says(theirs, denis):
    Field.objects.create(target="person", key="order", label_en="Order number")
    theirs.person.fields = {"order": "774410"}
    theirs.person.save()
    (found,) = [one for one in findings(theirs, "What is your order number?", by=denis) if "asks" in one.code]
    assert found.facts["known"] == {"order": ["774410"]}
