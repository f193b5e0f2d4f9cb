"""The door of the workspace: staff only, by the methods a page knows."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect

from petitevoix.web.shared.remembering import forget_all
from petitevoix.web.workspace.rail import look_around

View = Callable[..., HttpResponse]


def staff(*methods: str) -> Callable[[View], View]:
    """Let in signed-in staff, by these methods; others are sent to sign in, and come back to where they were going."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return _sign_in(request)
            if request.method not in methods:
                return HttpResponseNotAllowed(methods)
            request.teams = look_around(request.user)
            answer = view(request, *arguments, **named)
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
