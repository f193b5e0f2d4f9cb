"""The link by which somebody who joins chooses a password, once."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from petitevoix.people.models import Advisor


def one_time_link(advisor: Advisor) -> str:
    """Give the address where an advisor sets a password; it stops working once used, and after three days."""
    key = default_token_generator.make_token(advisor)
    arguments = {"uidb36": user_pk_to_url_str(advisor), "key": key}
    return settings.URL + reverse("account_reset_password_from_key", kwargs=arguments)
