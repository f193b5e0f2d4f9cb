"""Tags: given to cases and taken off, and the list of them kept in order."""

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.models import Case, Tag, Tagging
from petitevoix.cases.models.tag import key_of, name_of
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.people.models import Advisor

MOST = 30


def tag(case: Case, *, by: Advisor, add: Sequence[str] = (), remove: Sequence[str] = ()) -> Case:
    """Give tags to a case by name, new names too, and take others off. Raises Refused: no name, too many."""
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        added = [_known_or_new(name, by=by) for name in add]
        gone = [found for name in remove if (found := Tag.objects.called(name))]
        given = [pk for pk in case.tags if pk not in {one.pk for one in gone} | _standing_for(gone)]
        after = list(dict.fromkeys([*given, *(one.pk for one in added)]))
        if after == case.tags:
            return case
        if len(after) > MOST:
            raise Refused(_("A case carries %(most)s tags at most.") % {"most": MOST})
        before = set(case.tags)
        Tagging.objects.filter(case=case, tag__in=before - set(after)).delete()
        Tagging.objects.bulk_create(Tagging(case=case, tag_id=pk) for pk in after if pk not in before)
        with case.changing():
            case.tags = after
        names = dict(Tag.objects.filter(pk__in=before ^ set(after)).values_list("pk", "name"))
        record(
            "case.tagged", case, by=by,
            added=[names[pk] for pk in after if pk not in before],
            removed=sorted(names[pk] for pk in before - set(after)),
        )  # fmt: skip
    return case


def keep_tag(*, by: Advisor, name: str, colour: str, known: Tag | None = None) -> Tag:
    """Add a tag, or rename and colour the one `known`. Raises Refused: no name, a name that is taken."""
    must_answer(by) if known is None else _must_lead(by)
    kept = known or Tag()
    before = {"name": kept.name, "colour": kept.colour}
    kept.name, kept.key = name_of(name), key_of(name_of(name))
    kept.colour = colour if colour in Tag.Colour.values else Tag.Colour.GREY
    if not kept.key:
        raise Refused(_("Write the name of the tag."))
    there = Tag.objects.filter(key=kept.key).exclude(pk=kept.pk).first()
    if there and there.is_dropped and known is None:
        kept, kept.colour, kept.is_dropped = there, kept.colour, False
    elif there:
        raise Refused(_("There is a tag “%(name)s” already; merge the two.") % {"name": there.name})
    try:
        with transaction.atomic():
            kept.save()
            if known:
                record("tag.changed", kept, by=by, before=before, called=kept.name, colour=kept.colour)
            else:
                record("tag.added", kept, by=by, called=kept.name, colour=kept.colour)
    except IntegrityError as taken:
        raise Refused(_("There is a tag “%(name)s” already; merge the two.") % {"name": name}) from taken
    return kept


def merge_tag(merged: Tag, *, by: Advisor, into: Tag) -> Tag:
    """Have one tag stand for another, with whatever stood for it; it can be taken apart again. Raises Refused."""
    _must_lead(by)
    into = into.stands_for or into
    if into.pk == merged.pk or into.is_dropped:
        raise Refused(_("Choose another tag to merge it into."))
    with transaction.atomic():
        followed = list(merged.merged.values_list("pk", flat=True))
        Tag.objects.filter(pk__in=followed).update(stands_for=into)
        merged.stands_for = into
        merged.save(update_fields=["stands_for"])
        record("tag.merged", merged, by=by, into=into.pk, called=merged.name, followed=followed)
    return into


def part_tag(parted: Tag, *, by: Advisor) -> Tag:
    """Take a merged tag apart again: each case has what it was given."""
    _must_lead(by)
    with transaction.atomic():
        parted.stands_for = None
        parted.save(update_fields=["stands_for"])
        record("tag.parted", parted, by=by, called=parted.name)
    return parted


def drop_tag(dropped: Tag, *, by: Advisor, is_dropped: bool = True) -> Tag:
    """Take a tag out of the list, or bring it back; cases keep it unseen until then."""
    _must_lead(by)
    with transaction.atomic():
        dropped.is_dropped = is_dropped
        dropped.save(update_fields=["is_dropped"])
        record("tag.dropped" if is_dropped else "tag.restored", dropped, by=by, called=dropped.name)
    return dropped


def _known_or_new(name: str, *, by: Advisor) -> Tag:
    found = Tag.objects.called(name)
    return found if found and not found.is_dropped else keep_tag(by=by, name=name, colour=Tag.Colour.GREY)


def _standing_for(tags: Sequence[Tag]) -> set[int]:
    return set(Tag.objects.filter(stands_for__in=tags).values_list("pk", flat=True)) if tags else set()


def _must_lead(by: Advisor) -> None:
    if not by.sees_all:
        raise Refused(_("This is decided by those who lead a team or run the house."))
