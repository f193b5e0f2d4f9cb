"""What happened, as programs read it: events of a case with their facts, and no word of a case one may not see."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q

from petitevoix.api.telling import moment
from petitevoix.cases.models import Case
from petitevoix.people.models import Advisor

EVENT = ("id", "name", "noun", "by", "at", "facts")
# Facts that lead to another case: by its number, or by its reference.
_NUMBERS, _REFERENCES = ("other", "case"), ("made", "from", "reference", "into")
_OF_TWO_CASES = {
    "case.linked", "case.unlinked", "case.split", "case.split_off", "case.merged", "case.joined", "case.parted",
}  # fmt: skip


def events_told(rows: Sequence[Mapping[str, Any]], reader: Advisor) -> list[dict[str, Any]]:
    """Tell the `EVENT` values of events; what leads to a case that their reader may not see is left out."""
    led_to = [row["facts"] for row in rows if row["name"] in _OF_TWO_CASES]
    numbers = {facts[name] for facts in led_to for name in _NUMBERS if name in facts}
    references = {facts[name] for facts in led_to for name in _REFERENCES if name in facts}
    open_to_them: set[Any] = set()
    if led_to:
        found = Case.objects.visible_to(reader).filter(Q(pk__in=numbers) | Q(reference__in=references))
        open_to_them = {one for pair in found.values_list("pk", "reference") for one in pair}
    return [_told(row, open_to_them) for row in rows]


def _told(row: Mapping[str, Any], open_to_them: set[Any]) -> dict[str, Any]:
    facts = row["facts"]
    if row["name"] in _OF_TWO_CASES:
        leads = (*_NUMBERS, *_REFERENCES)
        facts = {name: fact for name, fact in facts.items() if name not in leads or fact in open_to_them}
    return {**row, "facts": facts, "at": moment(row["at"])}
