"""The promises of a case as they are read: what was said, until when, by whom, and how it stands."""

from datetime import datetime
from math import inf
from typing import NamedTuple

from django.utils.translation import gettext as _

from petitevoix.cases.actions.promising import can_be_reopened
from petitevoix.cases.models import Case, Promise
from petitevoix.kit.prepared import Prepared
from petitevoix.kit.words import exactly, moment
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.cases.sentences import Names

_promises_of = Prepared(lambda case: Promise.objects.filter(case_id=case).order_by("id"), int)


class Promised(NamedTuple):
    id: int
    words: str
    condition: str
    question: int | None
    owner: str
    due: str
    due_exactly: str
    due_at: datetime | None
    offered: str
    state: str  # due, late, kept, disputed, withdrawn
    state_said: str
    kind: str
    agreed: bool  # the person said that its date suits them
    can_be_reopened: bool = False  # it can be taken back that it was called kept

    @property
    def goes_on(self) -> bool:
        return self.state in {"due", "late"}

    @property
    def mark(self) -> str:
        """Give the colour it stands in, or none: calm before its time, loud after."""
        return {"kept": "kept", "late": "late", "disputed": "late"}.get(self.state, "")


def promises_of(case: Case, names: Names) -> list[Promised]:
    """Give the promises of a case, those that go on first, the next due before those without a date, in one query."""
    spoken = page_language()
    rows = [promised(one, names, spoken) for one in _promises_of(case.pk)]
    return sorted(rows, key=lambda row: (not row.goes_on, row.due_at.timestamp() if row.due_at else inf, row.id))


def promised(one: Promise, names: Names, spoken: str) -> Promised:
    """Make a row of a promise."""
    state = one.state
    return Promised(
        id=one.pk,
        words=one.words,
        condition=one.condition_apart,
        question=one.question_id,
        owner=names.get(f"advisor:{one.owner_id}", ""),
        due=moment(one.due_at, spoken) if one.due_at else "",
        due_exactly=exactly(one.due_at, spoken) if one.due_at else "",
        due_at=one.due_at,
        offered=moment(one.offered_due_at, spoken) if one.offered_due_at else "",
        state=state,
        state_said=state_said(state),
        kind=one.kind,
        agreed=one.agreed_at is not None,
        can_be_reopened=state == "kept" and can_be_reopened(one),
    )


def state_said(state: str) -> str:
    """Say how a promise stands."""
    return {
        "due": _("goes on"),
        "late": _("late"),
        "kept": _("kept"),
        "disputed": _("not kept, they say"),
        "withdrawn": _("they let us off it"),
    }[state]
