"""The addresses of the tabs; each act is a noun."""

from django.urls import path

from petitevoix.web.workspace.tabs import page

urlpatterns = [
    path("", page.show),
    path("<str:reference>/closing/", page.closing),
    path("<str:reference>/return/", page.come_back),
]
