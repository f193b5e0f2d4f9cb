"""The addresses of people's pages."""

from django.urls import path

from petitevoix.web.workspace.people.found import page as found
from petitevoix.web.workspace.people.person import page as person

urlpatterns = [
    path("", found.show),
    path("<int:pk>/", person.show),
    path("<int:pk>/addresses/", person.add_address),
    path("<int:pk>/addresses/<int:address>/removal/", person.remove_address),
]
