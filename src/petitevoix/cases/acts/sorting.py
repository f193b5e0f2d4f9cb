"""Acts that say what a case is: its tags, what the person wants, whose fault it is, what is written down."""

from datetime import date
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from petitevoix.cases.actions.closing import choose, mark_fault
from petitevoix.cases.actions.describing import describe
from petitevoix.cases.actions.tagging import MOST, tag
from petitevoix.cases.acts.act import Act, Given, Left
from petitevoix.cases.models import Case, Tag
from petitevoix.cases.models.tag import key_of, name_of
from petitevoix.cases.refusals import Refused
from petitevoix.people.models import Advisor, Field
from petitevoix.people.refusals import WrongValue


class Tagged(Act):
    """`add` and `remove`: names of tags."""

    key = "tag"

    def read(self, given: Given, by: Advisor) -> Given:
        names = {side: _names(given.get(side) or ()) for side in ("add", "remove")}
        if len(names["add"]) > MOST:
            raise Refused(_("A case carries %(most)s tags at most.") % {"most": MOST})
        return {side: found for side, found in names.items() if found}

    def says(self, given: Given, by: Advisor) -> str:
        added, removed = ", ".join(given.get("add", ())), ", ".join(given.get("remove", ()))
        if added and removed:
            return _("It is tagged %(added)s, and no longer %(removed)s.") % {"added": added, "removed": removed}
        if added:
            return _("It is tagged %(added)s.") % {"added": added}
        return _("It is no longer tagged %(removed)s.") % {"removed": removed}

    def does(self, case: Case, by: Advisor, given: Given) -> Left | None:
        before = case.tags
        case = tag(case, by=by, add=given.get("add") or (), remove=given.get("remove") or ())
        return None if case.tags == before else [before, case.tags]

    def stands(self, case: Case, left: Left) -> bool:
        before, after = map(set, left)
        return after - before <= set(case.tags) and not (before - after) & set(case.tags)

    def undoes(self, case: Case, by: Advisor, left: Left) -> None:
        before, after = left
        names = dict(Tag.objects.filter(pk__in=[*before, *after]).values_list("pk", "name"))
        tag(
            case, by=by,
            add=[names[pk] for pk in before if pk not in after], remove=[names[pk] for pk in after if pk not in before],
        )  # fmt: skip


class Wished(Act):
    key = "wish"

    def read(self, given: Given, by: Advisor) -> Given:
        return _one_of(given, "wish", Case.Wish.values)

    def says(self, given: Given, by: Advisor) -> str:
        return {
            Case.Wish.FIX: _("The person wants it fixed."),
            Case.Wish.EXPLAIN: _("The person wants it explained."),
            Case.Wish.TEACH: _("The person wants to do it."),
        }[given["wish"]]

    def does(self, case: Case, by: Advisor, given: Given) -> Left | None:
        before, case = case.wish, choose(case, by=by, wish=given["wish"])
        return None if case.wish == before else [before, case.wish]

    def stands(self, case: Case, left: Left) -> bool:
        return case.wish == left[1]

    def undoes(self, case: Case, by: Advisor, left: Left) -> None:
        choose(case, by=by, wish=left[0])


class Faulted(Act):
    key = "fault"

    def read(self, given: Given, by: Advisor) -> Given:
        return _one_of(given, "whose", Case.Fault.values)

    def says(self, given: Given, by: Advisor) -> str:
        return {
            Case.Fault.OURS: _("The fault is ours."),
            Case.Fault.OTHER: _("The fault is another’s."),
            Case.Fault.PERSON: _("The fault is the person’s."),
            Case.Fault.NOBODY: _("The fault is nobody’s."),
        }[given["whose"]]

    def does(self, case: Case, by: Advisor, given: Given) -> Left | None:
        before, case = case.fault, mark_fault(case, by=by, whose=given["whose"])
        return None if case.fault == before else [before, case.fault]

    def stands(self, case: Case, left: Left) -> bool:
        return case.fault == left[1]

    def undoes(self, case: Case, by: Advisor, left: Left) -> None:
        mark_fault(case, by=by, whose=left[0])


class Described(Act):
    """`key` of a custom field of cases, and its `value`."""

    key = "field"

    def read(self, given: Given, by: Advisor) -> Given:
        if not given.get("key"):
            return {}
        field = Field.objects.of(Field.Target.CASE).filter(key=given["key"]).first()
        if field is None:
            raise Refused(_("There is no such field any more."))
        try:
            value = field.read(given.get("value"))
        except WrongValue as wrong:
            raise Refused(str(wrong)) from wrong
        if value is None:
            raise Refused(_("Say what is written into “%(label)s”.") % {"label": field.label})
        return {"key": field.key, "value": value}

    def says(self, given: Given, by: Advisor) -> str:
        field, value = Field.objects.of(Field.Target.CASE).filter(key=given["key"]).first(), given["value"]
        shown = _shown(value, is_day=field is not None and field.kind == Field.Kind.DATE)
        return _("“%(label)s” becomes: %(value)s.") % {"label": field.label if field else given["key"], "value": shown}

    def does(self, case: Case, by: Advisor, given: Given) -> Left | None:
        key, before = given["key"], case.fields.get(given["key"])
        return _write(case, by, key, given["value"]) and [key, before, given["value"]]

    def stands(self, case: Case, left: Left) -> bool:
        return bool(case.fields.get(left[0]) == left[2])

    def undoes(self, case: Case, by: Advisor, left: Left) -> None:
        _write(case, by, left[0], left[1])


def _write(case: Case, by: Advisor, key: str, value: Any) -> bool:
    before = case.fields
    try:
        return describe(case, by=by, values={key: value}).fields != before
    except WrongValue as wrong:
        raise Refused(str(wrong)) from wrong


def _names(given: Any) -> list[str]:
    names = [name_of(str(name)) for name in given]
    return [name for name in dict.fromkeys(names) if key_of(name)]


def _one_of(given: Given, key: str, values: list[Any]) -> Given:
    if not (value := given.get(key)):
        return {}
    if value not in values:
        raise Refused(_("“%(value)s” is nothing this can be.") % {"value": str(value)[:20]})
    return {key: value}


def _shown(value: str | float | bool, *, is_day: bool) -> str:
    """Write a value as people do: 4,5 and 29 février 2028 in French."""
    language = get_language() or "fr"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, str):
        return format_date(date.fromisoformat(value), "long", locale=language) if is_day else value
    return format_decimal(value, locale=language)
