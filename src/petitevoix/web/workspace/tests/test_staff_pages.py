"""Accounts, teams, jobs laid aside, and one's own account."""

import pytest
from django.test import Client

from petitevoix.jobs.models import Job
from petitevoix.journal.models import Event
from petitevoix.kit import clock
from petitevoix.people.models import Advisor, Team

HOME = "/desk/settings/"
HUGO = {"name": "Hugo Blanc", "email": "hugo@desk.example", "role": "advisor", "language": "fr"}


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def admin(client, farid):
    client.force_login(farid)
    return client


def test_an_admin_adds_an_advisor_who_chooses_a_password_by_the_link_shown_once(admin, line):
    page = admin.post(f"{HOME}staff/new/", {**HUGO, "teams": [line.pk]}).content.decode()
    hugo = Advisor.objects.get(email="hugo@desk.example")
    assert not hugo.has_usable_password()
    assert list(hugo.teams.all()) == [line]
    link = page.partition('rows="3">')[2].partition("<")[0].partition("/desk/")[2]
    link = f"/desk/{link}"
    assert "password/reset/key" in link
    assert link not in admin.get(f"{HOME}staff/").content.decode()
    hugos = Client()
    form = hugos.get(link, follow=True)
    answer = hugos.post(
        form.redirect_chain[-1][0], {"password1": "a sentence of mine", "password2": "a sentence of mine"}, follow=True
    )
    assert answer.status_code == 200
    hugo.refresh_from_db()
    assert hugo.check_password("a sentence of mine")
    assert "works no more" in admin.get(link, follow=True).content.decode()


def test_an_address_that_has_an_account_is_refused_with_a_sentence(admin, denis):
    answer = admin.post(f"{HOME}staff/new/", {**HUGO, "email": "DENIS@desk.example"})
    assert answer.status_code == 422
    assert "has an account already" in answer.content.decode()


def test_roles_and_teams_change_and_the_change_can_be_proven(admin, denis, bills):
    admin.post(f"{HOME}staff/{denis.pk}/", {"name": "Denis D.", "role": "lead", "teams": [bills.pk], "language": "fr"})
    denis.refresh_from_db()
    assert (denis.name, denis.role, list(denis.teams.all())) == ("Denis D.", "lead", [bills])
    event = Event.objects.get(name="advisor.changed")
    assert event.facts["before"] == "advisor"


def test_the_last_admin_can_neither_step_down_nor_leave(admin, farid):
    answer = admin.post(f"{HOME}staff/{farid.pk}/", {"name": "Farid", "role": "advisor", "language": "fr"})
    assert answer.status_code == 422
    assert "only admin" in answer.content.decode()
    assert "only admin" in admin.post(f"{HOME}staff/{farid.pk}/departure/", follow=True).content.decode()
    farid.refresh_from_db()
    assert (farid.role, farid.is_active) == ("admin", True)
    assert not Event.objects.filter(name__startswith="advisor.").exists()


def test_an_advisor_who_leaves_is_signed_out_at_once_and_stays_so(admin, denis):
    his = Client()
    his.force_login(denis)
    assert his.get(f"{HOME}me/").status_code == 200
    admin.post(f"{HOME}staff/{denis.pk}/departure/")
    assert his.get(f"{HOME}me/").status_code == 302
    admin.post(f"{HOME}staff/{denis.pk}/return/")
    denis.refresh_from_db()
    assert denis.is_active
    assert his.get(f"{HOME}me/").status_code == 302


def test_a_one_time_link_is_made_only_for_those_without_a_password(admin, denis):
    assert "password/reset/key" not in admin.post(f"{HOME}staff/{denis.pk}/link/", follow=True).content.decode()


def test_teams_are_made_renamed_and_told_apart(admin):
    admin.post(f"{HOME}teams/new/", {"name": "Staff matters", "is_private": "on"})
    team = Team.objects.get()
    assert team.is_private
    answer = admin.post(f"{HOME}teams/new/", {"name": "Staff matters"})
    assert answer.status_code == 422
    assert "already" in answer.content.decode()
    admin.post(f"{HOME}teams/{team.pk}/", {"name": "People first"})
    team.refresh_from_db()
    assert (team.name, team.is_private) == ("People first", False)
    assert list(Event.objects.values_list("name", flat=True).order_by("id")) == ["team.added", "team.changed"]


def test_the_page_of_everybody_ranks_nobody(admin, denis, esther, gaspard, django_assert_max_num_queries):
    with django_assert_max_num_queries(13):
        page = admin.get(f"{HOME}staff/").content.decode()
    assert page.index("Denis") < page.index("Esther") < page.index("Farid</a>")


def test_a_job_laid_aside_shows_its_last_word_and_runs_again(admin):
    job = Job.objects.create(
        task="petitevoix.delivery.actions.carry", arguments={"parcel_id": 3}, run_at=clock.now(), attempts=8,
        laid_aside_at=clock.now(), error="Traceback\n  File\nValueError: <nothing> there\n",
    )  # fmt: skip
    page = admin.get(f"{HOME}jobs/").content.decode()
    assert "delivery.actions.carry" in page
    assert "ValueError: &lt;nothing&gt; there" in page
    admin.post(f"{HOME}jobs/{job.pk}/attempts/")
    job.refresh_from_db()
    assert (job.laid_aside_at, job.attempts) == (None, 0)


def test_my_account_changes_my_name_and_my_language_at_once(desk, denis):
    answer = desk.post(f"{HOME}me/", {"name": "Denis Roux", "language": "fr"}, follow=True)
    denis.refresh_from_db()
    assert (denis.name, denis.language, denis.role) == ("Denis Roux", "fr", "advisor")
    assert 'lang="fr"' in answer.content.decode()


@pytest.mark.parametrize("place", ["staff/", "staff/new/", "teams/new/", "jobs/"])
def test_only_admins_look_after_the_house(client, denis, esther, place):
    assert client.get(HOME + place)["Location"].startswith("/desk/account/login/")
    for somebody in (denis, esther):
        client.force_login(somebody)
        answer = client.get(HOME + place)
        assert answer.status_code == 403
        assert "not for your role" in answer.content.decode()


def test_nobody_else_closes_an_account_or_makes_a_link(client, denis, esther):
    client.force_login(esther)
    for place in (
        f"staff/{denis.pk}/",
        f"staff/{denis.pk}/departure/",
        f"staff/{denis.pk}/link/",
        f"staff/{denis.pk}/return/",
    ):
        assert client.post(HOME + place, {"name": "x", "role": "admin", "language": "fr"}).status_code == 403
    denis.refresh_from_db()
    assert (denis.is_active, denis.role) == (True, "advisor")


def test_the_settings_open_on_the_first_section_one_may_see(client, denis, esther, farid):
    for somebody, section in ((denis, "outbox"), (esther, "quarantine"), (farid, "mailboxes")):
        client.force_login(somebody)
        assert client.get(HOME)["Location"] == f"{HOME}{section}/"
