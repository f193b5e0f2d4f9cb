"""Problems: everything that goes wrong is told as RFC 9457 says, in one sentence, never as a page."""

import json
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from petitevoix.api.sentences import escaped, fault
from petitevoix.cases.refusals import Refused, Stopped, Unseen
from petitevoix.people.refusals import Unchanged, WrongValue

MEDIA_TYPE = "application/problem+json"
SENTENCES = {
    400: "The request cannot be read.",
    401: "Send a token that lives: “Authorization: Bearer …”.",
    404: "There is nothing at this address, or it is not yours to see.",
    405: "This address does not know that method; the Allow header says which it knows.",
    413: "The request is too large.",
    500: "Something of ours broke, and nothing was changed. It is written in our log.",
}
log = logging.getLogger(__name__)


class Problem(Exception):
    """A request that cannot be done, with its status, a short code for programs and a sentence for people."""

    def __init__(
        self, status: int, code: str, detail: str, *, headers: dict[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail, self.headers, self.more = status, code, detail, headers or {}, more


@contextmanager
def conflict() -> Iterator[None]:
    """Tell a refusal as a conflict: the request is well formed, the house is otherwise."""
    try:
        yield
    except Refused as why:
        raise Problem(409, "unchanged", str(why)) from None


def unknown(field: str, said: str) -> Problem:
    """The problem of a body that names what is not here: the request is well formed, the house is otherwise."""
    return Problem(409, "unknown", said, errors=[{"in": "body", "pointer": f"#/{field}", "detail": said}])


def speak_problems(api: NinjaAPI) -> None:
    """Have an API tell each exception as a problem."""
    tellers: dict[Any, Callable[..., HttpResponse]] = {
        Exception: _broken,
        Problem: lambda _request, it: told(it.status, it.code, it.detail, headers=it.headers, **it.more),
        Refused: _refused,
        Unchanged: lambda _request, why: told(409, "unchanged", str(why)),
        WrongValue: _wrong_value,
        ValidationError: _invalid,
        AuthenticationError: lambda _request, _it: told(401, "no_token", headers={"WWW-Authenticate": "Bearer"}),
        HttpError: lambda _request, it: told(it.status_code, "unreadable", "The body is not JSON that can be read."),
        Http404: lambda _request, _it: told(404, "not_found"),
        RequestDataTooBig: lambda _request, _it: told(413, "too_large"),
        UnreadablePostError: lambda _request, _it: told(400, "unreadable"),
    }
    for kind, teller in tellers.items():
        api.add_exception_handler(kind, teller)


def told(
    status: int, code: str, detail: str = "", *, headers: dict[str, str] | None = None, **more: Any
) -> HttpResponse:
    """Write a problem down as a response."""
    body = {
        "type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "code": code,
        "detail": detail or SENTENCES.get(status, HTTPStatus(status).phrase + "."), **more,
    }  # fmt: skip
    # ASCII on purpose: what a stranger wrote may be repeated here, and may not be text at all.
    return HttpResponse(
        json.dumps(body),
        status=status,
        content_type=MEDIA_TYPE,
        headers={"Cache-Control": "no-store", **(headers or {})},
    )


def spoken(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Turn what Django or ninja would say as a page or in plain text into a problem."""

    @csrf_exempt  # no cookie is accepted here, so none can be misused
    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        try:
            response = view(request, *args, **values)
        except Exception as error:
            return _broken(request, error)
        if response.status_code < 400 or response.get("Content-Type", "").startswith(MEDIA_TYPE):
            return response
        headers = {"Allow": ", ".join(sorted(response["Allow"].split(", ")))} if "Allow" in response else {}
        code = "method_not_allowed" if response.status_code == 405 else "refused"
        return told(response.status_code, code, headers=headers)

    return wrapper


@csrf_exempt
def no_such_address(request: HttpRequest) -> HttpResponse:
    """Answer at every address of the API where nothing is."""
    return told(404, "not_found")


def _invalid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    faults: dict[tuple[str, str], dict[str, str]] = {}
    for one in map(fault, error.errors):
        faults.setdefault((one["in"], one["pointer"]), one)
    errors = list(faults.values())
    count = "One value" if len(errors) == 1 else f"{len(errors)} values"
    return told(422, "invalid", f"{count} cannot be used; `errors` says which, and why.", errors=errors)


def _refused(_request: HttpRequest, refusal: Refused) -> HttpResponse:
    if isinstance(refusal, Stopped):
        return told(422, "stopped", str(refusal), findings=[finding.as_json() for finding in refusal.findings])
    code = "unseen" if isinstance(refusal, Unseen) else "refused"
    finding: dict[str, Any] = {"code": code, "severity": "stop", "message": str(refusal), "spans": [], "blocks": True}
    if isinstance(refusal, Unseen):
        finding["messages"] = [message.pk for message in refusal.messages]
    return told(422, code, str(refusal), findings=[finding])


def _wrong_value(_request: HttpRequest, wrong: WrongValue) -> HttpResponse:
    where = {"in": "body", "pointer": f"#/fields/{escaped(wrong.key)}", "detail": str(wrong)}
    # Whether a name is a field's is known in this house only: the request itself is well formed.
    status, code = (409, "unknown") if wrong.is_unknown else (422, "invalid")
    return told(status, code, str(wrong), errors=[where])


def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    log.error("%s %s failed", request.method, request.path, exc_info=error)
    return told(500, "broken")
