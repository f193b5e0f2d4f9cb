"""Registers of what is owed: unanswered questions and promises; and the promises beside a case."""

from datetime import timedelta

import pytest

from petitevoix.cases.actions.promising import promise
from petitevoix.cases.models import Case, Closure, Promise, Question
from petitevoix.cases.models.question import questions_owed
from petitevoix.kit import clock
from petitevoix.people.models import Team

pytestmark = pytest.mark.django_db
REGISTERS = [
    "/desk/questions/",
    "/desk/promises/",
    "/desk/promises/team/",
    "/desk/promises/all/",
    "/desk/promises/near/",
]


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def base(case) -> str:
    return f"/desk/cases/{case.reference}/"


def text(response) -> str:
    return response.content.decode()


def promised(case, owner, condition="", **length) -> Promise:
    from django.db import transaction

    due_at = clock.now() + timedelta(**length)
    with transaction.atomic():
        return promise(case, by=owner, words="We count the restarts", due_at=due_at, condition=condition)


@pytest.mark.parametrize("path", REGISTERS)
def test_a_register_is_for_staff_and_only_read(client, desk, path):
    assert desk.post(path).status_code == 405
    client.logout()
    assert client.get(path)["Location"] == f"/desk/account/login/?next={path}"


@pytest.mark.parametrize("who", ["denis", "esther", "gaspard"])
def test_everybody_here_reads_what_nobody_answered(client, request, case, who):
    client.force_login(request.getfixturevalue(who))
    page = text(client.get("/desk/questions/"))
    for question in questions_owed(case):
        assert f'id="question-{question.pk}"' in page
    assert "Ana Ferreira" in page


def test_a_promise_is_read_with_its_condition_but_never_twice(desk, case, denis, base):
    promised(case, denis, condition="once the box is back", days=2)
    promised(case, denis, condition="the restarts", days=3)
    for path in ("/desk/promises/", base):
        page = text(desk.get(path))
        assert "once the box is back</span>" in page
        assert ">the restarts</span>" not in page


def test_what_is_marked_leaves_the_register(desk, case):
    for question in Question.objects.all():
        question.mark("answered")
    assert "No question is left without an answer." in text(desk.get("/desk/questions/"))


@pytest.mark.parametrize("path", REGISTERS)
def test_what_is_hidden_is_in_no_register(desk, case, esther, path):
    promised(case, esther, hours=2)
    Case.objects.filter(pk=case.pk).update(team=Team.objects.create(name="Secret", is_private=True))
    assert "Ana" not in text(desk.get(path))


def test_a_register_turns_its_pages_without_losing_or_doubling_a_row(desk, case, monkeypatch):
    monkeypatch.setattr("petitevoix.web.workspace.owed.paging.PAGE", 1)
    import re

    seen, path = [], "/desk/questions/"
    while path:
        page = text(desk.get(path, headers={"HX-Request": "true", "HX-Target": "more"}))
        seen += re.findall(r'id="question-(\d+)"', page)
        more = re.search(r'hx-get="([^"]+)"', page)
        path = more and more[1]
    assert seen == [str(one.pk) for one in questions_owed(case)]


@pytest.mark.parametrize("after", ["x", "1", "9" * 30 + ".1", "-4.2", ""])
def test_a_strange_place_is_the_first_page(desk, case, after):
    assert "question-" in text(desk.get("/desk/questions/", {"after": after}))


def test_promises_are_mine_my_teams_or_all(desk, case, denis, esther):
    promised(case, esther, days=2)
    assert "No promise is waiting" in text(desk.get("/desk/promises/"))
    assert "We count the restarts" in text(desk.get("/desk/promises/team/"))
    assert "We count the restarts" in text(desk.get("/desk/promises/all/"))
    promised(case, denis, days=2)
    assert "We count the restarts" in text(desk.get("/desk/promises/"))


def test_what_was_promised_without_a_date_stands_behind_the_rest(desk, case, denis):
    promise(case, by=denis, words="Your number stays yours", due_at=None)
    promise(case, by=denis, words="Said before you signed", due_at=None, kind=Promise.Kind.SAID)
    promised(case, denis, days=2)
    for path in ("/desk/promises/", "/desk/promises/all/"):
        page = text(desk.get(path))
        assert (
            page.index("We count the restarts") < page.index("without a date") < page.index("Your number stays yours")
        )
        assert "Said before you signed" not in page
    assert "Your number stays yours" in text(
        desk.get("/desk/promises/", headers={"HX-Request": "true", "HX-Target": "rows"})
    )


def test_what_comes_near_stands_above_what_waits(desk, case, denis):
    far, near = promised(case, denis, days=3), promised(case, denis, hours=3)
    page = text(desk.get("/desk/promises/near/"))
    assert f'id="near-{near.pk}"' in page
    assert f'id="near-{far.pk}"' not in page
    assert 'class="late"' not in page
    with clock.stopped_at(clock.now() + timedelta(hours=4)):
        assert 'class="late"' in text(desk.get("/desk/promises/near/"))
    assert 'hx-get="/desk/promises/near/"' in text(desk.get("/desk/"))


