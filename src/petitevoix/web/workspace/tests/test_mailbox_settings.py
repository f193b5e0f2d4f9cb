"""An admin looks after the mailboxes; nobody else does."""

import pytest

from petitevoix.channels.email.models import Mailbox
from petitevoix.jobs.models import Job
from petitevoix.journal.models import Event
from petitevoix.kit import clock

HOME = "/desk/settings/mailboxes/"
FORM = {
    "address": "help@town.example", "name": "The town", "team": "", "imap_url": "imaps://help%40town.example@imap.town.example",
    "smtp_url": "smtps://help%40town.example@smtp.town.example", "sign_in": "password", "secret": "a secret nobody reads",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def admin(client, farid):
    client.force_login(farid)
    return client


@pytest.fixture
def mailbox(farid):
    from petitevoix.channels.email import mailboxes

    return mailboxes.add(
        address="help@town.example", smtp_url="smtps://h@smtp.town.example", secret="sesame-42", by=farid
    )


def test_an_admin_adds_a_mailbox_and_its_password_is_never_shown_back(admin):
    answer = admin.post(f"{HOME}new/", FORM, follow=True)
    mailbox = Mailbox.objects.get()
    assert (mailbox.address, mailbox.secret, mailbox.takes_history) == (
        "help@town.example",
        "a secret nobody reads",
        False,
    )
    page = answer.content.decode()
    assert "help@town.example is a mailbox now" in page
    assert "a secret nobody reads" not in page
    assert Event.objects.filter(name="mailbox.added").exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("address", "no-reply@town.example"), ("address", "ne-pas-repondre@town.example"), ("name", "Do not reply")],
)
def test_a_do_not_reply_mailbox_is_refused_with_the_reason_on_the_page(admin, field, value):
    answer = admin.post(f"{HOME}new/", {**FORM, field: value})
    assert answer.status_code == 422
    assert "tells people not to answer" in answer.content.decode()
    assert "a secret nobody reads" not in answer.content.decode()
    assert not Mailbox.objects.exists()


def test_changing_a_mailbox_without_a_password_keeps_the_one_there_is(admin, mailbox):
    assert "sesame-42" not in admin.get(f"{HOME}{mailbox.pk}/").content.decode()
    answer = admin.post(f"{HOME}{mailbox.pk}/", {**FORM, "name": "The new town", "secret": ""})
    assert answer.status_code == 302
    mailbox.refresh_from_db()
    assert (mailbox.name, mailbox.secret) == ("The new town", "sesame-42")


def test_a_mailbox_that_is_removed_is_gone_from_the_list(admin, mailbox):
    admin.post(f"{HOME}{mailbox.pk}/removal/")
    assert "help@town.example" in admin.get(HOME).content.decode()  # the sentence that says so
    assert "help@town.example" not in admin.get(HOME).content.decode()
    assert admin.get(f"{HOME}{mailbox.pk}/").status_code == 404


def test_the_test_runs_as_a_job_and_the_page_asks_each_second_until_it_is_done(admin, mailbox):
    answer = admin.post(f"{HOME}{mailbox.pk}/test/", headers={"HX-Request": "true"})
    assert Job.objects.filter(task__endswith="make_later").count() == 1
    assert 'hx-trigger="load delay:1s"' in answer.content.decode()
    mailbox.test_result = {"step": "done", "seconds": 2.1, "tags": False, "at": clock.now().isoformat()}
    mailbox.save()
    page = admin.get(f"{HOME}{mailbox.pk}/test/", headers={"HX-Request": "true"}).content.decode()
    assert "We wrote ourselves a letter: it came back in 2.1 s." in page
    assert "load delay" not in page
    assert "<html" not in page


def test_without_javascript_the_test_comes_back_to_the_page(admin, mailbox):
    answer = admin.post(f"{HOME}{mailbox.pk}/test/")
    assert answer["Location"] == f"{HOME}{mailbox.pk}/#test"
    assert "Look again" in admin.get(f"{HOME}{mailbox.pk}/").content.decode()


def test_the_page_names_the_step_that_failed_and_what_the_server_said(admin, mailbox):
    mailbox.test_result = {"step": "sign-in", "trouble": "Wrong password <b>", "at": clock.now().isoformat()}
    mailbox.save()
    page = admin.get(f"{HOME}{mailbox.pk}/").content.decode()
    assert "does not let us in" in page
    assert "Wrong password &lt;b&gt;" in page


def test_a_test_nobody_came_back_from_does_not_run_for_ever(admin, mailbox):
    mailbox.test_result = {"step": "sending", "at": clock.ago(minutes=10).isoformat()}
    mailbox.save()
    assert "Nobody came back" in admin.get(f"{HOME}{mailbox.pk}/").content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("place", ["", "new/", "{pk}/", "{pk}/removal/", "{pk}/test/"])
def test_only_admins_come_here(client, mailbox, esther, gaspard, place, method):
    path = HOME + place.format(pk=mailbox.pk)
    assert getattr(client, method)(path)["Location"].startswith("/desk/account/login/")
    for somebody in (esther, gaspard):
        client.force_login(somebody)
        answer = getattr(client, method)(path)
        assert answer.status_code in {403, 405}
        assert "help@town.example" not in answer.content.decode()
    assert Mailbox.objects.active().count() == 1


def test_an_admin_says_which_mailbox_answers_what_is_asked_on_our_pages(admin, mailbox, farid):
    from petitevoix.channels.email import mailboxes

    other = mailboxes.add(address="bills@town.example", by=farid)
    assert "answers what is asked on our pages" in admin.get(HOME).content.decode()
    page = admin.get(f"{HOME}{other.pk}/").content.decode()
    assert f"What is asked on our pages comes to {mailbox.address}." in page
    assert admin.get(f"{HOME}{other.pk}/front/").status_code == 405
    admin.post(f"{HOME}{other.pk}/front/")
    assert Mailbox.objects.front() == other
    assert (
        "What is asked on our pages, or names no mailbox, comes here."
        in admin.get(f"{HOME}{other.pk}/").content.decode()
    )
