"""How staff sign in: accounts are given by an admin, nobody makes their own."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation

from petitevoix.people.models import Advisor
from petitevoix.web.shared.language import COOKIE


class StaffAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return "/desk/settings/me/"

    def get_reset_password_from_key_url(self, key: str) -> str:
        # Not from the request: whoever forges a Host header must not choose where a one-time link leads.
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return settings.URL + path.replace("UID-KEY", key)

    def format_email_subject(self, subject: str) -> str:
        return subject.strip()

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write to the holder of an account in their language; an address without one is nobody we write to."""
        user = context.get("user")
        if user is None:
            return
        with translation.override(user.language):
            super().send_mail(template_prefix, email, context)

    def post_login(self, request: HttpRequest, user: Advisor, **named: Any) -> HttpResponse:
        """Speak the language of the account, unless another one was chosen in this browser."""
        response = super().post_login(request, user, **named)
        if COOKIE not in request.COOKIES:
            year = 365 * 24 * 3600
            response.set_cookie(COOKIE, user.language, max_age=year, samesite="Lax", secure=settings.SECURE_COOKIES)
        return response
