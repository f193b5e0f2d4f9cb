"""Handing out tokens."""

from django.db import transaction

from petitevoix.api.models import Token
from petitevoix.journal.record import Actor, record
from petitevoix.people.models import Advisor


def issue(advisor: Advisor, scopes: list[str], *, by: Actor | str) -> str:
    """Make a token that acts in an advisor's name and give its secret, which nobody can read again."""
    with transaction.atomic():
        token, secret = Token.issue(advisor, scopes)
        record("token.issued", token, by=by, proven=True, advisor=advisor.pk, scopes=scopes)
    return secret
