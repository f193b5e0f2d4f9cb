"""Mailboxes: listed, added, changed, removed."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.cases.refusals import Refused
from petitevoix.channels.email import mailboxes
from petitevoix.channels.email.models import Mailbox
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import admins, draw
from petitevoix.web.workspace.settings.mailboxes.forms import MailboxForm
from petitevoix.web.workspace.settings.mailboxes.hosts import HOSTS
from petitevoix.web.workspace.settings.mailboxes.trial import standing

HOME = "/desk/settings/mailboxes/"


@admins("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List the mailboxes, with how each of them does."""
    found = [(mailbox, standing(mailbox)) for mailbox in Mailbox.objects.active().select_related("team")[:500]]
    return draw(request, "mailboxes/list.html", "mailboxes", mailboxes=found, front=Mailbox.objects.front())


@admins("GET", "POST")
def add(request: StaffRequest) -> HttpResponse:
    """Add a mailbox, or say why it cannot be one."""
    form = MailboxForm(request.POST or None)
    if form.is_valid():
        try:
            mailbox = mailboxes.add(**form.wishes, by=request.user)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("%(address)s is a mailbox now.") % {"address": mailbox.address})
            return HttpResponseRedirect(f"{HOME}{mailbox.pk}/")
    return draw(request, "mailboxes/one.html", "mailboxes", status=422 if form.errors else 200, form=form, hosts=HOSTS)


@admins("GET", "POST")
def change(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one mailbox, and change it."""
    mailbox = get_object_or_404(Mailbox.objects.active(), pk=pk)
    form = MailboxForm(request.POST or None, mailbox=mailbox)
    if form.is_valid():
        try:
            mailboxes.change(mailbox, by=request.user, **form.wishes)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Kept. Send ourselves a letter to see that it works."))
            return HttpResponseRedirect(f"{HOME}{pk}/")
    known = {"mailbox": mailbox, "standing": standing(mailbox), "form": form, "hosts": HOSTS}
    known["front"] = Mailbox.objects.front()
    return draw(request, "mailboxes/one.html", "mailboxes", status=422 if form.errors else 200, **known)


@admins("POST")
def front(request: StaffRequest, pk: int) -> HttpResponse:
    """Have a mailbox answer what is asked on our pages."""
    mailbox = get_object_or_404(Mailbox.objects.active(), pk=pk)
    mailboxes.put_in_front(mailbox, by=request.user)
    messages.success(request, _("What is asked on our pages comes to %(address)s now.") % {"address": mailbox.address})
    return HttpResponseRedirect(f"{HOME}{pk}/")


@admins("POST")
def remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Stop reading and writing from a mailbox."""
    mailbox = get_object_or_404(Mailbox.objects.active(), pk=pk)
    mailboxes.remove(mailbox, by=request.user)
    words = _("%(address)s is no longer read or written from. Its letters and cases stay.")
    messages.success(request, words % {"address": mailbox.address})
    return HttpResponseRedirect(HOME)
