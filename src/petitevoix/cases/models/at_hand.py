"""What one advisor has at hand besides what waits on us: counted with one statement, and no further than `MANY`."""

from typing import NamedTuple

from django.db.models import QuerySet

from petitevoix.cases.models.attachment import Draft
from petitevoix.cases.models.case import Case, CaseQuerySet
from petitevoix.cases.models.follow import Follow
from petitevoix.cases.models.mention import Mention
from petitevoix.cases.models.promise import Promise
from petitevoix.cases.models.question import Question
from petitevoix.kit.prepared import Numbers
from petitevoix.people.models import Advisor

MANY = 99


class AtHand(NamedTuple):
    """How many there are, `MANY` and one more where there are more."""

    mentions: int  # not read yet
    questions: int  # that nobody answered, in all cases they may see
    promises: int  # of theirs that go on
    followed: int
    drafts: int  # cases in which they began to write


def at_hand(advisor: Advisor) -> AtHand:
    """Count what an advisor has at hand, in the cases that they may see now."""
    if advisor.sees_all or advisor.hidden_teams == ():
        return AtHand(*_all(advisor.pk))
    visible = Case.objects.visible_to(advisor)
    return AtHand(*Numbers(lambda me: _reads(me, visible), int, most=MANY + 1)(advisor.pk))


def _reads(me: int, visible: CaseQuerySet | None = None) -> list[QuerySet]:
    mentions = Mention.objects.filter(advisor_id=me, read_at=None)
    if visible is not None:
        mentions = mentions.filter(message__case__in=visible.values("pk"))
    begun = Draft.objects.filter(advisor_id=me).exclude(words="")
    others: list[QuerySet] = [
        Question.objects.unanswered(),
        Promise.objects.going_on().filter(owner_id=me).exclude(due_at=None),
        Follow.objects.filter(advisor_id=me, case__joined_into=None),
        begun.filter(case__joined_into=None).values("case").distinct(),
    ]
    return [mentions, *(read if visible is None else read.filter(case__in=visible.values("pk")) for read in others)]


_all = Numbers(_reads, int, most=MANY + 1)
