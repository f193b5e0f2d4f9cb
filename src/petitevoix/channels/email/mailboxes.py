"""Adding, changing and removing mailboxes, each with its reason where it is refused."""

import re
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from petitevoix.cases.refusals import Refused
from petitevoix.channels.email import oauth, round_trip
from petitevoix.channels.email.header_lines import ADDRESS
from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.email.server import read_url, split_password
from petitevoix.journal.record import Actor, record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.language.unanswerable import says_do_not_reply
from petitevoix.people.models import Team
from petitevoix.people.models.person import normal

DOMAIN = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
# The server numbers no mailbox so: letters of the last days are looked at again, and `intake` knows those it has.
ANOTHER_PLACE = -1


def add(
    *,
    address: str,
    name: str = "",
    team: Team | None = None,
    imap_url: str = "",
    smtp_url: str = "",
    secret: str = "",
    sign_in: str = Mailbox.SignIn.PASSWORD,
    takes_history: bool = False,
    by: Actor | str,
) -> Mailbox:
    """Add a mailbox that a team reads and writes from; one that was removed comes back. Raises Refused."""
    mailbox = Mailbox.objects.at(address).first() or Mailbox(address=normal(address))
    if mailbox.is_active and mailbox.pk:
        raise Refused(_("%(address)s is already a mailbox here.") % {"address": mailbox.address})
    mailbox.name, mailbox.team, mailbox.sign_in, mailbox.takes_history = name, team, sign_in, takes_history
    mailbox.imap_url, mailbox.smtp_url, mailbox.is_active = imap_url, smtp_url, True
    mailbox.sealed_secret = ""
    if mailbox.pk and mailbox.uidvalidity is not None:
        mailbox.uidvalidity = ANOTHER_PLACE
    _look_over(mailbox, secret)
    with transaction.atomic():
        try:
            with transaction.atomic():
                mailbox.save()
        except IntegrityError:
            raise Refused(_("%(address)s is already a mailbox here.") % {"address": mailbox.address}) from None
        record("mailbox.added", mailbox, by=by, proven=True, **_facts(mailbox))
    return mailbox


def change(mailbox: Mailbox, *, by: Actor | str, secret: str | None = None, **changes: Any) -> Mailbox:
    """Change what is given: name, team, imap_url, smtp_url, sign_in, takes_history; no `secret` keeps the one there is.

    Raises Refused.
    """
    if unknown := set(changes) - {"name", "team", "imap_url", "smtp_url", "sign_in", "takes_history"}:
        raise TypeError(f"A mailbox has no {', '.join(sorted(unknown))} to change.")
    with transaction.atomic():
        mailbox = Mailbox.objects.select_for_update().get(pk=mailbox.pk)
        place = _place(mailbox)
        for field, value in changes.items():
            setattr(mailbox, field, value)
        if secret is not None:
            mailbox.sealed_secret = ""
        _look_over(mailbox, secret or "")
        if _place(mailbox) != place and mailbox.uidvalidity is not None:
            mailbox.uidvalidity = ANOTHER_PLACE
        mailbox.trouble = mailbox.sending_trouble = ""
        mailbox.test_result = {}
        mailbox.save()
        facts = _facts(mailbox) | {"changed": sorted([*changes, *(["secret"] if secret is not None else [])])}
        record("mailbox.changed", mailbox, by=by, proven=True, **facts)
    return mailbox


def remove(mailbox: Mailbox, *, by: Actor | str) -> None:
    """Stop reading and writing from a mailbox; its letters and cases stay, its secret is forgotten."""
    with transaction.atomic():
        mailbox = Mailbox.objects.select_for_update().get(pk=mailbox.pk)
        if not mailbox.is_active:
            return
        mailbox.is_active, mailbox.sealed_secret, mailbox.trouble, mailbox.sending_trouble = False, "", "", ""
        mailbox.is_front = False
        mailbox.save(update_fields=["is_active", "is_front", "sealed_secret", "trouble", "sending_trouble"])
        record("mailbox.removed", mailbox, by=by, proven=True, **_facts(mailbox))


