"""Who begins to write and leaves (scene S015): counted, and written to once by a person where they asked for it."""

from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, Q

from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case
from petitevoix.channels.form.models import Beginning
from petitevoix.channels.form.titles import title_of
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.prepared import insert_unless_there
from petitevoix.language.detect import language_of
from petitevoix.people.models import Team

LEFT_AFTER = timedelta(minutes=30)  # without a change; who comes back later still sends what they wrote
KEPT = timedelta(days=60)  # the count; words go at once
AT_ONCE = 100


class Left(NamedTuple):
    """How many began in a time, how many of them left, and how many of those asked to be written to."""

    begun: int
    left: int
    wanted: int


def begin(
    stamp: str, *, email: str = "", name: str = "", words: str = "", language: str = "", wants_word: bool = False,
    team: Team | None = None, door: str = "",
) -> None:  # fmt: skip
    """Note that somebody writes under a stamp; their words are kept only as long as they want a word from us."""
    kept = {"email": email, "name": name, "words": words, "language": language} if wants_word else _NOTHING
    with transaction.atomic():
        one, _new = Beginning.objects.select_for_update().get_or_create(stamp=stamp)
        if not one.end:
            now = {"changed_at": clock.now(), "wants_word": wants_word, "team": team, "door": door}
            Beginning.objects.filter(pk=one.pk).update(**kept, **now)


def sent(stamp: str) -> None:
    """Note that what was begun under a stamp has been sent, in the caller's transaction."""
    if stamp and not Beginning.objects.filter(stamp=stamp, end="").update(end=Beginning.End.SENT, **_NOTHING):
        insert_unless_there(Beginning(stamp=stamp, end=Beginning.End.SENT))  # quicker than the page said so


def look_for_who_left() -> int:
    """End what nobody has touched for half an hour, and open a case for who asked for a word; give how many left."""
    now = clock.now()
    over = Beginning.objects.filter(end="", changed_at__lte=now - LEFT_AFTER).order_by("changed_at")
    numbers = list(over.values_list("pk", flat=True)[:AT_ONCE])
    for number in numbers:
        _leave(number)
    Beginning.objects.filter(begun_at__lt=now - KEPT).exclude(end="").delete()
    return len(numbers)


def counted_since(days: int) -> Left:
    """Count who began in so many days, up to now."""
    found = Beginning.objects.filter(begun_at__gt=clock.now() - timedelta(days=days))
    left = Q(end=Beginning.End.LEFT)
    return Left(**found.aggregate(
        begun=Count("id"), left=Count("id", filter=left), wanted=Count("id", filter=left & Q(wants_word=True))
    ))  # fmt: skip


def _leave(number: int) -> None:
    with transaction.atomic():
        one = Beginning.objects.select_for_update(of=["self"]).select_related("team").get(pk=number)
        if one.end or one.changed_at > clock.now() - LEFT_AFTER:
            return
        has_words = one.wants_word and bool(one.email and one.words)
        # Once: whoever leaves again has their first word still to come, or has had it and not written back.
        has_words = has_words and not Case.objects.filter(left_unsent=True, person__addresses__value=one.email).exists()
        record("asking.left", one, by="system", wants_word=has_words, channel="form")
        if has_words:
            receive(Arrival(
                channel="form", sender=one.email, sender_name=one.name, words=one.words, title=title_of(one.words),
                language=language_of(one.words, one.language or None), team=one.team, door=one.door,
                silent=True, left_unsent=True,
            ))  # fmt: skip
        Beginning.objects.filter(pk=number).update(end=Beginning.End.LEFT, wants_word=has_words, **_NOTHING)


_NOTHING = {"email": "", "name": "", "words": "", "language": ""}
