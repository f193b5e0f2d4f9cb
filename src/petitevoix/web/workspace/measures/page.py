"""The measures of a period, each drawn with its interval."""

import time

from django.core.cache import cache
from django.http import HttpResponse

from petitevoix.insight.counting import Counted, count
from petitevoix.insight.period import BadPeriod, Period, chosen
from petitevoix.insight.telling import span_of
from petitevoix.kit import clock
from petitevoix.web.shared.htmx import page
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.measures.rows import rows

# Counting reads the whole journal: it is done at most every five minutes, and takes at most a hundredth of the time.
REMEMBERED_SECONDS, RARELY = 5 * 60, 100


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """Show the measures between `from` and `until`; a period that is none is refused with a sentence."""
    refusal = ""
    try:
        period = chosen(request.GET.get("from", ""), request.GET.get("until", ""), clock.now())
    except BadPeriod as bad:
        refusal, period = str(bad), chosen("", "", clock.now())
    counted = lately_counted(period)
    return page(
        request, "workspace/measures/measures.html", status=400 if refusal else 200, refusal=refusal, period=period,
        span=span_of(period, page_language()), counted_at=counted.at, rows=rows(counted, page_language()),
    )  # fmt: skip


def lately_counted(period: Period) -> Counted:
    """Give what was counted over a period in the last minutes, or count it now."""
    key = f"measures:{period.begins:%Y%m%d}-{period.ends:%Y%m%d}"
    counted: Counted | None = cache.get(key)
    if counted is None:
        began = time.monotonic()
        counted = count(period, clock.now())
        cache.set(key, counted, max(REMEMBERED_SECONDS, RARELY * (time.monotonic() - began)))
    return counted
