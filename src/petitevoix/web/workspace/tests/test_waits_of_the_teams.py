"""Scene S009 on the desk: waits side by side, a hand asked by name, answered by who is asked."""

from datetime import datetime, timedelta

import pytest

from petitevoix.care.models import Answered, Hand
from petitevoix.cases.models import Tally
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from tests.cast import make_advisor

MONDAY = datetime(2026, 11, 23, 10, tzinfo=zone())

pytestmark = pytest.mark.django_db


@pytest.fixture
def hand(line, bills, monkeypatch) -> Hand:
    monkeypatch.setattr(clock, "now", lambda: MONDAY)
    vera = make_advisor("Vera", "advisor", line)
    vera.teams.add(bills)
    Tally.objects.create(team_id=line.pk, waiting=90)
    Answered.objects.create(team_id=line.pk, day=MONDAY.date() - timedelta(days=3), replies=90)
    return Hand.objects.create(
        advisor=vera, from_team=bills, to_team=line, until=MONDAY.replace(hour=18),
        to_wait=45, to_wait_then=33.75, from_wait=0.75, from_wait_then=1.5,
    )  # fmt: skip


def page(client, who, language="en") -> str:
    client.force_login(who)
    return client.get("/desk/load/", headers={"accept-language": language}).content.decode()


def test_who_is_asked_reads_it_beside_today_and_answers(client, hand):
    client.force_login(hand.advisor)
    beside = client.get("/desk/offered/", headers={"HX-Request": "true", "accept-language": "en"}).content.decode()
    assert "Could you lend Line and box a hand until 6" in beside
    assert "Line and box: 34\u00a0h instead of 45\u00a0h; Bills: 1\u00a0h\u00a030 instead of 45\u00a0min" in beside
    went = client.post(f"/desk/load/hands/{hand.pk}/", {"answer": "yes", "go": "1"})
    assert went["Location"] == f"/desk/team/{hand.to_team_id}/"
    assert "You lend Line and box a hand" in page(client, hand.advisor)
    client.post(f"/desk/load/hands/{hand.pk}/", {"answer": "no"})
    assert "lend Line" not in page(client, hand.advisor)


def test_those_who_lead_see_who_is_asked_and_answer_for_nobody(client, hand, esther):
    seen = page(client, esther)
    assert "Vera is asked to lend Line and box a hand" in seen
    assert f"/desk/load/hands/{hand.pk}/" not in seen
    assert client.post(f"/desk/load/hands/{hand.pk}/", {"answer": "yes"}).status_code == 404


def test_a_colleague_sees_the_waits_and_nobodys_hand(client, hand, denis):
    seen = page(client, denis)
    assert "45\u00a0h" in seen
    assert "90 cases wait" in seen
    assert "Vera" not in seen


def test_of_a_private_team_of_others_nothing_is_said(client, hand, denis, bills):
    denis.teams.remove(bills)
    bills.is_private = True
    bills.save()
    assert "Bills" not in page(client, denis)


def test_it_reads_in_french(client, hand):
    assert "Pourriez-vous prêter main-forte à Line and box jusqu’à 18\u00a0h" in page(client, hand.advisor, "fr")


def test_what_comes_too_late_is_said(client, hand, monkeypatch):
    client.force_login(hand.advisor)
    monkeypatch.setattr(clock, "now", lambda: MONDAY.replace(hour=19))
    answer = client.post(
        f"/desk/load/hands/{hand.pk}/", {"answer": "yes"}, follow=True, headers={"accept-language": "en"}
    )
    assert "This is over" in answer.content.decode()
