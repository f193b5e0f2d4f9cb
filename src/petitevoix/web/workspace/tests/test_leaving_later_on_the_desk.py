"""A reply that waits for its time, as the workspace shows it."""

from datetime import timedelta

import pytest

from petitevoix.cases.models import Case, Draft, Message
from petitevoix.cases.models.question import questions_owed
from petitevoix.kit import clock
from tests.cast import make_advisor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _set_up(client, case):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    Case.objects.filter(pk=case.pk).update(news_due_at=None)


@pytest.fixture
def base(case, desk) -> str:
    base = f"/desk/cases/{case.reference}/"
    desk.get(base)
    return base


def text(response) -> str:
    return response.content.decode()


def send(desk, case, base, **how):
    marks = {f"mark-{question.pk}": "answered" for question in questions_owed(case)}
    return desk.post(f"{base}replies/", {"words": "The splitter was worn.", **marks, **how})


def test_it_stands_in_the_thread_with_its_time_and_is_taken_back(desk, case, base):
    send(desk, case, base, leave="tomorrow")
    message = Message.objects.get(voice="us")
    assert message.leaves_later
    page = text(desk.get(base))
    assert "should Ana write before, it stays here" in page
    assert f'id="haste-{message.pk}"' in page
    assert desk.post(f"{base}replies/{message.pk}/withdrawal/", headers={"HX-Request": "true"}).status_code == 200
    assert Draft.objects.get().words == "The splitter was worn."


def test_it_leaves_at_any_time_one_names_and_is_sent_now(desk, case, base):
    at = (clock.now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M")
    send(desk, case, base, leave="at", leave_at=at)
    message = Message.objects.get(voice="us")
    assert message.leaves_at > clock.now() + timedelta(days=1)
    desk.post(f"{base}replies/{message.pk}/haste/")
    message.refresh_from_db()
    assert not message.leaves_later
    assert "data-countdown" in text(desk.get(base))


def test_a_time_that_is_none_sends_nothing_and_the_choice_stays(desk, case, base):
    for leave_at in ("", "x", "2020-01-01T09:00"):
        told = send(desk, case, base, leave="at", leave_at=leave_at)
        assert told.status_code == 422
        assert '<option value="at" selected>' in text(told)
    assert not Message.objects.filter(voice="us").exists()


def test_colleagues_see_when_it_leaves_and_cannot_send_it(desk, client, case, base):
    send(desk, case, base, leave="monday")
    message = Message.objects.get(voice="us")
    client.force_login(make_advisor("Fiona"))
    page = text(client.get(base))
    assert "it stays here" in page
    assert f'id="haste-{message.pk}"' not in page
    assert client.post(f"{base}replies/{message.pk}/haste/").status_code == 422
    client.logout()
    assert client.post(f"{base}replies/{message.pk}/haste/").status_code == 302
