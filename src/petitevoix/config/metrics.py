"""`/metrics`: the numbers of a house as OpenMetrics, for its own machine, or for who holds a token."""

from ipaddress import ip_address

from django.http import Http404, HttpRequest, HttpResponse

from petitevoix.api.models import Token
from petitevoix.config.vitals import numbers

MEDIA_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8"


def metrics(request: HttpRequest) -> HttpResponse:
    """Tell the numbers; to a stranger there is nothing here."""
    if not (_is_local(request) or _holds_a_token(request)):
        raise Http404
    lines = []
    for name, (help_, value) in numbers().items():
        lines += [f"# TYPE petitevoix_{name} gauge", f"# HELP petitevoix_{name} {help_}.", f"petitevoix_{name} {value}"]
    return HttpResponse(
        "\n".join([*lines, "# EOF", ""]), content_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"}
    )


def _is_local(request: HttpRequest) -> bool:
    """Asked on this machine; what a proxy on it passes on comes from elsewhere."""
    if request.headers.get("X-Forwarded-For") or request.headers.get("Forwarded"):
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _holds_a_token(request: HttpRequest) -> bool:
    kind, _space, secret = request.headers.get("Authorization", "").partition(" ")
    return kind.lower() == "bearer" and Token.behind(secret.strip()) is not None
