"""Scenes S022, S023, S080, S082 on the person's page: who is asked first, who they are, what was passed on."""

import pytest

from petitevoix.cases.actions.assigning import assign, take
from petitevoix.cases.actions.offering import say_it_is_over
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case, Message, Offer
from petitevoix.journal.models import Event
from petitevoix.people.models import Strength
from tests.cast import reply


def page(client, path: str) -> str:
    return client.get(path, headers={"accept-language": "en"}).content.decode()


def address(case: Case, person) -> str:
    return f"/me/{person.token}/{case.reference}/"


@pytest.fixture
def again(case, denis, line) -> Case:
    """Ana's second case; Denis has answered the first and agreed to be asked again."""
    denis.is_asked_again = True
    denis.save()
    reply(case, by=denis, words="It was the exchange.")
    return receive(Arrival(channel="form", sender="ana@letters.example", words="And the bill?", team=line)).case


def test_the_person_is_asked_and_the_choice_is_obeyed(client, again, ana):
    shown = page(client, address(again, ana))
    assert "Denis, who has answered you before, is asked first" in shown
    assert "Wait for Denis" in shown
    since = again.waiting_since
    client.post(f"{address(again, ana)}who/", {"who": "first"})
    assert Offer.objects.same(again).choice == "first"
    assert "You would rather have whoever is free first." in page(client, address(again, ana))
    again.refresh_from_db()
    assert again.waiting_since == since


def test_when_it_is_over_the_page_says_so(client, again, ana):
    say = Offer.objects.same(again)
    from django.db import transaction

    with transaction.atomic():
        say_it_is_over(again, say)
    shown = page(client, address(again, ana))
    assert "Denis cannot see to it in time." in shown
    assert "Wait for Denis" not in shown


def test_nobody_else_chooses_for_them(client, again, chloe, bruno):
    assert client.post(f"/me/{chloe.token}/{again.reference}/who/", {"who": "first"}).status_code == 404
    assert client.get(f"{address(again, again.person)}who/").status_code == 405


def test_one_true_line_and_only_of_who_agreed(client, case, ana, denis):
    take(case, by=denis)
    Strength.objects.create(advisor=denis, word="old phones", folded="old phones")
    assert "old phones" not in page(client, address(case, ana))
    denis.is_introduced, denis.since_year = True, 2019
    denis.save()
    shown = page(client, address(case, ana))
    assert "Denis, here since 2019." in shown
    assert "Good at: old phones" in shown
    denis.signs_as = "team"
    denis.save()
    shown = page(client, address(case, ana))
    assert "2019" not in shown
    assert "Denis" not in shown
    assert "The team Line and box is seeing to it." in shown


def test_who_signs_as_the_team_is_named_nowhere_on_the_page(client, case, ana, denis):
    reply(case, by=denis, words="It was the exchange. I will call you tomorrow.", sign="team")
    Message.objects.update(leaves_at=case.opened_at)
    for shown in (page(client, address(case, ana)), page(client, f"/me/{ana.token}/")):
        assert "Denis" not in shown


def test_the_person_reads_what_was_passed_on(client, case, ana, denis, esther, line):
    assign(case, by=esther, advisor=denis, team=line, summary="She asks what happened.")
    shown = page(client, address(case, ana))
    assert "What Denis was told, so that you need not tell it again" in shown
    assert "She asks what happened." in shown


def test_told_twice_is_one_gesture_and_taken_back_in_one(client, case, ana, denis):
    message = reply(case, by=denis, words="Which box is it?")
    Message.objects.update(leaves_at=case.opened_at)
    assert "I had told you this already" in page(client, address(case, ana))
    client.post(f"{address(case, ana)}messages/{message.pk}/told-twice/")
    client.post(f"{address(case, ana)}messages/{message.pk}/told-twice/")
    message.refresh_from_db()
    assert message.told_twice_at
    assert Event.objects.filter(name="message.told_twice").count() == 1
    client.force_login(denis)
    desk = client.get(f"/desk/cases/{case.reference}/", headers={"accept-language": "en"}).content.decode()
    assert "Told twice: Ana Ferreira had told us this before." in desk
    client.post(f"{address(case, ana)}messages/{message.pk}/told-once/")
    message.refresh_from_db()
    assert message.told_twice_at is None


def test_words_that_ask_nothing_offer_no_such_gesture(client, case, ana, denis):
    reply(case, by=denis, words="It was the exchange.")
    Message.objects.update(leaves_at=case.opened_at)
    assert "I had told you this already" not in page(client, address(case, ana))
