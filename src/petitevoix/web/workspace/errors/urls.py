"""The addresses of the register of our errors; nothing in it can be deleted."""

from django.urls import path

from petitevoix.web.workspace.errors import page

urlpatterns = [
    path("", page.show),
    path("new/", page.declare),
    path("<int:pk>/", page.one),
    path("<int:pk>/cases/", page.add_cases),
    path("<int:pk>/mending/", page.mending),
]
