"""Every address, by audience."""

from django.urls import include, path

from petitevoix.config import health, metrics

urlpatterns = [
    path("health/live", health.live),
    path("health/ready", health.ready),
    path("metrics", metrics.metrics),
    path("desk/account/", include("petitevoix.web.account.urls")),
    path("desk/", include("petitevoix.web.workspace.urls")),
    path("api/v1/", include("petitevoix.api.urls")),
    path("", include("petitevoix.web.portal.urls")),
]

handler400 = "petitevoix.web.portal.errors.views.not_understood"
handler403 = "petitevoix.web.portal.errors.views.refused"
handler404 = "petitevoix.web.portal.errors.views.not_found"
handler500 = "petitevoix.web.portal.errors.views.broken"
