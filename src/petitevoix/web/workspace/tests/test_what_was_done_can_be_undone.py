"""Each act that can be undone says so, with its button, for as long as it can."""

import re

import pytest

from petitevoix.cases.models import Case, Draft

pytestmark = pytest.mark.django_db
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
