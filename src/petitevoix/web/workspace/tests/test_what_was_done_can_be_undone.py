"""Each act that can be undone says so, with its button, for as long as it can."""

import re
from datetime import timedelta

import pytest

from petitevoix.cases.actions.linking import link
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.actions.undoing import undo
from petitevoix.cases.models import Case, Draft, Link, Promise
from petitevoix.cases.refusals import Refused
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.describing import add_field

pytestmark = pytest.mark.django_db
IN_TWO_DAYS = (clock.now() + timedelta(days=2)).date().isoformat()
TOAST = re.compile(r'<div hx-swap-oob="innerHTML:#toast">(.*?)</div>', re.DOTALL)


@pytest.fixture
def act(desk, case):
    """Do something in Ana's case; give what the page says can be undone."""
    desk.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    base = f"/desk/cases/{case.reference}/"
    desk.get(base)

    def do(path: str, **fields: str) -> str:
        answer = desk.post(path if path.startswith("/") else f"{base}{path}", fields, headers={"HX-Request": "true"})
        assert answer.status_code == 200, answer.content.decode()[-2000:]
        return TOAST.search(answer.content.decode())[1]

    return do


def way_back(toast: str) -> str:
    return re.search(r'action="([^"]+)"', toast)[1]


def state(case: Case) -> tuple:
    case = Case.objects.get(pk=case.pk)
    return (case.state, case.waiting_since, case.snoozed_until, case.advisor_id, case.tags, case.fault, case.wish)


@pytest.mark.parametrize(
    ("path", "fields", "said"),
    [
        ("assignment/", {"take": "1"}, "Denis took the case."),
        ("state/", {"state": "pending"}, "Denis"),
        ("tags/", {"add": "Flood"}, "Flood"),
        ("snooze/", {"until": "monday"}, "snoozed the case"),
        ("fault/", {"whose": "ours"}, "Denis"),
        ("wish/", {"wish": "explain"}, "Denis"),
    ],
)
def test_an_act_is_undone_and_the_case_stands_as_it_stood(act, case, path, fields, said):
    before = state(case)
    toast = act(path, **fields)
    assert said in toast
    assert 'data-key="u"' in toast
    assert state(case) != before
    act(way_back(toast))
    assert state(case) == before


def test_right_after_an_undo_no_earlier_act_is_named(act, case):
    act("wish/", wish="explain")
    toast = act("state/", state="pending")
    after = act(way_back(toast))
    assert "explain" not in after
    assert "action=" not in after


def test_right_after_a_note_is_taken_back_no_earlier_act_is_named(act, case):
    act("wish/", wish="explain")
    toast = act("notes/", words="Ask the depot.")
    assert "action=" not in act(way_back(toast))


def test_a_case_that_was_woken_is_set_aside_again(act, case):
    act("snooze/", until="monday", why="The depot is shut.")
    before = state(case)
    act(way_back(act("snooze/waking/")))
    assert state(case) == before


def test_a_tag_taken_off_is_given_back(act, case):
    act("tags/", add="Flood")
    before = state(case)
    act(way_back(act("tags/", remove="Flood")))
    assert state(case) == before


def test_a_note_is_taken_back_and_is_a_draft_again(act, case, denis, desk):
    toast = act("notes/", words="Ask the depot.")
    assert "Your note is kept." in toast
    act(way_back(toast))
    assert Draft.objects.get(case=case, advisor=denis, mode="note").words == "Ask the depot."
    page = desk.get(f"/desk/cases/{case.reference}/").content.decode()
    assert "Denis took a note back." in page
    assert '<article class="letter note' not in page


def test_a_note_is_its_writer_s_alone_and_not_for_ever(act, case, esther, desk, settings):
    back = way_back(act("notes/", words="Ask the depot."))
    desk.force_login(esther)
    assert desk.post(back, headers={"HX-Request": "true"}).status_code == 422
    settings.UNDO_SECONDS = -60
    desk.force_login(case.messages.get(voice="note").advisor)
    assert desk.post(back, headers={"HX-Request": "true"}).status_code == 422


def test_a_turn_that_something_came_after_is_not_turned_back(act, case, desk):
    back = way_back(act("state/", state="pending"))
    act("state/", state="held")
    assert desk.post(back, headers={"HX-Request": "true"}).status_code == 422


def test_an_answer_says_that_it_can_be_taken_back(act, case):
    asked = {f"mark-{one.pk}": "answered" for message in case.messages.all() for one in message.questions.all()}
    toast = act("replies/", words="It was a cable.", **asked)
    assert "Your answer leaves in a moment." in toast


def test_an_observation_is_undone_with_its_promise_as_long_as_it_says_so(act, case, monkeypatch):
    before = state(case), case.news_due_at
    toast = act("state/", state="watched", plan="We count the restarts.", until=IN_TWO_DAYS)
    assert state(case)[0] == "watched"
    assert Promise.objects.filter(case=case).exists()
    act(way_back(toast))
    assert (state(case), Case.objects.get(pk=case.pk).news_due_at) == before
    assert not Promise.objects.filter(case=case).exists()


def test_a_promise_that_has_stood_for_a_while_is_not_undone(act, case, denis, monkeypatch):
    way = way_back(act("state/", state="watched", plan="We count the restarts.", until=IN_TWO_DAYS))
    event = Event.objects.get(pk=re.search(r"happened/(\d+)/", way)[1])
    Event.objects.filter(pk=event.pk).update(at=clock.now() - timedelta(minutes=2))
    with pytest.raises(Refused, match="promised"):
        undo(Event.objects.get(pk=event.pk), by=denis)
    assert Promise.objects.filter(case=case).exists()


def test_custom_fields_stand_as_they_stood(act, case, farid):
    add_field(by=farid, target="case", key="serial", kind="text", label_fr="", label_en="Serial")
    add_field(by=farid, target="case", key="floor", kind="number", label_fr="", label_en="Floor")
    act("fields/", **{"field-serial": "A-1", "field-floor": "2"})
    before = Case.objects.get(pk=case.pk).fields
    assert before
    act(way_back(act("fields/", **{"field-serial": "", "field-floor": "3"})))
    assert Case.objects.get(pk=case.pk).fields == before


def test_a_link_that_was_taken_away_is_there_again(act, case, denis, line):
    other = receive(Arrival(channel="form", sender="bruno@letters.example", words="Me too.", team=line)).case
    link(case, other, by=denis, kind="child")
    made = Link.objects.get()
    act(way_back(act(f"links/{made.pk}/removal/")))
    again = Link.objects.get()
    assert (again.one_id, again.other_id, again.kind) == (made.one_id, made.other_id, made.kind)


def test_what_is_undone_offers_its_undoing_no_more(act, case, ana, denis, desk):
    toast = act("snooze/", until="monday")
    act(way_back(toast))
    assert desk.get(f"/desk/cases/{case.reference}/").content.decode().count("can be undone for") == 1  # its waking
    other = receive(Arrival(channel="form", sender=ana.email, title="Another box", words="Where is it?")).case
    desk.post(f"/desk/cases/{case.reference}/merge/", {"case": other.reference})
    assert "can be undone for" in desk.get(f"/desk/cases/{other.reference}/").content.decode()
    undo(Event.objects.get(name="case.merged"), by=denis)
    assert "can be undone for" not in desk.get(f"/desk/cases/{other.reference}/").content.decode()
