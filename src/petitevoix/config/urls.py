"""Every address, by audience."""

from django.urls import include, path
from django.urls.resolvers import RoutePattern, URLResolver

from petitevoix.config import health, metrics


class WhenCalled(URLResolver):
    """Addresses that are read when a program first calls one: a house that none calls is fifteen megabytes lighter."""

    def _populate(self) -> None:
        """Leave them unread where a page looks up an address by its name; these are looked up by none."""


urlpatterns = [
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("metrics", metrics.metrics),
    path("desk/account/", include("petitevoix.web.account.urls")),
    path("desk/", include("petitevoix.web.workspace.urls")),
    WhenCalled(RoutePattern("api/v1/"), "petitevoix.api.urls", app_name="api", namespace="api"),
    path("", include("petitevoix.web.portal.urls")),
]

handler400 = "petitevoix.web.portal.errors.views.not_understood"
handler403 = "petitevoix.web.portal.errors.views.refused"
handler404 = "petitevoix.web.portal.errors.views.not_found"
handler500 = "petitevoix.web.portal.errors.views.broken"
