"""The addresses of the views; a view's own list lies with the other lists."""

from django.urls import path

from petitevoix.web.workspace.views import page

urlpatterns = [
    path("", page.show),
    path("new/", page.make),
    path("preview/", page.preview),
    path("<int:pk>/conditions/", page.change),
    path("<int:pk>/removal/", page.remove),
    path("<int:pk>/restoration/", page.restore),
]
