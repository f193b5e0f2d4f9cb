"""Asking, and what one sees right after."""

from datetime import datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from petitevoix.cases.actions.reopening import NEWS_WITHIN
from petitevoix.cases.models import Message
from petitevoix.channels.form.asking import ask
from petitevoix.kit import clock
from petitevoix.people.models.advisor import hours_of
from petitevoix.web.portal import stamps, ways, wishes
from petitevoix.web.portal.ask.forms import AskForm
from petitevoix.web.portal.drawing import draw, front_mailbox
from petitevoix.web.portal.limits import place_of
from petitevoix.web.shared.language import page_language

ASKED_KEPT = 20


@require_http_methods(["GET", "HEAD", "POST"])
def asking(request: HttpRequest) -> HttpResponse:
    """The page to ask: no account, no number, no menu."""
    if request.method != "POST":
        return _draw(request, AskForm(initial=_said_before(request)), stamps.fresh())
    form = AskForm(request.POST, request.FILES, place=place_of(request))
    if not form.is_valid():
        return _draw(request, form, form.fresh_stamp, status=422)
    mailbox, said = front_mailbox(), form.cleaned_data
    message = ask(
        email=said["email"], name=said["name"], words=said["words"], files=form.arrived_files(), stamp=said["stamp"],
        language=page_language(), team=mailbox.team if mailbox else None,
        door=mailbox.address if mailbox else "", wish=said["wish"],
        before_signing=said["before_signing"], reached_by=said["reached_by"],
    )  # fmt: skip
    _remember(request, message)
    return redirect("portal:asked", reference=message.case.reference)


@require_safe
def asked(request: HttpRequest, reference: str) -> HttpResponse:
    """What happens now. Whoever asked has not proved that the address is theirs: they see what they wrote, no more."""
    message = _asked_here(request, reference)
    if message is None:
        raise Http404
    files = list(message.attachments.values("name", "size"))
    return draw(request, "portal/ask/asked.html", {"message": message, "case": message.case, "files": files})


def _draw(request: HttpRequest, form: AskForm, stamp: str, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "stamp": stamp, "by": _by(), "wishes": wishes.wishes(), "ways": ways.ways()}
    return draw(request, "portal/ask/page.html", context, status=status, private=False)


def _by() -> datetime:
    """When somebody who asks now will have heard from us, at the full hour."""
    mailbox = front_mailbox()
    at = hours_of(mailbox.team if mailbox else None).after(clock.now(), NEWS_WITHIN)
    whole = at.replace(minute=0, second=0, microsecond=0)
    return whole if whole == at else whole + timedelta(hours=1)


def _remember(request: HttpRequest, message: Message) -> None:
    kept = [row for row in request.session.get("asked", []) if row[0] != message.case.reference]
    request.session["asked"] = [*kept, [message.case.reference, message.pk]][-ASKED_KEPT:]


def _asked_here(request: HttpRequest, reference: str) -> Message | None:
    """The first words of a case that was opened from this very browser."""
    number = dict(request.session.get("asked", [])).get(reference)
    return (
        Message.objects.filter(pk=number, case__reference=reference).select_related("case").first() if number else None
    )


def _said_before(request: HttpRequest) -> dict[str, Any]:
    """The words of a case asked here, to send them again under the right address."""
    message = _asked_here(request, request.GET.get("again", "")) if "again" in request.GET else None
    return (
        {"words": message.words, "wish": message.case.wish, "before_signing": message.case.before_signing}
        if message
        else {}
    )
