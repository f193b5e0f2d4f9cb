"""The door of the workspace: staff only, by the methods a page knows."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase

from petitevoix.journal.tail import last_id
from petitevoix.people.models import Advisor
from petitevoix.web.shared.remembering import forget_all
from petitevoix.web.shared.sessions import signed_in
from petitevoix.web.workspace.rail import look_around

View = Callable[..., HttpResponseBase]


class StaffRequest(HttpRequest):
    """A request that came through this door: its reader is known, and so are the teams they may see."""

    user: Advisor
    teams: list[tuple[int, str]]  # id and name
    last_event: int  # the newest event when the page began to be read; 0 for a part of a page


def staff(*methods: str) -> Callable[[View], View]:
    """Let in signed-in staff, by these methods; others are sent to sign in, and come back to where they were going."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
            request.user = signed_in(request)  # itself, no lazy stand-in: a page asks it a hundred things
            if not request.user.is_authenticated:
                return _sign_in(request)
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            inside = cast(StaffRequest, request)
            # Before the page is read: what happens meanwhile is told to it again rather than never.
            whole = request.method == "GET" and "HX-Request" not in request.headers
            inside.last_event = last_id() if whole else 0
            inside.teams = look_around(inside.user)
            answer = view(inside, *arguments, **named)
            if request.method == "POST" and request.path.startswith("/desk/settings/"):
                forget_all()  # teams and accounts change here
            return answer

        return guarded

    return guard


def _sign_in(request: HttpRequest) -> HttpResponse:
    htmx = request.headers.get("HX-Request") == "true"
    going_to = request.headers.get("HX-Current-URL", "/desk/") if htmx else request.get_full_path()
    door = f"{settings.LOGIN_URL}?next={quote(going_to)}"
    if htmx:
        # The whole page goes to the door, not the fragment alone.
        return HttpResponse(status=200, headers={"HX-Redirect": door})
    return HttpResponseRedirect(door)
