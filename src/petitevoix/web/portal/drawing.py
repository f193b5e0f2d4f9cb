"""How every page of the portal is drawn: with a way to a person, in its reader's language, for its reader only."""

from typing import Any, TypeVar

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import translation

from petitevoix.channels.email.models import Mailbox
from petitevoix.people.models import Person
from petitevoix.web.shared.jinja import size
from petitevoix.web.shared.language import COOKIE, KNOWN

Answer = TypeVar("Answer", bound=HttpResponseBase)


def draw(
    request: HttpRequest,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    status: int = 200,
    private: bool = True,
) -> HttpResponse:
    """Draw a page; a private one is kept by no cache and found by no search engine."""
    mailbox = front_mailbox()
    shell = {
        "write_to": mailbox.address if mailbox else "",
        "languages": settings.LANGUAGES,
        "limit": settings.ATTACHMENT_LIMIT,
        "said_limit": said_limit(),
        "messages": get_messages(request),
        "private": private,
    }
    return sealed(render(request, template, shell | (context or {}), status=status), private=private)


def sealed(response: Answer, *, private: bool = True) -> Answer:
    """Keep an answer out of caches, and a private one out of search engines; a signed link is told to no other site."""
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "same-origin"
    if private:
        response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def said_limit() -> str:
    """How much one message may carry, in round figures."""
    return size((settings.ATTACHMENT_LIMIT >> 20) * 10**6)


def front_mailbox() -> Mailbox | None:
    """The mailbox that answers what is asked on our pages, so that the answer comes from an address we read."""
    return Mailbox.objects.front()


def speak_to(request: HttpRequest, person: Person) -> None:
    """Speak the language a person writes in, unless this reader chose another."""
    chose = request.GET.get("language") in KNOWN or request.COOKIES.get(COOKIE) in KNOWN
    if not chose and person.spoken in KNOWN:
        translation.activate(person.spoken)
