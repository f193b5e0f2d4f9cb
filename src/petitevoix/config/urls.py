"""Every address, by audience."""

from django.urls import include, path

urlpatterns = [
    path("desk/account/", include("allauth.account.urls")),
    path("desk/", include("petitevoix.web.workspace.urls")),
    path("api/v1/", include("petitevoix.api.urls")),
    path("", include("petitevoix.web.portal.urls")),
]
