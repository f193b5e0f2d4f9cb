"""Quarantine: letters that could not be read, with the reason, the original, and two ways on."""

from datetime import datetime
from typing import NamedTuple

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.channels.email import processing
from petitevoix.channels.email.keeping import letters
from petitevoix.channels.email.models import Intake
from petitevoix.vault import access
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import draw, leads
from petitevoix.web.workspace.settings.paging import behind, turned
from petitevoix.web.workspace.settings.quarantine.glimpse import glimpse

HOME = "/desk/settings/quarantine/"
MOST = 25
STATES = {"": Intake.State.QUARANTINED, "dismissed": Intake.State.DISMISSED}
_FIELDS = ("id", "sha256", "reason", "size", "door", "mailbox__address", "sent_from", "received_at")


class Row(NamedTuple):
    id: int
    sender: str
    subject: str
    reason: str
    size: int
    door: str
    mailbox: str
    at: datetime


@leads("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List the letters that were laid aside, or those that were let go."""
    state = request.GET.get("state", "")
    letters_aside = Intake.objects.filter(state=STATES.get(state, STATES[""]))
    found, cursor = turned([_row(*row) for row in behind(request, letters_aside, MOST).values_list(*_FIELDS)], MOST)
    return draw(request, "quarantine/quarantine.html", "quarantine", letters=found, cursor=cursor, state=state)


@leads("GET")
def original(request: StaffRequest, pk: int) -> FileResponse:
    """Hand out the letter as it came, to be kept and never shown; whoever opens it is written down."""
    intake = get_object_or_404(_aside(), pk=pk)
    try:
        file = letters().path(intake.sha256).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    access.record(request.user.actor, "letter_original.opened", f"intake:{pk}")
    return FileResponse(file, as_attachment=True, filename=f"letter-{pk}.eml", content_type="text/plain; charset=utf-8")


@leads("POST")
def retry(request: StaffRequest, pk: int) -> HttpResponse:
    """Try to read a letter once more."""
    processing.retry(get_object_or_404(_aside(), pk=pk), by=request.user)
    messages.success(
        request, _("We are reading it once more. If it cannot be done, it comes back here with the reason.")
    )
    return HttpResponseRedirect(HOME)


@leads("POST")
def dismiss(request: StaffRequest, pk: int) -> HttpResponse:
    """Let a letter go."""
    processing.dismiss(get_object_or_404(_aside(), pk=pk), by=request.user)
    messages.success(request, _("Let go. It stays in the store, under “Let go”."))
    return HttpResponseRedirect(HOME)


def _aside() -> QuerySet[Intake]:
    return Intake.objects.filter(state__in=STATES.values())


def _row(pk: int, digest: str, reason: str, size: int, door: str, mailbox: str, envelope: str, at: datetime) -> Row:
    sender, subject = glimpse(digest)
    return Row(pk, sender or envelope, subject, _(reason) if reason else "", size, door, mailbox or "", at)
