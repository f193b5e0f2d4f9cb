"""One gesture turns what asks for thought into an answer in writing, by a time the person accepts (scene S043)."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.assigning import take
from petitevoix.cases.actions.drafting import keep_draft
from petitevoix.cases.actions.stepping import step_out
from petitevoix.cases.models import Draft, Message, Promise
from petitevoix.cases.refusals import Refused
from petitevoix.delivery.models import Parcel
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from tests.cast import reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def until():
    return clock.now() + timedelta(days=2)


def test_it_is_promised_in_writing_and_the_case_keeps_its_place_and_its_owner(case, denis, until):
    case = take(case, by=denis)
    waited = case.waiting_since
    keep_draft(case, by=denis, mode="reply", words="I think that…")
    step_out(case, by=denis, until=until)
    case.refresh_from_db()
    assert (case.state, case.waiting_since, case.advisor, case.news_due_at) == ("open", waited, denis, until)
    written = Promise.objects.get(kind="written")
    assert (written.owner, written.due_at, written.agreed_at) == (denis, until, None)
    assert set(case.questions.values_list("state", flat=True)) == {"promised"}
    assert Draft.objects.get().words == "I think that…"
    assert "in writing by" in Message.objects.last().words


def test_the_letter_says_its_date_once_below_and_names_each_question(case, denis, until):
    step_out(case, by=denis, until=until)
    below = Parcel.objects.latest("id").contents["postscript"]
    lines = [line for section in below for line in section["lines"]]
    asked = list(case.questions.values_list("words", flat=True))
    assert len(asked) > 1
    assert lines[: len(asked)] == [f"“{words}”" for words in asked]
    assert len([line for line in lines if "by " in line]) == 1


def test_the_person_says_that_the_time_suits(case, denis, until, client, desk):
    step_out(case, by=denis, until=until)
    promise = Promise.objects.get(kind="written")
    at = f"/me/{case.person.token}/{case.reference}/"
    with clock.stopped_at(clock.now() + timedelta(minutes=1)):
        page = client.get(at, headers={"accept-language": "en"}).content.decode()
        assert "That time suits me" in page
        for _twice in range(2):
            client.post(f"{at}promises/{promise.pk}/agreement/")
        assert "That time suits me" not in client.get(at).content.decode()
    promise.refresh_from_db()
    assert promise.agreed_at
    assert Event.objects.filter(name="promise.agreed").count() == 1
    assert (
        "it suits them"
        in desk.get(f"/desk/cases/{case.reference}/", headers={"accept-language": "en"}).content.decode()
    )


def test_the_answer_keeps_it(case, denis, until):
    step_out(case, by=denis, until=until)
    reply(case, by=denis, words="It was a splitter.", marks=[])
    assert Promise.objects.get(kind="written").state == "kept"


def test_it_is_one_press_on_the_page(case, desk, denis):
    base = f"/desk/cases/{case.reference}/"
    assert desk.post(f"{base}later/", {"by": "tomorrow"}).status_code == 302
    assert Promise.objects.filter(kind="written", owner=denis).count() == 1


@pytest.mark.parametrize("given", [{}, {"by": "date"}, {"by": "date", "day": "2020-01-01"}, {"by": "never"}])
def test_without_a_time_to_come_nothing_happens(case, desk, given):
    assert desk.post(f"/desk/cases/{case.reference}/later/", given).status_code == 422
    assert not Promise.objects.exists()


def test_who_only_reads_cannot(case, gaspard, until):
    with pytest.raises(Refused):
        step_out(case, by=gaspard, until=until)