def put_in_front(mailbox: Mailbox, *, by: Actor | str) -> Mailbox:
    """Have a mailbox answer what is asked on our pages, and what names none of ours. Raises Refused."""
    with transaction.atomic():
        mailbox = Mailbox.objects.select_for_update().get(pk=mailbox.pk)
        if not mailbox.is_active:
            raise Refused(_("%(address)s is not in use any more.") % {"address": mailbox.address})
        if not mailbox.is_front:
            Mailbox.objects.filter(is_front=True).update(is_front=False)
            mailbox.is_front = True
            mailbox.save(update_fields=["is_front"])
            record("mailbox.changed", mailbox, by=by, proven=True, **_facts(mailbox), changed=["front"])
    return mailbox


def test(mailbox: Mailbox, timeout: float = 60) -> float:  # noqa: PT028 (no test of pytest)
    """Have a mailbox send itself a letter, and give the seconds until it is back.

    The result is kept in `test_result`. Raises `doors.imap_session.Trouble`: one sentence, and the step that failed.
    """
    return round_trip.make(mailbox, timeout)


def test_later(mailbox: Mailbox) -> None:
    """Have that done by a job; `test_result` says how far it is."""
    with transaction.atomic():
        known = {k: v for k, v in mailbox.test_result.items() if k == "tags"}
        mailbox.test_result = {**known, "step": "waiting", "at": clock.now().isoformat()}
        mailbox.save(update_fields=["test_result"])
        round_trip.make_later.enqueue(mailbox_id=mailbox.pk, key=f"mailbox-test:{mailbox.pk}")


test.__test__ = test_later.__test__ = False  # type: ignore[attr-defined]  # verbs of ours; pytest takes them for its own


def _look_over(mailbox: Mailbox, secret: str) -> None:
    """Check and clean what was typed. Raises Refused with one sentence."""
    mailbox.name = one_line(storable(mailbox.name), 120)
    local, _at, domain = mailbox.address.rpartition("@")
    if not ADDRESS.fullmatch(mailbox.address) or not DOMAIN.fullmatch(domain) or not mailbox.address.isascii():
        raise Refused(_("“%(address)s” is not an e-mail address.") % {"address": one_line(mailbox.address, 80)})
    if "+" in local:
        raise Refused(_("Leave out the “+” and what follows it: we put the case of a letter there."))
    for text in (mailbox.address, mailbox.name):
        if says_do_not_reply(text, is_name=True):
            raise Refused(
                _("“%(text)s” tells people not to answer. Every letter of ours can be answered; choose another name.")
                % {"text": text}
            )
    if mailbox.sign_in not in Mailbox.SignIn.values:
        raise Refused(_("Sign in with a password or with xoauth2."))
    for field, kind in (("imap_url", "imap"), ("smtp_url", "smtp")):
        # A password typed into the address is sealed like any other.
        url, password = split_password(storable(getattr(mailbox, field)))
        setattr(mailbox, field, url)
        secret = secret or password
        if url:
            _read(url, kind)
    if mailbox.sign_in == Mailbox.SignIn.XOAUTH2 and (secret or not mailbox.sealed_secret):
        try:
            oauth.read_secret(secret)
        except oauth.SignInRefused as error:
            raise Refused(str(error)) from error
    if secret:
        mailbox.secret = secret


def _read(url: str, kind: str) -> None:
    if len(url) > 300:
        raise Refused(_("The address of a server has at most 300 letters."))
    try:
        read_url(url, kind)
    except ValueError as error:
        raise Refused(str(error)) from error


def _place(mailbox: Mailbox) -> tuple[str, str, str] | None:
    if not mailbox.imap_url:
        return None
    server = read_url(mailbox.imap_url, "imap")
    return server.host, server.user or mailbox.address, server.folder


def _facts(mailbox: Mailbox) -> dict[str, Any]:
    """What the log may know for ever: never a secret."""
    return {
        "address": mailbox.address,
        "called": mailbox.name,
        "team": mailbox.team_id,
        "imap": mailbox.imap_url,
        "smtp": mailbox.smtp_url,
        "sign_in": mailbox.sign_in,
    }
