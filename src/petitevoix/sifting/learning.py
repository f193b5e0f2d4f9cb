"""Learning from what people call spam and what they answer; and judging by it, where enough was learnt."""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from petitevoix.kit import clock
from petitevoix.sifting.models import Example, Sign
from petitevoix.sifting.weighing import Seen, weigh

ENOUGH = 20  # of each kind, before anything is judged
SURE = 0.95  # from here it is spam; a doubt is for a person
TELLING = 3  # and so many signs at least speak for it
HALVED_IN = timedelta(days=180)  # what was learnt weighs half as much after so long
KEPT = timedelta(days=900)
PLENTY = 250  # fair letters: more than four of them to each spam teach nothing new
ALL = 0


def learn(subject: str, signs: Iterable[str], kind: str) -> None:
    """Learn that a letter is spam or fair; said again it is learnt once, said otherwise it is learnt otherwise."""
    with transaction.atomic():
        letters = _all_letters()
        before = Example.objects.filter(subject=subject).first()
        if before and before.kind == kind:
            return
        if before:
            _count(before.keys, before.kind, -_weight(before.at), letters)
            before.delete()
        keys = sorted({_key(sign) for sign in signs})
        _count(keys, kind, 1, letters)
        Example.objects.create(subject=subject, kind=kind, keys=keys)


def forget(subject: str) -> None:
    """Take back what was learnt from a letter."""
    with transaction.atomic():
        letters = _all_letters()
        for example in Example.objects.filter(subject=subject):
            _count(example.keys, example.kind, -_weight(example.at), letters)
            example.delete()


def has_plenty_of_fair() -> bool:
    """Tell whether so many fair letters were learnt that more teach nothing."""
    letters = _seen(Sign.objects.filter(pk=ALL).first())
    return letters.fair >= 4 * max(letters.spam, PLENTY)


def judge(signs: list[str]) -> list[str]:
    """Give the signs by which a letter is spam, the strongest first; none where it is not, or too little was learnt."""
    letters = _seen(Sign.objects.filter(pk=ALL).first())
    if round(letters.spam) < ENOUGH or round(letters.fair) < ENOUGH:
        return []
    keys = {_key(sign): sign for sign in signs}
    known = {keys[row.pk]: _seen(row) for row in Sign.objects.filter(pk__in=list(keys))}
    chance, because = weigh(known, letters)
    return because if chance >= SURE and len(because) >= TELLING else []


def forget_old() -> None:
    """Clear away what weighs next to nothing by now."""
    long_ago = clock.now() - KEPT
    Example.objects.filter(at__lt=long_ago).delete()
    Sign.objects.filter(at__lt=long_ago).exclude(pk=ALL).delete()


def _all_letters() -> Sign:
    """Get the row of all letters, which makes those who learn at once wait for each other."""
    Sign.objects.bulk_create([Sign(key=ALL)], ignore_conflicts=True)
    return Sign.objects.select_for_update().get(pk=ALL)


def _count(keys: Iterable[int], kind: str, by: float, letters: Sign) -> None:
    now = clock.now()
    known = Sign.objects.in_bulk(list(keys))
    rows = [letters, *(known.get(key) or Sign(key=key) for key in keys)]
    for row in rows:
        seen = _seen(row, now)._asdict()
        seen[kind] = max(seen[kind] + by, 0)
        row.spam, row.fair, row.at = seen["spam"], seen["fair"], now
    Sign.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["key"], update_fields=["spam", "fair", "at"], batch_size=200
    )


def _seen(row: Sign | None, now: datetime | None = None) -> Seen:
    if row is None:
        return Seen(0, 0)
    weight = _weight(row.at, now)
    return Seen(row.spam * weight, row.fair * weight)


def _weight(at: datetime, now: datetime | None = None) -> float:
    return 0.5 ** (((now or clock.now()) - at) / HALVED_IN)


def _key(sign: str) -> int:
    digest = hmac.digest(settings.SECRET_KEY.encode(), b"sign\0" + sign.encode(), hashlib.sha256)
    return int.from_bytes(digest[:8]) >> 1 or 1
