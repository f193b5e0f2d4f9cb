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
    behind_draft: bool = False  # it takes words out of the draft: what is typed there is kept first


def newest(entries: Sequence, base: str, *, undone: int | None = None) -> Undoable | None:
    """Find, in the thread of a case, the act of its reader that can be undone and was done last.

    Right after the act `undone` (0: a reply or a note taken back) only what undoing it did is offered: an earlier act
    would read as if it were the one just undone.
    """
    if undone is not None:
        entries = [one for one in entries if one.kind == "event" and undone and one.id > undone]
    mine = [entry for entry in entries if entry.undo and not getattr(entry, "leaves", "")]
    if not mine:
        return None
    last = mine[-1]
    if last.kind == "event":
        path, is_run = f"{base}happened/{last.id}/undoing/", last.name == "macro.run"
        swap = "outerHTML" if is_run else "none"
        return Undoable(last.sentence, path, _("Undo"), last.undo, "#composer", swap, is_run)
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
