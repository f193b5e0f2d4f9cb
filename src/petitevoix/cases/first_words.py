"""Whether a first word may tell somebody that their letter is here."""

import re
from datetime import datetime
from functools import lru_cache

from django.conf import settings

from petitevoix.cases.models import Case
from petitevoix.delivery.models import FIRST_WORDS, Parcel, Sent, had_enough
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared

LOOKED_AT = 150  # of our latest letters
TIMES = 10  # as many as one address may have: on a bad day many persons write the same few words within an hour


def may_acknowledge(case: Case, email: str, sent: list[Sent]) -> bool:
    """Say whether one more automatic letter to this address is good: not when its box had enough, nor to a machine.

    Args: what its box was `sent` of late.
    """
    most = settings.ACKNOWLEDGEMENTS_PER_HOUR
    return not had_enough(sent, most=most) and not _is_said_again(case, email, most)


def _is_said_again(case: Case, email: str, most: int) -> bool:
    """Recognise a machine that writes from a new address each time: from one domain, within an hour, in one wording."""
    domain = email[email.rfind("@") :]
    newest = max((number for [number] in _newest()), default=0)
    latest = _latest(newest - LOOKED_AT, clock.ago(hours=1))
    topics = {topic for purpose, to, topic in latest if purpose in FIRST_WORDS and to.endswith(domain)}
    cases = {int(topic.partition(":")[2]) for topic in topics if topic.startswith("case:")}
    if len(cases) < most * TIMES:
        return False
    wording = _wording(case.first_words)
    said = _said(min(cases), max(cases))  # they were opened within an hour, and their numbers lie together
    return sum(number in cases and _wording(words) == wording for number, words in said) >= most * TIMES


@lru_cache(maxsize=2 * LOOKED_AT)
def _wording(words: str) -> str:
    return re.sub(r"[\d\W_]+", " ", words).strip().lower()


_newest = Prepared(lambda: Parcel.objects.order_by("-id").values_list("id")[:1])
_latest = Prepared(
    lambda number, since: Parcel.objects.filter(pk__gt=number, created_at__gt=since).values_list(
        "purpose", "to", "topic"
    ),
    int,
    datetime,
)
_said = Prepared(
    lambda first, last: (
        Case.objects.filter(pk__gte=first, pk__lte=last).order_by("-id").values_list("id", "first_words")[:1000]
    ),
    int,
    int,
)
