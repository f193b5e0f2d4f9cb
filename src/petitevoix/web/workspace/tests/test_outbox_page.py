"""What leaves, what could not, and who may know of it."""

import pytest

from petitevoix.delivery.actions import post
from petitevoix.delivery.models import Parcel
from petitevoix.kit import clock
from petitevoix.people.models import Team
from tests.cast import make_advisor

HOME = "/desk/settings/outbox/"


@pytest.fixture(autouse=True)
def _english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


def make_parcel(to: str, topic: str = "", subject: str = "Re: the box", **state) -> Parcel:
    from django.db import transaction

    with transaction.atomic():
        parcel = post(channel="email", purpose="reply", to=to, topic=topic, contents={"subject": subject})
    Parcel.objects.filter(pk=parcel.pk).update(**state)
    parcel.refresh_from_db()
    return parcel


@pytest.fixture
def failed(case):
    return make_parcel("ana@letters.example", case.topic, state="failed", attempts=1, trouble="550 No such <mailbox>")


@pytest.fixture
def secret(case, bruno, outbox):
    """A parcel of a case in a private team that Denis is not in."""
    from petitevoix.cases.models import Case

    team = Team.objects.create(name="Staff matters", is_private=True)
    hidden = Case.open_new(title="My illness", person=bruno, team=team, channel="email")
    parcel = make_parcel(
        "bruno@letters.example",
        hidden.topic,
        subject="Re: My illness",
        state="failed",
        attempts=1,
        trouble="nobody called Bruno",
    )
    return team, hidden, parcel


def test_trouble_comes_first_with_the_other_sides_words_and_the_way_to_the_case(desk, failed, case):
    make_parcel("later@letters.example", case.topic, state="left", left_at=clock.now())
    page = desk.get(HOME).content.decode()
    assert "550 No such &lt;mailbox&gt;" in page
    assert f'href="/desk/cases/{case.reference}/"' in page
    assert page.index("In trouble</h2>") < page.index("The latest</h2>") < page.index("later@letters.example")


def test_a_parcel_that_is_tried_again_says_when(desk, case):
    make_parcel("ana@letters.example", case.topic, attempts=2, trouble="451 later", not_before=clock.now())
    assert "tried 2×, again at" in desk.get(HOME).content.decode()


def test_a_hidden_case_shows_neither_words_nor_subject_nor_address(desk, failed, secret):
    for view in ("", "?state=trouble", "?state=waiting", "?state=left", "?state=withdrawn", "?before=99999999"):
        page = desk.get(HOME + view).content.decode()
        for words in ("bruno@letters.example", "My illness", "nobody called Bruno"):
            assert words not in page, view
    assert desk.post(f"{HOME}{secret[2].pk}/attempts/").status_code == 404


def test_members_of_a_private_team_and_leads_see_its_parcels(client, secret, esther):
    member = make_advisor("Mona", "advisor", secret[0])
    for somebody in (member, esther):
        client.force_login(somebody)
        assert "nobody called Bruno" in client.get(HOME).content.decode()


def test_a_letter_of_no_case_is_for_leads(client, denis, esther, outbox):
    make_parcel("farid@desk.example", subject="Your new password", state="failed", attempts=1)
    client.force_login(denis)
    assert "farid@desk.example" not in client.get(HOME).content.decode()
    client.force_login(esther)
    assert "farid@desk.example" in client.get(HOME).content.decode()


def test_retry_tries_it_now(desk, failed):
    desk.post(f"{HOME}{failed.pk}/attempts/")
    failed.refresh_from_db()
    assert failed.state == "waiting"


def test_a_letter_that_can_still_be_taken_back_is_not_hurried_out(desk, case):
    parcel = make_parcel("ana@letters.example", case.topic, not_before=clock.ago(hours=-1))
    assert desk.post(f"{HOME}{parcel.pk}/attempts/").status_code == 404
    parcel.refresh_from_db()
    assert parcel.not_before > clock.now()


def test_those_who_only_read_see_the_outbox_but_no_button(client, gaspard, failed):
    client.force_login(gaspard)
    page = client.get(HOME).content.decode()
    assert "550 No such" in page
    assert "Try now" not in page
    assert client.post(f"{HOME}{failed.pk}/attempts/").status_code == 403


def test_strangers_are_sent_to_sign_in(client, failed):
    assert client.get(HOME)["Location"].startswith("/desk/account/login/")
    assert client.post(f"{HOME}{failed.pk}/attempts/")["Location"].startswith("/desk/account/login/")


def test_the_wrong_method_is_refused(desk, failed):
    assert desk.post(HOME).status_code == 405
    assert desk.get(f"{HOME}{failed.pk}/attempts/").status_code == 405


def test_a_long_outbox_turns_its_pages_by_key_in_as_many_queries(desk, case, django_assert_max_num_queries):
    for number in range(60):
        make_parcel(f"n{number}@letters.example", case.topic, state="left", left_at=clock.now())
    with django_assert_max_num_queries(12):
        page = desk.get(HOME).content.decode()
    assert "n59@" in page
    assert "n5@" not in page
    cursor = page.rpartition("before=")[2].partition('"')[0]
    assert "n5@" in desk.get(f"{HOME}?before={cursor}").content.decode()
