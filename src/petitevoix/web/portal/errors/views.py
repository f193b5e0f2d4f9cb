"""The pages of what went wrong, for both audiences: what happened, how to go on, and always a way to a person."""

from dataclasses import dataclass
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation, TooManyFilesSent
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from petitevoix.web.portal.drawing import front_mailbox, sealed

# What the CSRF page gives back, so that a second press sends it.
KEPT = ("words", "email", "name", "stamp", "subject", "text", "to", "answer", "wish")


@dataclass(frozen=True)
class Trouble:
    title: str  # what happened
    words: str  # how to go on


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Nothing is here; or it is, and this reader may not know. Both look the same."""
    if request.path.startswith("/me/"):
        return _draw(
            request, 404, _("This link does not open anything."),
            _("It may be incomplete, or an old one. Have a fresh one sent to you, or simply write to us: "
              "nothing you said is lost."),
        )  # fmt: skip
    return _draw(request, 404, _("There is nothing at this address."), _("Perhaps it moved, or a letter is missing."))


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """This reader may not do that here."""
    return _draw(request, 403, _("This page is not open to you."), _("If you think it should be, tell us."))


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was sent cannot be read, or is too much at once."""
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return _draw(
            request, 413, _("That is more than we can take at once."),
            _("Go back: your words should still be there. Send them with fewer or smaller files."),
        )  # fmt: skip
    return _draw(request, 400, _("We could not read what your browser sent."), _("Go back and try once more."))


def broken(request: HttpRequest) -> HttpResponse:
    """Something broke on our side; this page leans on as little as can be."""
    title, words = (
        _("Something broke on our side."),
        _("It is not your doing. Try again in a minute; if it lasts, write to us."),
    )
    try:
        return _draw(request, 500, title, words, mailbox=False)
    except Exception:  # even the page is broken: the sentence still arrives
        return HttpResponse(f"{title}\n{words}\n", status=500, content_type="text/plain; charset=utf-8")


def unproven(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came back without its proof (cookies refused, a page open for too long): its words are given back."""
    try:
        kept = {name: request.POST[name] for name in KEPT if name in request.POST}
        had_files = bool(request.FILES)
    except (OSError, SuspiciousOperation):
        kept, had_files = {}, False
    context = {"kept": kept if not _staff(request) else {}, "copied": kept.get("words", ""), "had_files": had_files}
    return _draw(
        request, 403, _("This page had been open for too long."),
        _("Nothing was sent yet, and your words are still here. Press Send once more."),
        # Without words there is nothing to give back.
        **(context if any(kept.get(name) for name in ("words", "text", "email")) else {"stale": True}),
    )  # fmt: skip


def _draw(
    request: HttpRequest, status: int, title: str, words: str, mailbox: bool = True, **more: object
) -> HttpResponse:
    if request.path.startswith("/api/"):
        code = {400: "unreadable", 403: "refused", 404: "not_found", 413: "too_large"}.get(status, "broken")
        told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "code": code}
        return JsonResponse(
            {**told, "detail": f"{title} {words}"},
            status=status,
            content_type="application/problem+json",
        )
    context = {
        "trouble": Trouble(title, words),
        "staff": _staff(request),
        "write_to": _write_to() if mailbox else "",
        "languages": settings.LANGUAGES if request.method == "GET" else [],
        "private": True,
        **more,
    }
    return sealed(render(request, "portal/errors/page.html", context, status=status))


def _staff(request: HttpRequest) -> bool:
    return request.path.startswith("/desk/")


def _write_to() -> str:
    try:
        mailbox = front_mailbox()
    except DatabaseError:
        return ""
    return mailbox.address if mailbox else ""
