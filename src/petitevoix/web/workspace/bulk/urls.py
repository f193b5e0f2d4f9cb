"""The addresses of bulk acts."""

from django.urls import path

from petitevoix.web.workspace.bulk import page

urlpatterns = [path("", page.begin_act), path("<int:pk>/", page.show), path("<int:pk>/undoing/", page.take_back)]
