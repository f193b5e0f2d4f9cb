"""Letters of our own advisors, who answer what we wrote to them: their reply in the case, and nobody else's.

Two things together let a letter in: an address that we signed for this advisor (or the Message-ID of a letter of ours
to them, where a server takes no signed addresses), and their own address as its sender. One of the two alone makes
it any stranger's letter.
"""

from collections.abc import Iterable

from petitevoix.cases.actions.answering_by_letter import answer_by_letter
from petitevoix.cases.actions.attaching import File
from petitevoix.cases.models import Message
from petitevoix.cases.models.staff_address import StaffAddress, signed_in
from petitevoix.cases.staff_letters import BACK, PURPOSE
from petitevoix.channels.email.finding import parcels_with, signed_case
from petitevoix.channels.email.reading.automatic import AWAY
from petitevoix.channels.email.reading.letter import Letter
from petitevoix.language.reply import split
from petitevoix.people.models import Advisor
from petitevoix.people.models.person import normal

# Stood before a letter that quotes and says nothing, it shows where the quote begins.
_BEFORE = "These are words."


def answering(letter: Letter, sender: str, recipients: Iterable[str]) -> tuple[Advisor, StaffAddress] | None:
    """Find the advisor who answers a letter of ours, and what they answer; None for every other letter."""
    named = "\n".join(recipients)
    where = signed_in(named) or (None if signed_case(named) else _answered(letter, sender))
    if where is None:
        return None
    advisor = Advisor.objects.active().filter(pk=where.advisor).first()
    return (advisor, where) if advisor and normal(advisor.email) == normal(sender) else None


def is_of_a_machine(letter: Letter) -> bool:
    """Tell a machine of an advisor's by the subject alone, too: whoever answers us does not change it to that."""
    return letter.automatic or bool(AWAY.match(letter.subject))


def take(letter: Letter, advisor: Advisor, where: StaffAddress) -> Message | None:
    """Make a reply or a note of an advisor's letter."""
    words, is_whole = _words(letter)
    files = [
        File(one.name, one.media_type, one.content, one.content_id or "")
        for one in letter.attachments
        if not one.inline
    ]
    return answer_by_letter(where.case, by=advisor, words=words, seen=where.seen, files=files, is_whole=is_whole)


def _words(letter: Letter) -> tuple[str, bool]:
    """Give the new words of a letter, none where it only quotes; and whether no quote of ours was left in them."""
    words = letter.reply.strip()
    if words == letter.text.strip():  # nothing was folded, or nothing is new
        words = split(f"{_BEFORE}\n\n{words}").reply.removeprefix(_BEFORE).strip()
    return words, not any(line.lstrip().startswith(">") for line in words.split("\n"))


def _answered(letter: Letter, sender: str) -> StaffAddress | None:
    keys = [key for key in (letter.in_reply_to, *reversed(letter.references)) if key and key.startswith("pv.")]
    ours = parcels_with(keys[:5]).filter(purpose__in=[PURPOSE, BACK], to=normal(sender)) if keys else []
    found = max(ours, key=lambda parcel: parcel.pk, default=None)
    return signed_in(found.contents.get("token", "")) if found else None
