"""The carrier of e-mail: parcels of the outbox leave as letters."""

import base64
import re
import secrets
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from petitevoix.cases.models import Case
from petitevoix.channels.base import Capabilities
from petitevoix.channels.email import exchange, smtp
from petitevoix.channels.email.compose import Letter, Sender, compose
from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.email.placing import Ours
from petitevoix.channels.email.smtp_connection import CannotSignIn
from petitevoix.delivery.carriers import PermanentFailure, TemporaryFailure
from petitevoix.delivery.models import Parcel
from petitevoix.kit.text import one_line

CAPABILITIES = Capabilities(is_live=False, can_thread=True)
DOMAIN = re.compile(r"(?=.{1,190}$)[a-z0-9-]+(\.[a-z0-9-]+)*")


class EmailCarrier:
    def new_thread_key(self, door: str) -> str:
        """Draw a Message-ID, without its brackets: 130 random bits that nobody can guess, at the door's domain."""
        domain = door.rpartition("@")[2].lower()
        if not DOMAIN.fullmatch(domain):
            domain = urlsplit(settings.URL).hostname or "localhost"
        return f"pv.{base64.b32encode(secrets.token_bytes(20)).decode().lower()[:26]}@{domain}"

    def reads_at(self, address: str) -> bool:
        """Tell whether an address is one of our mailboxes, a `+tag` apart."""
        return Ours.now().at(address) is not None

    def carry(self, parcel: Parcel) -> None:
        """Hand a parcel to the server of its mailbox. Raises TemporaryFailure or PermanentFailure with its words."""
        door = Mailbox.objects.active().at(parcel.contents.get("door", "")).first()
        mailbox = door if door and door.smtp_url else _other_mailbox(parcel, door)
        if settings.DEMO and (mailbox is None or parcel.to.endswith(".example")):
            # The pretend exchange is the whole world of the demo: its persons have no other mailboxes.
            exchange.deliver(_composed(parcel, _pretend_sender(parcel, door or mailbox)).content, parcel.to)
            return
        if mailbox is None:
            raise TemporaryFailure(
                _("No mailbox can send yet: give one an SMTP server on its page or with `petitevoix mailbox add`.")
            )
        letter = _composed(parcel, _sender(mailbox, door))
        try:
            smtp.hand_over(letter, mailbox)
        except CannotSignIn as failure:
            _note(mailbox, str(failure))
            raise
        _note(mailbox, "")


def _other_mailbox(parcel: Parcel, door: Mailbox | None) -> Mailbox | None:
    """Find a mailbox that can send what its own cannot: of the same team if there is one, else the first."""
    team = door.team_id if door else _team_of(parcel)
    sending = list(Mailbox.objects.sending().order_by("id")[:50])
    return next((one for one in sending if team and one.team_id == team), sending[0] if sending else None)


def _team_of(parcel: Parcel) -> int | None:
    kind, _colon, number = parcel.topic.partition(":")
    if kind != "case" or not number.isdecimal():
        return None
    return Case.objects.filter(pk=int(number)).values_list("team_id", flat=True).first()


def _sender(mailbox: Mailbox, door: Mailbox | None) -> Sender:
    # A server lets its own address send and often no other; the answer goes to the door the person knows.
    reader = door or mailbox
    return Sender(mailbox.address, reader.name or mailbox.name, reads_at=reader.address, takes_tags=reader.takes_tags)


def _pretend_sender(parcel: Parcel, mailbox: Mailbox | None) -> Sender:
    mailbox = mailbox or Mailbox.objects.active().order_by("id").first()
    if mailbox:
        return Sender(mailbox.address, mailbox.name)
    return Sender(parcel.contents.get("door") or "petitevoix@town.example")


def _composed(parcel: Parcel, sender: Sender) -> Letter:
    try:
        return compose(parcel, sender)
    except ValueError as error:
        raise PermanentFailure(str(error)) from error
    except FileNotFoundError as error:
        raise TemporaryFailure(_("An attachment of this letter is not in the store.")) from error


def _note(mailbox: Mailbox, trouble: str) -> None:
    if mailbox.sending_trouble != trouble:
        mailbox.sending_trouble = one_line(trouble, 500)
        mailbox.save(update_fields=["sending_trouble"])
