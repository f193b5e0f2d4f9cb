"""A first visit is one request; the pages behind it are small."""

import gzip
import re

import pytest

from petitevoix.web.shared.assets import COOKIE, version

pytestmark = pytest.mark.django_db
LOADED = re.compile(r'<link rel="stylesheet"|<script[^>]* src=')
MOST = 60 * 1024


@pytest.fixture(autouse=True)
def _has_never_been_here(desk):
    del desk.cookies[COOKIE]


@pytest.mark.parametrize("path", ["/desk/", "/desk/cases/{}/", "/desk/settings/me/", "/desk/measures/"])
def test_a_first_page_brings_all_it_needs_and_is_light(desk, case, path):
    page = desk.get(path.format(case.reference))
    assert not LOADED.search(page.content.decode())
    assert len(gzip.compress(page.content, 6)) < MOST


def test_only_what_we_wrote_runs_within_it(desk, case):
    policy = desk.get("/desk/")["Content-Security-Policy"]
    assert re.search(r"script-src 'self' 'sha256-[^']+'", policy)
    assert "unsafe" not in policy
    assert desk.get("/desk/")["Content-Security-Policy"].count("sha256") == 0  # nothing stands within it any more


def test_the_next_page_names_its_files_which_the_browser_has(desk, case):
    desk.get("/desk/")
    assert desk.cookies[COOKIE].value == version()
    assert desk.cookies[COOKIE]["path"] == "/desk/"
    again = desk.get("/desk/").content.decode()
    assert "<style" not in again
    assert LOADED.search(again)


def test_a_browser_with_files_of_yesterday_is_new_to_those_of_today(desk, case):
    desk.cookies[COOKIE] = "yesterday"
    assert "<style" in desk.get("/desk/").content.decode()


def test_a_part_of_a_page_brings_none(desk, case):
    part = desk.get("/desk/", headers={"HX-Request": "true", "HX-Target": "rows"})
    assert "<style" not in part.content.decode()
    assert COOKIE not in part.cookies
