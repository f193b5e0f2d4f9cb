"""Headers that keep strangers out of our pages; nothing in them is loaded from anybody else's server."""

from collections.abc import Callable, Iterable

from django.http import HttpRequest, HttpResponse


def policy(*, scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """Say what a page of ours may load: what is ours, and what stands within it under one of these hashes."""
    return (
        f"default-src 'none'; script-src {_sources(scripts)}; style-src {_sources(styles)}; "
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'; manifest-src 'self'"
    )


def _sources(hashes: Iterable[str]) -> str:
    return " ".join(["'self'", *hashes])


CSP = policy()


class SecurityHeaders:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        headers = response.headers
        headers.setdefault("Content-Security-Policy", CSP)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("X-Frame-Options", "DENY")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        # A signed link is a key: it is told to no other site.
        headers.setdefault("Referrer-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()")
        return response
