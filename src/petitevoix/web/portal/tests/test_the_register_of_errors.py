"""Anybody reads what went wrong on our side (scene S057)."""

import re

import pytest

from petitevoix.cases.actions import mending
from petitevoix.cases.models import OurError
from petitevoix.jobs.runner import run_until_idle
from petitevoix.kit.words import on_day

pytestmark = pytest.mark.django_db


def test_it_keeps_date_effect_cause_and_repair_and_names_nobody(client, case, denis):
    error = mending.declare(by=denis, title="The cut cable", effect="No line\nfor two days.", cases=[case])
    page = client.get("/errors/").content.decode()
    assert "The cut cable" in page
    assert "not mended yet" in page
    assert re.search(rf"since <time[^>]*>{on_day(error.since, 'en')}</time>", page)
    mending.mend(error, by=denis, cause="A digger.", repair="A new cable.", words="Your line is mended, Denis")
    run_until_idle(["reactions"])
    page = client.get("/errors/").content.decode()
    for said in ("A digger.", "A new cable.", "1 request touched", "and its person was told", '<dd lang="en">'):
        assert said in page
    for one in (case.reference, case.person.name, denis.name):
        assert one not in page


def test_without_an_error_it_says_so_and_every_page_leads_there(client, case):
    assert "No error is declared." in client.get("/errors/").content.decode()
    assert 'href="/errors/"' in client.get("/").content.decode()


def test_earlier_ones_are_behind_the_latest(client, denis):
    for number in range(31):
        mending.declare(by=denis, title=f"Error {number}.", effect="A page was slow.")
    latest = client.get("/errors/").content.decode()
    assert "Error 30." in latest
    assert "Error 0." not in latest
    assert "Error 0." in client.get(f"/errors/?before={OurError.objects.get(title='Error 1.').pk}").content.decode()
    for strange in ("x", "0", "9" * 30, "-1"):
        assert client.get(f"/errors/?before={strange}").status_code == 200
