"""Ready answers: kept once, offered in the person's language, filled in, and never more than they are (scene S040)."""

import pytest

from petitevoix.cases.actions.ready import keep_answer, offers, put_answer_away
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.reviewing import findings
from petitevoix.cases.models import ReadyAnswer
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Event
from tests.cast import make_advisor

pytestmark = pytest.mark.django_db
LONG = (
    "Hello {first_name},\n\nA line can be slow when many people of one street use it at the same hour of the evening. "
    "Moving the box away from the floor and from other machines makes it quicker for most. "
    "Restart it once in a while so that it finds the best frequency around it again.\n\n{advisor}"
)


def names(case, words, by) -> list[str]:
    return [one.name for one in offers(case, words, by=by)]


def test_an_answer_is_found_by_the_beginnings_of_the_words_of_its_name(case, denis):
    keep_answer(by=denis, name="Délai de résiliation", en="A month.")
    keep_answer(by=denis, name="Slow line", en="Restart it.")
    assert names(case, "resi", denis) == ["Délai de résiliation"]
    assert names(case, "résil dé", denis) == ["Délai de résiliation"]
    assert names(case, "siliation", denis) == []
    assert names(case, "", denis) == ["Délai de résiliation", "Slow line"]
    assert names(case, "100%\x00", denis) == []


def test_its_places_are_filled_in_and_what_is_unknown_stays_to_be_seen(case, denis):
    keep_answer(by=denis, name="Hi", en="{first_name} | {name} | {Équipe} | {reference} | {prénom} | {date} | {amount}")
    [one] = offers(case, "hi", by=denis)
    first, name, team, reference, again, date, unknown = one.words.split(" | ")
    assert (first, name, again) == ("Ana", "Ana Ferreira", "Ana")
    assert (team, reference) == (case.team.name, case.reference)
    assert date[-4:].isdigit()
    assert unknown == "{amount}"
    found = [found.code for found in findings(case, f"It is {unknown}.", by=denis)]
    assert "placeholder" in found
    assert "placeholder" in [found.code for found in findings(case, "Bonjour {équipe}, voilà.", by=denis)]


def test_a_person_without_a_name_leaves_its_place_open(line, denis):
    nameless = receive(
        Arrival(channel="form", sender="x@letters.example", words="Well?", team=line, language="en")
    ).case
    keep_answer(by=denis, name="Hi", en="Hello {first_name},")
    assert [one.words for one in offers(nameless, "hi", by=denis)] == ["Hello {first_name},"]


def test_it_is_in_the_persons_language_or_says_that_it_is_not(case, denis):
    keep_answer(by=denis, name="Both", fr="Un mois.", en="A month.")
    keep_answer(by=denis, name="French", fr="Deux mois, {date}.")
    both, french = offers(case, "", by=denis)
    assert (both.words, both.is_theirs) == ("A month.", True)
    assert (french.language, french.is_theirs) == ("fr", False)


def test_each_sees_those_of_all_and_of_their_teams(case, denis, esther, bills):
    keep_answer(by=esther, name="Bills only", en="It is right.", team=bills)
    keep_answer(by=esther, name="All", en="It is right.")
    assert names(case, "", denis) == ["All"]
    denis.teams.add(bills)
    assert names(case, "", denis) == ["All", "Bills only"]


def test_its_keeper_and_those_who_lead_change_it_and_nobody_else(denis, esther, gaspard, bills):
    kept = keep_answer(by=denis, name="Mine", en="Yes.")
    fiona = make_advisor("Fiona")
    with pytest.raises(Refused, match="Denis"):
        keep_answer(by=fiona, name="Hers", en="No.", known=kept)
    with pytest.raises(Refused, match="Denis"):
        put_answer_away(ReadyAnswer.objects.get(), by=fiona)
    with pytest.raises(Refused):
        keep_answer(by=gaspard, name="His", en="No.")
    with pytest.raises(Refused, match="teams"):
        keep_answer(by=denis, name="Bills", en="No.", team=bills)
    keep_answer(by=esther, name="Better", en="Yes.", known=ReadyAnswer.objects.get())
    assert ReadyAnswer.objects.get().name == "Better"
    assert Event.objects.get(name="answer.changed").facts["before"]["called"] == "Mine"


@pytest.mark.parametrize("given", [{"name": " ", "en": "x"}, {"name": "x"}, {"name": "x", "fr": "x" * 20_001}])
def test_what_cannot_be_kept_is_one_sentence(denis, given):
    with pytest.raises(Refused):
        keep_answer(by=denis, **given)
    assert not ReadyAnswer.objects.exists()


def test_one_that_is_put_away_is_not_offered_until_it_is_brought_back(case, denis):
    kept = keep_answer(by=denis, name="Mine", en="Yes.")
    put_answer_away(kept, by=denis)
    assert names(case, "", denis) == []
    put_answer_away(kept, by=denis, is_away=False)
    assert names(case, "", denis) == ["Mine"]


def test_a_letter_that_is_one_and_nothing_else_is_found_and_one_with_their_matter_is_not(case, denis):
    keep_answer(by=denis, name="Slow", en=LONG)
    [one] = offers(case, "slow", by=denis)
    (found,) = [found for found in findings(case, one.words, by=denis) if found.code == "standard_text"]
    assert found.severity == "stop"
    assert found.facts["share"] > 0.9
    own = one.words.replace("Restart it", "We measured 4 Mbit/s on your line at 20:15. Restart it")
    assert {found.severity for found in findings(case, own, by=denis) if found.code == "standard_text"} <= {"hint"}


def test_offering_reads_once(case, denis, django_assert_num_queries):
    for number in range(12):
        keep_answer(by=denis, name=f"Answer {number}", en="Yes, {team}.")
    assert [case.person, case.team]
    with django_assert_num_queries(1):
        assert len(offers(case, "answer", by=denis)) == 8
