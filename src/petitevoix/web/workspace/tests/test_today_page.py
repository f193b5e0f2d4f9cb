"""Today: what waits on us, the longest waiting first, for who may see it."""

import re

import pytest

from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case
from petitevoix.kit import clock
from petitevoix.people.models import Team
from tests.cast import reply

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


def arrive(words: str, *, name: str, minutes: int = 0, team: Team | None = None, channel: str = "email") -> Case:
    arrival = Arrival(
        channel=channel, sender=f"{name.lower()}@letters.example", sender_name=name, words=words, title=words,
        language="en", team=team, at=clock.ago(minutes=minutes),
    )  # fmt: skip
    return receive(arrival).case


def names(response) -> list[str]:
    return re.findall(r'class="who">([^<]+)<', response.content.decode())


def test_the_longest_waiting_comes_first_whatever_the_channel(desk, data, outbox):
    arrive("Ten minutes", name="Bruno", minutes=10, channel="form")
    arrive("Two hours", name="Ana", minutes=120)
    arrive("Now", name="Chloe")
    page = desk.get("/desk/")
    assert names(page) == ["Ana", "Bruno", "Chloe"]
    assert "2\u00a0h\u00a000" in page.content.decode()


def test_a_stranger_is_sent_to_sign_in_and_comes_back(client, db):
    answer = client.get("/desk/mine/")
    assert (answer.status_code, answer["Location"]) == (302, "/desk/account/login/?next=/desk/mine/")


def test_a_page_left_open_goes_to_the_door_whole(client, db):
    answer = client.get("/desk/", headers={"HX-Request": "true", "HX-Target": "rows", "HX-Current-URL": "/desk/mine/"})
    assert answer["HX-Redirect"] == "/desk/account/login/?next=/desk/mine/"


def test_a_list_is_only_read(desk):
    assert desk.post("/desk/").status_code == 405


def test_each_view_has_its_own_cases(desk, denis, line, bills, data, outbox):
    mine = arrive("Mine", name="Ana", team=line)
    arrive("Nobody's", name="Bruno", team=bills)
    Case.objects.filter(pk=mine.pk).update(advisor=denis)
    assert names(desk.get("/desk/mine/")) == ["Ana"]
    assert names(desk.get("/desk/unassigned/")) == ["Bruno"]
    assert names(desk.get(f"/desk/team/{bills.pk}/")) == ["Bruno"]
    assert names(desk.get("/desk/closed/")) == []


def test_a_case_answered_is_with_the_person(desk, case, denis):
    reply(case, by=denis, words="Here is why.")
    assert names(desk.get("/desk/")) == []
    assert names(desk.get("/desk/pending/")) == ["Ana Ferreira"]


def test_the_private_team_of_others_is_as_if_it_were_not_there(desk, data, outbox):
    private = Team.objects.create(name="Care of staff", is_private=True)
    arrive("Between us", name="Bruno", team=private)
    page = desk.get("/desk/")
    assert names(page) == []
    assert "Care of staff" not in page.content.decode()
    assert desk.get(f"/desk/team/{private.pk}/").content == desk.get("/desk/team/9999/").content


def test_nobody_waiting_is_said_warmly(desk):
    assert "Nobody is waiting." in desk.get("/desk/").content.decode()
    assert "Nobody is waiting here." in desk.get("/desk/mine/").content.decode()


def test_the_next_page_continues_where_the_first_stopped(desk, data, outbox):
    for number in range(53):
        arrive(f"Question {number}", name=f"P{number:02}", minutes=100 - number)
    first = desk.get("/desk/")
    assert names(first) == [f"P{number:02}" for number in range(50)]
    following = re.search(r'href="(/desk/\?after=[^"]+)"', first.content.decode()).group(1)
    assert names(desk.get(following)) == ["P50", "P51", "P52"]
    rows = desk.get(following, headers={"HX-Request": "true", "HX-Target": "more"}).content.decode()
    assert "<html" not in rows
    assert "P52" in rows


@pytest.mark.parametrize("cursor", ["x", "1", "1.2.3", "-", "9" * 50, "é.1", "99999999999999999.1"])
def test_a_bent_cursor_starts_again_at_the_top(desk, case, cursor):
    assert desk.get("/desk/", {"after": cursor}).status_code == 200


def test_a_live_refresh_brings_rows_and_counters_and_nothing_else(desk, case):
    fragment = desk.get("/desk/", headers={"HX-Request": "true", "HX-Target": "rows"}).content.decode()
    assert "<html" not in fragment
    assert 'id="counters"' in fragment
    assert names(desk.get("/desk/", headers={"HX-Target": "rows"})) == ["Ana Ferreira"]


def test_fifty_rows_cost_few_queries_and_fewer_the_second_time(
    desk, data, outbox, settings, django_assert_max_num_queries
):
    for number in range(20):
        arrive(f"Question {number}", name=f"P{number:02}")
    settings.REMEMBER_SECONDS = 60
    with django_assert_max_num_queries(10):  # two are for the cases one has open, and for what one has at hand
        desk.get("/desk/")
    with django_assert_max_num_queries(5):  # sessions, teams and views are remembered for a moment
        desk.get("/desk/")


def test_the_words_of_a_stranger_stay_words(desk, data, outbox):
    arrive("<script>alert(1)</script>", name='"><img src=x>')
    page = desk.get("/desk/").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_page_has_no_inline_script_or_style(desk, case):
    page = desk.get("/desk/").content.decode()
    assert "<script>" not in page
    assert not re.search(r'\s(style|on\w+)="', page)
