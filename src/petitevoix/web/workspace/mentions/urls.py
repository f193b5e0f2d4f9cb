"""The addresses of my mentions."""

from django.urls import path

from petitevoix.web.workspace.mentions import page

urlpatterns = [
    path("", page.show),
    path("reading/", page.reading),
    path("reading/undoing/", page.undoing),
]
