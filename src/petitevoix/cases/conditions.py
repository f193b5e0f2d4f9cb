"""Conditions: what a view asks of a case. Plain data in, a query out; a condition that is left empty asks nothing."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N

from petitevoix.cases.condition import Condition, Conditions
from petitevoix.cases.conditions_of_fields import field_condition
from petitevoix.cases.models import Attachment, Case, Promise, Question, Tag, Tagging
from petitevoix.cases.models.case import CaseQuerySet
from petitevoix.cases.refusals import Refused
from petitevoix.kit import clock
from petitevoix.kit.folded import holds, is_called
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Address, Advisor, Field, Organisation, Team
from petitevoix.people.models.field import LARGEST, LONGEST_CHOICE
from petitevoix.people.models.person import normal
from petitevoix.people.refusals import WrongValue

MOST_VALUES = 50


def select(conditions: Conditions, reader: Advisor) -> CaseQuerySet:
    """Find the cases that meet all conditions, among those their reader may see, in no order yet."""
    cases = Case.objects.visible_to(reader).standing()
    for key, value in conditions.items():
        if condition := condition_named(key):
            cases = cases.filter(condition.asks(value, reader))
    if Case.State.SPAM not in (conditions.get("state") or ()):
        cases = cases.without_spam()
    # What is set aside does not stand among what waits, unless it is asked for.
    return cases.filter(snoozed_until=None) if waits_only(conditions) and "snoozed" not in conditions else cases


def waits_only(conditions: Conditions) -> bool:
    """Tell whether all its cases wait on us, so that they come the longest waiting first."""
    return set(conditions.get("state") or ()) == {Case.State.OPEN}


def condition_named(key: str) -> Condition | None:
    """Find a condition by its key, one on a custom field too."""
    return CONDITIONS.get(key) or field_condition(key)


def change_with_time(conditions: Conditions) -> bool:
    """Tell whether time alone changes which cases meet the conditions."""
    return any(key in CONDITIONS and CONDITIONS[key].with_time for key in conditions)


def cleaned(given: Mapping[str, Any]) -> dict[str, Any]:
    """Check conditions as they come from a form or a program, and drop the empty ones. Raises Refused."""
    kept = {}
    for key, value in given.items():
        condition = condition_named(key)
        if condition is None:
            raise Refused(_("There is no condition “%(name)s”.") % {"name": one_line(key, 40)})
        kept[key] = _value(condition, value)
        if condition.field and kept[key]:
            _check(condition.field, kept[key])
    return {key: value for key, value in kept.items() if value not in ([], "", None, False)}


def _check(field: Field, values: Any) -> None:
    if field.kind in {Field.Kind.TEXT, Field.Kind.LINK}:  # asked by words it holds
        return
    try:
        for value in values if isinstance(values, list) else [values]:
            field.read(value)
    except WrongValue as problem:
        raise Refused(str(problem)) from None


def _value(condition: Condition, value: Any) -> Any:
    value = _as_written(condition.field, value) if condition.field else value
    if condition.kind == "several":
        values = value if isinstance(value, list) else [value]
        if len(values) > MOST_VALUES or not all(isinstance(one, str | int) for one in values):
            raise Refused(_("“%(name)s” takes a list of at most 50 values.") % {"name": _(condition.label)})
        return [one_line(storable(str(one)), LONGEST_CHOICE) for one in values if str(one)]
    if condition.kind == "number":
        if value in ("", None):
            return None
        written = str(value).strip()
        if not (written.isascii() and written.isdigit() and 0 < int(written[:9]) <= 100_000 and len(written) < 9):
            raise Refused(_("“%(name)s” takes a whole number above 0.") % {"name": _(condition.label)})
        return int(written)
    if condition.kind == "yes":
        return value in (True, "1", "yes", "on", "true")
    if not isinstance(value, str | None):
        raise Refused(_("“%(name)s” takes words.") % {"name": _(condition.label)})
    return one_line(storable(value or ""), 120)


def _as_written(field: Field, value: Any) -> Any:
    """Write as a form does what a program sends as it reads it: true, false, and numbers."""
    if field.kind == Field.Kind.YES_NO:
        values = value if isinstance(value, list) else [value]
        return [{True: "yes", False: "no"}[one] if isinstance(one, bool) else one for one in values]
    is_number = field.kind == Field.Kind.NUMBER and isinstance(value, int | float) and not isinstance(value, bool)
    return f"{field.read(value)}" if is_number and abs(value) < LARGEST else value


def _among(field: str, values: Iterable[str], reader: Advisor) -> Q:
    return _one_of(field, list(values))


def _one_of(field: str, values: list[Any]) -> Q:
    """Ask for one of some values; the only one by itself, else SQLite does not see that a partial index fits."""
    return Q(**{field: values[0]}) if len(values) == 1 else Q(**{f"{field}__in": values})


def _numbered(field: str, values: Iterable[str], reader: Advisor) -> Q:
    """Numbers of advisors or teams, or `none`, `me`, `mine`."""
    asked, wanted = Q(pk__in=[]), []
    for value in values:
        if value == "none":
            asked |= Q(**{field: None})
        elif value == "me":
            wanted.append(reader.pk)
        elif value == "mine":
            asked |= Q(**{f"{field}__in": Team.objects.filter(members=reader).values("pk")})
        elif value.isascii() and value.isdigit() and len(value) < 19:
            wanted.append(int(value))
    return asked | _one_of(field, wanted) if wanted else asked


def _tagged(values: Iterable[str], reader: Advisor, *, has: bool = True) -> Q:
    numbers = [int(value) for value in values if value.isascii() and value.isdigit() and len(value) < 19]
    # A tag that was merged asks for what it stands for, and so for all that stand for the same.
    asked = Tag.objects.filter(Q(pk__in=numbers, stands_for=None) | Q(merged__in=numbers)).values("pk")
    tags = Tag.objects.filter(Q(pk__in=asked) | Q(stands_for__in=asked), is_dropped=False).values("pk")
    carries = Exists(Tagging.objects.filter(case=OuterRef("pk"), tag__in=tags))
    return Q(carries) if has else Q(~carries)


def _person(words: str, reader: Advisor) -> Q:
    """A whole address, or `@domain`."""
    addresses = Address.objects.filter(kind=Address.Kind.EMAIL)
    if words.startswith("@"):
        found = addresses.filter(value__endswith=normal(words))
    else:
        found = addresses.filter(value=normal(words))
    return Q(person__in=found.values("person"))


def _organisation(words: str, reader: Advisor) -> Q:
    return Q(person__organisation__in=Organisation.objects.filter(is_called("name", words)).values("pk"))


def _older(field: str, days: int, reader: Advisor) -> Q:
    return Q(**{f"{field}__lt": clock.now() - timedelta(days=days)})


def _younger(field: str, days: int, reader: Advisor) -> Q:
    return Q(**{f"{field}__gte": clock.now() - timedelta(days=days)})


def _waited(hours: int, reader: Advisor) -> Q:
    return Q(waiting_since__lt=clock.now() - timedelta(hours=hours))


def _owes(model: type[Question], is_asked: bool, reader: Advisor) -> Q:
    return Q(Exists(model.objects.owed().filter(case=OuterRef("pk"))))


def _late(is_asked: bool, reader: Advisor) -> Q:
    return Q(Exists(Promise.objects.going_on().filter(case=OuterRef("pk"), due_at__lt=clock.now())))


def _with_files(is_asked: bool, reader: Advisor) -> Q:
    return Q(Exists(Attachment.objects.filter(message__case=OuterRef("pk"))))


def _news_late(is_asked: bool, reader: Advisor) -> Q:
    return Q(news_due_at__lt=clock.now())


def _snoozed(is_asked: bool, reader: Advisor) -> Q:
    return Q(state=Case.State.OPEN, snoozed_until__isnull=False)


def _missed(is_asked: bool, reader: Advisor) -> Q:
    return Q(missed_at__isnull=False)


_timed = partial(Condition, with_time=True)

CONDITIONS = {
    one.key: one
    for one in (
        Condition("state", N("Whose turn it is"), "several", partial(_among, "state")),
        Condition("team", N("Team"), "several", partial(_numbered, "team")),
        Condition("advisor", N("Held by"), "several", partial(_numbered, "advisor")),
        Condition("tag", N("Carries one of the tags"), "several", _tagged),
        Condition("without_tag", N("Carries none of the tags"), "several", partial(_tagged, has=False)),
        Condition("channel", N("Came by"), "several", partial(_among, "channel")),
        Condition("language", N("Written in"), "several", partial(_among, "language")),
        Condition("wish", N("What the person wants"), "several", partial(_among, "wish")),
        Condition("fault", N("Whose fault"), "several", partial(_among, "fault")),
        Condition("person", N("Address of the person, or @domain"), "words", _person),
        Condition("organisation", N("Organisation of the person"), "words", _organisation),
        Condition("title", N("Title holds the words"), "words", lambda words, reader: holds("title", words)),
        _timed("waiting_over", N("Waits for us longer than"), "number", _waited, unit=N("hours")),
        _timed("opened_within", N("Opened in the last"), "number", partial(_younger, "opened_at"), unit=N("days")),
        _timed("opened_before", N("Opened more than"), "number", partial(_older, "opened_at"), unit=N("days ago")),
        _timed("quiet_for", N("Nothing happened for"), "number", partial(_older, "changed_at"), unit=N("days")),
        Condition("owed", N("A question still waits for its answer"), "yes", partial(_owes, Question)),
        _timed("late", N("A promise is late"), "yes", _late),
        _timed("news_late", N("The person should have heard from us"), "yes", _news_late),
        Condition("missed", N("The person said that our answer missed"), "yes", _missed),
        Condition("snoozed", N("Is snoozed"), "yes", _snoozed),
        Condition("files", N("Has a file"), "yes", _with_files),
    )
}
