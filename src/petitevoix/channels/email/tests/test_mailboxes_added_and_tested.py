"""Mailboxes are added, changed, removed; tested for real; and none of them shuts the door."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitevoix.cases.models import Case
from petitevoix.cases.refusals import Refused
from petitevoix.channels.email import mailboxes, placing
from petitevoix.channels.email.doors.imap import ImapDoor
from petitevoix.channels.email.doors.imap_session import Trouble
from petitevoix.channels.email.models import Intake, Mailbox
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Event
from petitevoix.vault.models import Entry
from tests.house import patience
from tests.servers import PASSWORD


def test_a_mailbox_is_added_and_its_secret_is_nowhere_in_clear(db, line, farid):
    mailbox = mailboxes.add(
        address=" Help@Desk.example ", name="Line", team=line, by=farid, secret="",
        imap_url="imaps://help:tell%20nobody@mail.desk.example/INBOX", smtp_url="smtps://mail.desk.example",
    )  # fmt: skip
    assert mailbox.address == "help@desk.example"
    assert mailbox.imap_url == "imaps://help@mail.desk.example/INBOX"
    assert Mailbox.objects.get().secret == "tell nobody"
    event = Event.objects.get(name="mailbox.added")
    assert event.by == farid.actor
    assert "tell" not in json.dumps(event.facts)
    assert Entry.objects.filter(name="mailbox.added").exists()


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ({"address": "help"}, "not an e-mail address"),
        ({"address": "help@desk"}, "not an e-mail address"),
        ({"address": "he lp@desk.example"}, "not an e-mail address"),
        ({"address": "help@desk.example\r\nBcc: x@y.example"}, "not an e-mail address"),
        ({"address": "help+1@desk.example"}, "Leave out"),
        ({"address": "no-reply@desk.example"}, "tells people not to answer"),
        ({"address": "nepasrepondre@desk.example"}, "tells people not to answer"),
        ({"name": "Ville – ne pas répondre"}, "tells people not to answer"),
        ({"imap_url": "https://mail.desk.example"}, "must begin with imaps"),
        ({"imap_url": "imaps://"}, "names no server"),
        ({"imap_url": "imaps://host:99999/"}, "not the address of a server"),
        ({"smtp_url": "imaps://mail.desk.example"}, "must begin with smtps"),
        ({"smtp_url": "smtp://mail.desk.example?tls=maybe"}, "only tls=off"),
        ({"sign_in": "magic"}, "password or with xoauth2"),
        ({"sign_in": "xoauth2", "secret": "word"}, "JSON"),
        ({"sign_in": "xoauth2"}, "JSON"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(db, what, why):
    with pytest.raises(Refused, match=why):
        mailboxes.add(**{"address": "help@desk.example", "by": "operator", **what})
    assert not Mailbox.objects.exists()
    assert not Event.objects.exists()


@pytest.mark.django_db
@given(
    st.sampled_from([("no", "reply"), ("do", "not", "reply"), ("ne", "pas", "repondre"), ("pas", "de", "reponse")]),
    st.sampled_from(["", "-", "_", ".", "--", "-_"]), st.sampled_from(["", "2", ".line", "-fr"]), st.booleans(),
)  # fmt: skip
def test_no_writing_of_do_not_reply_gets_in(words, gap, tail, upper):
    local = gap.join(words) + tail
    with pytest.raises(Refused, match="tells people not to answer"):
        mailboxes.add(address=f"{local.upper() if upper else local}@desk.example", by="operator")


def test_a_mailbox_is_not_added_twice_and_comes_back_after_it_was_removed(db, farid):
    mailbox = mailboxes.add(address="help@desk.example", by=farid, secret="s", smtp_url="smtps://a.example")
    with pytest.raises(Refused, match="already a mailbox"):
        mailboxes.add(address="HELP@desk.example", by=farid)
    mailboxes.remove(mailbox, by=farid)
    mailboxes.remove(mailbox, by=farid)
    mailbox.refresh_from_db()
    assert not mailbox.is_active
    assert mailbox.secret == ""
    assert mailboxes.add(address="help@desk.example", by=farid).pk == mailbox.pk
    names = list(Event.objects.about(mailbox.topic).values_list("name", flat=True))
    assert names == ["mailbox.added", "mailbox.removed", "mailbox.added"]


def test_a_change_keeps_what_is_not_given_and_looks_again_at_another_place(db, farid):
    mailbox = mailboxes.add(address="help@desk.example", by=farid, secret="s", imap_url="imaps://a.example")
    Mailbox.objects.update(uidvalidity=7, last_uid=9, test_result={"tags": False})
    assert mailboxes.change(mailbox, by=farid, name="Us").uidvalidity == 7
    changed = mailboxes.change(mailbox, by=farid, imap_url="imaps://b.example")
    assert (changed.uidvalidity, changed.secret, changed.name, changed.test_result) == (-1, "s", "Us", {})
    assert Event.objects.filter(name="mailbox.changed").last().facts["changed"] == ["imap_url"]
    with pytest.raises(Refused, match="tells people not"):
        mailboxes.change(mailbox, by=farid, name="Do not reply")
    mailbox.refresh_from_db()
    assert mailbox.name == "Us"


@pytest.fixture
def both_ways(db, data, mail_server, post_office, line):
    mailbox = Mailbox(address=mail_server.new_user(), team=line, imap_url=mail_server.url(), smtp_url=post_office.url)
    mailbox.secret = post_office.password = PASSWORD
    mailbox.save()
    ImapDoor(mailbox.pk).look_once()
    mailbox.refresh_from_db()
    return mailbox


@pytest.mark.servers
def test_a_mailbox_writes_to_itself_and_no_case_comes_of_it(both_ways, mail_server, post_office):
    post_office.on_letter = lambda handed: mail_server.put(both_ways.address, handed.content)
    seconds = mailboxes.test(both_ways, timeout=20)
    assert 0 < seconds < 10 * patience()
    both_ways.refresh_from_db()
    assert both_ways.test_result["step"] == "done"
    assert both_ways.test_result["tags"] is True
    assert post_office.letters[1].recipients[0].startswith(both_ways.address.replace("@", "+test@")[:8])
    assert ImapDoor(both_ways.pk).look_once() == 2
    run_until_idle()
    assert not Case.objects.exists()
    assert set(Intake.objects.values_list("kind", flat=True)) == {"automatic"}


@pytest.mark.servers
def test_where_tags_do_not_arrive_answers_are_asked_to_the_plain_address(both_ways, mail_server, post_office):
    post_office.on_letter = lambda handed: (
        "+" in handed.recipients[0] or mail_server.put(both_ways.address, handed.content)
    )
    mailboxes.test(both_ways, timeout=20)
    both_ways.refresh_from_db()
    assert both_ways.takes_tags is False


@pytest.mark.servers
def test_each_step_that_fails_is_named(both_ways, post_office):
    def fails(**changes):
        for field, value in changes.items():
            setattr(both_ways, field, value)
        with pytest.raises(Trouble) as trouble:
            mailboxes.test(both_ways, timeout=0.5)
        both_ways.refresh_from_db()
        assert both_ways.test_result["trouble"] == str(trouble.value)
        return trouble.value.step

    imap, smtp = both_ways.imap_url, both_ways.smtp_url
    assert fails() == "arrival"
    post_office.answers["DATA"] = ["554 5.7.1 spam"]
    assert fails() == "sending"
    assert fails(imap_url="imap://nowhere.invalid/?tls=off") == "address"
    assert fails(imap_url="imap://127.0.0.1:1/?tls=off") == "connection"
    assert fails(imap_url=imap.replace("/INBOX", "/Nowhere")) == "folder"
    assert fails(imap_url=imap.replace("imap:", "imaps:")) == "encryption"
    post_office.password = "another"
    assert fails(imap_url=imap, smtp_url=smtp) == "sign-in"
    both_ways.secret = "wrong"
    assert fails() == "sign-in"
    assert fails(smtp_url="") == "sending"


@pytest.mark.servers
def test_a_mailbox_fed_by_a_mail_server_is_tested_by_what_comes_in(db, data, post_office, line):
    from petitevoix.channels.email import intake

    mailbox = Mailbox.objects.create(address="help@desk.example", team=line, smtp_url=post_office.url)
    waiting = []
    post_office.on_letter = lambda handed: waiting.append(handed.content)
    import petitevoix.channels.email.round_trip as round_trip

    rest = round_trip._rest

    def hand_over_meanwhile(session):
        while waiting:
            intake.take_in(waiting.pop(0), door="lmtp", mailbox=mailbox)
        rest(session)

    round_trip._rest = hand_over_meanwhile
    try:
        assert mailboxes.test(mailbox, timeout=10) < 5 * patience()
    finally:
        round_trip._rest = rest
    run_until_idle()
    assert not Case.objects.exists()


@pytest.mark.servers
def test_a_page_can_have_it_tested_by_a_job(both_ways, mail_server, post_office):
    post_office.on_letter = lambda handed: mail_server.put(both_ways.address, handed.content)
    mailboxes.test_later(both_ways)
    assert both_ways.test_result["step"] == "waiting"
    run_until_idle()
    both_ways.refresh_from_db()
    assert both_ways.test_result["step"] == "done"
    assert both_ways.test_result["seconds"] >= 0


def test_one_mailbox_stands_in_front_the_oldest_until_an_admin_chooses(db, farid):
    first, second = (mailboxes.add(address=f"{name}@desk.example", by=farid) for name in ("help", "bills"))
    assert Mailbox.objects.front() == first
    mailboxes.put_in_front(first, by=farid)
    mailboxes.put_in_front(second, by=farid)
    assert Mailbox.objects.front() == second
    assert placing.Ours.now().default == second
    mailboxes.remove(second, by=farid)
    assert Mailbox.objects.front() == first
    with pytest.raises(Refused):
        mailboxes.put_in_front(second, by=farid)
