"""What one advisor has at hand besides what waits on us: counted with one statement, and no further than `MANY`."""

from functools import lru_cache
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet

from petitevoix.cases.models.attachment import Draft
from petitevoix.cases.models.case import Case, seen_but
from petitevoix.cases.models.follow import Follow
from petitevoix.cases.models.mention import Mention
from petitevoix.cases.models.promise import Promise
from petitevoix.cases.models.question import Question
from petitevoix.cases.models.tally import hidden_teams
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
    hidden = advisor.hidden_teams
    if advisor.sees_all:
        hidden = ()
    elif hidden is None:
        hidden = tuple(sorted(hidden_teams(advisor).values_list("id", flat=True)))
    return AtHand(*_but(hidden)(advisor.pk))


@lru_cache(maxsize=200)
def _but(hidden: tuple[int, ...]) -> Numbers:
    return Numbers(lambda me: _reads(me, hidden), int, most=MANY + 1)


def _reads(me: int, hidden: tuple[int, ...]) -> list[QuerySet]:
    mentions = Mention.objects.filter(advisor_id=me, read_at=None)
    begun = Draft.objects.filter(advisor_id=me).exclude(words="")
    others: list[QuerySet] = [
        Question.objects.unanswered().oldest_first(),
        Promise.objects.going_on().filter(owner_id=me).exclude(due_at=None),
        Follow.objects.filter(advisor_id=me, case__joined_into=None),
        begun.filter(case__joined_into=None).values("case").distinct(),
    ]
    if not hidden:
        return [mentions, *others]
    # Questions of all are walked as they lie, each looked at by itself: joined, SQLite would walk all cases instead.
    seen = Exists(Case.objects.filter(seen_but(hidden, me), pk=OuterRef("case_id")))
    return [
        mentions.filter(seen_but(hidden, me, "message__case__")),
        *(read.filter(seen if read.model is Question else seen_but(hidden, me, "case__")) for read in others),
    ]
