"""The pretend mailboxes: a visitor of the demo reads and writes as a person of the town.

Without the demo, nothing is here.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from math import ceil
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe
from markupsafe import Markup

from petitevoix.channels.email import exchange
from petitevoix.channels.email.models import Mailbox
from petitevoix.channels.email.reading.letter import Letter
from petitevoix.people.models import Address, Person
from petitevoix.people.models.person import normal
from petitevoix.web.portal.drawing import draw, sealed
from petitevoix.web.portal.exchange.forms import LetterForm, NewcomerForm
from petitevoix.web.shared.security import CSP

LISTED, RECENT = 60, 8
# A letter is drawn in a room of its own: it runs nothing, loads nothing, and its links open elsewhere.
LETTER_CSP = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; "
    "sandbox allow-popups allow-popups-to-escape-sandbox"
)

View = Callable[..., HttpResponse]


def only_in_the_demo(view: View) -> View:
    """Answer 404 outside the demo."""

    @wraps(view)
    def guarded(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        address = named.get("address")
        if address and (len(address) > 254 or "@" not in address or _is_ours(address)):
            raise Http404
        return view(request, *arguments, **named)

    return guarded


@only_in_the_demo
@require_safe
def persons(request: HttpRequest) -> HttpResponse:
    """Choose whose mailbox to open, or come as somebody new."""
    query = request.GET.get("q", "").strip()[:100]
    newcomer = NewcomerForm(request.GET if "email" in request.GET else None)
    if newcomer.is_bound and newcomer.is_valid() and not _is_ours(newcomer.cleaned_data["email"]):
        address, name = normal(newcomer.cleaned_data["email"]), newcomer.cleaned_data["name"]
        return redirect(f"{reverse('portal:exchange-write', kwargs={'address': address})}?{urlencode({'name': name})}")
    context = {"query": query, "rows": _people(query), "recent": _recent() if not query else [], "newcomer": newcomer}
    return draw(request, "portal/exchange/persons.html", context)


@only_in_the_demo
@require_safe
def mailbox(request: HttpRequest, address: str) -> HttpResponse:
    """One person's letters, newest first."""
    rows = exchange.letters(address, before=request.GET.get("before", ""))
    context = {"rows": rows, "older": rows[-1].id if len(rows) == exchange.PAGE else ""}
    return draw(request, "portal/exchange/mailbox.html", _whose(address) | context)


@only_in_the_demo
@require_safe
def letter(request: HttpRequest, address: str, number: str) -> HttpResponse:
    """One letter, as a mail program shows it."""
    found = _letter(address, number)
    mine = found.from_.address == normal(address)
    context = {"letter": found, "number": number, "mine": mine, "height": _height(found), "form": LetterForm()}
    response = draw(request, "portal/exchange/letter.html", _whose(address) | context)
    response["Content-Security-Policy"] = f"{CSP}; frame-src 'self'"
    return response


@only_in_the_demo
@require_safe
@xframe_options_sameorigin
def drawn(request: HttpRequest, address: str, number: str) -> HttpResponse:
    """The HTML of a letter, sanitised when it was read, alone in a sandbox."""
    # Sanitised when it was read, and the policy of this page lets nothing of it run or load.
    html = Markup(_letter(address, number).html or "")  # noqa: S704
    response = render(request, "portal/exchange/drawn.html", {"html": html})
    response["Content-Security-Policy"] = LETTER_CSP
    return sealed(response)


@only_in_the_demo
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, address: str) -> HttpResponse:
    """Write a letter to one of our mailboxes, or answer one of ours."""
    known = _whose(address)
    initial = {"name": known["name"] or request.GET.get("name", "")[:120]}
    form = LetterForm(request.POST) if request.method == "POST" else LetterForm(initial=initial)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        to = said["to"] if _is_ours(said["to"]) else ""
        if not to and not said["answer"]:
            raise Http404
        try:
            exchange.write(
                address, said["name"], to, said["subject"], said["text"], in_answer_to=said["answer"] or None
            )
        except LookupError as missing:
            raise Http404 from missing
        messages.success(request, _("The letter is on its way. It reaches the desk within a second or two."))
        return redirect("portal:exchange-mailbox", address=address)
    ours = list(Mailbox.objects.active().values("address", "name", "team__name"))
    context = {"form": form, "ours": ours}
    return draw(request, "portal/exchange/write.html", known | context, status=422 if form.errors else 200)


def _people(query: str) -> Sequence[Mapping[str, object]]:
    rows = Address.objects.filter(kind=Address.Kind.EMAIL).order_by("person__name", "id")
    if query:
        rows = rows.filter(person__name__icontains=query) | rows.filter(value__icontains=query)
    return list(rows.values("value", "person__name", "person__language")[:LISTED])


def _recent() -> list[dict[str, str]]:
    """Those who have had letters last."""
    ours = set(Mailbox.objects.values_list("address", flat=True))
    latest = [address for address in exchange.addresses() if address not in ours][:RECENT]
    named = dict(Address.objects.filter(value__in=latest).values_list("value", "person__name"))
    return [{"value": address, "person__name": named.get(address, "")} for address in latest]


def _whose(address: str) -> dict[str, str]:
    person = Person.objects.at(address).first()
    return {"address": normal(address), "name": person.name if person else ""}


def _letter(address: str, number: str) -> Letter:
    try:
        return exchange.letter(address, number)
    except LookupError as missing:
        raise Http404 from missing


def _height(found: Letter) -> int:
    """How tall the frame of a letter should be, in pixels: a guess from its words, since nobody may look inside."""
    lines = sum(max(1, ceil(len(line) / 64)) for line in found.text.split("\n"))
    return min(140 + 18 * lines, 2400)


def _is_ours(address: str) -> bool:
    local, _at, domain = normal(address).rpartition("@")
    return Mailbox.objects.at(f"{local.partition('+')[0]}@{domain}").exists()
