"""The public register: what a house did wrong stays where everybody reads it, and names none of those it touched."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from petitevoix.cases.models import OurError
from petitevoix.kit import ids
from petitevoix.language.detect import language_of
from petitevoix.web.portal.drawing import draw
from petitevoix.web.shared.language import page_language

PAGE = 30


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """List the errors of ours, the latest first, each with its date, effect, cause and repair (scene S057)."""
    errors = OurError.objects.annotate(
        reached=Count("touched"), told=Count("touched", filter=Q(touched__told_at__isnull=False))
    )
    before = ids.number(request.GET.get("before", ""))
    if before is not None:
        errors = errors.filter(pk__lt=before)
    shown = list(errors.order_by("-pk")[: PAGE + 1])
    earlier = shown[PAGE - 1].pk if len(shown) > PAGE else None
    told = [(one, language_of(f"{one.title}. {one.effect} {one.cause}", page_language())) for one in shown[:PAGE]]
    return draw(
        request,
        "portal/register/page.html",
        {"errors": told, "earlier": earlier, "older": before},
        private=False,
    )
