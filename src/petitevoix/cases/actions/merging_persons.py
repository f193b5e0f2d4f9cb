"""Two persons who are one: brought together with all they have, and given back exactly where that was wrong."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.models import Block, Case, Message, Participant, PersonMerge, Promise
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.people.likeness import look_for_twins
from petitevoix.people.models import Address, Advisor, Note, Person, Twins

CHOSEN = ("name", "legal_name", "language", "preferred_language", "reached_by", "reached_when", "organisation_id")
GOES_OVER = {"addresses": Address, "cases": Case, "messages": Message, "notes": Note, "blocks": Block}


def conflicts(kept: Person, merged: Person) -> dict[str, tuple[Any, Any]]:
    """Say where two persons differ and both say something: one of the two values is chosen."""
    pairs = {name: (getattr(kept, name), getattr(merged, name)) for name in CHOSEN}
    pairs |= {f"fields.{key}": (kept.fields.get(key), merged.fields.get(key)) for key in kept.fields | merged.fields}
    empty: set[Any] = {None, ""}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1] and not empty & set(pair)}


def what_moves(merged: Person, visible: Any) -> dict[str, int]:
    """Count what goes over with a person, among the cases that `visible` holds."""
    theirs = Case.objects.filter(person=merged, pk__in=visible)
    return {
        "addresses": merged.addresses.count(),
        "cases": theirs.count(),
        "parts": Participant.objects.filter(person=merged, case__in=visible).count(),
        "promises": Promise.objects.going_on().filter(case__in=theirs).count(),
        "notes": merged.notes.filter(removed_at=None).count(),
    }


def merge(kept: Person, merged: Person, *, by: Advisor, take: Collection[str] = ()) -> PersonMerge:
    """Bring all that one person has over to another; `take` names the values of `conflicts` to take from the merged.

    Links sent to the merged person open the page of the kept one; letters from either address find them. For thirty
    days `part` gives everything back. Raises Refused: the same person, or one that is somebody else already.
    """
    must_answer(by)
    with transaction.atomic():
        kept, merged = _both(kept.pk, merged.pk)
        moved: dict[str, Any] = {"before": _values(kept)}
        for name, model in GOES_OVER.items():
            rows = model._default_manager.filter(person=merged)
            if name == "addresses":
                rows = rows.exclude(kind=Address.Kind.PHONE, value__in=kept.addresses.values("value"))
            if name == "blocks" and Block.objects.filter(person=kept, ended_at=None).exists():
                rows = rows.exclude(ended_at=None)
            moved[name] = list(rows.values_list("pk", flat=True))
            model._default_manager.filter(pk__in=moved[name]).update(
                person=kept, **({"is_pinned": False} if name == "notes" else {})
            )
        moved["parts"] = _move_parts(kept, merged)
        _take(kept, merged, set(take))
        moved["after"] = _values(kept)
        merged.merged_into = kept
        merged.save(update_fields=["merged_into"])
        Person.objects.filter(merged_into=merged).update(merged_into=kept)  # whoever was found to be them before
        done = PersonMerge.objects.create(kept=kept, merged=merged, by=by, moved=moved)
        facts: dict[str, Any] = {"merge": done.pk, "kept": kept.pk, "merged": merged.pk, "cases": len(moved["cases"])}
        record("person.merged", kept, by=by, proven=True, **facts)
        record("person.merged", merged, by=by, **facts)
        look_for_twins.enqueue(person_id=kept.pk)
    return done


def part(done: PersonMerge, *, by: Advisor) -> PersonMerge:
    """Give back exactly what a merge moved; what came since stays. Raises Refused after thirty days, or done before."""
    must_answer(by)
    with transaction.atomic():
        done = PersonMerge.objects.select_for_update().get(pk=done.pk)
        if not done.can_be_undone:
            raise Refused(_("This can no longer be undone: thirty days have passed, or it was undone before."))
        both = Person.objects.select_for_update().filter(pk__in=[done.kept_id, done.merged_id]).order_by("pk")
        persons = {one.pk: one for one in both}
        kept, merged, moved = persons[done.kept_id], persons[done.merged_id], done.moved
        if kept.merged_into_id:
            raise Refused(_("They were merged with somebody else since; undo that first."))
        for name, model in GOES_OVER.items():
            model._default_manager.filter(pk__in=moved[name], person=kept).update(person=merged)
        _give_parts_back(moved["parts"], kept, merged)
        for name, value in moved["after"].items():
            if getattr(kept, name) == value:  # what was changed since is what they say today
                setattr(kept, name, moved["before"][name])
        kept.save(update_fields=[*moved["before"]])
        merged.merged_into = None
        merged.save(update_fields=["merged_into"])
        done.undone_at = clock.now()
        done.save(update_fields=["undone_at"])
        # They are two, and nobody need ask again.
        one, other = sorted((kept.pk, merged.pk))
        Twins.objects.update_or_create(
            one_id=one, other_id=other, defaults={"apart_at": clock.now(), "apart_by": by},
            create_defaults={"because": "parted", "apart_at": clock.now(), "apart_by": by},
        )  # fmt: skip
        for person in (kept, merged):
            record("person.parted", person, by=by, proven=True, merge=done.pk, kept=kept.pk, merged=merged.pk)
            look_for_twins.enqueue(person_id=person.pk)
    return done


def keep_apart(pair: Twins, *, by: Advisor) -> None:
    """Say that two persons are two; they are not suggested again."""
    must_answer(by)
    with transaction.atomic():
        Twins.objects.filter(pk=pair.pk, apart_at=None).update(apart_at=clock.now(), apart_by=by)
        record("person.told_apart", pair.one, by=by, one=pair.one_id, other=pair.other_id)


def _both(kept: int, merged: int) -> tuple[Person, Person]:
    if kept == merged:
        raise Refused(_("That is one person already."))
    # Always in the same order, so that two merges never wait for each other in a ring.
    found = {one.pk: one for one in Person.objects.select_for_update().filter(pk__in=[kept, merged]).order_by("pk")}
    if len(found) < 2 or found[kept].merged_into_id or found[merged].merged_into_id:
        raise Refused(_("One of the two was merged with somebody already; open their page again."))
    return found[kept], found[merged]


def _values(person: Person) -> dict[str, Any]:
    return {name: getattr(person, name) for name in (*CHOSEN, "fields", "sees_shared")}


def _take(kept: Person, merged: Person, take: set[str]) -> None:
    for name in CHOSEN:
        if name in take or not getattr(kept, name):
            if name == "organisation_id" and merged.organisation_id:
                kept.sees_shared = merged.sees_shared
            setattr(kept, name, getattr(merged, name) or getattr(kept, name))
    kept.fields = {**merged.fields, **kept.fields} | {
        key: value for key, value in merged.fields.items() if f"fields.{key}" in take
    }
    kept.save(update_fields=[*CHOSEN, "fields", "sees_shared"])


def _move_parts(kept: Person, merged: Person) -> dict[str, list[int]]:
    """Bring participations over; where both take part, or the case is their own now, one is enough."""
    double = Case.objects.of(kept).values("pk")
    parts = Participant.objects.filter(person=merged)
    dropped = list(parts.filter(case__in=double).values_list("case_id", flat=True))
    parts.filter(case__in=dropped).delete()
    changed = list(parts.values_list("pk", flat=True))
    parts.update(person=kept)
    own = Participant.objects.filter(person=kept, case__person=kept)  # of cases that came over with the merged
    gone = list(own.values_list("case_id", flat=True))
    own.delete()
    return {"moved": changed, "dropped": dropped, "owned": gone}


def _give_parts_back(parts: dict[str, list[int]], kept: Person, merged: Person) -> None:
    Participant.objects.filter(pk__in=parts["moved"], person=kept).update(person=merged)
    lost = [Participant(case_id=case, person=merged) for case in parts["dropped"]]
    lost += [Participant(case_id=case, person=kept) for case in parts["owned"]]
    Participant.objects.bulk_create(lost, ignore_conflicts=True)
