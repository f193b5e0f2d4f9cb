"""The measures as staff read them: drawn, said in words, of the whole house and never of one of us."""

import re
from datetime import timedelta

import pytest

from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.models import Advisor

HOME = "/desk/measures/"


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


def promised(number: int, *, kept: bool, weeks_ago: float = 4) -> None:
    due_at = clock.ago(weeks=weeks_ago)
    facts = {"kind": "words", "due_at": due_at.isoformat(), "message": None, "question": None}
    written = {"topic": "case:1", "noun": f"promise:{number}", "by": "advisor:4711"}
    Event.objects.create(name="promise.made", at=due_at - timedelta(days=2), facts=facts, **written)
    if kept:
        Event.objects.create(name="promise.kept", at=due_at - timedelta(days=1), **written)


@pytest.fixture
def five(db) -> None:
    """Five promises, three of them kept."""
    for number in range(5):
        promised(number, kept=number < 3)


def test_a_measure_shows_how_many_of_how_many_its_share_and_its_interval(desk, five):
    page = desk.get(HOME).content.decode()
    assert "<b>60%</b>" in page
    assert "3 of 5, between 23 and 88%" in page
    assert 'class="reach" x="23.07%" width="65.17%"' in page
    assert "Promises kept: 60%, between 23 and 88%</title>" in page
    assert "2 of 5, 40%" in page  # late, and no word before
    assert "a promise can be disputed for 7 days" in page


def test_where_nothing_happened_there_is_no_data_yet(desk):
    page = desk.get(HOME).content.decode()
    assert page.count('class="share none">No data yet') == 4
    assert not re.search(r"\b(0|100)\s?%</b>", page)
    assert "<svg" not in page


def test_what_is_too_recent_is_told(desk, five):
    promised(9, kept=True, weeks_ago=0.5)
    page = desk.get(f"{HOME}?from={clock.ago(weeks=8):%Y-%m-%d}").content.decode()
    assert "3 of 5" in page
    assert "1 is too recent to count." in page


def test_the_period_is_chosen_and_said(desk, five):
    page = desk.get(f"{HOME}?from=2020-01-06&until=2020-01-13").content.decode()
    assert "from 6 January 2020 to 12 January 2020" in page
    assert 'value="2020-01-13"' in page
    assert "60%" not in page


@pytest.mark.parametrize(
    "query", ["from=yesterday", "from=2026-02-30", "from=2026-03-02&until=2026-03-01", "until=0001-01-01"]
)
def test_a_period_that_is_none_is_refused_with_a_sentence(desk, five, query):
    answer = desk.get(f"{HOME}?{query}")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert "3 of 5" in answer.content.decode()


def test_in_french_it_is_french(client, desk, five):
    page = desk.get(HOME, HTTP_ACCEPT_LANGUAGE="fr").content.decode()
    for words in ("La parole tenue", "La question oubliée", "Deux fois la même réponse", "Clos sans un mot"):
        assert words in page
    assert "3 sur 5, entre 23 et 88\u00a0%" in page


def test_it_is_counted_once_in_five_minutes(desk, five, django_assert_max_num_queries):
    desk.get(HOME)
    promised(9, kept=False)
    assert "3 of 5" in desk.get(HOME).content.decode()
    with django_assert_max_num_queries(9):
        desk.get(HOME)


def test_every_member_of_staff_may_read_them(client, five, denis, esther, farid, gaspard):
    for somebody in (denis, esther, farid, gaspard):
        client.force_login(somebody)
        page = client.get(HOME).content.decode()
        assert "3 of 5" in page
        assert f'href="{HOME}" aria-current="page"' in page


def test_no_advisor_is_named_or_numbered(desk, denis, esther):
    Advisor.objects.filter(pk=denis.pk).update(name="Zwentibold")
    asked, replied = {"questions": [1, 2]}, {"marks": [{"question": 1, "mark": "answered"}], "review": {"missed": True}}
    acts = [("message.received", 1, asked), ("message.written", 2, replied), ("case.closed", 1, {"told": False})]
    for name, number, facts in acts:
        noun = f"{name.partition('.')[0]}:{number}"
        Event.objects.create(
            name=name, topic="case:1", noun=noun, by="advisor:990017", at=clock.ago(weeks=4), facts=facts
        )
    page = desk.get(HOME).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert main.count('class="share"><b>') == 3
    for trace in ("Zwentibold", denis.email, esther.name, esther.email, "advisor", "990017"):
        assert trace not in main


def test_nothing_in_the_address_asks_for_one_of_us(desk, five, denis):
    whole = desk.get(HOME).content.decode()
    asked = desk.get(f"{HOME}?advisor={denis.pk}&by=advisor:4711&team=1").content.decode()
    shares = re.compile(r"\d+ of \d+")
    assert shares.findall(asked) == shares.findall(whole)


def test_strangers_are_sent_to_sign_in(client, five):
    assert client.get(HOME)["Location"].startswith("/desk/account/login/")


def test_the_wrong_method_is_refused(desk):
    assert desk.post(HOME).status_code == 405
