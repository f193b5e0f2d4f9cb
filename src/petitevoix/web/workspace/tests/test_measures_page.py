"""The measures as staff read them: drawn, said in words, of the whole house and never of one of us."""

import re
from datetime import timedelta

import pytest

from petitevoix.insight.keeping import keep_count
from petitevoix.insight.models import Count
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.models import Advisor, Team

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
    """Five promises, three of them kept; and counted."""
    for number in range(5):
        promised(number, kept=number < 3)
    keep_count()


def test_a_measure_shows_how_many_of_how_many_its_share_and_its_interval(desk, five):
    page = desk.get(HOME).content.decode()
    assert "<b>60%</b>" in page
    assert "3 of 5, between 23 and 88%" in page
    assert 'class="reach" x="23.07%" width="65.17%"' in page
    assert "Promises kept: 60%, between 23 and 88%</title>" in page
    assert "2 of 5, 40%" in page  # late, and no word before
    assert "a promise can be disputed for 7 days" in page


def test_where_nothing_happened_there_is_no_data_yet(desk):
    keep_count()
    page = desk.get(HOME).content.decode()
    assert page.count('class="share none">No data yet') == 4
    assert not re.search(r"\b(0|100)\s?%</b>", page)
    assert "<svg" not in page


def test_what_is_too_recent_is_told(desk, five):
    promised(9, kept=True, weeks_ago=0.5)
    keep_count()
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


def test_a_page_reads_what_was_counted_and_never_the_journal(desk, five, django_assert_max_num_queries):
    for number in range(10, 60):
        promised(number, kept=True)
    with django_assert_max_num_queries(11) as asked:
        page = desk.get(HOME).content.decode()
    assert "3 of 5" in page
    assert not [one["sql"] for one in asked if "pv_journal_event" in one["sql"] and '"name"' in one["sql"]]
    keep_count()
    assert "53 of 55" in desk.get(HOME).content.decode()


def test_it_says_as_of_when(desk, five):
    Count.objects.update(at=clock.now().replace(hour=6, minute=40))
    assert "As of" in desk.get(HOME).content.decode()


def test_before_the_first_counting_it_says_how_far_it_is(desk):
    page = desk.get(HOME).content.decode()
    assert "being counted for the first time" in page
    assert "<svg" not in page
    Count.objects.create(pk=1, started_at=clock.now(), read=40_000, events=100_000)
    assert "40% of the journal is read" in desk.get(HOME).content.decode()


def answers(team: Team, advisors: int, items: int, first: int) -> None:
    """Answers of a team, each after the person had said that the one before missed."""
    for number in range(items):
        at = clock.ago(weeks=4, hours=number % 20)
        facts = {"team": team.pk, "marks": [], "review": {"missed": True, "likeness": 0.9 if number % 3 else 0.1}}
        noun, by = f"message:{first + number}", f"advisor:{team.pk * 100 + number % advisors}"
        Event.objects.create(
            name="message.written", topic=f"case:{first + number}", noun=noun, by=by, at=at, facts=facts
        )


def test_teams_show_only_where_five_advisors_and_thirty_items_stand_behind_them(desk, line, bills):
    north, south = Team.objects.create(name="North"), Team.objects.create(name="South")
    answers(line, 6, 60, 0)
    answers(bills, 6, 45, 100)
    answers(north, 5, 36, 200)
    answers(south, 4, 40, 300)  # four advisors: not shown, and neither is the smallest of the others
    keep_count()
    page = desk.get(HOME).content.decode()
    assert "<b>Line and box</b> <span>67%, 40 of 60" in page
    assert "<b>Bills</b>" in page
    assert "<b>North</b>" not in page
    assert "<b>South</b>" not in page
    assert "The others are not shown" in page


def test_a_private_team_is_not_told_to_others(client, line, bills, denis, esther):
    north = Team.objects.create(name="North")
    for number, team in enumerate((line, bills, north)):
        answers(team, 6, 60 - number, 100 * number)
    Team.objects.filter(pk=line.pk).update(is_private=True)
    denis.teams.clear()
    keep_count()
    client.force_login(denis)
    page = client.get(HOME).content.decode()
    assert "<b>Line and box</b>" not in page
    assert "<b>North</b>" not in page  # else the private one is what is left of the whole
    client.force_login(esther)
    assert "<b>Line and box</b>" in client.get(HOME).content.decode()


def test_weeks_stand_side_by_side(desk, five):
    promised(9, kept=True, weeks_ago=6)
    keep_count()
    page = desk.get(HOME).content.decode()
    assert "Promises kept, week by week" in page
    assert page.count('class="dot"') == 2


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
    keep_count()
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