def test_a_promise_is_kept_or_another_date_offered_beside_its_case(desk, base, case, denis):
    made = promised(case, denis, days=2)
    assert "We count the restarts" in text(desk.get(base))
    later = (clock.now() + timedelta(days=5)).date().isoformat()
    assert desk.post(f"{base}promises/{made.pk}/offers/", {"due": ""}).status_code == 422
    assert desk.post(f"{base}promises/{made.pk}/offers/", {"due": "2001-01-01"}).status_code == 422
    desk.post(f"{base}promises/{made.pk}/offers/", {"due": later, "because": "the part is late"})
    made.refresh_from_db()
    assert made.offered_due_at
    assert "the first date binds" in text(desk.get(base))
    assert desk.get(f"{base}promises/{made.pk}/keeping/").status_code == 405
    desk.post(f"{base}promises/{made.pk}/keeping/")
    made.refresh_from_db()
    assert made.state == "kept"
    page = text(desk.get(base))
    assert "Denis kept a promise." in page
    assert f"promises/{made.pk}/keeping/" not in page


def test_a_promise_that_is_late_can_no_longer_be_moved(desk, base, case, denis):
    made = promised(case, denis, hours=1)
    with clock.stopped_at(clock.now() + timedelta(hours=2)):
        assert f"promises/{made.pk}/offers/" not in text(desk.get(base))
        later = (clock.now() + timedelta(days=5)).date().isoformat()
        assert desk.post(f"{base}promises/{made.pk}/offers/", {"due": later}).status_code == 422


def test_a_promise_of_another_case_is_not_changed_from_here(desk, base, case, denis):
    other = Case.objects.create(person=case.person, title="Other", channel="form", waiting_since=case.opened_at)
    made = promised(other, denis, days=1)
    assert desk.post(f"{base}promises/{made.pk}/keeping/").status_code == 404


def test_an_eye_is_kept_with_a_plan_until_a_day(desk, base, case):
    until = (clock.now() + timedelta(days=3)).date().isoformat()
    assert desk.post(f"{base}state/", {"state": "watched"}).status_code == 422
    assert desk.post(f"{base}state/", {"state": "watched", "plan": "", "until": until}).status_code == 422
    desk.post(f"{base}state/", {"state": "watched", "plan": "We count the restarts.", "until": until})
    case.refresh_from_db()
    assert case.state == "watched"
    assert Promise.objects.get(kind="call").words == "We count the restarts."
    assert "we keep an eye on it. We count the restarts." in text(desk.get(base))


def test_the_wish_and_the_fault_are_said_in_one_gesture_and_taken_back(desk, base, case):
    desk.post(f"{base}wish/", {"wish": "explain"})
    desk.post(f"{base}fault/", {"whose": "ours"})
    case.refresh_from_db()
    assert (case.wish, case.fault) == ("explain", "ours")
    page = text(desk.get(base))
    assert 'id="wish-explain" value="" aria-pressed="true"' in page
    assert "the person wants “explain it”" in page
    desk.post(f"{base}wish/", {"wish": ""})
    case.refresh_from_db()
    assert case.wish == ""
    assert desk.post(f"{base}fault/", {"whose": "the dog"}).status_code == 422


def test_a_closing_owns_our_fault_and_closes_over_no_question(desk, base, case):
    said = {"what_it_was": "A worn splitter.", "what_was_done": "It is replaced.", "whose_fault": "ours"}
    assert "The fault was ours" in text(desk.post(f"{base}closure/", said))
    said |= {"acknowledgment": "We are sorry.", "repair": "No bill.", "what_changes": "We check each street."}
    stopped = desk.post(f"{base}closure/", said)
    assert stopped.status_code == 422
    assert "waits for its answer" in text(stopped)
    assert "We check each street." in text(stopped)
    marks = {f"mark-{one.pk}": "answered" for one in questions_owed(case)}
    assert desk.post(f"{base}closure/", {**said, **marks}).status_code == 302
    assert Closure.objects.get().what_changes == "We check each street."


def test_a_closing_is_stopped_over_what_was_not_seen(desk, base, case):
    from petitevoix.cases.actions.receiving import Arrival, receive

    seen = case.messages.order_by("-id").first().pk
    receive(Arrival(channel="email", sender="ana@letters.example", words="It stopped again!"), case=case)
    said = {"what_it_was": "A splitter.", "what_was_done": "Replaced.", "seen": seen}
    stopped = desk.post(f"{base}closure/", said)
    assert (stopped.status_code, "It stopped again!" in text(stopped)) == (409, True)


def test_a_register_costs_few_queries(desk, case, denis, django_assert_max_num_queries):
    promised(case, denis, days=1)
    for path in REGISTERS:
        lists = 2 if path.startswith("/desk/promises/") else 1  # with a date, and without
        with django_assert_max_num_queries(9 + lists):
            desk.get(path)
