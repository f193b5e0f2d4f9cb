"""Which language a page speaks: what its reader chose, else what they are known to read, else what the browser asks."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

COOKIE = "pv_language"
KNOWN = dict(settings.LANGUAGES)


def page_language() -> str:
    """Name the language of the page that is being written: "fr" or "en"."""
    return (translation.get_language() or settings.LANGUAGE_CODE)[:2]


class LanguageMiddleware:
    """Speak the chosen language (`?language=en`, then a cookie), else the browser's, else the house's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.GET.get("language", "")
        language = next((known for known in (chosen, request.COOKIES.get(COOKIE)) if known in KNOWN), None)
        language = language or translation.get_language_from_request(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", page_language())
        if chosen in KNOWN:
            response.set_cookie(COOKIE, chosen, max_age=365 * 24 * 3600, samesite="Lax", secure=settings.SECURE_COOKIES)
        return response
