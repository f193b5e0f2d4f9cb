"""Agreeing on how long things may take: by those who lead, with the day since which it holds."""

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.models.agreed import Agreement
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.models import Advisor

# Each with the least and the most that makes sense.
BOUNDS = {
    "news_after_hours": (1, 400),
    "warned_before_hours": (1, 72),
    "disputable_days": (1, 90),
    "window_days": (1, 90),
    "likeness_percent": (50, 100),
    "told_within_hours": (1, 200),
    "reversible_days": (1, 90),
}


def agree(*, by: Advisor, **lines: int) -> Agreement:
    """Agree on some of the lines, from today on. Raises Refused: out of bounds, no right to."""
    if not by.sees_all:
        raise Refused(_("This is decided by those who lead a team or run the house."))
    for name, line in lines.items():
        least, most = BOUNDS[name]
        if not least <= line <= most:
            raise Refused(
                _("%(line)s is not between %(least)s and %(most)s.") % {"line": line, "least": least, "most": most}
            )
    with transaction.atomic():
        made = Agreement.objects.select_for_update().first() or Agreement()
        before = {name: made.news_hours if name == "news_after_hours" else getattr(made, name) for name in lines}
        if before == lines:
            return made
        for name, line in lines.items():
            setattr(made, name, line)
        made.since = clock.now().astimezone(zone()).date()
        made.save()
        record("agreement.changed", made, by=by, proven=True, before=before, **lines)
    return made
