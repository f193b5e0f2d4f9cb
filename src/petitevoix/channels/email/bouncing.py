"""Letters of ours that came back: which one it was, and what to do about it.

Anybody can write a letter that looks like a delivery report. So a report changes nothing but what it concerns: a parcel
that has left, once, and its case waits on us again, with the report beside it to be read. It stops no letter, blocks no
address, and its sender takes no part in the case.
"""

import re
from datetime import timedelta

from django.db.models import QuerySet

from petitevoix.cases.models import Case
from petitevoix.channels.email.finding import case_of, parcels_with, signed_case
from petitevoix.channels.email.reading.letter import Bounce
from petitevoix.delivery.actions import came_back
from petitevoix.delivery.models import Parcel
from petitevoix.kit import clock
from petitevoix.people.models.person import normal

RECENT = timedelta(days=3)  # a report that names none of our letters speaks of a recent one, or of none
_MESSAGE_ID = re.compile(
    rb"(?im)^[> \t]*(?:message-id|x-original-message-id|references|in-reply-to):[ \t]*((?:[^\r\n]|\r?\n[ \t])*)"
)
_BRACKETED = re.compile(rb"<([^<>\s]{3,255})>")
MOST_READ = 300_000  # bytes of a report that are searched
MOST_KEYS = 50


def parcel_of(bounce: Bounce, raw: bytes) -> Parcel | None:
    """Find our letter that a report speaks of: by its Message-ID, by its signed token, by whom it was sent to."""
    if bounce.original_message_id:
        parcel = _gone(parcels_with([bounce.original_message_id])).first()
        if parcel:
            return parcel
    returned = raw[:MOST_READ]
    keys = [
        key.decode("ascii", "replace") for line in _MESSAGE_ID.findall(returned) for key in _BRACKETED.findall(line)
    ]
    addresses = [normal(address) for address in bounce.recipients[:MOST_KEYS] or [bounce.recipient]]
    known = _gone(parcels_with(keys[:MOST_KEYS])).order_by("-id")
    parcel = known.filter(to__in=addresses).first() or known.first()
    if parcel:
        return parcel
    recent = Parcel.objects.filter(
        to__in=addresses,
        purpose__in=["reply", "copy", "acknowledgement", "notice", "too-large", "relay", "staff", "block"],
        created_at__gt=clock.now() - RECENT,
        state__in=[Parcel.State.LEFT, Parcel.State.RETURNED],
    ).order_by("-created_at")
    case = signed_case(returned.decode("utf-8", "replace"))
    return (case and recent.filter(topic=case.topic).first()) or recent.first()


def note_return(parcel: Parcel, bounce: Bounce) -> Case | None:
    """Note on a parcel that it came back, once, and give the case it was posted for; in the caller's transaction.

    A complaint is no return: the letter arrived.
    """
    returned_already = parcel.state == Parcel.State.RETURNED
    if bounce.reason != "complaint" and not returned_already:
        trouble = " ".join(filter(None, [bounce.status, bounce.diagnostic or bounce.reason]))
        came_back(parcel, trouble=trouble, permanent=bounce.lost)
    return case_of(parcel)


def _gone(parcels: QuerySet[Parcel]) -> QuerySet[Parcel]:
    # What has not left cannot come back: a forged report must not keep a letter from leaving.
    return parcels.filter(state__in=[Parcel.State.LEAVING, Parcel.State.LEFT, Parcel.State.RETURNED])
