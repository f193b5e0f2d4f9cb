"""The measures of a period, each drawn with its interval, as they were last counted."""

from django.http import HttpResponse

from petitevoix.insight.keeping import kept
from petitevoix.insight.period import BadPeriod, chosen
from petitevoix.insight.telling import span_of
from petitevoix.kit import clock
from petitevoix.web.shared.htmx import page
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.measures.rows import rows


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """Show the measures between `from` and `until`; a period that is none is refused with a sentence."""
    refusal = ""
    try:
        period = chosen(request.GET.get("from", ""), request.GET.get("until", ""), clock.now())
    except BadPeriod as bad:
        refusal, period = str(bad), chosen("", "", clock.now())
    counted, progress = kept(period)
    drawn = rows(counted, dict(request.teams), page_language()) if counted else []
    return page(
        request, "workspace/measures/measures.html", status=400 if refusal else 200, refusal=refusal, period=period,
        span=span_of(period, page_language()), counted_at=counted and counted.at, rows=drawn, progress=progress,
    )  # fmt: skip
