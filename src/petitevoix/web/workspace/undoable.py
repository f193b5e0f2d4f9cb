"""What was just done and can be undone: one sentence, one button, for as long as it says so."""

from collections.abc import Sequence
from typing import NamedTuple

from django.http import HttpRequest
from django.utils.translation import gettext as _

from petitevoix.cases.models import Message
from petitevoix.cases.models.case import seen_by
from petitevoix.kit import clock
from petitevoix.people.models import Advisor


class Undoable(NamedTuple):
    sentence: str
    path: str
    label: str
    seconds: int
    target: str = ""  # what its answer is put into on this page; without one it leads to a page of its own
    swap: str = "outerHTML"


def newest(entries: Sequence, base: str) -> Undoable | None:
    """Find, in the thread of a case, the act of its reader that can be undone and was done last."""
    mine = [entry for entry in entries if entry.undo and not getattr(entry, "leaves", "")]
    if not mine:
        return None
    last = mine[-1]
    if last.kind == "event":
        return Undoable(last.sentence, f"{base}happened/{last.id}/undoing/", _("Undo"), last.undo, "#composer", "none")
    said = _("Your note is kept.") if last.kind == "note" else _("Your answer leaves in a moment.")
    return Undoable(said, f"{base}replies/{last.id}/withdrawal/", _("Take it back"), last.undo, "#composer")


def told(request: HttpRequest, advisor: Advisor) -> Undoable | None:
    """Say, on the page one was brought to after it, that an answer can still be taken back."""
    number = request.GET.get("told", "")
    if not number.isdecimal() or len(number) > 18:
        return None
    sent = Message.objects.filter(seen_by(advisor, "case__"), pk=number, advisor=advisor, withdrawn_at=None)
    message = sent.filter(leaves_at__gt=clock.now()).select_related("case__person").first()
    if message is None or message.leaves_at is None:
        return None
    seconds = int((message.leaves_at - clock.now()).total_seconds())
    name = message.case.person.name or message.case.reference
    path = f"/desk/cases/{message.case.reference}/replies/{message.pk}/withdrawal/"
    return Undoable(_("Your answer to %(name)s leaves in a moment.") % {"name": name}, path, _("Take it back"), seconds)
