"""Letters that could not be read wait where leads see them."""

import pytest

from petitevoix.channels.email.intake import take_in
from petitevoix.channels.email.models import Intake
from petitevoix.jobs.models import Job
from petitevoix.vault.models import Entry

HOME = "/desk/settings/quarantine/"
RAW = b"From: Ana <ana@letters.example>\r\nSubject: =?utf-8?q?D=C3=A9j=C3=A0_<b>?=\r\n\r\n<script>alert(1)</script>\r\n"


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def letter(db, data) -> Intake:
    from django.db import transaction

    intake = take_in(RAW, door="lmtp")
    with transaction.atomic():
        intake.quarantine("Reading this letter was begun three times and never finished.")
    Job.objects.all().delete()
    return intake


@pytest.fixture
def lead(client, esther):
    client.force_login(esther)
    return client


def test_a_lead_reads_who_what_and_why(lead, letter):
    page = lead.get(HOME).content.decode()
    for words in ("ana@letters.example", "Déjà &lt;b&gt;", "begun three times", "lmtp"):
        assert words in page


def test_a_letter_whose_bytes_are_gone_is_still_listed(lead, letter, data):
    for file in (data / "mail").rglob("*"):
        if file.is_file():
            file.unlink()
    assert "begun three times" in lead.get(HOME).content.decode()
    assert lead.get(f"{HOME}{letter.pk}/original/").status_code == 404


def test_the_original_is_handed_out_to_be_kept_never_shown_and_the_look_is_recorded(lead, letter, esther):
    answer = lead.get(f"{HOME}{letter.pk}/original/")
    assert b"".join(answer.streaming_content) == RAW
    assert answer["Content-Type"].startswith("text/plain")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert Entry.objects.filter(what=f"intake:{letter.pk}", who=esther.actor).exists()


def test_a_letter_that_was_read_is_no_business_of_this_page(lead, letter):
    Intake.objects.update(state=Intake.State.READ)
    assert lead.get(f"{HOME}{letter.pk}/original/").status_code == 404
    assert lead.post(f"{HOME}{letter.pk}/attempts/").status_code == 404


def test_retry_reads_it_once_more(lead, letter):
    lead.post(f"{HOME}{letter.pk}/attempts/")
    letter.refresh_from_db()
    assert letter.state == Intake.State.STORED
    assert Job.objects.filter(task__endswith="process_letter").count() == 1


def test_a_dismissed_letter_leaves_the_list_and_can_still_be_tried(lead, letter):
    lead.post(f"{HOME}{letter.pk}/dismissal/")
    lead.get(HOME)  # takes away the sentence that says so
    assert "ana@letters.example" not in lead.get(HOME).content.decode()
    assert "ana@letters.example" in lead.get(f"{HOME}?state=dismissed").content.decode()
    lead.post(f"{HOME}{letter.pk}/attempts/")
    letter.refresh_from_db()
    assert letter.state == Intake.State.STORED


def test_an_empty_quarantine_says_so_kindly(lead):
    assert "Every letter could be read." in lead.get(HOME).content.decode()


def test_a_long_quarantine_turns_its_pages_by_key(lead, letter, django_assert_max_num_queries):
    first = letter.pk
    for number in range(30):
        Intake.objects.create(
            sha256=letter.sha256,
            fingerprint=f"{number}",
            size=1,
            door="pipe",
            state=Intake.State.QUARANTINED,
            reason=f"n{number}.",
        )
    with django_assert_max_num_queries(10):
        page = lead.get(HOME).content.decode()
    assert "begun three times" not in page
    assert "n29." in page
    assert "n5." in page
    assert "before=" in page
    cursor = first + 6
    assert "begun three times" in lead.get(f"{HOME}?before={cursor}").content.decode()


@pytest.mark.parametrize("place", ["", "{pk}/original/", "{pk}/attempts/", "{pk}/dismissal/"])
def test_only_leads_and_admins_come_here(client, letter, denis, gaspard, place):
    path = HOME + place.format(pk=letter.pk)
    method = client.get if place in {"", "{pk}/original/"} else client.post
    assert method(path)["Location"].startswith("/desk/account/login/")
    for somebody in (denis, gaspard):
        client.force_login(somebody)
        assert method(path).status_code == 403
    letter.refresh_from_db()
    assert letter.state == Intake.State.QUARANTINED
