"""Posting, carrying, withdrawing, trying again."""

from datetime import datetime
from typing import Any

from django.db import transaction

from petitevoix.delivery.carriers import PermanentFailure, TemporaryFailure, carrier
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.tasks import task
from petitevoix.journal.record import Actor, record
from petitevoix.kit import clock
from petitevoix.kit.prepared import insert


def post(
    *,
    channel: str,
    purpose: str,
    to: str,
    contents: dict[str, Any],
    topic: str = "",
    not_before: datetime | None = None,
) -> Parcel:
    """Put a parcel in the outbox, in the caller's transaction; it leaves at `not_before` or as soon as can be."""
    parcel = Parcel(
        carrier=channel,
        purpose=purpose,
        to=to,
        topic=topic,
        contents=contents,
        thread_key=carrier(channel).new_thread_key(contents.get("door", "")),
        not_before=not_before or clock.now(),
    )
    insert(parcel)
    carry.enqueue(parcel_id=parcel.pk, run_at=parcel.not_before)
    return parcel


@task(queue="delivery", priority=4)
def carry(parcel_id: int) -> None:
    """Carry a parcel whose time has come; one that has left or was withdrawn is let be."""
    with transaction.atomic():
        parcel = Parcel.objects.locked(parcel_id)
        if parcel.state not in {Parcel.State.WAITING, Parcel.State.LEAVING} or parcel.not_before > clock.now():
            return
        parcel.state = Parcel.State.LEAVING
        parcel.attempts += 1
        parcel.save(update_fields=["state", "attempts"])
    try:
        carrier(parcel.carrier).carry(parcel)
    except TemporaryFailure as failure:
        _try_later(parcel, str(failure))
    except PermanentFailure as failure:
        _give_up(parcel, str(failure))
    else:
        with transaction.atomic():
            parcel.state, parcel.left_at, parcel.trouble = Parcel.State.LEFT, clock.now(), ""
            parcel.save(update_fields=["state", "left_at", "trouble"])
            record("parcel.left", parcel, by="mail", purpose=parcel.purpose)


def withdraw(parcel: Parcel) -> bool:
    """Take back a parcel that has not left, in the caller's transaction; say whether that was still possible."""
    parcel = Parcel.objects.locked(parcel.pk)
    if not parcel.can_be_withdrawn:
        return False
    parcel.state = Parcel.State.WITHDRAWN
    parcel.save(update_fields=["state"])
    return True


def hasten(parcel: Parcel, *, not_before: datetime) -> None:
    """Have a parcel that waits for its time leave at another, in the caller's transaction; one on its way is let be."""
    parcel = Parcel.objects.locked(parcel.pk)
    if parcel.can_be_withdrawn:
        parcel.not_before = not_before
        parcel.save(update_fields=["not_before"])
        carry.enqueue(parcel_id=parcel.pk, run_at=not_before)


def retry(parcel: Parcel, *, by: Actor | str) -> None:
    """Try a parcel that failed or came back once more, now."""
    with transaction.atomic():
        parcel = Parcel.objects.locked(parcel.pk)
        if parcel.state not in {Parcel.State.FAILED, Parcel.State.RETURNED, Parcel.State.WAITING}:
            return
        parcel.state, parcel.attempts, parcel.not_before = Parcel.State.WAITING, 0, clock.now()
        parcel.save(update_fields=["state", "attempts", "not_before"])
        record("parcel.retried", parcel, by=by)
        carry.enqueue(parcel_id=parcel.pk)


def came_back(parcel: Parcel, *, trouble: str, permanent: bool) -> None:
    """Note that the other side sent a parcel back; a delay notice (not permanent) changes only its words."""
    with transaction.atomic():
        parcel = Parcel.objects.locked(parcel.pk)
        parcel.trouble = trouble[:2000]
        if permanent:
            parcel.state = Parcel.State.RETURNED
        parcel.save(update_fields=["trouble", "state"])
        record("parcel.returned" if permanent else "parcel.delayed", parcel, by="mail", trouble=parcel.trouble)


def _try_later(parcel: Parcel, trouble: str) -> None:
    at = parcel.next_attempt()
    if at is None:
        _give_up(parcel, trouble)
        return
    with transaction.atomic():
        parcel.state, parcel.trouble, parcel.not_before = Parcel.State.WAITING, trouble[:2000], at
        parcel.save(update_fields=["state", "trouble", "not_before"])
        carry.enqueue(parcel_id=parcel.pk, run_at=at)
        if parcel.attempts == 1:
            record("parcel.delayed", parcel, by="mail", trouble=parcel.trouble)


def _give_up(parcel: Parcel, trouble: str) -> None:
    with transaction.atomic():
        parcel.state, parcel.trouble = Parcel.State.FAILED, trouble[:2000]
        parcel.save(update_fields=["state", "trouble"])
        record("parcel.failed", parcel, by="mail", purpose=parcel.purpose, trouble=parcel.trouble)
