"""Calling colleagues by `@` in a note: who is called follows the case, and finds it among their mentions."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from petitevoix.cases.access import who_may_see
from petitevoix.cases.actions.following import begin
from petitevoix.cases.models import Case, Follow, Mention, Message
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import whisper
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared, insert_all
from petitevoix.language.mentions import called, folded
from petitevoix.people.models import Advisor, Team

OFFERED = 8


class Offer(NamedTuple):
    """One who can be called in a case: how they are called, and whether that is a team."""

    name: str
    is_team: bool


@lru_cache(maxsize=64)  # every page of a case asks, and who works here changes once a week
def names_known(advisors: tuple[str, ...], teams: tuple[str, ...]) -> tuple[str, ...]:
    """Give the names by which staff is called: in full, or by the first name where only one has it."""
    first = [(name.split()[0], folded(name.split()[0])) for name in advisors if len(name.split()) > 1]
    have = Counter(key for _name, key in first)
    taken = {folded(name) for name in advisors}
    return (*advisors, *(name for name, key in first if have[key] == 1 and key not in taken), *teams)


def mention(message: Message, case: Case, *, by: Advisor) -> list[int]:
    """Note whom the words of a note call, in the caller's transaction; they follow the case from now on.

    Gives the numbers of those called. Raises Refused where one of them may not see the case.
    """
    if "@" not in message.words:
        return []
    meant = _meant(message.words, by)
    seeing = set(
        who_may_see(case).filter(pk__in=[pk for _name, who, _team in meant for pk in who]).values_list("pk", flat=True)
    )
    found: dict[int, int | None] = {}
    for name, who, team in meant:
        if not any(pk in seeing for pk in who):
            raise Refused(_("%(name)s may not see this case, and cannot be mentioned in it.") % {"name": name})
        for pk in who:
            if pk in seeing and pk != by.pk and (pk not in found or team is None):
                found[pk] = team
    insert_all([Mention(message=message, advisor_id=pk, team_id=team) for pk, team in found.items()])
    for pk in found:
        begin(case, pk, Follow.Because.MENTIONED)
    return list(found)


def call_no_more(message: Message) -> None:
    """Have a note that was taken back call nobody, in the caller's transaction; who followed by it alone does no more.

    A letter that has left about it is not called back.
    """
    called = list(message.mentions.values_list("advisor", flat=True))
    message.mentions.all().delete()
    still = Mention.objects.filter(message__case=message.case_id, advisor__in=called).values("advisor")
    begun = Follow.objects.filter(case=message.case_id, advisor__in=called, because=Follow.Because.MENTIONED)
    begun.exclude(advisor__in=still).delete()
    for advisor in called:
        whisper("mentions", advisor=advisor)


def offers(case: Case, asked: str, *, by: Advisor) -> list[Offer]:
    """Offer whom a note in a case can call, whose name has a word that begins so; accents may be left out."""
    asked = folded(asked[:100])
    staff = who_may_see(case).exclude(pk=by.pk).values_list("name", flat=True)
    fitting = [Offer(name, False) for name in staff if _begins(name, asked)]
    teams = Team.objects.visible_to(by).filter(members__in=who_may_see(case)).distinct().values_list("name", flat=True)
    fitting += [Offer(name, True) for name in teams if _begins(name, asked)]
    # Whose name itself begins so stands first, then who has another word that does.
    return sorted(fitting, key=lambda one: (not folded(one.name).startswith(asked), one.is_team, folded(one.name)))[
        :OFFERED
    ]


def read_here(case: Case, *, by: Advisor) -> None:
    """Say that an advisor has a case before them: what called them in it is read."""
    if unread := [pk for (pk,) in _unread_here(by.pk, case.pk)]:
        _mark_read(Mention.objects.filter(pk__in=unread, read_at=None), by, clock.now())


def read_all(*, by: Advisor) -> datetime:
    """Say that one has read all one's mentions; gives the moment, by which that is taken back."""
    now = clock.now()
    _mark_read(Mention.objects.filter(advisor=by, read_at=None), by, now)
    return now


def unread_again(*, by: Advisor, since: datetime) -> None:
    """Take back that one has read all, as it was said at a moment."""
    with transaction.atomic():
        if Mention.objects.filter(advisor=by, read_at=since).update(read_at=None):
            whisper("mentions", advisor=by.pk)


def _mark_read(mentions: QuerySet[Mention], by: Advisor, at: datetime) -> None:
    if not mentions.exists():
        return
    with transaction.atomic():
        Mention.objects.filter(pk__in=mentions.values("pk")).update(read_at=at)
        whisper("mentions", advisor=by.pk)


def _meant(words: str, by: Advisor) -> list[tuple[str, list[int], int | None]]:
    """Give each name that words call, with the numbers it stands for, and the team where it is one."""
    staff = {name: pk for pk, name in Advisor.objects.active().order_by("-pk").values_list("pk", "name")}
    teams = {name: pk for pk, name in Team.objects.visible_to(by).values_list("pk", "name")}
    found: list[tuple[str, list[int], int | None]] = []
    for name in dict.fromkeys(one.name for one in called(words, names_known(tuple(staff), tuple(teams)))):
        if name in teams and name not in staff:
            members = Advisor.objects.active().filter(teams=teams[name]).values_list("pk", flat=True)
            found.append((name, list(members), teams[name]))
        else:
            found.append((name, [_of_name(name, staff)], None))
    return found


def _of_name(name: str, staff: Mapping[str, int]) -> int:
    return staff[name] if name in staff else next(pk for full, pk in staff.items() if full.split()[0] == name)


def _begins(name: str, asked: str) -> bool:
    return folded(name).startswith(asked) or any(word.startswith(asked) for word in folded(name).split())


_unread_here = Prepared(
    lambda advisor, case: (
        Mention.objects.filter(advisor_id=advisor, read_at=None, message__case_id=case).values_list("pk")
    ),
    int, int,
)  # fmt: skip
