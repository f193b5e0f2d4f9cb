"""The real test of a mailbox: it writes itself a letter, and the page says where that letter is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from petitevoix.channels.email import mailboxes
from petitevoix.channels.email.models import Mailbox
from petitevoix.kit import clock
from petitevoix.web.shared.htmx import blocks
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import admins

PATIENCE = timedelta(minutes=3)  # a test that says nothing for so long is lost with its worker


@dataclass(frozen=True)
class Standing:
    """Where the last test of a mailbox stands, in one sentence."""

    sentence: str
    mark: str = ""  # kept, late, or nothing
    detail: str = ""
    runs: bool = False
    at: datetime | None = None


@admins("GET", "POST")
def show(request: StaffRequest, pk: int) -> HttpResponse:
    """Begin a test; tell how it goes."""
    mailbox = get_object_or_404(Mailbox.objects.active(), pk=pk)
    if request.method == "POST":
        mailboxes.test_later(mailbox)
    if request.headers.get("HX-Request") != "true":
        return HttpResponseRedirect(f"/desk/settings/mailboxes/{pk}/#test")
    return blocks(
        request, "workspace/settings/mailboxes/one.html", "trial", mailbox=mailbox, standing=standing(mailbox)
    )


def standing(mailbox: Mailbox) -> Standing | None:
    """Say where the last test stands; nothing where there was none."""
    step = mailbox.test_result.get("step")
    if not step:
        return None
    at = _moment(mailbox.test_result.get("at"))
    if step == "done":
        return _back(mailbox, at)
    if trouble := mailbox.test_result.get("trouble"):
        return Standing(_FAILED.get(step, _FAILED["connection"])(), "late", detail=str(trouble), at=at)
    if at is None or at < clock.now() - PATIENCE:
        return Standing(_("Nobody came back from the last test. Is the server running whole?"), "late", at=at)
    return Standing(_RUNS.get(step, _RUNS["waiting"])(), runs=True, at=at)


def _back(mailbox: Mailbox, at: datetime | None) -> Standing:
    seconds = number_format(mailbox.test_result.get("seconds") or 0, decimal_pos=1)
    detail = ""
    if mailbox.test_result.get("tags") is False:
        detail = _("Addresses with a “+” do not arrive here; we recognise answers by their thread instead.")
    words = _("We wrote ourselves a letter: it came back in %(seconds)s s.") % {"seconds": seconds}
    return Standing(words, "kept", detail=detail, at=at)


def _moment(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text))
    except ValueError:
        return None


_RUNS = {
    "waiting": lambda: _("The letter is about to leave…"),
    "sending": lambda: _("We are writing ourselves a letter…"),
    "arrival": lambda: _("It has left; we wait for it to come back…"),
}
_FAILED = {
    "address": lambda: _("The address of a server cannot be read."),
    "connection": lambda: _("The server could not be reached."),
    "encryption": lambda: _("The server was reached, but does not speak in private with us."),
    "sign-in": lambda: _("The server was reached, but does not let us in."),
    "folder": lambda: _("We were let in, but cannot read that folder."),
    "sending": lambda: _("The letter did not leave."),
    "arrival": lambda: _("The letter left, but never came back."),
}
