"""Whose letter this is: which of our mailboxes it came to, and who is the person that wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.email.reading.automatic import MACHINES
from petitevoix.channels.email.reading.letter import Letter
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models.person import normal

MOST_OTHERS = 20  # of those it was also sent to, so many are brought in: a letter to 500 addresses concerns nobody


@dataclass
class Ours:
    """Our own addresses, as they stand now."""

    mailboxes: dict[str, Mailbox] = field(default_factory=dict)

    @classmethod
    def now(cls) -> "Ours":
        """Read the mailboxes; there are a few, or a few dozen."""
        return cls({mailbox.address: mailbox for mailbox in _mailboxes()})

    def at(self, address: str) -> Mailbox | None:
        """The mailbox behind an address, a `+tag` apart."""
        plain = normal(address)
        return self.mailboxes.get(plain) or self.mailboxes.get(untagged(plain))

    def first_at(self, addresses: Iterable[str]) -> Mailbox | None:
        return next((mailbox for address in addresses if (mailbox := self.at(address))), None)

    def by_id(self, pk: int | None) -> Mailbox | None:
        return next((mailbox for mailbox in self.mailboxes.values() if mailbox.pk == pk), None)

    @property
    def default(self) -> Mailbox | None:
        """The mailbox in front, else the oldest in use: a letter that names none of ours was still brought to us."""
        in_use = [mailbox for mailbox in self.mailboxes.values() if mailbox.is_active]
        return next((mailbox for mailbox in in_use if mailbox.is_front), in_use[0] if in_use else None)


_mailboxes = Prepared(lambda: Mailbox.objects.select_related("team").order_by("id"))


@dataclass(frozen=True)
class Sender:
    address: str  # "" where none can be read
    name: str
    is_us: bool  # one of our own mailboxes


def sender_of(letter: Letter, ours: Ours) -> Sender:
    """Say who is the person that wrote.

    From, as good help desks do: a Reply-To may be a list, an assistant, or a trap that has our answers go elsewhere. It
    is the person only where From cannot be: a form that writes as `noreply@` or from our own address for its visitor.

    From is what the letter claims; nothing here proves it (the envelope neither: both are written by the sender, and
    lists and forwarders rightly make them differ). So a From alone never opens what is somebody else's: see `finding`.
    """
    address, name = letter.from_.address, letter.from_.name
    if "@" not in address:
        return Sender("", name, is_us=False)
    stands_in = ours.at(address) is not None or bool(MACHINES.fullmatch(address.partition("@")[0]))
    others = {normal(one.address): one for one in letter.reply_to if "@" in one.address}
    if stands_in and len(others) == 1 and not letter.automatic:
        [(other, mailbox)] = others.items()
        if ours.at(other) is None and not MACHINES.fullmatch(other.partition("@")[0]):
            return Sender(other, mailbox.name, is_us=False)
    return Sender(normal(address), name, is_us=ours.at(address) is not None)


def recipients_of(letter: Letter, sent_to: Iterable[str]) -> list[str]:
    """Every address the letter was sent to: the envelope's first, then those it names itself."""
    named = [one.address for one in (*letter.to, *letter.cc)]
    return list(dict.fromkeys(address for address in (*sent_to, *letter.delivered_to, *named) if "@" in address))


def others_of(letter: Letter, sender: Sender, ours: Ours) -> list[tuple[str, str]]:
    """Name the other persons a letter was openly sent to."""
    if not ours.mailboxes:  # then nothing tells us from others
        return []
    others: dict[str, str] = {}
    for one in (*letter.to, *letter.cc):
        address = normal(one.address)
        local = address.partition("@")[0]
        if "@" in address and address != sender.address and not ours.at(address) and not MACHINES.fullmatch(local):
            others.setdefault(address, one.name)
    return [(name, address) for address, name in list(others.items())[:MOST_OTHERS]]


def untagged(address: str) -> str:
    """Take the `+tag` out of an address."""
    local, at, domain = address.rpartition("@")
    return f"{local.partition('+')[0]}{at}{domain}"
