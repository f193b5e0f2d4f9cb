"""The times that an act may name."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from petitevoix.cases.refusals import Refused
from petitevoix.kit import clock

LONGEST = timedelta(days=366)


def must_come_within_a_year(at: datetime) -> None:
    """Refuse a time that is past, or further away than anybody plans. Raises Refused."""
    if not clock.now() < at <= clock.now() + LONGEST:
        raise Refused(_("Choose a time to come, within a year."))
