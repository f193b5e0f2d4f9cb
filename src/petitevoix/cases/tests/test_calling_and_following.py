"""A note calls colleagues by `@`; whoever is called, or hands a case over, follows it."""

import pytest

from petitevoix.cases.actions import joining
from petitevoix.cases.actions.assigning import assign, take
from petitevoix.cases.actions.following import follow, followers, unfollow
from petitevoix.cases.actions.mentioning import offers, read_all, read_here, unread_again
from petitevoix.cases.actions.noting import note, take_note_back
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Follow, Mention
from petitevoix.cases.models.at_hand import at_hand
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Team
from tests.cast import make_advisor


def names(case: Case) -> list[str]:
    return [name for _pk, name in followers(case)]


def called(case: Case) -> list[str]:
    return sorted(Mention.objects.filter(message__case=case).values_list("advisor__name", flat=True))


@pytest.fixture
def private(line):
    line.is_private = True
    line.save()
    return line


def test_a_name_behind_an_at_calls_a_colleague_who_follows_the_case_from_then_on(case, denis, esther):
    note(case, by=denis, words="Ask @esther, she knows it.")
    assert called(case) == ["Esther"]
    assert names(case) == ["Esther"]
    assert at_hand(esther).mentions == 1


def test_accents_case_and_the_family_name_may_be_left_out(case, denis):
    make_advisor("Zoé")
    Follow.objects.all().delete()
    elodie = make_advisor("Élodie-x")
    elodie.name = "Élodie Brun"
    elodie.save()
    note(case, by=denis, words="@ZOE et @elodie, et @élodie brun : voyez.")
    assert called(case) == ["Zoé", "Élodie Brun"]


def test_an_address_a_stranger_and_oneself_call_nobody(case, denis, esther):
    note(case, by=denis, words="Write to ana@esther.example; @Nobody; @Denis; @Esthers")
    assert called(case) == []


def test_a_note_taken_back_calls_nobody_and_who_followed_by_it_alone_does_no_more(case, denis, esther):
    other = make_advisor("Olga")
    note(case, by=denis, words="@Olga, see this.")
    written = note(case, by=denis, words="@Esther and @Olga, see that.")
    follow(case, by=other)
    take_note_back(written, by=denis)
    assert called(case) == ["Olga"]
    assert names(case) == ["Olga"]
    assert at_hand(esther).mentions == 0
    note(case, by=denis, words="@Esther, see that.")
    assert called(case) == ["Esther", "Olga"]


def test_a_team_calls_its_members_but_not_who_writes(case, denis, esther):
    note(case, by=denis, words="@Line and box: who was there?")
    assert called(case) == ["Esther"]
    assert Mention.objects.get().team.name == "Line and box"


def test_who_may_not_see_the_case_cannot_be_called_and_nothing_is_written(case, private, denis):
    make_advisor("Iris")
    with pytest.raises(Refused, match="Iris may not see this case"):
        note(case, by=denis, words="@Iris, look.")
    assert not case.messages.filter(voice="note").exists()
    assert not Mention.objects.exists()


def test_the_holder_of_a_private_case_and_who_leads_can_be_called(case, private, denis):
    iris, _lead = make_advisor("Iris"), make_advisor("Lea", "lead")
    Case.objects.filter(pk=case.pk).update(advisor=iris)
    note(Case.objects.get(), by=denis, words="@Iris @Lea")
    assert called(case) == ["Iris", "Lea"]


def test_those_who_may_see_the_case_are_offered_by_the_beginning_of_a_word(case, private, denis, esther):
    iris = make_advisor("Iris")
    iris.name = "Iris Esthel"
    iris.save()
    Team.objects.create(name="Esthetics")  # nobody in it
    assert [one.name for one in offers(case, "ÉST", by=denis)] == ["Esther"]
    assert [one.name for one in offers(case, "box", by=denis)] == ["Line and box"]


def test_opening_the_case_is_reading_what_calls_one_there(case, denis, esther):
    note(case, by=denis, words="@Esther")
    read_here(case, by=denis)
    assert at_hand(esther).mentions == 1
    read_here(case, by=esther)
    assert at_hand(esther).mentions == 0


def test_all_read_is_taken_back_and_brings_back_only_what_it_read(case, denis, esther):
    note(case, by=denis, words="@Esther, first")
    read_here(case, by=esther)
    note(case, by=denis, words="@Esther, second")
    at = read_all(by=esther)
    assert at_hand(esther).mentions == 0
    unread_again(by=denis, since=at)
    assert at_hand(esther).mentions == 0
    unread_again(by=esther, since=at)
    assert Mention.objects.get(read_at=None).message.words == "@Esther, second"


def test_a_mention_in_a_case_that_one_may_see_no_more_is_not_shown(case, denis, line):
    iris = make_advisor("Iris")
    note(case, by=denis, words="@Iris")
    line.is_private = True
    line.save()
    assert at_hand(iris).mentions == 0


def test_following_is_begun_and_ended_by_hand_and_once(case, esther):
    follow(case, by=esther)
    follow(case, by=esther)
    assert names(case) == ["Esther"]
    unfollow(case, by=esther)
    unfollow(case, by=esther)
    assert names(case) == []


def test_who_hands_their_case_over_follows_it_until_they_have_it_back(case, denis, esther):
    take(case, by=denis)
    assign(case, by=denis, advisor=esther, team=case.team)
    assert names(case) == ["Denis"]
    assign(case, by=esther, advisor=denis, team=case.team)
    assert names(case) == ["Esther"]


def test_who_gives_out_cases_that_are_not_theirs_follows_none(case, denis, esther):
    assign(case, by=esther, advisor=denis, team=case.team)
    assert names(case) == []


def test_followers_of_a_case_that_is_joined_follow_the_other(case, denis, esther):
    other = receive(Arrival(channel="email", sender="ana@letters.example", words="Again", team=case.team)).case
    follow(case, by=esther)
    joining.join(case, into=other, by=denis)
    assert names(other) == ["Esther"]
