"""What there is of a case besides its words, asked with one statement, so that what is not there is not read."""

from typing import NamedTuple

from django.db.models import Q, QuerySet

from petitevoix.cases.models import (
    Attachment,
    Case,
    Checklist,
    Draft,
    Follow,
    Link,
    Mention,
    Offer,
    Promise,
    Question,
    Relay,
    Summary,
    Withheld,
)
from petitevoix.kit.prepared import Numbers
from petitevoix.people.models import Advisor


class There(NamedTuple):
    """Whether there are any, of each."""

    files: bool
    followers: bool
    drafts: bool  # anybody's
    promises: bool
    questions: bool
    summaries: bool
    offers: bool
    held: bool
    checklists: bool
    links: bool
    calls: bool  # that its reader has not read
    withheld: bool  # words that somebody who leads has not read


def there(case: Case, reader: Advisor) -> There:
    """Ask what there is of a case for its reader."""
    return There(*map(bool, _any(case.pk, reader.pk)))


def _reads(case: int, me: int) -> list[QuerySet]:
    return [
        Attachment.objects.filter(message__case_id=case),
        Follow.objects.filter(case_id=case),
        Draft.objects.filter(case_id=case),
        Promise.objects.filter(case_id=case),
        Question.objects.filter(case_id=case),
        Summary.objects.filter(case_id=case),
        Offer.objects.filter(case_id=case),
        Relay.objects.going_on().filter(case_id=case),
        Checklist.objects.filter(case_id=case, removed_at=None),
        Link.objects.filter(Q(one_id=case) | Q(other_id=case)),
        Mention.objects.filter(message__case_id=case, advisor_id=me, read_at=None),
        Withheld.objects.unread().filter(message__case_id=case),
    ]


_any = Numbers(_reads, int, int, most=1)
