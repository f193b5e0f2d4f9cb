"""Who is away: for all staff, since the promises of who is away go to who stands in for them."""

from typing import NamedTuple

from django.http import HttpResponse

from petitevoix.insight.telling import words_of
from petitevoix.kit import clock
from petitevoix.kit.words import zone
from petitevoix.people.models import Advisor
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.settings.frame import draw

MOST = 500


class Away(NamedTuple):
    name: str
    first: str
    last: str
    is_away: bool
    substitute: str


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List who is away today or will be, who is back first before the others."""
    today = clock.now().astimezone(zone()).date()
    found = Advisor.objects.active().filter(away_until__gte=today).select_related("substitute")
    spoken = page_language()
    rows = [
        Away(
            name=one.name,
            first=words_of(one.away_from, spoken),
            last=words_of(one.away_until, spoken),
            is_away=one.away_from <= today,
            substitute=one.substitute.name if one.substitute else "",
        )
        for one in found.order_by("away_until", "name")[:MOST]
        if one.away_from and one.away_until
    ]
    here, later = [one for one in rows if one.is_away], [one for one in rows if not one.is_away]
    return draw(request, "away/away.html", "away", now=here, later=later)
