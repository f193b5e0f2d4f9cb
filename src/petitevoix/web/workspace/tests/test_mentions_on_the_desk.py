"""Mentions and followed cases on the desk: offered while one writes, drawn, counted, read, and taken back."""

import re

import pytest
from django.test import Client

from petitevoix.cases.actions.noting import note
from petitevoix.cases.models import Follow, Mention
from tests.cast import make_advisor


@pytest.fixture
def base(case) -> str:
    return f"/desk/cases/{case.reference}/"


@pytest.fixture
def as_esther(esther) -> Client:
    browser = Client()
    browser.force_login(esther)
    return browser


def counted(browser: Client) -> str:
    page = browser.get("/desk/").content.decode()
    return re.search(r'id="rail-mentions">.*?<b>(.*?)</b>', page, re.S)[1]


def test_a_note_from_a_form_without_a_script_calls_a_colleague(desk, base, case, esther, as_esther):
    assert desk.post(base + "notes/", {"words": "@Esther & co, look <here>"}).status_code == 302
    page = desk.get(base).content.decode()
    assert '<b class="mention">@Esther</b> &amp; co, look &lt;here&gt;' in page
    assert "Denis mentioned Esther." in page
    assert counted(as_esther) == "1"
    assert '<b class="mention me">@Esther</b>' in as_esther.get(base).content.decode()
    assert counted(as_esther) == ""  # a counter at zero is silent


def test_an_at_in_code_or_a_link_is_drawn_as_it_is(desk, base, case, denis, esther):
    note(case, by=denis, words="`@Esther` and [@Esther](https://town.example)")
    assert 'class="mention' not in desk.get(base).content.decode()


def test_whoever_may_not_see_it_is_refused_and_the_words_stay(desk, base, case, line):
    line.is_private = True
    line.save()
    make_advisor("Iris")
    answer = desk.post(base + "notes/", {"words": "@Iris, look"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Iris may not see this case" in page
    assert "@Iris, look</textarea>" in page


def test_colleagues_are_offered_as_one_types(desk, base, esther):
    assert desk.get(base + "colleagues/?q=est").json() == {"offers": [{"name": "Esther", "team": False}]}
    assert desk.post(base + "colleagues/").status_code == 405


def test_unread_mentions_stand_first_and_all_read_is_undone(case, denis, esther, as_esther):
    note(case, by=denis, words="@Esther, first")
    Mention.objects.update(read_at=case.opened_at)
    note(case, by=denis, words="@Esther, second")
    note(case, by=denis, words="@Esther, third")
    Mention.objects.filter(message__words__endswith="third").update(read_at=case.opened_at)
    page = as_esther.get("/desk/mentions/").content.decode()
    places = [page.index(f"@Esther, {word}") for word in ("second", "third", "first")]
    assert places == sorted(places)
    assert page.count('class="new"') == 1
    answer = as_esther.post("/desk/mentions/reading/")
    page = as_esther.get(answer.url).content.decode()
    assert 'class="new"' not in page
    read = re.search(r'name="read" value="([^"]+)"', page)[1]
    as_esther.post("/desk/mentions/reading/undoing/", {"read": read})
    assert as_esther.get("/desk/mentions/").content.decode().count('class="new"') == 1
    assert as_esther.post("/desk/mentions/reading/undoing/", {"read": "yesterday"}).status_code == 302


def test_a_long_list_of_mentions_goes_on_behind_its_last_row(case, denis, as_esther, esther):
    for number in range(52):
        note(case, by=denis, words=f"@Esther {number}")
    Mention.objects.filter(message__words__in=[f"@Esther {number}" for number in range(10)]).update(
        read_at=case.opened_at
    )
    first = as_esther.get("/desk/mentions/").content.decode()
    after = re.search(r"\?after=([a-z0-9.]+)", first)[1]
    second = as_esther.get(f"/desk/mentions/?after={after}", HTTP_HX_TARGET="more").content.decode()
    seen = re.findall(r'id="mention-(\d+)"', first) + re.findall(r'id="mention-(\d+)"', second)
    assert len(seen) == len(set(seen)) == 52


def test_one_hears_of_ones_own_mentions_only(case, denis, esther, desk):
    note(case, by=denis, words="@Esther, for you alone")
    assert "for you alone" not in desk.get("/desk/mentions/").content.decode()


def test_a_case_is_followed_at_its_head_and_listed(desk, base, case, denis):
    assert "You follow no case" in desk.get("/desk/followed/").content.decode()
    desk.post(base + "following/")
    page = desk.get(base).content.decode()
    assert "Follow no more" in page
    assert "Denis follows the case." in page
    assert f'id="case-{case.pk}"' in desk.get("/desk/followed/").content.decode()
    desk.post(base + "following/ending/")
    assert not Follow.objects.exists()
    assert desk.get(base + "following/").status_code == 405


def test_who_only_reads_may_follow_and_a_stranger_may_not(case, base, client, gaspard):
    assert client.post(base + "following/").status_code == 302
    assert not Follow.objects.exists()
    client.force_login(gaspard)
    client.post(base + "following/")
    assert Follow.objects.get().advisor == gaspard


def test_a_case_that_one_may_not_see_is_not_there_to_be_followed(case, base, line, client):
    line.is_private = True
    line.save()
    client.force_login(make_advisor("Iris"))
    assert client.post(base + "following/").status_code == 404
    assert client.get(base + "colleagues/").status_code == 404


def test_who_hands_over_a_case_of_theirs_is_told_that_they_follow_it(desk, base, case, esther):
    desk.post(base + "assignment/", {"take": "1"})
    desk.post(base + "assignment/", {"advisor": esther.pk, "team": case.team_id, "word": "@Esther, yours"})
    page = desk.get(base).content.decode()
    assert "Denis handed the case over to Esther. Denis follows it from now on." in page
